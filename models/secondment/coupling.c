/*
 * coupling.c - Dantzig-Wolfe decomposition over the county's rows, tier by tier.
 *
 * Problem  min sum_b c(x_b)  with x_b a plan of block b, lo <= sum_b a(x_b) + shortfall <= hi for the rows over
 *          the county, and earlier tiers at their values.
 * Earlier  tiers that all blocks hold at their own optimum are caps inside the blocks. A tier that the county's rows
 *          made dearer is `loose`: one more row of the master, sum over blocks <= value.
 * Master   a mixture of known plans for each block (master.c); its duals price the county's rows.
 * Pricing  each block minimises tier - prices * parts: an integer program, in parallel.
 * Bound    any prices give one: sum of the blocks' bounds + prices * sides - tier prices * values
 *          (Lagrange). The best over the rounds, rounded up, is reported. It holds given
 *          the earlier tiers at their reported values, as every later tier's bound does.
 * Plan     the best choice of one known plan a block: a small integer program over the columns. With
 *          many blocks and few rows little is lost (Shapley and Folkman); blocks that the
 *          master mixes are solved once more with their share of the rows as limits.
 * First round of a tier: each block's own optimum, and among those the plans that help
 *          the county's rows most. It gives the caps of later tiers, and often the answer.
 */
#include "models/secondment/coupling.h"

#include "models/secondment/burdens.h"
#include "models/secondment/master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ROUNDS = 40 };

struct coupling {
    struct sec_run *r;
    struct sec_master m;
    int64_t (*floor)[ZJ_N_TIERS]; /* by block: what a tier cannot go below, given the caps */
    int *choice;                  /* by block: column of the plan in force, -1 = none */
    bool has_choice;
    int64_t bound;                /* of the tier in work */
};

static int64_t ceil_div(int64_t a, int64_t b)
{
    return a > 0 ? (a + b - 1) / b : -(-a / b);
}

/* ---- asking the blocks ----------------------------------------------------------------------------- */

struct round {
    struct sec_request *req;
    struct sec_answer *ans;
    int n;
};

static void round_init(struct round *o, const struct coupling *c)
{
    *o = (struct round){.n = c->r->blocks.n};
    o->req = zj_calloc((size_t)o->n + 1, sizeof *o->req);
    o->ans = zj_calloc((size_t)o->n + 1, sizeof *o->ans);
    for (int b = 0; b < o->n; b++) {
        o->req[b] = sec_run_request(c->r, b, c->m.tier);
        o->req[b].fair_cap = c->m.fair_cap;
        o->req[b].start = c->choice[b] >= 0 ? &c->m.column[c->choice[b]].plan : c->r->ctx->keep;
    }
}

/* Solve all, keep new plans as columns. *fresh counts them. */
static enum zj_status round_ask(struct round *o, struct coupling *c, int *fresh, struct zj_err *err)
{
    enum zj_status st = sec_ask(&c->r->pool, &c->r->blocks, c->r->ctx, o->n, o->req, o->ans, err);

    *fresh = 0;
    for (int i = 0; i < o->n && st == ZJ_OK; i++) {
        c->r->nodes += o->ans[i].nodes;
        c->r->stopped_by_nodes |= o->ans[i].stopped && c->r->opt->node_limit > 0;
        if (o->ans[i].status == LP_OPTIMAL || o->ans[i].status == LP_FEASIBLE)
            *fresh += sec_master_add(&c->m, o->req[i].block, &o->ans[i]);
    }
    return st;
}

static void round_release(struct round *o)
{
    for (int i = 0; i < o->n; i++)
        sec_answer_release(&o->ans[i]);
    free(o->req);
    free(o->ans);
}

/* ---- the first round of a tier ---------------------------------------------------------------------- */

/* How much the block's part of a county row can be, up or down. */
static int64_t reach(const struct sec_model *m, int county)
{
    int64_t sum = 0;

    for (int i = 0; i < m->n_rows; i++) {
        for (int k = 0; m->row[i].county == county && k < m->row[i].n; k++) {
            int64_t v = m->val[m->row[i].first + k];
            int type = m->node[m->arc[m->idx[m->row[i].first + k]].node].type;
            sum += (v < 0 ? -v : v) * m->type[type].n;
        }
    }
    return sum;
}

/* Prices too small to buy a unit of the tier: +1 for rows with a lower side, -1 for those with an upper one only. */
static int64_t gentle_prices(const struct coupling *c, int block, int64_t *price)
{
    int64_t sum = 0;

    for (int k = 0; k < c->r->blocks.n_county; k++) {
        const struct sec_row *row = c->m.link[k];
        price[k] = !row ? 0 : row->lo != -SEC_NO_LIMIT ? 1 : -1;
        sum += row ? reach(&c->r->blocks.model[block], k) : 0;
    }
    return sum;
}

/* Each block's own optimum of the tier, ties broken towards the county's rows. Fills floor[][tier]. */
static enum zj_status own_optima(struct coupling *c, bool *infeasible, struct zj_err *err)
{
    struct round o;
    int fresh, n_county = c->r->blocks.n_county;
    enum zj_tier tier = c->m.tier;

    round_init(&o, c);
    int64_t *price = zj_calloc((size_t)(o.n * n_county) + 1, sizeof *price);
    int64_t *most = zj_calloc((size_t)o.n + 1, sizeof *most);
    for (int b = 0; b < o.n; b++) {
        most[b] = gentle_prices(c, b, price + b * n_county);
        o.req[b].price = price + b * n_county;
        o.req[b].weight = 2 * most[b] + 1;
    }
    enum zj_status st = round_ask(&o, c, &fresh, err);
    c->bound = 0;
    for (int b = 0; b < o.n && st == ZJ_OK; b++) {
        int64_t least = sec_floor(&c->r->blocks.model[b], tier);
        if (o.ans[b].status == LP_INFEASIBLE && !c->has_choice)
            c->r->infeasible[b] = *infeasible = true;
        if (o.ans[b].status != LP_INFEASIBLE && o.ans[b].bound != INT64_MIN) {
            int64_t proved = ceil_div(o.ans[b].bound - most[b], o.req[b].weight);
            least = proved > least ? proved : least;
        }
        c->floor[b][tier] = least;
        c->bound += least;
    }
    free(price);
    free(most);
    round_release(&o);
    return st;
}

/* ---- price and choose -------------------------------------------------------------------------------- */

static enum zj_status choose(struct coupling *c, int64_t *value, struct zj_err *err)
{
    int *choice = zj_calloc((size_t)c->r->blocks.n + 1, sizeof *choice);
    enum zj_status st = sec_master_choose(&c->m, choice, value, err);

    if (st == ZJ_OK && *value != LP_INF) {
        memcpy(c->choice, choice, (size_t)c->r->blocks.n * sizeof *choice);
        c->has_choice = true;
    }
    free(choice);
    return st;
}

/* One round under the master's prices. *more = new columns came; the bound grows. */
static enum zj_status price_round(struct coupling *c, const struct sec_prices *p, bool *more, bool *infeasible,
                                  struct zj_err *err)
{
    struct round o;
    int fresh;
    int64_t sum = 0;
    bool complete = true;

    round_init(&o, c);
    for (int b = 0; b < o.n; b++) {
        o.req[b].price = p->row;
        o.req[b].weight = p->weight;
        memcpy(o.req[b].tier_price, p->tier, sizeof p->tier);
    }
    enum zj_status st = round_ask(&o, c, &fresh, err);
    for (int b = 0; b < o.n; b++) {
        complete &= o.ans[b].bound != INT64_MIN && o.ans[b].status != LP_INFEASIBLE;
        sum += complete ? o.ans[b].bound : 0;
    }
    *more = fresh > 0;
    if (st == ZJ_OK && complete) {
        int64_t bound = sec_master_bound(&c->m, p, sum);
        if (p->weight == 0 && bound > 0)
            *infeasible = true;
        else if (p->weight > 0 && ceil_div(bound, p->weight) > c->bound)
            c->bound = ceil_div(bound, p->weight);
    }
    round_release(&o);
    return st;
}

/* Blocks that the master mixes, once more with their rounded share of the county's rows as limits: down, then up. */
static enum zj_status share_rounds(struct coupling *c, const struct sec_prices *p, struct zj_err *err)
{
    int n_county = c->r->blocks.n_county, fresh;
    size_t n = (size_t)(c->r->blocks.n * n_county) + 1;
    int64_t *lo = zj_calloc(n, sizeof *lo), *hi = zj_calloc(n, sizeof *hi);
    enum zj_status st = ZJ_OK;

    for (int up = 0; up < 2 && st == ZJ_OK && !sec_run_over(c->r); up++) {
        struct round o;
        round_init(&o, c);
        for (int b = 0; b < o.n; b++) {
            for (int k = 0; k < n_county; k++) {
                const struct sec_row *row = c->m.link[k];
                double share = p->share[b * n_county + k];
                lo[b * n_county + k] = -LP_INF;
                hi[b * n_county + k] = LP_INF;
                if (row && row->lo != -SEC_NO_LIMIT)
                    lo[b * n_county + k] = (int64_t)(up ? ceil(share - 1e-6) : floor(share + 1e-6));
                else if (row)
                    hi[b * n_county + k] = (int64_t)(up ? floor(share + 1e-6) : ceil(share - 1e-6));
            }
            o.req[b].share_lo = lo + b * n_county;
            o.req[b].share_hi = hi + b * n_county;
        }
        st = round_ask(&o, c, &fresh, err);
        round_release(&o);
    }
    free(lo);
    free(hi);
    return st;
}

static bool near_enough(const struct coupling *c, int64_t value)
{
    int64_t size = value < 0 ? -value : value;

    return value != LP_INF && value - c->bound <= size * c->r->opt->gap_permille / 1000;
}

static void prices_init(struct sec_prices *p, const struct coupling *c)
{
    size_t n = (size_t)c->r->blocks.n_county + 1;

    *p = (struct sec_prices){.row = zj_calloc(n, sizeof *p->row),
                             .share = zj_calloc(n * ((size_t)c->r->blocks.n + 1), sizeof *p->share)};
}

static void prices_release(struct sec_prices *p)
{
    free(p->row);
    free(p->share);
}

/* Column generation until nothing new helps; *value = the tier's value of the choice, LP_INF = none yet. */
static enum zj_status generate(struct coupling *c, int64_t *value, bool *infeasible, struct zj_err *err)
{
    struct sec_prices p;
    bool more = true;
    enum zj_status st;

    prices_init(&p, c);
    st = choose(c, value, err);
    for (int round = 0; st == ZJ_OK && more && round < MAX_ROUNDS; round++) {
        if (near_enough(c, *value) || *infeasible || sec_run_over(c->r))
            break;
        st = sec_master_price(&c->m, &p, err);
        if (st == ZJ_OK)
            st = price_round(c, &p, &more, infeasible, err);
        if (st == ZJ_OK && p.shortage == 0)
            st = choose(c, value, err);
        if (p.shortage == 0 && lp_least_integer(p.value) <= c->bound)
            more = false; /* the relaxed master is at its bound: only whole plans are missing */
    }
    if (st == ZJ_OK && !near_enough(c, *value) && !*infeasible && !sec_run_over(c->r)) {
        st = sec_master_price(&c->m, &p, err);
        if (st == ZJ_OK)
            st = share_rounds(c, &p, err);
        if (st == ZJ_OK)
            st = choose(c, value, err);
    }
    prices_release(&p);
    return st;
}

/* ---- the tiers --------------------------------------------------------------------------------------- */

static void take_choice(struct coupling *c)
{
    struct sec_run *r = c->r;

    for (int b = 0; b < r->blocks.n; b++) {
        const struct sec_column *col = &c->m.column[c->choice[b]];
        r->best[b].n = 0;
        for (int i = 0; i < col->plan.n; i++)
            zj_postings_add(&r->best[b], &col->plan.v[i]);
        memcpy(r->tier[b], col->tier, sizeof col->tier);
    }
    sec_run_sum(r);
    r->value[ZJ_T_SOFT] += sec_master_soft(&c->m, c->choice);
    r->has_plan = true;
}

/* The tier is done: caps inside the blocks when all hold their own optimum, else a row of the master. */
static void close_tier(struct coupling *c, enum zj_tier tier)
{
    int64_t own = 0;

    take_choice(c);
    for (int b = 0; b < c->r->blocks.n; b++)
        own += c->floor[b][tier];
    c->m.done[tier] = true;
    c->m.value[tier] = c->r->value[tier];
    c->m.loose[tier] = c->r->value[tier] > own;
    for (int b = 0; b < c->r->blocks.n; b++)
        c->r->cap[b][tier] = c->m.loose[tier] ? INT64_MAX : c->floor[b][tier];
    c->r->bound[tier] = c->bound < c->r->value[tier] ? c->bound : c->r->value[tier];
}

static enum zj_status pass(struct coupling *c, enum zj_tier tier, bool *infeasible, struct zj_err *err)
{
    int64_t value = LP_INF;

    c->r->now = c->m.tier = tier;
    ZJ_TRY(own_optima(c, infeasible, err));
    if (*infeasible)
        return ZJ_OK;
    ZJ_TRY(generate(c, &value, infeasible, err));
    if (c->has_choice)
        close_tier(c, tier);
    return ZJ_OK;
}

/* Can the county be served with no burden above the cap? Yes: the choice is changed. */
static enum zj_status test_cap(struct coupling *c, int64_t cap, bool *yes, bool *no, struct zj_err *err)
{
    int64_t value = LP_INF, old_cap = c->m.fair_cap;
    bool nothing = false;

    c->m.fair_cap = cap;
    c->m.tier = ZJ_T_FAIRNESS;
    *no = false;
    bool had = c->has_choice;
    c->has_choice = false; /* so that a block without any plan counts as a proof */
    enum zj_status st = own_optima(c, no, err);
    for (int b = 0; b < c->r->blocks.n; b++)
        c->r->infeasible[b] = false;
    c->bound = 0;
    if (st == ZJ_OK && !*no)
        st = generate(c, &value, &nothing, err);
    *no |= nothing;
    *yes = value != LP_INF;
    c->has_choice = had || *yes;
    c->m.fair_cap = old_cap;
    return st;
}

static enum zj_status pass_fairness(struct coupling *c, struct zj_err *err)
{
    struct sec_run *r = c->r;
    struct sec_burdens burdens = sec_burdens_of(r);
    int64_t lo = 0;
    enum zj_status st = ZJ_OK;

    r->now = ZJ_T_FAIRNESS;
    while (lo < r->value[ZJ_T_FAIRNESS] && !sec_run_over(r)) {
        int64_t cap = sec_burden_middle(&burdens, lo, r->value[ZJ_T_FAIRNESS]);
        bool yes = false, no = false;
        st = test_cap(c, cap, &yes, &no, err);
        if (yes)
            take_choice(c);
        else if (no)
            lo = sec_burden_above(&burdens, cap);
        if (st != ZJ_OK || (!yes && !no))
            break;
    }
    free(burdens.v);
    if (st != ZJ_OK)
        return st;
    r->bound[ZJ_T_FAIRNESS] = lo < r->value[ZJ_T_FAIRNESS] ? lo : r->value[ZJ_T_FAIRNESS];
    c->m.done[ZJ_T_FAIRNESS] = true;
    c->m.fair_cap = r->value[ZJ_T_FAIRNESS];
    sec_blocks_cap(&r->blocks, r->ctx, c->m.fair_cap);
    return ZJ_OK;
}

static enum zj_status all_tiers(struct coupling *c, bool *infeasible, struct zj_err *err)
{
    for (int k = 0; k < ZJ_N_TIERS; k++) {
        enum zj_tier tier = c->r->ctx->pol->objective[k];
        if (c->r->has_plan && sec_run_over(c->r))
            break;
        if (tier != ZJ_T_FAIRNESS || !c->r->has_plan)
            ZJ_TRY(pass(c, tier, infeasible, err));
        if (!c->r->has_plan)
            return ZJ_OK;
        if (tier == ZJ_T_FAIRNESS)
            ZJ_TRY(pass_fairness(c, err));
    }
    return ZJ_OK;
}

enum zj_status sec_solve_coupled(struct sec_run *r, struct zj_err *err)
{
    struct coupling c = {.r = r};
    bool infeasible = false;

    sec_master_init(&c.m, r);
    c.floor = zj_calloc((size_t)r->blocks.n + 1, sizeof *c.floor);
    c.choice = zj_calloc((size_t)r->blocks.n + 1, sizeof *c.choice);
    for (int b = 0; b < r->blocks.n; b++)
        c.choice[b] = -1;
    enum zj_status st = all_tiers(&c, &infeasible, err);
    r->county_infeasible = infeasible; /* unless a block is so by itself */
    for (int b = 0; b < r->blocks.n; b++)
        r->county_infeasible &= !r->infeasible[b];
    sec_master_release(&c.m);
    free(c.floor);
    free(c.choice);
    return st;
}
