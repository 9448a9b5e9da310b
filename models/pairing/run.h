/*
 * run.h - the state of one run, shared by what solves, balances, and explains.
 */
#ifndef MODELS_PAIRING_RUN_H
#define MODELS_PAIRING_RUN_H

#include "models/common/sums.h"
#include "models/pairing/model.h"

struct pr_run {
    const struct pr_options *opt;
    const struct pr_model *m;
    struct mc_sums s; /* x: best pairing so far */
    int64_t balance, balance_bound;
};

/* Then `balance`, without giving up anything of the tiers that are sums. */
enum zj_status pr_solve_balance(struct pr_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* The pairs of the vector, with forms and rounds. */
void pr_unload(const struct pr_run *r, struct zj_pairs *pairs);
/* A set of rules at places that cannot hold together; none can be left out when plan->conflict_minimal. */
enum zj_status pr_conflict(const struct pr_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;
/* The whole model as a file. */
enum zj_status pr_export(const struct pr_model *m, const struct pr_options *opt,
                         struct zj_err *err) ZJ_MUST_CHECK;

#endif
