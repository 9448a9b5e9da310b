#include "models/secondment/task.h"

#include <stdlib.h>
#include <string.h>

struct job {
    const struct sec_blocks *b;
    const struct sec_ctx *c;
    const struct sec_request *req;
};

void sec_answer_release(struct sec_answer *a)
{
    free(a->part);
    zj_postings_release(&a->plan);
    memset(a, 0, sizeof *a);
}

static void set_prices(struct sec_program *p, const struct sec_request *r)
{
    int64_t *cost = zj_calloc((size_t)p->n_cols + 1, sizeof *cost);
    const struct sec_model *m = p->m;

    for (int t = 0; t < ZJ_N_TIERS; t++) {
        int64_t price = r->tier_price[t] + (t == (int)r->tier ? r->weight : 0);
        for (int j = 0; price && j < p->n_cols; j++)
            cost[j] += price * sec_program_cost(m, j, (enum zj_tier)t);
    }
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        int64_t price = row->county >= 0 && !row->settled ? r->price[row->county] : 0;
        for (int k = row->first; price && k < row->first + row->n; k++)
            cost[m->idx[k]] -= price * m->val[k];
    }
    for (int j = 0; j < p->n_cols; j++)
        lp_cost(p->lp, j, (double)cost[j]);
    free(cost);
}

static int64_t constant_of(const struct sec_model *m, const struct sec_request *r)
{
    int64_t sum = 0;

    if (!r->price)
        return r->tier == ZJ_T_FAIRNESS ? 0 : m->constant[r->tier];
    for (int t = 0; t < ZJ_N_TIERS; t++)
        sum += m->constant[t] * (r->tier_price[t] + (t == (int)r->tier ? r->weight : 0));
    return sum;
}

static void prepare(struct sec_program *p, const struct sec_request *r)
{
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (r->cap[t] != INT64_MAX && t != ZJ_T_FAIRNESS)
            sec_program_cap(p, (enum zj_tier)t, r->cap[t]);
    }
    for (int k = 0; r->share_lo && k < p->m->n_county; k++) {
        if (p->county_row[k] >= 0)
            lp_row_bounds(p->lp, p->county_row[k], r->share_lo[k], r->share_hi[k]);
    }
    if (r->price)
        set_prices(p, r);
    else
        sec_program_minimise(p, r->tier);
}

static void put(struct pool_bytes *out, int64_t v)
{
    pool_put(out, &v, sizeof v);
}

void sec_put_plan(const struct sec_program *p, int64_t *x, struct pool_bytes *out)
{
    int64_t tier[ZJ_N_TIERS];
    struct zj_postings plan = {0};

    sec_program_tidy(p, x); /* a tier that was not minimised may hold more than it must */
    sec_program_values(p, x, tier);
    sec_program_unload(p, x, &plan);
    pool_put(out, tier, sizeof tier);
    for (int k = 0; k < p->m->n_county; k++)
        put(out, sec_program_part(p, k, x));
    put(out, plan.n);
    pool_put(out, plan.v, (size_t)plan.n * sizeof *plan.v);
    zj_postings_release(&plan);
}

static void put_answer(const struct sec_program *p, const struct sec_request *r, const struct lp_answer *a,
                       struct pool_bytes *out)
{
    int64_t constant = constant_of(p->m, r);
    bool is_number = a->bound != -LP_INF && a->bound != LP_INF; /* no bound is known; no plan exists */
    bool has = a->status == LP_OPTIMAL || a->status == LP_FEASIBLE;

    put(out, (int64_t)a->status);
    put(out, has ? a->value + constant : INT64_MAX);
    put(out, is_number ? a->bound + constant : a->bound == LP_INF ? INT64_MAX : INT64_MIN);
    put(out, a->nodes);
    put(out, a->stopped);
    if (has)
        sec_put_plan(p, a->x, out);
}

/* In the worker. */
static enum zj_status solve_block(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct job *job = ctx;
    const struct sec_request *r = &job->req[i];
    struct sec_model own;
    const struct sec_model *m = &job->b->model[r->block];
    struct sec_program p;

    if (r->fair_cap != job->b->fair_cap) {
        sec_block_model(job->b, job->c, r->block, r->fair_cap, &own);
        m = &own;
    }
    sec_program_init(&p, m);
    prepare(&p, r);
    int64_t *x = zj_calloc((size_t)p.n_cols + 1, sizeof *x);
    int64_t *start = zj_calloc((size_t)p.n_cols + 1, sizeof *start);
    struct lp_answer a = {.x = x};
    struct lp_limits limits = r->limits;
    struct zj_postings nothing = {0};
    limits.stop = &pool_stop;
    limits.enough = r->enough == INT64_MIN ? -LP_INF : r->enough - constant_of(m, r);
    bool loaded =
        (r->start && sec_program_load(&p, r->start, start)) || sec_program_load(&p, &nothing, start);
    enum zj_status st = lp_solve(p.lp, &limits, loaded ? start : NULL, &a, err);
    if (st == ZJ_OK)
        put_answer(&p, r, &a, out);
    free(x);
    free(start);
    sec_program_release(&p);
    if (m == &own)
        sec_model_release(&own);
    return st;
}

static int64_t take(const struct pool_bytes *in, size_t *at)
{
    int64_t v = 0;

    if (!pool_get(in, at, &v, sizeof v))
        *at = in->n;
    return v;
}

void sec_take_plan(const struct pool_bytes *in, size_t *at, int n_county, struct sec_answer *a)
{
    struct zj_posting posting;

    a->part = zj_calloc((size_t)n_county + 1, sizeof *a->part);
    for (int t = 0; t < ZJ_N_TIERS; t++)
        a->tier[t] = take(in, at);
    for (int k = 0; k < n_county; k++)
        a->part[k] = take(in, at);
    int n = (int)take(in, at);
    while (n-- > 0 && pool_get(in, at, &posting, sizeof posting))
        zj_postings_add(&a->plan, &posting);
}

static void read_answer(const struct pool_bytes *in, int n_county, struct sec_answer *a)
{
    size_t at = 0;

    *a = (struct sec_answer){.given = in->n > 0, .status = LP_UNKNOWN, .bound = INT64_MIN, .stopped = true};
    if (!a->given)
        return;
    a->status = (enum lp_status)take(in, &at);
    a->value = take(in, &at);
    a->bound = take(in, &at);
    a->nodes = take(in, &at);
    a->stopped = take(in, &at) != 0;
    if (a->status == LP_OPTIMAL || a->status == LP_FEASIBLE)
        sec_take_plan(in, &at, n_county, a);
}

enum zj_status sec_ask(const struct pool *pool, const struct sec_blocks *b, const struct sec_ctx *c, int n,
                       const struct sec_request *req, struct sec_answer *ans, struct zj_err *err)
{
    struct job job = {b, c, req};
    struct pool_bytes *out = zj_calloc((size_t)n + 1, sizeof *out);
    enum zj_status st = pool_run(pool, n, solve_block, &job, out, err);

    for (int i = 0; i < n; i++) {
        read_answer(&out[i], b->n_county, &ans[i]);
        pool_release(&out[i]);
    }
    free(out);
    return st;
}
