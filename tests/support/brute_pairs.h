/*
 * brute_pairs.h - the truth about a tiny pairing: every set of rows, each judged by the verifier.
 *
 * Knows nothing of the integer program. Its only reading of the rules is which rows there can be: no
 * school leads itself, only members are led, members lead only where some entry of `depth` stands, a way
 * is known; the form of a row is one that some entry names, its round one of those of an entry.
 */
#ifndef TESTS_SUPPORT_BRUTE_PAIRS_H
#define TESTS_SUPPORT_BRUTE_PAIRS_H

#include "solver/data/plan.h"

struct brute_pairs {
    bool feasible;
    int64_t value[ZJ_MAX_TIERS]; /* by enum zj_tier; the lexicographic optimum, if feasible */
    struct zj_pairs best;        /* the first optimal set met; heap */
    int64_t n_judged, n_lawful;
    bool broken[ZJ_N_ALL_RULES]; /* some set breaks an entry of the rule (or it under index -1) */
    bool held[ZJ_N_ALL_RULES];   /* some set keeps it everywhere, at a place where it binds */
};

/* How many sets there are; INT64_MAX / 4 stands for that many or more. */
int64_t brute_pairs_count(const struct zj_instance *in, const struct zj_policy *pol);
/* Every set with what the verifier says of it; neither outlives the call. */
typedef void brute_pairs_seen(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v);
void brute_pairs_each(const struct zj_instance *in, const struct zj_policy *pol, brute_pairs_seen *seen,
                      void *ctx);
/* Judge them all. */
void brute_pairs_solve(const struct zj_instance *in, const struct zj_policy *pol, struct brute_pairs *b);
void brute_pairs_release(struct brute_pairs *b);
/* <0, 0, >0: the values a are lexicographically better than, equal to, worse than b. */
int brute_pairs_compare(const int64_t *a, const int64_t *b);

#endif
