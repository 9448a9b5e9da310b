/*
 * sums.c - soft, uncovered, travel: one after the other in each block, what is reached is kept.
 */
#include "models/pairing/run.h"

#include <stdlib.h>

struct lp_limits pr_limits(const struct pr_run *r)
{
    return (struct lp_limits){.nodes = r->opt->node_limit,
                              .deadline = r->deadline,
                              .enough = -LP_INF,
                              .effort = LP_FULL,
                              .gap_permille = r->opt->gap_permille,
                              .stop = r->opt->stop};
}

void pr_block_load(const struct pr_run *r, int block, int64_t *x)
{
    const struct pr_block *b = &r->blocks.v[block];

    for (int c = 0; c < b->n_cols; c++)
        x[c] = r->x[r->blocks.col[b->first_col + c]];
}

void pr_block_store(struct pr_run *r, int block, const int64_t *x)
{
    const struct pr_block *b = &r->blocks.v[block];

    for (int c = 0; c < b->n_cols; c++)
        r->x[r->blocks.col[b->first_col + c]] = x[c];
}

void pr_count(struct pr_run *r, const struct lp_answer *a)
{
    r->nodes += a->nodes;
    r->by_nodes |= a->stopped && r->opt->node_limit > 0 && a->nodes >= r->opt->node_limit;
    r->by_numerics |= a->status != LP_OPTIMAL && a->status != LP_INFEASIBLE && !a->stopped;
}

/* What the tier comes to, at the block's vector. */
static int64_t sum_of(const struct pr_run *r, int block, int tier)
{
    const struct pr_block *b = &r->blocks.v[block];
    int64_t sum = 0;

    for (int c = b->first_col; c < b->first_col + b->n_cols; c++)
        sum += r->x[r->blocks.col[c]] * r->m->col[r->blocks.col[c]].cost[tier];
    return sum;
}

/* One tier of a block. *found: the block's vector is a pairing; *open: nothing more can be found out. */
static enum zj_status solve_tier(struct pr_run *r, int block, int tier, struct pr_program *p, bool *found,
                                 bool *open, struct zj_err *err)
{
    const int n = r->blocks.v[block].n_cols;
    int64_t *x = zj_calloc((size_t)n + 1, sizeof *x), *start = zj_calloc((size_t)n + 1, sizeof *start);
    const struct lp_limits limits = pr_limits(r);
    struct lp_answer a = {.x = x};

    if (*found)
        pr_block_load(r, block, start);
    enum zj_status st = lp_solve(p->lp, &limits, *found ? start : NULL, &a, err);
    pr_count(r, &a);
    if (a.status == LP_OPTIMAL || a.status == LP_FEASIBLE) {
        pr_block_store(r, block, x);
        *found = true;
    } else if (!*found) {
        r->bad[block] = a.status == LP_INFEASIBLE;
        *open = true;
    }
    r->bound[tier] += a.bound == -LP_INF || a.bound < 0 ? 0 : a.bound;
    if (*found && p->tier_row[tier] >= 0)
        lp_row_bounds(p->lp, p->tier_row[tier], -LP_INF, sum_of(r, block, tier));
    free(x);
    free(start);
    return st;
}

static enum zj_status solve_block(struct pr_run *r, int block, bool *found, struct zj_err *err)
{
    struct pr_program p;
    enum zj_status st = ZJ_OK;
    bool open = false;

    *found = false;
    pr_program_init(&p, &r->blocks, block);
    for (int t = 0; t < PR_N_SUMS && st == ZJ_OK && !open; t++) {
        /* A tier without costs here needs no search, but some pairing there must be. */
        if (pr_program_minimise(&p, &r->blocks, block, t) || (t == PR_N_SUMS - 1 && !*found))
            st = solve_tier(r, block, t, &p, found, &open, err);
    }
    pr_program_release(&p);
    for (int t = 0; t < PR_N_SUMS && *found; t++)
        r->value[block][t] = sum_of(r, block, t);
    return st;
}

enum zj_status pr_solve_sums(struct pr_run *r, struct zj_err *err)
{
    bool all = r->blocks.hopeless < 0;

    r->infeasible = !all;
    for (int b = 0; b < r->blocks.n; b++) {
        bool found;
        ZJ_TRY(solve_block(r, b, &found, err));
        all = all && found;
        r->infeasible |= r->bad[b];
    }
    r->has_plan = all;
    return ZJ_OK;
}
