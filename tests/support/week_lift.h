/*
 * week_lift.h - is there a week that keeps these parts of the hard rules? By exhaustive search.
 *
 * Who may teach what, and that nobody is at two places at a time, always holds. Knows nothing of models/.
 */
#ifndef TESTS_SUPPORT_WEEK_LIFT_H
#define TESTS_SUPPORT_WEEK_LIFT_H

#include "tests/support/week_trial.h"

/* parts[k] with in[k] hold, no others. Searches so many nodes; out is to be released. */
void week_with_parts(const struct week_trial *t, const struct zj_conflict_part *parts, int n, const bool *in,
                     int64_t nodes, struct week_truth *out);

#endif
