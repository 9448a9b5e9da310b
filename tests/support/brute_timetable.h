/*
 * brute_timetable.h - the truth about a tiny timetable: all its weeks, judged by the second reading of the
 * rules.
 *
 * Depth first over the lessons of one block after the other. A branch is left only when nothing below it can
 * matter: a teacher or class would be at two places at once, a hard rule is broken that more lessons cannot
 * mend, or its tiers already stand above every value asked for. Knows nothing of models/.
 */
#ifndef TESTS_SUPPORT_BRUTE_TIMETABLE_H
#define TESTS_SUPPORT_BRUTE_TIMETABLE_H

#include "tests/support/reading.h"

struct week_truth {
    bool finished;               /* false: the search gave up, and only what it found is known */
    bool feasible;               /* there is a lawful week */
    int64_t best[ZJ_MAX_TIERS];  /* by enum zj_tier: the lexicographic optimum, if feasible */
    int64_t least[ZJ_MAX_TIERS]; /* of each tier, among the lawful weeks that equal the known one in all
                                    earlier tiers; ZJ_NO_VALUE without a known week */
    struct zj_lessons week;      /* a best week; heap */
    int64_t n_nodes, n_weeks;    /* branches looked at, lawful weeks met */
};

/*
 * Search. `known` (may be NULL) is a week to start from, used if it is lawful; keep may be NULL. The search
 * gives up after so many nodes. Without `thrift` no branch is left for its values: slower, and the same
 * answer.
 */
void brute_timetable(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_lessons *keep,
                     const struct zj_lessons *known, int64_t nodes, bool thrift, struct week_truth *out);
/* The same for rules as the caller has them read: entries of x->speaks and x->flies may be changed. */
void brute_timetable_read(const struct reading *x, const struct zj_lessons *known, int64_t nodes, bool thrift,
                          struct week_truth *out);
void week_truth_release(struct week_truth *t);
/* <0, 0, >0: a lexicographically better than, equal to, worse than b in the order of timetables. */
int compare_weeks(const int64_t *a, const int64_t *b);

#endif
