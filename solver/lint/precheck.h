/*
 * precheck.h - what can be said of an instance before anything is solved.
 */
#ifndef ZJ_LINT_PRECHECK_H
#define ZJ_LINT_PRECHECK_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

/* Add to `d` what no plan can meet, and where the plan will suffer. */
void zj_precheck(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d);

#endif
