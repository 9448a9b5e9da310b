/*
 * run.h - one component from beginning to end, as a task of a worker process.
 */
#ifndef MODELS_TIMETABLE_RUN_H
#define MODELS_TIMETABLE_RUN_H

#include "models/timetable/component.h"
#include "models/timetable/outcome.h"
#include "models/timetable/timetable.h"
#include "solver/engine/lp.h"

/* Solve. Other copies make other choices. *o is initialised here; release it also after a failure. */
enum zj_status tt_run(const struct tt_component *c, const struct zj_policy *pol, const struct tt_options *opt,
                      const struct lp_limits *limits, int copy, struct tt_outcome *o,
                      struct zj_err *err) ZJ_MUST_CHECK;

#endif
