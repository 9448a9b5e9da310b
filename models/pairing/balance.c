/*
 * balance.c - the last tier: largest minus smallest number of members over leads that have any.
 *
 * It is the only tier that looks across blocks. Let n[l] be the members of l, and for a number a let h(a)
 * be the least largest group of pairings that keep the tiers before and have no group smaller than a:
 *     h(a) = max over blocks of min { h : n[l] <= h, n[l] >= a u[l], tiers kept }
 * Then the best balance is min over a of max(0, h(a) - a): the a of the best pairing is its smallest group.
 * h never falls when a grows, so a is tried upwards, and only where the last h known leaves a gain.
 */
#include "models/pairing/run.h"

#include <stdlib.h>

struct window {
    struct pr_run *r;
    int64_t *x; /* by column of the model: pairings of all blocks for the a at hand */
    bool proved, possible;
    int64_t most; /* h(a) */
};

static int64_t balance_of(const struct pr_run *r, const int64_t *x)
{
    const struct pr_model *m = r->m;
    int64_t least = INT64_MAX, most = 0;

    for (int l = 0; l < m->in->n_schools; l++) {
        int64_t n = 0;
        for (int k = m->of_lead[l]; k < m->of_lead[l + 1]; k++)
            n += x[k];
        least = n > 0 && n < least ? n : least;
        most = n > most ? n : most;
    }
    return most > least ? most - least : 0;
}

/* n[l] <= h and n[l] >= a u[l] for the leads of the block. False when it has none. */
static bool add_groups(struct mc_lp *p, const struct pr_run *r, int block, int64_t a, int *h)
{
    const struct pr_model *m = r->m;
    const struct mc_block *b = &r->s.blocks.v[block];
    int *idx = zj_calloc((size_t)b->n_cols + 2, sizeof *idx);
    int64_t *val = zj_calloc((size_t)b->n_cols + 2, sizeof *val);
    bool any = false;

    for (int c = 0; c < b->n_cols; c++)
        lp_cost(p->lp, c, 0);
    *h = lp_col(p->lp, 0, m->in->n_schools);
    lp_cost(p->lp, *h, 1);
    for (int l = 0; l < m->in->n_schools; l++) {
        int u = m->used[l] < 0 ? -1 : r->s.blocks.local[m->used[l]], n = 0;
        const int at = m->used[l];
        if (u < 0 || u >= b->n_cols || r->s.blocks.col[b->first_col + u] != at)
            continue;
        for (int k = m->of_lead[l]; k < m->of_lead[l + 1]; k++) {
            if (r->s.blocks.local[k] < 0)
                continue;
            idx[n] = r->s.blocks.local[k];
            val[n++] = 1;
        }
        any = any || n > 0;
        idx[n] = u;
        val[n] = -a;
        lp_row(p->lp, 0, LP_INF, n + 1, idx, val);
        idx[n] = *h;
        val[n] = -1;
        lp_row(p->lp, -LP_INF, 0, n + 1, idx, val);
    }
    free(idx);
    free(val);
    return any;
}

static enum zj_status solve_block(struct window *w, int block, int64_t a, struct zj_err *err)
{
    struct pr_run *r = w->r;
    const struct mc_block *b = &r->s.blocks.v[block];
    struct mc_lp p;
    int h;
    enum zj_status st = ZJ_OK;

    mc_lp_init(&p, &r->s.blocks, block);
    if (add_groups(&p, r, block, a, &h)) {
        int64_t *x = zj_calloc((size_t)b->n_cols + 1, sizeof *x);
        struct lp_answer answer = {.x = x};
        for (int t = 0; t < PR_N_SUMS; t++)
            if (p.tier_row[t] >= 0)
                lp_row_bounds(p.lp, p.tier_row[t], -LP_INF, r->s.value[block][t]);
        st = lp_solve(p.lp, &r->s.limits, NULL, &answer, err);
        mc_count(&r->s, &answer);
        w->proved &= answer.status == LP_OPTIMAL || answer.status == LP_INFEASIBLE;
        w->possible &= answer.status == LP_OPTIMAL || answer.status == LP_FEASIBLE;
        for (int c = 0; c < b->n_cols; c++)
            w->x[r->s.blocks.col[b->first_col + c]] = x[c];
        if (w->possible && answer.value > w->most)
            w->most = answer.value;
        free(x);
    } else {
        for (int c = b->first_col; c < b->first_col + b->n_cols; c++)
            w->x[r->s.blocks.col[c]] = r->s.x[r->s.blocks.col[c]];
    }
    mc_lp_release(&p);
    return st;
}

static enum zj_status try_smallest(struct window *w, int64_t a, struct zj_err *err)
{
    w->possible = true;
    w->most = 0;
    for (int b = 0; b < w->r->s.blocks.n && w->possible; b++)
        ZJ_TRY(solve_block(w, b, a, err));
    return ZJ_OK;
}

enum zj_status pr_solve_balance(struct pr_run *r, struct zj_err *err)
{
    struct window w = {.r = r, .proved = true, .possible = true};
    enum zj_status st = ZJ_OK;
    int64_t known = 0; /* h of the a tried last */

    w.x = zj_calloc((size_t)r->m->p.n_cols + 1, sizeof *w.x);
    r->balance = balance_of(r, r->s.x);
    for (int64_t a = 1; st == ZJ_OK && r->balance > 0 && w.possible && a <= r->m->in->n_schools; a++) {
        if (known - a >= r->balance)
            continue;
        st = try_smallest(&w, a, err);
        if (st != ZJ_OK || !w.possible)
            break;
        known = w.most;
        if (balance_of(r, w.x) < r->balance) {
            r->balance = balance_of(r, w.x);
            for (int c = 0; c < r->m->p.n_cols; c++)
                r->s.x[c] = w.x[c];
        }
    }
    r->balance_bound = w.proved ? r->balance : 0;
    free(w.x);
    return st;
}
