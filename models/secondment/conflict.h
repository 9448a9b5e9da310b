/*
 * conflict.h - why no plan can exist: rules at places that collide.
 */
#ifndef MODELS_SECONDMENT_CONFLICT_H
#define MODELS_SECONDMENT_CONFLICT_H

#include "models/secondment/run.h"

/*
 * For every block proved infeasible, add to plan->conflict a set of hard rules at places that
 * cannot hold together (with the tables and hard column filters that take part). The set is
 * sufficient, not minimal: plan->conflict_minimal stays false.
 */
enum zj_status sec_conflict(struct sec_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;

#endif
