/*
 * start.c - what the communities can do alone is a plan for all of them together.
 *
 * Restriction: a copy of the instance has no road between schools of different communities. Its blocks
 * are small, its plans are plans of the county, and its values bound the county's from above. Only a
 * start: bounds come from the whole block. Rules whose places the copy cannot keep (a pin across
 * communities) leave the copy without a plan, and the run without a start.
 */
#include "models/secondment/start.h"

#include <stdlib.h>

enum { LARGE = 10000, SHARE_OF_TIME = 3 };

static bool is_large(const struct sec_model *m)
{
    const struct zj_instance *in = m->ctx->in;
    int community = -1;
    bool several = false;

    for (int s = 0; s < in->n_schools; s++) {
        if (!m->in_block[s])
            continue;
        several |= community >= 0 && in->school[s].community != community;
        community = in->school[s].community;
    }
    return several && m->n_arcs + m->n_aux > LARGE;
}

/* Roads within communities only. */
static int32_t *inner_roads(const struct zj_instance *in, const int32_t *road)
{
    const size_t n = (size_t)in->n_schools;
    int32_t *inner = zj_malloc((n * n + 1) * sizeof *inner);

    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++) {
            const int of = in->school[a].community;
            const bool together = a == b || (of >= 0 && of == in->school[b].community);
            inner[a * n + b] = together ? road[a * n + b] : ZJ_NONE;
        }
    }
    return inner;
}

static void take(struct sec_run *r, const struct zj_postings *plan)
{
    bool all = true;

    for (int b = 0; b < r->blocks.n && all; b++)
        all = sec_run_load(r, b, plan);
    for (int b = 0; b < r->blocks.n && !all; b++)
        r->best[b].n = 0;
    r->has_plan = all;
    if (all)
        sec_run_sum(r);
}

enum zj_status sec_start(struct sec_run *r, struct zj_err *err)
{
    const struct sec_ctx *c = r->ctx;
    struct zj_instance apart = *c->in;
    struct sec_options opt = *r->opt;
    struct zj_plan plan;
    bool large = r->opt->start_apart;

    for (int b = 0; b < r->blocks.n; b++)
        large |= is_large(&r->blocks.model[b]);
    if (!large || r->blocks.n_coupled > 0 || c->keep)
        return ZJ_OK;
    apart.minutes = inner_roads(c->in, c->in->minutes);
    apart.metres = inner_roads(c->in, c->in->metres);
    opt.large = NULL;
    opt.start_apart = false;
    opt.unexplained = true;
    opt.progress = NULL;
    if (r->deadline)
        opt.time_limit_ms = (r->deadline - lp_clock_ms()) / SHARE_OF_TIME + 1;
    enum zj_status st = sec_solve(&apart, c->pol, &opt, &plan, err);
    if (st == ZJ_OK && (plan.status == ZJ_PLAN_OPTIMAL || plan.status == ZJ_PLAN_FEASIBLE))
        take(r, &plan.postings);
    zj_plan_release(&plan);
    free(apart.minutes);
    free(apart.metres);
    return st;
}
