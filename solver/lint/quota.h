/*
 * quota.h - the most that a quota's places can have, against the least that they must.
 */
#ifndef ZJ_LINT_QUOTA_H
#define ZJ_LINT_QUOTA_H

#include "solver/base/diag.h"
#include "solver/lint/candidate.h"

struct lint_quotas; /* counters of every quota with a min */

struct lint_quotas *lint_quotas_new(const struct zj_instance *in, const struct zj_policy *pol);
/* Count one open posting. Postings must come by teacher and first term. */
void lint_quotas_count(struct lint_quotas *q, const struct lint_posting *p);
/* One problem for each place and period that asks for more than there can be. */
void lint_quotas_report(const struct lint_quotas *q, struct zj_diag *d);
void lint_quotas_free(struct lint_quotas *q);

/* Two quotas of which one asks for more than the other allows. */
void lint_contradictions(const struct zj_policy *pol, struct zj_diag *d);

#endif
