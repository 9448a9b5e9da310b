#include "models/secondment/run.h"

#include <stdlib.h>
#include <string.h>

static void tick(void *ctx, int done, int total)
{
    const struct sec_run *r = ctx;

    if (!r->opt->progress)
        return;
    struct sec_progress p = {.stage = zj_tier_name(r->now),
                             .elapsed = (double)(lp_clock_ms() - r->began) / 1000.0,
                             .value = r->has_plan ? r->value[r->now] : ZJ_NO_VALUE,
                             .bound = ZJ_NO_VALUE,
                             .done = done,
                             .total = total};
    r->opt->progress(r->opt->progress_ctx, &p);
}

void sec_run_init(struct sec_run *r, const struct sec_ctx *c, const struct sec_options *opt, bool together)
{
    *r = (struct sec_run){.ctx = c, .opt = opt, .began = lp_clock_ms()};
    r->deadline = c->deadline;
    r->pool = (struct pool){
        .jobs = opt->jobs, .deadline = r->deadline, .stop = opt->stop, .tick = tick, .tick_ctx = r};
    sec_blocks_build(&r->blocks, c, together);
    size_t n = (size_t)r->blocks.n;
    r->best = zj_calloc(n + 1, sizeof *r->best);
    r->tier = zj_calloc(n + 1, sizeof *r->tier);
    r->cap = zj_calloc(n + 1, sizeof *r->cap);
    r->part = zj_calloc(n * (size_t)r->blocks.n_county + 1, sizeof *r->part);
    r->infeasible = zj_calloc(n + 1, sizeof *r->infeasible);
    r->closed = zj_calloc(n + 1, sizeof *r->closed);
    for (int b = 0; b < r->blocks.n; b++) {
        for (int t = 0; t < ZJ_N_TIERS; t++)
            r->cap[b][t] = INT64_MAX;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        for (int b = 0; b < r->blocks.n; b++)
            r->bound[t] += sec_floor(&r->blocks.model[b], (enum zj_tier)t);
    }
}

void sec_run_release(struct sec_run *r)
{
    for (int b = 0; b < r->blocks.n; b++)
        zj_postings_release(&r->best[b]);
    free(r->best);
    free(r->tier);
    free(r->cap);
    free(r->part);
    free(r->infeasible);
    free(r->closed);
    sec_blocks_release(&r->blocks);
}

bool sec_run_over(const struct sec_run *r)
{
    return (r->opt->stop && *r->opt->stop) || (r->deadline && lp_clock_ms() >= r->deadline);
}

int64_t sec_floor(const struct sec_model *m, enum zj_tier tier)
{
    int64_t least = m->constant[tier];

    if (tier == ZJ_T_FAIRNESS)
        return 0;
    for (int a = 0; a < m->n_arcs; a++) {
        int64_t cost = m->arc[a].cost[tier];
        least += cost < 0 ? cost * m->type[m->node[m->arc[a].node].type].n : 0;
    }
    return least;
}

struct sec_request sec_run_request(const struct sec_run *r, int block, enum zj_tier tier)
{
    struct sec_request q = {.block = block,
                            .tier = tier,
                            .fair_cap = r->blocks.fair_cap,
                            .enough = r->opt->any_plan ? INT64_MAX / 4 : INT64_MIN,
                            .start = r->has_plan     ? &r->best[block]
                                     : r->opt->known ? r->opt->known->postings
                                                     : r->ctx->keep};

    memcpy(q.cap, r->cap[block], sizeof q.cap);
    q.limits = (struct lp_limits){
        .nodes = r->opt->node_limit, .deadline = r->deadline, .gap_permille = r->opt->gap_permille};
    return q;
}

void sec_run_take(struct sec_run *r, int block, struct sec_answer *a)
{
    struct zj_postings old = r->best[block];

    r->best[block] = a->plan;
    a->plan = old;
    memcpy(r->tier[block], a->tier, sizeof a->tier);
    for (int k = 0; k < r->blocks.n_county; k++)
        r->part[block * r->blocks.n_county + k] = a->part[k];
}

bool sec_run_load(struct sec_run *r, int block, const struct zj_postings *plan)
{
    const struct sec_model *m = &r->blocks.model[block];
    struct sec_program p;

    sec_program_init(&p, m);
    int64_t *x = zj_calloc((size_t)p.n_cols + 1, sizeof *x);
    const bool lawful = sec_program_load(&p, plan, x);
    if (lawful) {
        sec_program_values(&p, x, r->tier[block]);
        r->best[block].n = 0;
    }
    for (int i = 0; lawful && i < plan->n; i++) {
        if (m->type_of[plan->v[i].teacher] >= 0)
            zj_postings_add(&r->best[block], &plan->v[i]);
    }
    free(x);
    sec_program_release(&p);
    return lawful;
}

int sec_run_columns(const struct sec_run *r)
{
    int n = 0;

    for (int b = 0; b < r->blocks.n; b++)
        n += r->blocks.model[b].n_arcs + r->blocks.model[b].n_aux;
    return n;
}

void sec_run_sum(struct sec_run *r)
{
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        r->value[t] = 0;
        for (int b = 0; b < r->blocks.n; b++) {
            int64_t v = r->tier[b][t];
            if (t == ZJ_T_FAIRNESS)
                r->value[t] = v > r->value[t] ? v : r->value[t];
            else
                r->value[t] += v;
        }
    }
}
