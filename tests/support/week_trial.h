/*
 * week_trial.h - one random timetable, what exhaustive search says of it, and what the model says of it; over
 * many seeds.
 */
#ifndef TESTS_SUPPORT_WEEK_TRIAL_H
#define TESTS_SUPPORT_WEEK_TRIAL_H

#include "tests/support/brute_timetable.h"
#include "tests/support/random_timetable.h"
#include "tests/support/seeds.h"

struct week_trial {
    struct random_case c;
    struct rng r;               /* for what the test does to the case; depends on the seed alone */
    struct zj_lessons keep;     /* owned */
    bool keeps;                 /* is stability measured against `keep`? */
    struct zj_lessons lessons;  /* owned: for tests that look at lessons alone */
    struct zj_plan plan, other; /* owned; `other` is for tests that solve twice */
    struct week_truth truth;    /* owned */
    char why[256];              /* room for the sentence of a failure */
    void *ctx;                  /* the test's own, the same for all trials */
};

/* NULL, or in one sentence what is wrong; trial_skipped when the test does not apply. */
typedef const char *week_test(struct week_trial *t);
typedef void week_maker(struct random_case *c, uint64_t seed);

/* The lessons that are kept, or NULL. */
const struct zj_lessons *week_kept(const struct week_trial *t);
/* Keep some lessons without a clash, in `percent` of 100 trials. */
void week_keep(struct week_trial *t, int percent);
/* Run a test on `count` cases that `make` makes, as seeds.h says. */
int run_week_trials(const char *name, int count, week_maker *make, week_test *test, void *ctx);

#endif
