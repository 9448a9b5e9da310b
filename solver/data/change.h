/*
 * change.h - an instance and a policy that differ from given ones in a few places: "what if".
 *
 * A changed policy is a policy as anybody could write it: a rule that is changed at one place is split
 * into the entry for all other places and an entry, at the same position of the file, for that place.
 * So models and verifier read changes without knowing of them. Filters speak of schools, communities and
 * subjects, never of terms: a change holds in all terms.
 */
#ifndef ZJ_DATA_CHANGE_H
#define ZJ_DATA_CHANGE_H

#include "solver/data/policy.h"

/*
 * The copy. Its arrays are its own, and may be edited; texts and lists are those of the originals,
 * which must outlive it. Indexes and words are equal.
 */
struct zj_change {
    struct zj_instance in;
    struct zj_policy pol;
};

/*
 * A place, as the filters of rules name it; -1 = any. Of rules about postings `school` is the home school;
 * of quotas over pairs the member; of rules on the days and weeks of teachers the home school; of other rules
 * the school that they count at. What is counted over the county can only be changed as a whole.
 */
struct zj_spot {
    int school, community; /* a school; a word: all schools of the community */
    int host;              /* school: only of rules about postings */
    int subject;           /* word: only of rules with a parameter `subjects` */
};

void zj_change_init(struct zj_change *c, const struct zj_instance *in, const struct zj_policy *pol);
void zj_change_release(struct zj_change *c);

/*
 * One more teacher, with the data of `like` (but neither history, wishes nor busy hours), at the
 * school, of the one subject (-1: those of `like`). Returns the index; the id is NEW1, NEW2 …
 */
int zj_change_add_teacher(struct zj_change *c, int like, int school, int subject);
/* One more row of pins.csv; `line` is given by this. */
void zj_change_add_pin(struct zj_change *c, const struct zj_pin *pin);
/* A pin that matches everything of the model. */
struct zj_pin zj_pin_any(enum zj_model model);

/* The row of pins.csv, of busy.csv, at this line is taken away. */
void zj_change_remove_pin(struct zj_change *c, int line);
void zj_change_remove_busy(struct zj_change *c, int line);
/* The member gets another lead in pairings.csv; from -1: one more lead; to -1: one lead less. */
void zj_change_move(struct zj_change *c, int member, int from, int to);
/* The list of the model's rules, and in *n where their number stands. */
struct zj_rule **zj_change_rules(struct zj_change *c, enum zj_model model, int **n);
/*
 * Set a number of the rule at this position of the policy file, at the spot: `field` is the offset of an
 * int in struct zj_rule, offsetof(struct zj_rule, min). A rule that never speaks of the spot stays.
 */
void zj_change_number(struct zj_change *c, enum zj_model model, int index, const struct zj_spot *at,
                      size_t field, int value);
/* The rule at this position no longer binds at the spot. */
void zj_change_waive(struct zj_change *c, enum zj_model model, int index, const struct zj_spot *at);

#endif
