/*
 * conflict.h - why no week can be: the conflicts of all components, each in a worker process.
 */
#ifndef MODELS_TIMETABLE_CONFLICT_H
#define MODELS_TIMETABLE_CONFLICT_H

#include "models/timetable/component.h"
#include "models/timetable/timetable.h"
#include "solver/engine/lp.h"

/*
 * Add to plan->conflict, for every component that is hopeless[i], minimal sets of hard rules at places and
 * of rows of pins.csv and busy.csv that cannot hold together. Where none is found in time, everything that
 * must be is named, and plan->conflict_minimal is false.
 */
enum zj_status tt_conflict(const struct tt_components *c, const bool *hopeless, const struct zj_policy *pol,
                           const struct tt_options *opt, const struct lp_limits *limits, struct zj_plan *plan,
                           struct zj_err *err) ZJ_MUST_CHECK;

#endif
