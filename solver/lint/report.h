/*
 * report.h - where a pre-check points, and how grave it is.
 */
#ifndef ZJ_LINT_REPORT_H
#define ZJ_LINT_REPORT_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

/* The line of a rule in the policy file; of a row in a table. Valid until the next call. */
const struct zj_place *lint_at_rule(const struct zj_policy *pol, const struct zj_rule *r);
const struct zj_place *lint_at_row(const char *file, int line);

/* What breaks a hard rule in every plan is an error; what costs a soft one is a warning. */
static inline enum zj_severity lint_severity(const struct zj_rule *r)
{
    return r->hard ? ZJ_ERROR : ZJ_WARNING;
}

#endif
