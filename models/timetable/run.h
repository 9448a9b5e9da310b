/*
 * run.h - one component from beginning to end, as a task of a worker process.
 */
#ifndef MODELS_TIMETABLE_RUN_H
#define MODELS_TIMETABLE_RUN_H

#include "models/timetable/component.h"
#include "models/timetable/timetable.h"
#include "solver/engine/lp.h"

/* What a worker answers for a component. */
struct tt_outcome {
    struct zj_lessons lessons;
    int64_t lack;                                     /* of hard pins, need, common_free */
    int64_t value[ZJ_MAX_TIERS], bound[ZJ_MAX_TIERS]; /* -LP_INF = no bound */
    int64_t rounds;                                   /* neighbourhoods and branch-and-price nodes */
    bool hopeless;                                    /* proved: what lacks cannot be had */
    bool out_of_rounds;                               /* the node limit, given or usual, ended the search */
    struct zj_unmet *unmet;                           /* heap */
    int n_unmet;
};

void tt_outcome_release(struct tt_outcome *o);
/* Solve. *o is initialised here; release it also after a failure. */
enum zj_status tt_run(const struct tt_component *c, const struct zj_policy *pol, const struct tt_options *opt,
                      const struct lp_limits *limits, struct tt_outcome *o, struct zj_err *err) ZJ_MUST_CHECK;

#endif
