/*
 * reading.h - a second reading of the rules of timetables: what a week of lessons breaks and costs.
 *
 * Written from the words of the rules alone, to be set against the verifier and to judge exhaustive
 * search; it knows nothing of models/. It is small and quick: a number for each rule, no places, no
 * texts. It also reads weeks that are still being filled: then it counts only what more lessons
 * cannot make good again. Of the verifier it borrows the filters on people and schools.
 */
#ifndef TESTS_SUPPORT_READING_H
#define TESTS_SUPPORT_READING_H

#include "solver/data/plan.h"

enum { READING_MAX_RULES = 32, READING_NO_WAY = INT32_MAX / 4 };

struct reading {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_lessons *keep; /* NULL: no plan is kept */
    int *settle;                   /* minutes from arrival to a lesson, by teacher */
    int *shortest;                 /* n_schools * n_schools: minutes, by way of any schools; READING_NO_WAY */
    bool *speaks;                  /* by rule and teacher, or rule and block */
    int width;                     /* of a row of `speaks` */
    int *order;                    /* by period of the instance: its place in clock order */
    bool *flies;                   /* by teacher: ways take no time; NULL: all ways do. Of the caller */
};

/* A lesson of a block in a period that its school has. */
struct reading_lesson {
    int teacher, block, school, day;
    const struct zj_period *at; /* of the school's bells */
    int base;                   /* place of the period's id among the base periods, in clock order */
};

struct reading_week {
    struct reading_lesson *v; /* by teacher, day, start */
    int n;
    int decided; /* blocks 0 .. decided - 1 get no more lessons; n_blocks: the week is complete */
};

struct reading_result {
    bool lawful;                     /* no hard rule is broken, implied ones included */
    int64_t tier[ZJ_MAX_TIERS];      /* by enum zj_tier; no more than they will be, if not complete */
    int64_t implied[ZJ_N_ALL_RULES]; /* shortfalls of what holds without an entry of the policy */
    int64_t rule[READING_MAX_RULES]; /* by lesson_rule of the policy */
};

void reading_init(struct reading *x, const struct zj_instance *in, const struct zj_policy *pol,
                  const struct zj_lessons *keep);
void reading_release(struct reading *x);
/* Judge lessons in any order. Those that no block or bell knows are counted against no_clash alone. */
void reading_judge(const struct reading *x, const struct zj_lessons *p, struct reading_result *out);
/* Judge a week, complete or not, in which nobody clashes (that is not looked at again). */
void reading_of_week(const struct reading *x, const struct reading_week *w, struct reading_result *out);

/* Alone, may the teacher give the block a lesson on that day in that period of its school? */
bool reading_allows(const struct reading *x, int teacher, int block, int day, const struct zj_period *at);
/* Do the two lessons need one person, or one class, at two places at a time? */
bool reading_clash(const struct reading *x, const struct reading_lesson *a, const struct reading_lesson *b);
/* The place of a period's id among the base periods in clock order. */
int reading_base(const struct reading *x, int id);
bool reading_before(const struct reading_lesson *a, const struct reading_lesson *b);

#endif
