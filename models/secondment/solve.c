/*
 * solve.c - from an instance to one of the four honest answers.
 */
#include "models/secondment/conflict.h"
#include "models/secondment/coupling.h"
#include "models/secondment/export.h"
#include "models/secondment/reasons.h"
#include "models/secondment/run.h"

#include <stdlib.h>
#include <string.h>

/* Coupled blocks with fewer columns than this in all are solved as one program, to the proof. */
enum { TOGETHER_COLUMNS = 4000 };

static void fill_plan(struct sec_run *r, struct zj_plan *plan)
{
    const struct sec_ctx *c = r->ctx;

    plan->nodes = r->nodes;
    memcpy(plan->order, c->pol->objective, sizeof plan->order);
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        plan->value[t] = r->has_plan ? r->value[t] : ZJ_NO_VALUE;
        plan->bound[t] = r->has_plan && r->bound[t] > r->value[t] ? r->value[t] : r->bound[t];
    }
    bool proved = r->has_plan;
    for (int t = 0; t < ZJ_N_TIERS; t++)
        proved &= plan->value[t] == plan->bound[t];
    bool by_signal = r->opt->stop && *r->opt->stop;
    bool by_time = r->deadline && lp_clock_ms() >= r->deadline;
    plan->status = proved        ? ZJ_PLAN_OPTIMAL
                   : by_signal   ? ZJ_PLAN_INTERRUPTED
                   : r->has_plan ? ZJ_PLAN_FEASIBLE
                                 : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = by_signal ? "signal" : by_time ? "time" : r->stopped_by_nodes ? "nodes" : NULL;
    for (int b = 0; r->has_plan && b < r->blocks.n; b++) {
        for (int i = 0; i < r->best[b].n; i++)
            zj_postings_add(&plan->postings, &r->best[b].v[i]);
    }
    zj_postings_sort(&plan->postings);
    plan->gap_permille = r->has_plan ? zj_gap_permille(plan) : 0;
    if (r->has_plan)
        sec_unmet(c, plan);
}

static bool any_infeasible(const struct sec_run *r)
{
    for (int b = 0; b < r->blocks.n; b++) {
        if (r->infeasible[b])
            return true;
    }
    return r->county_infeasible;
}

static enum zj_status solve(struct sec_run *r, struct zj_plan *plan, struct zj_err *err)
{
    int columns = 0;

    for (int b = 0; b < r->blocks.n; b++)
        columns += r->blocks.model[b].n_arcs + r->blocks.model[b].n_aux;
    if (r->blocks.n_coupled > 0 && columns <= TOGETHER_COLUMNS && !r->opt->decompose) {
        const struct sec_ctx *c = r->ctx;
        const struct sec_options *opt = r->opt;
        sec_run_release(r);
        sec_run_init(r, c, opt, true);
    }
    if (r->blocks.n_coupled > 0)
        ZJ_TRY(sec_solve_coupled(r, err));
    else
        ZJ_TRY(sec_solve_apart(r, err));
    fill_plan(r, plan);
    if (!any_infeasible(r))
        return ZJ_OK;
    plan->status = ZJ_PLAN_INFEASIBLE;
    plan->stopped_by = NULL;
    return sec_conflict(r, plan, err);
}

enum zj_status sec_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct sec_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct sec_ctx ctx;
    struct sec_run run;

    *plan = (struct zj_plan){.model = ZJ_SECONDMENT, .status = ZJ_PLAN_UNKNOWN};
    sec_ctx_init(&ctx, in, pol, opt->keep);
    enum zj_status st;
    if (opt->write_lp || opt->write_mps) {
        st = sec_export(&ctx, opt, err);
    } else {
        sec_run_init(&run, &ctx, opt, false);
        st = solve(&run, plan, err);
        sec_run_release(&run);
    }
    sec_ctx_release(&ctx);
    return st;
}
