/*
 * random_instance.h - tiny counties with every rule, for comparison with brute force.
 *
 * A seed gives one instance and policy, always the same. The tables are filled
 * directly, without files, and hold 2-4 schools, 2-5 teachers and 1-4 terms, and
 * the values lie near the limits of the rules, so that these decide something.
 */
#ifndef TESTS_SUPPORT_RANDOM_INSTANCE_H
#define TESTS_SUPPORT_RANDOM_INSTANCE_H

#include "solver/data/plan.h"
#include "tests/support/rng.h"

#include <stdio.h>

struct random_case {
    uint64_t seed;
    struct zj_instance in;
    struct zj_policy pol;
};

/* Initialise *c with an instance of at most max_plans sets of postings; the caller releases it. */
void random_case_make(struct random_case *c, uint64_t seed, int64_t max_plans);
/* The same with 4-6 schools and 12-30 teachers: too many sets of postings to try them all. */
void random_case_make_large(struct random_case *c, uint64_t seed);
void random_case_release(struct random_case *c);
/*
 * One more random rule, of any id for which `wanted` (by enum zj_rule_id) is true, at the end of the
 * policy.
 */
void random_add_rule(struct rng *r, const struct zj_instance *in, struct zj_policy *pol, const bool *wanted);
/* A set of postings that breaks no implied limit of kinds and clashes; heap, caller releases. */
void random_postings(struct rng *r, const struct random_case *c, struct zj_postings *p);
/* The whole case in words, for people who look for the reason of a failure. */
void random_case_print(const struct random_case *c, FILE *out);
void random_postings_print(const struct random_case *c, const struct zj_postings *p, FILE *out);

#endif
