/*
 * outcome.h - what a worker answers for a component, and the answers of several for the same one.
 */
#ifndef MODELS_TIMETABLE_OUTCOME_H
#define MODELS_TIMETABLE_OUTCOME_H

#include "solver/base/err.h"
#include "solver/data/plan.h"

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
/* A bound above a plan that stands is a fault of the bound; better no answer than a wrong one. */
enum zj_status tt_outcome_check(const struct tt_outcome *o, struct zj_err *err) ZJ_MUST_CHECK;
/* Keep the better plan, and the bounds that hold for it; the other outcome is released. */
void tt_outcome_join(struct tt_outcome *o, struct tt_outcome *other);

#endif
