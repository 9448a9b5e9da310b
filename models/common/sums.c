/*
 * sums.c - the tiers one after the other in each block; what is reached is kept.
 */
#include "models/common/sums.h"

#include <stdlib.h>

void mc_sums_init(struct mc_sums *s, const struct mc_program *p, const struct lp_limits *limits)
{
    *s = (struct mc_sums){.limits = *limits};
    mc_blocks_init(&s->blocks, p);
    s->x = zj_calloc((size_t)p->n_cols + 1, sizeof *s->x);
    s->value = zj_calloc((size_t)s->blocks.n + 1, sizeof *s->value);
    s->bad = zj_calloc((size_t)s->blocks.n + 1, sizeof *s->bad);
    s->found = zj_calloc((size_t)s->blocks.n + 1, sizeof *s->found);
}

void mc_sums_release(struct mc_sums *s)
{
    free(s->x);
    free(s->value);
    free(s->bad);
    free(s->found);
    mc_blocks_release(&s->blocks);
}

enum zj_stop mc_sums_stop(const struct mc_sums *s)
{
    if (s->limits.stop && *s->limits.stop)
        return ZJ_STOP_signal;
    if (s->limits.deadline && lp_clock_ms() >= s->limits.deadline)
        return ZJ_STOP_time;
    if (s->by_nodes)
        return ZJ_STOP_nodes;
    return s->limits.gap_permille > 0 && !s->by_numerics ? ZJ_STOP_gap : ZJ_STOP_numerics;
}

static void load(const struct mc_sums *s, int block, int64_t *x)
{
    const struct mc_block *b = &s->blocks.v[block];

    for (int c = 0; c < b->n_cols; c++)
        x[c] = s->x[s->blocks.col[b->first_col + c]];
}

static void store(struct mc_sums *s, int block, const int64_t *x)
{
    const struct mc_block *b = &s->blocks.v[block];

    for (int c = 0; c < b->n_cols; c++)
        s->x[s->blocks.col[b->first_col + c]] = x[c];
}

void mc_count(struct mc_sums *s, const struct lp_answer *a)
{
    s->nodes += a->nodes;
    s->by_nodes |= a->stopped && s->limits.nodes > 0 && a->nodes >= s->limits.nodes;
    s->by_numerics |= a->status != LP_OPTIMAL && a->status != LP_INFEASIBLE && !a->stopped;
}

/* What the tier comes to, at the block's vector. */
static int64_t sum_of(const struct mc_sums *s, int block, int tier)
{
    const struct mc_block *b = &s->blocks.v[block];
    int64_t sum = 0;

    for (int c = b->first_col; c < b->first_col + b->n_cols; c++)
        sum += s->x[s->blocks.col[c]] * s->blocks.m->col[s->blocks.col[c]].cost[tier];
    return sum;
}

/* One tier of a block. *open: nothing more can be found out. */
static enum zj_status solve_tier(struct mc_sums *s, int block, int tier, struct mc_lp *p, bool *open,
                                 struct zj_err *err)
{
    bool *found = &s->found[block];
    const int n = s->blocks.v[block].n_cols;
    int64_t *x = zj_calloc((size_t)n + 1, sizeof *x), *start = zj_calloc((size_t)n + 1, sizeof *start);
    struct lp_answer a = {.x = x};

    if (*found)
        load(s, block, start);
    enum zj_status st = lp_solve(p->lp, &s->limits, *found ? start : NULL, &a, err);
    mc_count(s, &a);
    if (a.status == LP_OPTIMAL || a.status == LP_FEASIBLE) {
        store(s, block, x);
        *found = true;
    } else if (!*found) {
        s->bad[block] = a.status == LP_INFEASIBLE;
        *open = true;
    }
    if (a.bound > 0 && a.bound < LP_INF) /* that of a block without an answer says nothing of the sum */
        s->bound[tier] += a.bound;
    if (*found && p->tier_row[tier] >= 0)
        lp_row_bounds(p->lp, p->tier_row[tier], -LP_INF, sum_of(s, block, tier));
    free(x);
    free(start);
    return st;
}

static void count_tiers(struct mc_sums *s, int block)
{
    for (int t = 0; t < s->blocks.m->n_sums && s->found[block]; t++)
        s->value[block][t] = sum_of(s, block, t);
}

static enum zj_status solve_block(struct mc_sums *s, int block, struct zj_err *err)
{
    struct mc_lp p;
    enum zj_status st = ZJ_OK;
    bool open = false;

    mc_lp_init(&p, &s->blocks, block);
    for (int t = 0; t < s->blocks.m->n_sums && st == ZJ_OK && !open; t++) {
        /* A tier without costs here needs no search, but some answer there must be. */
        if (mc_lp_minimise(&p, &s->blocks, block, t) || (t == s->blocks.m->n_sums - 1 && !s->found[block]))
            st = solve_tier(s, block, t, &p, &open, err);
    }
    mc_lp_release(&p);
    count_tiers(s, block);
    return st;
}

enum zj_status mc_sums_solve(struct mc_sums *s, struct zj_err *err)
{
    bool all = s->blocks.hopeless < 0;

    s->infeasible = !all;
    for (int b = 0; b < s->blocks.n; b++) {
        ZJ_TRY(solve_block(s, b, err));
        all = all && s->found[b];
        s->infeasible |= s->bad[b];
    }
    s->has_plan = all;
    return ZJ_OK;
}

/* ---- all tiers at once ------------------------------------------------------------------------------- */

static void set_costs(const struct mc_sums *s, int block, const int64_t *weight, struct lp *lp)
{
    const struct mc_block *b = &s->blocks.v[block];

    for (int c = 0; c < b->n_cols; c++) {
        const struct mc_col *col = &s->blocks.m->col[s->blocks.col[b->first_col + c]];
        int64_t cost = 0;
        for (int t = 0; t < s->blocks.m->n_sums; t++)
            cost += weight[t] * col->cost[t];
        lp_cost(lp, c, (double)cost);
    }
}

static enum zj_status blend_block(struct mc_sums *s, int block, const int64_t *weight,
                                  const struct lp_limits *limits, struct zj_err *err)
{
    struct mc_lp p;
    struct lp_answer a = {.x = zj_calloc((size_t)s->blocks.v[block].n_cols + 1, sizeof *a.x)};

    mc_lp_init(&p, &s->blocks, block);
    set_costs(s, block, weight, p.lp);
    enum zj_status st = lp_solve(p.lp, limits, NULL, &a, err);
    s->nodes += a.nodes;
    s->found[block] = a.status == LP_OPTIMAL || a.status == LP_FEASIBLE;
    if (s->found[block])
        store(s, block, a.x);
    count_tiers(s, block);
    mc_lp_release(&p);
    free(a.x);
    return st;
}

enum zj_status mc_sums_blend(struct mc_sums *s, const int64_t weight[MC_MAX_SUMS],
                             const struct lp_limits *limits, struct zj_err *err)
{
    s->has_plan = s->blocks.hopeless < 0;
    for (int b = 0; b < s->blocks.n && s->has_plan; b++) {
        ZJ_TRY(blend_block(s, b, weight, limits, err));
        s->has_plan = s->found[b];
    }
    return ZJ_OK;
}

int64_t mc_sums_value(const struct mc_sums *s, int tier)
{
    int64_t value = 0;

    for (int b = 0; b < s->blocks.n; b++)
        value += s->value[b][tier];
    return value;
}
