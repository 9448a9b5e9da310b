/*
 * coupling_near.c - plans of single blocks near those in force, for the choice of whole plans.
 *
 * Prices alone give the corners of what a block can offer, and the corners rarely add up to the county's rows
 * without loss. Between them lie plans that give one person more or less to a row, or one unit of the tier.
 */
#include "models/secondment/coupling_impl.h"

#include <stdlib.h>
#include <string.h>

enum { STEP_NODES = 20, N_TIER_STEPS = 4 };

/* A loose tier may take what the other blocks' plans in force leave of it. */
void cap_loose(struct sec_request *q, const struct coupling *c, int block)
{
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (!c->m.loose[t])
            continue;
        q->cap[t] = c->m.value[t] - (t == ZJ_T_SOFT ? sec_master_soft(&c->m, c->choice) : 0);
        for (int b = 0; b < c->r->blocks.n; b++)
            q->cap[t] -= b == block ? 0 : c->m.column[c->choice[b]].tier[t];
    }
}

enum zj_status one_by_one(struct coupling *c, struct zj_err *err)
{
    struct round o;
    int n_county = c->r->blocks.n_county;
    size_t n = (size_t)(c->r->blocks.n * n_county) + 1;
    int64_t *lo = zj_calloc(n, sizeof *lo), *hi = zj_calloc(n, sizeof *hi);

    round_init(&o, c);
    for (int b = 0; b < o.n; b++) {
        const struct sec_column *own = &c->m.column[c->choice[b]];
        for (int k = 0; k < n_county; k++) {
            const struct sec_row *row = c->m.link[k];
            int64_t others = 0, part = own->part[k];
            for (int i = 0; i < o.n; i++)
                others += i == b ? 0 : c->m.column[c->choice[i]].part[k];
            bool has_lo = row && row->lo != -SEC_NO_LIMIT, has_hi = row && row->hi != SEC_NO_LIMIT;
            lo[b * n_county + k] = !has_lo ? -LP_INF : row->lo - others < part ? row->lo - others : part;
            hi[b * n_county + k] = !has_hi ? LP_INF : row->hi - others > part ? row->hi - others : part;
        }
        cap_loose(&o.req[b], c, b);
        o.req[b].share_lo = lo + b * n_county;
        o.req[b].share_hi = hi + b * n_county;
        o.req[b].limits.effort = LP_FULL;
        o.req[b].limits.nodes = STEP_NODES;
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    round_release(&o);
    free(lo);
    free(hi);
    return st;
}

/*
 * The block's priced program where its plan stands: at most so much of the tier, no less for each priced
 * row.
 */
static void stand_here(struct sec_request *q, const struct coupling *c, const struct sec_prices *p,
                       int64_t *lo, int64_t *hi)
{
    const struct sec_column *own = &c->m.column[c->choice[q->block]];

    for (int k = 0; k < c->r->blocks.n_county; k++) {
        lo[k] = p->row[k] > 0 ? own->part[k] : -LP_INF;
        hi[k] = p->row[k] < 0 ? own->part[k] : LP_INF;
    }
    q->cap[c->m.tier] = own->tier[c->m.tier];
    q->price = p->row;
    q->weight = p->weight;
    memcpy(q->tier_price, p->tier, sizeof p->tier);
    q->share_lo = lo;
    q->share_hi = hi;
    be_quick(q);
}

/* Step number `step` away from there. False: no such step. */
static bool step_away(struct sec_request *q, const struct coupling *c, const struct sec_prices *p, int step,
                      int64_t *lo, int64_t *hi)
{
    static const int tier_step[N_TIER_STEPS] = {0, 1, -1, -2};

    if (step < N_TIER_STEPS) {
        q->cap[c->m.tier] += tier_step[step];
        return true;
    }
    int k = (step - N_TIER_STEPS) / 2, by = (step - N_TIER_STEPS) % 2 ? 1 : -1;
    if (p->row[k] > 0)
        lo[k] += by * c->m.link[k]->scale;
    else if (p->row[k] < 0)
        hi[k] += by * c->m.link[k]->scale;
    return p->row[k] != 0;
}

enum zj_status near_plans(struct coupling *c, const struct sec_prices *p, struct zj_err *err)
{
    struct round home, o;
    int n_county = c->r->blocks.n_county, blocks = c->r->blocks.n;
    int steps = N_TIER_STEPS + 2 * n_county;
    size_t most = (size_t)(blocks * steps) + 1;
    int64_t *side = zj_calloc(2 * most * (size_t)(n_county + 1), sizeof *side), *lo = side;

    round_init(&home, c);
    o = (struct round){.req = zj_calloc(most, sizeof *o.req), .ans = zj_calloc(most, sizeof *o.ans)};
    for (int i = 0; i < blocks * steps; i++) {
        struct sec_request *q = &o.req[o.n];
        *q = home.req[i / steps];
        stand_here(q, c, p, lo, lo + n_county);
        if (!step_away(q, c, p, i % steps, lo, lo + n_county))
            continue;
        o.n++;
        lo += 2 * n_county;
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    round_release(&home);
    round_release(&o);
    free(side);
    return st;
}
