/*
 * solve.c - from an instance to one of the four honest answers.
 */
#include "models/secondment/conflict.h"
#include "models/secondment/coupling.h"
#include "models/secondment/export.h"
#include "models/secondment/reasons.h"
#include "models/secondment/start.h"
#include "solver/base/whole.h"

#include <stdlib.h>
#include <string.h>

/* Coupled blocks with fewer columns than this in all are solved as one program, to the proof. */
enum { TOGETHER_COLUMNS = 4000 };
/* A search in a block with more columns than this may not come to a plan within minutes. */
enum { LARGE_COLUMNS = 40000 };

/* Why not everything is proved. */
static enum zj_stop stop_of(const struct sec_run *r, const struct zj_plan *plan)
{
    bool in_gap = r->has_plan && r->opt->gap_permille > 0;

    for (int t = 0; t < ZJ_N_TIERS && in_gap; t++)
        in_gap = zj_within_gap(plan->value[t], plan->bound[t], r->opt->gap_permille);
    if (r->opt->stop && *r->opt->stop)
        return ZJ_STOP_signal;
    if (r->deadline && lp_clock_ms() >= r->deadline)
        return ZJ_STOP_time;
    if (r->stopped_by_nodes)
        return ZJ_STOP_nodes;
    if (in_gap)
        return ZJ_STOP_gap;
    return r->blocks.n_coupled > 0 ? ZJ_STOP_columns : ZJ_STOP_numerics;
}

static void fill_plan(struct sec_run *r, struct zj_plan *plan)
{
    const struct sec_ctx *c = r->ctx;

    plan->nodes = r->nodes;
    plan->n_tiers = ZJ_N_TIERS;
    memcpy(plan->order, c->pol->objective, sizeof c->pol->objective);
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        plan->value[t] = r->has_plan ? r->value[t] : ZJ_NO_VALUE;
        plan->bound[t] = r->has_plan && r->bound[t] > r->value[t] ? r->value[t] : r->bound[t];
    }
    bool proved = r->has_plan;
    for (int t = 0; t < ZJ_N_TIERS; t++)
        proved &= plan->value[t] == plan->bound[t];
    bool by_signal = r->opt->stop && *r->opt->stop;
    plan->status = proved        ? ZJ_PLAN_OPTIMAL
                   : by_signal   ? ZJ_PLAN_INTERRUPTED
                   : r->has_plan ? ZJ_PLAN_FEASIBLE
                                 : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = zj_stop_name(stop_of(r, plan));
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
    if (r->blocks.n_coupled > 0 && sec_run_columns(r) <= TOGETHER_COLUMNS && !r->opt->decompose) {
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
    if (r->opt->unexplained)
        return ZJ_OK;
    return sec_conflict(r, plan, err);
}

static void warn_of_size(const struct sec_run *r)
{
    for (int b = 0; b < r->blocks.n && r->opt->large; b++) {
        const struct sec_model *m = &r->blocks.model[b];
        int schools = 0;
        for (int s = 0; s < r->ctx->in->n_schools; s++)
            schools += m->in_block[s];
        if (m->n_arcs + m->n_aux > LARGE_COLUMNS)
            r->opt->large(r->opt->progress_ctx, schools, m->n_arcs + m->n_aux);
    }
}

/* The limit came, or the user's wish to end, before the models stood. */
static void give_up(struct sec_run *r, struct zj_plan *plan)
{
    for (int t = 0; t < ZJ_N_TIERS; t++)
        r->bound[t] = ZJ_NO_VALUE;
    fill_plan(r, plan);
}

static enum zj_status build_and_solve(struct sec_ctx *c, const struct sec_options *opt, struct zj_plan *plan,
                                      struct zj_err *err)
{
    struct sec_run run;
    enum zj_status st = ZJ_OK;

    c->deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0;
    sec_run_init(&run, c, opt, false);
    bool stands = !sec_ctx_over(c);
    c->patient = true; /* building them again takes no longer, and a part of a model would mislead */
    if (stands)
        warn_of_size(&run);
    if (stands)
        st = sec_start(&run, err);
    if (stands && st == ZJ_OK)
        st = solve(&run, plan, err);
    else if (!stands)
        give_up(&run, plan);
    sec_run_release(&run);
    return st;
}

enum zj_status sec_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct sec_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct sec_ctx ctx;

    *plan = (struct zj_plan){.model = ZJ_SECONDMENT, .status = ZJ_PLAN_UNKNOWN};
    sec_ctx_init(&ctx, in, pol, opt->keep);
    ctx.stop = opt->stop;
    bool export = opt->write_lp || opt->write_mps;
    enum zj_status st = export ? sec_export(&ctx, opt, err) : build_and_solve(&ctx, opt, plan, err);
    sec_ctx_release(&ctx);
    return st;
}
