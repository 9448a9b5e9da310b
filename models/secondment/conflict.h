/*
 * conflict.h - why no plan can exist: rules at places that collide.
 */
#ifndef MODELS_SECONDMENT_CONFLICT_H
#define MODELS_SECONDMENT_CONFLICT_H

#include "models/secondment/run.h"

/*
 * Add to plan->conflict, for every block proved infeasible, minimal sets of hard rules at places (and of
 * rows of pins.csv and history.csv) that cannot hold together, each with its numbers.
 * plan->conflict_minimal is false when a limit came before something was proved.
 */
enum zj_status sec_conflict(struct sec_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;

#endif
