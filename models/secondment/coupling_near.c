/*
 * coupling_near.c - plans of single blocks near those in force, for the choice of whole plans.
 *
 * Prices alone give the corners of what a block can offer, and the corners rarely add up to the county's rows
 * without loss. Between them lie plans that give no less than the one in force, or than the others
 * leave to give.
 */
#include "models/secondment/coupling_impl.h"

#include <stdlib.h>
#include <string.h>

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
        be_quick(&o.req[b]);
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    round_release(&o);
    free(lo);
    free(hi);
    return st;
}
