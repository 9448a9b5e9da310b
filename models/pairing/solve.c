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

static void fill_values(const struct pr_run *r, struct zj_plan *plan)
{
    for (int t = 0; t < PR_N_SUMS; t++) {
        int64_t value = mc_sums_value(&r->s, t), bound = r->s.bound[t];
        plan->value[tier_of[t]] = r->s.has_plan ? value : ZJ_NO_VALUE;
        plan->bound[tier_of[t]] = r->s.has_plan && bound > value ? value : bound;
    }
    plan->value[ZJ_T_BALANCE] = r->s.has_plan ? r->balance : ZJ_NO_VALUE;
    plan->bound[ZJ_T_BALANCE] = r->balance_bound;
}

static void fill_plan(const struct pr_run *r, struct zj_plan *plan)
{
    bool proved = r->s.has_plan;

    plan->nodes = r->s.nodes;
    fill_values(r, plan);
    for (int i = 0; i < plan->n_tiers; i++)
        proved &= plan->value[plan->order[i]] == plan->bound[plan->order[i]];
    plan->status = proved          ? ZJ_PLAN_OPTIMAL
                   : stopped(r)    ? ZJ_PLAN_INTERRUPTED
                   : r->s.has_plan ? ZJ_PLAN_FEASIBLE
                                   : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = zj_stop_name(mc_sums_stop(&r->s));
    if (r->s.has_plan)
        pr_unload(r, &plan->pairs);
    plan->gap_permille = r->s.has_plan ? zj_gap_permille(plan) : 0;
}

static enum zj_status solve(struct pr_run *r, struct zj_plan *plan, struct zj_err *err)
{
    ZJ_TRY(mc_sums_solve(&r->s, err));
    if (r->s.infeasible) {
        zj_plan_infeasible(plan);
        plan->nodes = r->s.nodes;
        return r->opt->unexplained ? ZJ_OK : pr_conflict(r, plan, err);
    }
    r->balance = r->balance_bound = ZJ_NO_VALUE;
    if (r->s.has_plan && !r->opt->any_plan)
        ZJ_TRY(pr_solve_balance(r, err));
    fill_plan(r, plan);
    return ZJ_OK;
}

static enum zj_status run(const struct pr_model *m, const struct pr_options *opt, struct zj_plan *plan,
                          struct zj_err *err)
{
    struct pr_run r = {.opt = opt, .m = m};
    const struct lp_limits limits = {.nodes = opt->node_limit,
                                     .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                                     .enough = opt->any_plan ? LP_INF - 1 : -LP_INF,
                                     .effort = LP_FULL,
                                     .gap_permille = opt->gap_permille,
                                     .stop = opt->stop};

    mc_sums_init(&r.s, &m->p, &limits);
    enum zj_status st = solve(&r, plan, err);
    mc_sums_release(&r.s);
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
