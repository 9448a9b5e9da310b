/*
 * agree.h - is the plan that the model found what brute force says it must be?
 */
#ifndef TESTS_SUPPORT_AGREE_H
#define TESTS_SUPPORT_AGREE_H

#include "tests/support/trial.h"

/* NULL, or a sentence: in what t->plan, found without limits, differs from the truth. */
const char *disagreement(const struct trial *t);
/* The same for a search that need not end with a proof: what the plan claims must still be so. */
const char *false_claim(const struct trial *t);
/* NULL, or in what the parts of the conflict, all other rules dropped, are no conflict at all. */
const char *no_conflict(const struct trial *t);
/* NULL, or how two answers for one case, each with its own limits, exclude each other. */
const char *contradiction(const struct trial *t, const struct zj_plan *a, const struct zj_plan *b);
/* NULL, or in what a plan is not as its own postings say. A plan without postings to judge passes. */
const char *wrong_about_itself(const struct trial *t, const struct zj_plan *plan);
/* Do two plans say the same: status, postings, values, bounds, conflict? */
bool same_plan(const struct zj_plan *a, const struct zj_plan *b);

#endif
