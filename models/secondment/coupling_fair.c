/*
 * coupling_fair.c - the least largest burden when blocks are coupled.
 *
 * Below   a cap under which some block, left to itself and within its caps, has no plan is impossible:
 *         bisection
 *         gives a valid bound.
 * Above   the bound itself is tried first: every block keeps what it gives to the county's rows and to each
 *         earlier tier, and looks for a plan under the cap; else by column generation. When both fail,
 *         bisection from the bound up, by the first means, gives the value; what remains open is
 *         reported as the tier's gap.
 */
#include "models/secondment/burdens.h"
#include "models/secondment/coupling_impl.h"

#include <stdlib.h>

enum { TEST_NODES = 50, FEW_NODES = 10 };

/*
 * Is the cap impossible for some block by itself? least[b] = a cap that is not known to be impossible
 * for b: such blocks need not be asked about larger ones.
 */
static enum zj_status is_impossible(struct coupling *c, int64_t cap, enum lp_effort effort, int64_t *least,
                                    bool *yes, struct zj_err *err)
{
    struct round o;

    round_init(&o, c);
    int blocks = o.n;
    o.n = 0;
    for (int b = 0; b < blocks; b++) {
        if (least[b] <= cap)
            continue;
        o.req[o.n] = o.req[b];
        o.req[o.n].fair_cap = cap;
        o.req[o.n].start = NULL;
        o.req[o.n].limits.nodes = FEW_NODES;
        o.req[o.n++].limits.effort = effort;
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    *yes = false;
    for (int i = 0; i < o.n && st == ZJ_OK; i++) {
        if (o.ans[i].status == LP_INFEASIBLE)
            *yes = true;
        else
            least[o.req[i].block] = cap;
    }
    round_release(&o);
    return st;
}

/*
 * The least cap, *bound or above, that no block by itself makes impossible: by relaxations of all; or, when
 * `one` of them (not -1) has a relaxation where it has no plan, by cuts and some branching in that one.
 */
static enum zj_status find_bound(struct coupling *c, const struct sec_burdens *burdens, int one,
                                 int64_t *bound, struct zj_err *err)
{
    int64_t lo = *bound, top = c->r->value[ZJ_T_FAIRNESS];
    int64_t *least = zj_calloc((size_t)c->r->blocks.n + 1, sizeof *least);
    enum zj_status st = ZJ_OK;

    for (int b = 0; b < c->r->blocks.n; b++)
        least[b] = one < 0 || one == b ? c->m.column[c->choice[b]].tier[ZJ_T_FAIRNESS] : INT64_MIN;
    while (lo < top && st == ZJ_OK && !sec_run_over(c->r)) {
        int64_t cap = sec_burden_middle(burdens, lo, top);
        bool yes = false;
        st = is_impossible(c, cap, one < 0 ? LP_RELAXED : LP_FULL, least, &yes, err);
        lo = yes ? sec_burden_above(burdens, cap) : lo;
        top = yes ? top : cap;
    }
    *bound = lo;
    free(least);
    return st;
}

/* The block's request: nothing given up, burdens below the cap. */
static void hold_everything(struct sec_request *q, const struct coupling *c, int block, int64_t cap,
                            int64_t *lo, int64_t *hi)
{
    const struct sec_column *own = &c->m.column[c->choice[block]];

    for (int k = 0; k < c->r->blocks.n_county; k++) {
        const struct sec_row *row = c->m.link[k];
        lo[k] = row && row->lo != -SEC_NO_LIMIT ? own->part[k] : -LP_INF;
        hi[k] = row && row->hi != SEC_NO_LIMIT ? own->part[k] : LP_INF;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (c->m.done[t])
            q->cap[t] = own->tier[t];
    }
    q->fair_cap = cap;
    q->share_lo = lo;
    q->share_hi = hi;
    q->limits.effort = LP_NESTED;
    q->limits.nodes = TEST_NODES;
}

/* Can every block hold everything under the cap? Then the choice changes. Quick: a dive has to find it. */
static enum zj_status is_possible(struct coupling *c, int64_t cap, bool quick, bool *yes, struct zj_err *err)
{
    struct round o;
    int n_county = c->r->blocks.n_county, blocks = c->r->blocks.n;
    int64_t *side = zj_calloc((size_t)(2 * blocks * n_county) + 1, sizeof *side), value = LP_INF;

    round_init(&o, c);
    o.n = 0;
    for (int b = 0; b < blocks; b++) {
        if (c->m.column[c->choice[b]].tier[ZJ_T_FAIRNESS] <= cap)
            continue;
        o.req[o.n] = o.req[b];
        hold_everything(&o.req[o.n], c, b, cap, side + 2 * b * n_county, side + (2 * b + 1) * n_county);
        if (quick)
            be_quick(&o.req[o.n]);
        o.n++;
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    bool all = st == ZJ_OK;
    for (int i = 0; i < o.n; i++)
        all &= o.ans[i].status == LP_OPTIMAL || o.ans[i].status == LP_FEASIBLE;
    c->m.fair_cap = cap;
    if (all)
        st = choose(c, &value, err);
    c->m.fair_cap = INT64_MAX;
    *yes = value != LP_INF;
    round_release(&o);
    free(side);
    return st;
}

/* Plans under the cap by column generation, from scratch: blocks may exchange what they give. */
static enum zj_status search_under(struct coupling *c, int64_t cap, bool *impossible, struct zj_err *err)
{
    int64_t value = LP_INF;

    c->m.fair_cap = cap;
    enum zj_status st = generate(c, &value, impossible, err);
    c->m.fair_cap = INT64_MAX;
    if (value != LP_INF)
        take_choice(c);
    return st;
}

/*
 * Plans at the bound itself: what is in force held, then whatever the blocks find together. *impossible =
 * proved that there are none: then the bound is the next burden there is.
 */
static enum zj_status try_bound(struct coupling *c, int64_t bound, bool *impossible, struct zj_err *err)
{
    bool yes = false;

    ZJ_TRY(is_possible(c, bound, true, &yes, err));
    if (yes)
        take_choice(c);
    else
        ZJ_TRY(search_under(c, bound, impossible, err));
    return ZJ_OK;
}

enum zj_status coupled_fairness(struct coupling *c, struct zj_err *err)
{
    struct sec_run *r = c->r;
    struct sec_burdens burdens = sec_burdens_of(r);
    int64_t lo = 0;

    r->now = c->m.tier = ZJ_T_FAIRNESS;
    enum zj_status st = find_bound(c, &burdens, -1, &lo, err);
    r->bound[ZJ_T_FAIRNESS] = lo;
    bool impossible = true;
    while (impossible && lo < r->value[ZJ_T_FAIRNESS] && st == ZJ_OK && !sec_run_over(r)) {
        impossible = false;
        st = try_bound(c, lo, &impossible, err);
        lo = sec_burden_above(&burdens, lo);
        if (st == ZJ_OK && impossible && c->barred >= 0)
            st = find_bound(c, &burdens, c->barred, &lo, err);
        if (impossible)
            r->bound[ZJ_T_FAIRNESS] = lo;
    }
    while (lo < r->value[ZJ_T_FAIRNESS] && st == ZJ_OK && !sec_run_over(r)) {
        int64_t cap = sec_burden_middle(&burdens, lo, r->value[ZJ_T_FAIRNESS]);
        bool yes = false;
        st = is_possible(c, cap, false, &yes, err);
        if (yes)
            take_choice(c);
        else
            lo = sec_burden_above(&burdens, cap);
    }
    free(burdens.v);
    c->m.done[ZJ_T_FAIRNESS] = true;
    c->m.fair_cap = r->value[ZJ_T_FAIRNESS];
    if (st == ZJ_OK)
        sec_blocks_cap(&r->blocks, r->ctx, c->m.fair_cap);
    return st;
}
