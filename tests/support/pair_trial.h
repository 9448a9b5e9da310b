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

/* Small enough for brute force; too large for it; two-way choices alone (random_choice). */
enum pair_size { PAIR_TINY, PAIR_SMALL, PAIR_CHOICE };

struct pair_trial {
    enum pair_size size;
    char text[4 * RANDOM_PAIRS_TEXT];
    struct tiny t;
    struct brute_pairs truth;                                 /* for the test to find */
    struct zj_plan plan;                                      /* after pair_trial_solve */
    struct zj_pairs fixed;                                    /* for the test to fill */
    const char *(*test)(struct pair_trial *x, struct rng *r); /* NULL, or in a sentence what is wrong */
};

/* A status other than ZJ_OK ends the test. */
void pair_trial_solve(struct pair_trial *x, const struct pr_options *opt);
/* Run a test on `count` cases, as seeds.h says. Returns how many were not skipped. */
int run_pair_trials(const char *name, int count, enum pair_size size,
                    const char *(*test)(struct pair_trial *x, struct rng *r));

#endif
