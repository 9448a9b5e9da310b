/*
 * coupling_rounds.c - questions to all blocks at once, and the plans they give.
 */
#include "models/secondment/coupling_impl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void round_init(struct round *o, const struct coupling *c)
{
    *o = (struct round){.n = c->r->blocks.n};
    o->req = zj_calloc((size_t)o->n + 1, sizeof *o->req);
    o->ans = zj_calloc((size_t)o->n + 1, sizeof *o->ans);
    for (int b = 0; b < o->n; b++) {
        o->req[b] = sec_run_request(c->r, b, c->m.tier);
        o->req[b].fair_cap = c->m.fair_cap;
        o->req[b].limits.gap_permille = 0; /* the gap is the county's, not the block's */
        o->req[b].start = c->choice[b] >= 0 ? &c->m.column[c->choice[b]].plan : c->r->ctx->keep;
    }
}

enum zj_status round_ask(struct round *o, struct coupling *c, int *fresh, struct zj_err *err)
{
    enum zj_status st = sec_ask(&c->r->pool, &c->r->blocks, c->r->ctx, o->n, o->req, o->ans, err);

    int n = 0;
    for (int i = 0; i < o->n && st == ZJ_OK; i++) {
        c->r->nodes += o->ans[i].nodes;
        c->r->stopped_by_nodes |=
            o->ans[i].stopped && c->r->opt->node_limit > 0 && o->req[i].limits.effort == LP_FULL;
        if (o->ans[i].status == LP_OPTIMAL || o->ans[i].status == LP_FEASIBLE)
            n += sec_master_add(&c->m, o->req[i].block, &o->ans[i]);
    }
    if (fresh)
        *fresh = n;
    return st;
}

void round_release(struct round *o)
{
    for (int i = 0; i < o->n; i++)
        sec_answer_release(&o->ans[i]);
    free(o->req);
    free(o->ans);
}

void be_quick(struct sec_request *q)
{
    q->limits.effort = LP_ROOT;
}

/* How many people of the block a county row can count. */
static int64_t reach(const struct sec_model *m, int county)
{
    int64_t sum = 0;
    int last = -1;

    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        for (int k = row->first; row->county == county && k < row->first + row->n; k++) {
            int type = m->node[m->arc[m->idx[k]].node].type;
            sum += m->val[k] > 0 && type != last ? m->type[type].n : 0;
            last = m->val[k] > 0 ? type : last;
        }
    }
    return sum;
}

/*
 * Each block with these shares of the county's rows as limits, rounded so that together they hold the
 * rows.
 */
static enum zj_status share_round(struct coupling *c, const double *share, struct zj_err *err)
{
    struct round o;
    int n_county = c->r->blocks.n_county;
    size_t n = (size_t)(c->r->blocks.n * n_county) + 1;
    int64_t *lo = zj_calloc(n, sizeof *lo), *hi = zj_calloc(n, sizeof *hi);

    round_init(&o, c);
    for (int b = 0; b < o.n; b++) {
        for (int k = 0; k < n_county; k++) {
            const struct sec_row *row = c->m.link[k];
            int at = b * n_county + k;
            lo[at] = -LP_INF;
            hi[at] = LP_INF;
            if (row && row->lo != -SEC_NO_LIMIT)
                lo[at] = (int64_t)ceil(share[at] - 1e-6);
            else if (row)
                hi[at] = (int64_t)floor(share[at] + 1e-6);
        }
        o.req[b].share_lo = lo + b * n_county;
        o.req[b].share_hi = hi + b * n_county;
        be_quick(&o.req[b]);
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    round_release(&o);
    free(lo);
    free(hi);
    return st;
}

enum { HELP = 1000 };

enum zj_status help_rows(struct coupling *c, struct zj_err *err)
{
    struct round o;
    int n_county = c->r->blocks.n_county;
    int64_t *price = zj_calloc((size_t)n_county + 1, sizeof *price);

    for (int k = 0; k < n_county; k++) {
        const struct sec_row *row = c->m.link[k];
        int64_t unit = row && row->scale < HELP ? HELP / row->scale : 1; /* rows weigh the same */
        price[k] = !row ? 0 : row->lo != -SEC_NO_LIMIT ? unit : -unit;
    }
    round_init(&o, c);
    for (int b = 0; b < o.n; b++) {
        o.req[b].price = price;
        cap_loose(&o.req[b], c, b);
        o.req[b].cap[c->m.tier] = c->floor[b][c->m.tier];
        be_quick(&o.req[b]);
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    round_release(&o);
    free(price);
    return st;
}

enum zj_status fair_shares(struct coupling *c, struct zj_err *err)
{
    int n_county = c->r->blocks.n_county, blocks = c->r->blocks.n;
    double *share = zj_calloc((size_t)(blocks * n_county) + 1, sizeof *share);

    for (int k = 0; k < n_county; k++) {
        const struct sec_row *row = c->m.link[k];
        int64_t all = 0;
        for (int b = 0; row && b < blocks; b++)
            all += reach(&c->r->blocks.model[b], k);
        for (int b = 0; all > 0 && b < blocks; b++)
            share[b * n_county + k] = (double)(row->lo != -SEC_NO_LIMIT ? row->lo : row->hi) *
                                      (double)reach(&c->r->blocks.model[b], k) / (double)all;
    }
    enum zj_status st = share_round(c, share, err);
    free(share);
    return st;
}
