/*
 * solve.c - from an instance to one of the four honest answers.
 */
#include "models/pairing/run.h"

#include <stdlib.h>
#include <string.h>

static const enum zj_tier tier_of[PR_N_SUMS] = {
    [PR_SOFT] = ZJ_T_SOFT, [PR_UNCOVERED] = ZJ_T_UNCOVERED, [PR_TRAVEL] = ZJ_T_TRAVEL};

static bool stopped(const struct pr_run *r)
{
    return r->opt->stop && *r->opt->stop;
}

/* Why not everything is proved. */
static enum zj_stop stop_of(const struct pr_run *r)
{
    if (stopped(r))
        return ZJ_STOP_signal;
    if (r->deadline && lp_clock_ms() >= r->deadline)
        return ZJ_STOP_time;
    if (r->by_nodes)
        return ZJ_STOP_nodes;
    return r->opt->gap_permille > 0 && !r->by_numerics ? ZJ_STOP_gap : ZJ_STOP_numerics;
}

static void fill_values(const struct pr_run *r, struct zj_plan *plan)
{
    for (int t = 0; t < PR_N_SUMS; t++) {
        int64_t value = 0;
        for (int b = 0; b < r->blocks.n; b++)
            value += r->value[b][t];
        plan->value[tier_of[t]] = r->has_plan ? value : ZJ_NO_VALUE;
        plan->bound[tier_of[t]] = r->has_plan && r->bound[t] > value ? value : r->bound[t];
    }
    plan->value[ZJ_T_BALANCE] = r->has_plan ? r->balance : ZJ_NO_VALUE;
    plan->bound[ZJ_T_BALANCE] = r->balance_bound;
}

static void fill_plan(const struct pr_run *r, struct zj_plan *plan)
{
    bool proved = r->has_plan;

    plan->nodes = r->nodes;
    fill_values(r, plan);
    for (int i = 0; i < plan->n_tiers; i++)
        proved &= plan->value[plan->order[i]] == plan->bound[plan->order[i]];
    plan->status = proved        ? ZJ_PLAN_OPTIMAL
                   : stopped(r)  ? ZJ_PLAN_INTERRUPTED
                   : r->has_plan ? ZJ_PLAN_FEASIBLE
                                 : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = zj_stop_name(stop_of(r));
    if (r->has_plan)
        pr_unload(r, &plan->pairs);
    plan->gap_permille = r->has_plan ? zj_gap_permille(plan) : 0;
}

static void no_plan(struct zj_plan *plan)
{
    plan->status = ZJ_PLAN_INFEASIBLE;
    plan->stopped_by = NULL;
    plan->gap_permille = 0;
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
}

static enum zj_status solve(struct pr_run *r, struct zj_plan *plan, struct zj_err *err)
{
    ZJ_TRY(pr_solve_sums(r, err));
    if (r->infeasible) {
        no_plan(plan);
        plan->nodes = r->nodes;
        return pr_conflict(r, plan, err);
    }
    if (r->has_plan)
        ZJ_TRY(pr_solve_balance(r, err));
    fill_plan(r, plan);
    return ZJ_OK;
}

static enum zj_status run(const struct pr_model *m, const struct pr_options *opt, struct zj_plan *plan,
                          struct zj_err *err)
{
    struct pr_run r = {.opt = opt, .m = m};

    r.deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0;
    pr_blocks_init(&r.blocks, m);
    r.x = zj_calloc((size_t)m->n_cols + 1, sizeof *r.x);
    r.value = zj_calloc((size_t)r.blocks.n + 1, sizeof *r.value);
    r.bad = zj_calloc((size_t)r.blocks.n + 1, sizeof *r.bad);
    enum zj_status st = solve(&r, plan, err);
    free(r.x);
    free(r.value);
    free(r.bad);
    pr_blocks_release(&r.blocks);
    return st;
}

enum zj_status pr_solve(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct pr_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct pr_model m;

    *plan = (struct zj_plan){.model = ZJ_PAIRING, .status = ZJ_PLAN_UNKNOWN, .term = -1};
    plan->n_tiers = ZJ_N_PAIRING_TIERS;
    memcpy(plan->order, zj_pairing_tiers, sizeof zj_pairing_tiers);
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    pr_model_init(&m, in, pol, opt->fixed, opt->waivers, NULL);
    bool export = opt->write_lp || opt->write_mps;
    enum zj_status st = export ? pr_export(&m, opt, err) : run(&m, opt, plan, err);
    pr_model_release(&m);
    return st;
}
