/*
 * random_parts.h - the parts of random_instance.c; private to tests/support/random_*.c.
 */
#ifndef TESTS_SUPPORT_RANDOM_PARTS_H
#define TESTS_SUPPORT_RANDOM_PARTS_H

#include "solver/data/policy.h"
#include "tests/support/rng.h"

/* The words of every random instance, interned in this order. */
enum random_word {
    W_MUSIC,
    W_ART,
    W_PE,
    W_BACKBONE,
    W_SUBJECT_LEADER,
    W_MASTER,
    W_FIRST_CLASS,
    W_SENIOR,
    W_PREGNANT,
    W_CARE,
    W_SUPPORT,
    W_SHADOWING,
    W_ATTACHMENT,
    W_OTHER_KIND,
    W_EAST,
    W_WEST,
    W_SOUTH,
    W_CAMPUS,
    W_N
};

/* What a filter may speak of. */
enum { KEYS_TEACHER = 1, KEYS_SCHOOL = 2, KEYS_HOST = 4, KEYS_POSTING = 7 };

struct random_size {
    int schools, communities, teachers, terms, kinds, subjects, rules;
    bool apart; /* no road leads from one community to another: only county-wide rules join them */
};

struct random_case;

/* Words, a name and a policy without rules; c->seed stands. */
void random_begin(struct random_case *c);
void random_words(struct zj_instance *in);
void random_terms(struct rng *r, const struct random_size *size, struct zj_instance *in);
void random_schools(struct rng *r, const struct random_size *size, struct zj_instance *in);
void random_teachers(struct rng *r, const struct random_size *size, struct zj_instance *in);
/* Demand, wishes, history, pairings. */
void random_rows(struct rng *r, const struct random_size *size, struct zj_instance *in);
void random_pins(struct rng *r, struct zj_instance *in, const struct zj_policy *pol);
void random_kinds(struct rng *r, const struct random_size *size, const struct zj_instance *in,
                  struct zj_policy *pol);
void random_filter(struct rng *r, const struct zj_instance *in, struct zj_arena *a, unsigned keys,
                   int percent, struct zj_filter *f);
/* The parameters of the rule's id; `rule` holds the neutral value everywhere. */
void random_parameters(struct rng *r, const struct zj_instance *in, struct zj_policy *pol,
                       struct zj_rule *rule);
/* The same day so many years earlier; 28 February for 29. */
int32_t random_years_before(int32_t date, int years);
/* n distinct values out of lo..hi, in random order; n = 0 when `percent` decides against a list. */
void random_list(struct rng *r, struct zj_arena *a, int lo, int hi, int percent, struct zj_ids *ids);
/* Like random_list for kinds: words of the policy's kinds. */
void random_kind_list(struct rng *r, struct zj_policy *pol, struct zj_ids *ids);

#endif
