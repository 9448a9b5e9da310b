/*
 * trial.h - one random case, what brute force says of it, and what the model says of it; over many seeds.
 */
#ifndef TESTS_SUPPORT_TRIAL_H
#define TESTS_SUPPORT_TRIAL_H

#include "models/secondment/secondment.h"
#include "tests/support/brute.h"
#include "tests/support/random_instance.h"
#include "tests/support/seeds.h"

struct trial {
    struct random_case c;
    struct rng r;               /* for what the test does to the case; depends on the seed alone */
    struct zj_postings keep;    /* owned */
    bool keeps;                 /* is stability measured against `keep`? */
    struct brute_result truth;  /* after trial_judge */
    struct zj_plan plan, other; /* after trial_solve; `other` is for tests that solve twice */
};

/* How often each rule was there, and how often it decided something: broken by one set, kept by another. */
struct coverage {
    int n, n_infeasible, n_left_alone; /* left alone: no posting is best */
    int present[ZJ_N_RULES], decided[ZJ_N_RULES];
    int64_t n_judged;
};

/* Find the truth. */
void trial_judge(struct trial *t);
/* Solve into *plan; a status other than ZJ_OK ends the test. */
void trial_solve(struct trial *t, const struct sec_options *opt, struct zj_plan *plan);

/*
 * A trial's test: NULL, or in one sentence what is wrong. A trial that does not apply returns
 * trial_skipped.
 */
typedef const char *trial_test(struct trial *t);

/*
 * Run a test on `count` cases of at most max_plans sets of postings (0: large cases, see
 * random_case_make_large), as seeds.h says. Adds to *coverage when it is not NULL. Returns the number of
 * trials that were not skipped.
 */
int run_trials(const char *name, int count, int64_t max_plans, trial_test *test, struct coverage *coverage);

#endif
