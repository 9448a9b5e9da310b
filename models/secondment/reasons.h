/*
 * reasons.h - what stays unstaffed, and why.
 */
#ifndef MODELS_SECONDMENT_REASONS_H
#define MODELS_SECONDMENT_REASONS_H

#include "models/secondment/context.h"

/*
 * Fill plan->unmet (in the plan's arena) for plan->postings, each with a reason:
 * no_teacher: nobody else's teachers have the subject and a road to the school;
 * rule: a hard rule (named) bars every one of them; no_load: all who could come are
 * posted already; traded: an earlier tier, or another school, had the better claim;
 * limit: the search was stopped before the need tier was proved.
 */
void sec_unmet(const struct sec_ctx *c, struct zj_plan *plan);

/* Periods short at the cell when the postings stand; -1 when no need rule selects it. In cons_need.c. */
int64_t sec_shortage(const struct sec_ctx *c, const struct zj_postings *p, int school, int subject, int term);

#endif
