/*
 * brute.h - the truth about a tiny instance: every set of postings, each judged by the verifier.
 *
 * Knows nothing of the integer program. Its only reading of the rules are the limits of kinds
 * and clashes, by which it lists the postings; tests/brute/test_candidates.c compares
 * that list with the verifier.
 */
#ifndef TESTS_SUPPORT_BRUTE_H
#define TESTS_SUPPORT_BRUTE_H

#include "solver/data/plan.h"

struct brute_result {
    bool feasible;
    int64_t value[ZJ_N_TIERS]; /* by enum zj_tier; the lexicographic optimum, if feasible */
    struct zj_postings best;   /* the first optimal set met; heap */
    int64_t n_judged, n_lawful;
    bool broken[ZJ_N_RULES]; /* some set breaks the rule */
    bool held[ZJ_N_RULES];   /* some set keeps it everywhere, at a place where it binds */
};

/*
 * Add every posting of one teacher that keeps the limits of its kind and does not
 * clash with a posting of history. Order: kind, host, start, length, subject.
 */
void brute_candidates(const struct zj_instance *in, const struct zj_policy *pol, int teacher,
                      struct zj_postings *out);
/* How many sets of postings without a clash there are; INT64_MAX / 4 stands for that many or more. */
int64_t brute_count(const struct zj_instance *in, const struct zj_policy *pol);
/* Every set of the candidates without a clash, in a fixed order; `plan` is on loan. */
typedef void brute_visit(void *ctx, const struct zj_postings *plan);
void brute_each(const struct zj_instance *in, const struct zj_policy *pol, brute_visit *visit, void *ctx);
/*
 * Judge them all. `keep` may be NULL. With `thin`, a posting that alone already breaks a
 * hard rule about single postings is left out before the search: the same answer, sooner.
 */
void brute_solve(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_postings *keep,
                 bool thin, struct brute_result *b);
void brute_release(struct brute_result *b);
/* <0, 0, >0: the values a are lexicographically better than, equal to, worse than b in the policy's order. */
int brute_compare(const struct zj_policy *pol, const int64_t *a, const int64_t *b);

#endif
