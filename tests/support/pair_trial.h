/*
 * pair_trial.h - one random pairing, what brute force and what the model say of it; over many seeds.
 */
#ifndef TESTS_SUPPORT_PAIR_TRIAL_H
#define TESTS_SUPPORT_PAIR_TRIAL_H

#include "models/pairing/pairing.h"
#include "tests/support/brute_pairs.h"
#include "tests/support/random_pairs.h"
#include "tests/support/seeds.h"
#include "tests/support/tiny.h"

struct pair_trial {
    char text[4 * RANDOM_PAIRS_TEXT];
    struct tiny t;
    struct brute_pairs truth;                                 /* for the test to find */
    struct zj_plan plan;                                      /* after pair_trial_solve */
    struct zj_pairs fixed;                                    /* for the test to fill */
    const char *(*test)(struct pair_trial *x, struct rng *r); /* NULL, or in a sentence what is wrong */
};

/* A status other than ZJ_OK ends the test. */
void pair_trial_solve(struct pair_trial *x, const struct pr_options *opt);
/*
 * Run a test on `count` cases, as seeds.h says: small enough for brute force, or else two-way choices of up
 * to six leads and 20 members (random_choice). Returns how many were not skipped.
 */
int run_pair_trials(const char *name, int count, bool small,
                    const char *(*test)(struct pair_trial *x, struct rng *r));

#endif
