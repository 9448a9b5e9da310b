/*
 * repair_suggest.h - what could be changed of one part of a conflict, model by model.
 */
#ifndef ZJ_CLI_REPAIR_SUGGEST_H
#define ZJ_CLI_REPAIR_SUGGEST_H

#include "solver/cli/repair_change.h"

enum repair_most { REPAIR_MOST_ROAD = 24, REPAIR_MOST_STEPS = 1000, REPAIR_MOST_TEACHERS = 5 };

struct suggestion {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_conflict_part *part;
    struct zj_arena *a;
    struct repair_changes *list;
    bool given;                 /* the rows of pairings.csv stand, and may be moved */
    struct repair_change blank; /* model, rule, place and spot of the part */
};

/* The school whose id begins the text and has n bytes; -1 = none. */
int repair_school(const struct suggestion *s, const char *text, size_t n);
/* `least` to `most` steps of the rule's number; nothing when it is absent. */
void suggest_number(struct suggestion *s, size_t field, const char *name, int step, int least, int most,
                    enum zj_repair_cost cost);
/* A number that may be ZJ_NONE, more by one for each step. */
void suggest_more(struct suggestion *s, size_t field, const char *name);
/* Less by one for each step, down to `floor`. */
void suggest_less(struct suggestion *s, size_t field, const char *name, int floor);
/* One teacher more of the spot's subject at the school, like one who passes the filter of the rule. */
void suggest_teacher_at(struct suggestion *s, int school);

/* By model; `blank` has no spot yet. */
void suggest_of_postings(struct suggestion *s);
void suggest_of_lessons(struct suggestion *s);
void suggest_of_pairs(struct suggestion *s);

#endif
