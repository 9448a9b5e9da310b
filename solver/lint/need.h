/*
 * need.h - subjects that nobody can cover, and loads that are too small in all.
 */
#ifndef ZJ_LINT_NEED_H
#define ZJ_LINT_NEED_H

#include "solver/base/diag.h"
#include "solver/lint/candidate.h"

struct lint_needs; /* rows of the demand table, and whether anybody could cover them */

struct lint_needs *lint_needs_new(const struct zj_instance *in, const struct zj_policy *pol);
void lint_needs_count(struct lint_needs *n, const struct lint_posting *p);
void lint_needs_report(const struct lint_needs *n, struct zj_diag *d);
void lint_needs_free(struct lint_needs *n);

/* More periods of a subject than all who teach it have load, in a community or in the county. */
void lint_short_loads(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d);

#endif
