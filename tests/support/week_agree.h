/*
 * week_agree.h - is what the model says of a timetable so, as far as exhaustive search and the verifier know?
 */
#ifndef TESTS_SUPPORT_WEEK_AGREE_H
#define TESTS_SUPPORT_WEEK_AGREE_H

#include "models/timetable/timetable.h"
#include "tests/support/week_trial.h"

/* Solve into *plan, with the lessons that the trial keeps; a status other than ZJ_OK ends the test. */
void week_solve(struct week_trial *t, const struct tt_options *opt, struct zj_plan *plan);
/* Has the answer a plan? */
bool week_has_plan(const struct zj_plan *plan);
/* NULL, or in what the plan is not as its own lessons say. An answer without a plan must not have lessons. */
const char *week_wrong_about_itself(const struct week_trial *t, const struct zj_plan *plan);
/* NULL, or the reason that the plan gives for a missing lesson and that is not so. */
const char *week_false_reason(const struct week_trial *t, const struct zj_plan *plan);
/*
 * NULL, or in what the answer claims more than is true: a status, a value, the bound of a tier. Looks for the
 * truth from the plan on, into t->truth; trial_skipped when that takes too many nodes.
 */
const char *week_false_claim(struct week_trial *t, const struct zj_plan *plan, int64_t nodes);
/* Does a's bound rule out b's value, in the first tier, or in one before which their values are equal? */
bool week_excludes(const struct zj_plan *a, const struct zj_plan *b);
/* NULL, or how two answers for one case exclude each other. */
const char *week_contradiction(const struct zj_plan *a, const struct zj_plan *b);
/* Do two answers say the same: status, lessons, values, bounds? */
bool week_same_plan(const struct zj_plan *a, const struct zj_plan *b);

#endif
