/*
 * coupling.c - Dantzig-Wolfe decomposition over the county's rows, tier by tier.
 *
 * Problem  min sum_b c(x_b)  with x_b a plan of block b, lo <= sum_b a(x_b) + shortfall <= hi for the
 *          rows over
 *          the county, and earlier tiers at their values.
 * Earlier  tiers that all blocks hold at their own optimum are caps inside the blocks. A tier that the
 *          county's rows
 *          made dearer is `loose`: one more row of the master, sum over blocks <= value.
 * Master   a mixture of known plans for each block (master.c); its duals price the county's rows.
 * Pricing  each block minimises tier - prices * parts: an integer program, in parallel.
 * Bound    any prices give one: sum of the blocks' bounds + prices * sides - tier prices * values
 *          (Lagrange). The best over the rounds, rounded up, is reported. It holds given
 *          the earlier tiers at their reported values, as every later tier's bound does.
 * Plan     the best choice of one known plan a block: a small integer program over the columns. With
 *          many blocks and few rows little is lost (Shapley and Folkman); blocks that the
 *          master mixes are solved once more with their share of the rows as limits.
 * First    each block's own optimum of the tier, which gives the caps of later tiers; then each with a
 *          share of the county's rows in proportion to its people, which often is the answer.
 *          Priced programs are stopped early: any plan is a column, any bound a bound.
 */
#include "models/secondment/coupling.h"

#include "models/secondment/coupling_impl.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ROUNDS = 40, MAX_TEST_ROUNDS = 8, MAX_STEPS = 5, MAX_THOROUGH = 2, THOROUGH_NODES = 20 };

static int64_t ceil_div(int64_t a, int64_t b)
{
    return a > 0 ? (a + b - 1) / b : -(-a / b);
}

/* Each block's own optimum of the tier. Fills floor[][tier]. */
static enum zj_status own_optima(struct coupling *c, bool *infeasible, struct zj_err *err)
{
    struct round o;

    round_init(&o, c);
    enum zj_status st = round_ask(&o, c, NULL, err);
    c->bound = 0;
    for (int b = 0; b < o.n && st == ZJ_OK; b++) {
        int64_t least = sec_floor(&c->r->blocks.model[b], c->m.tier);
        if (o.ans[b].status == LP_INFEASIBLE && !c->has_choice)
            c->r->infeasible[b] = *infeasible = true;
        if (o.ans[b].status != LP_INFEASIBLE && o.ans[b].bound > least)
            least = o.ans[b].bound;
        c->floor[b][c->m.tier] = least;
        c->bound += least;
    }
    round_release(&o);
    if (st == ZJ_OK && !*infeasible)
        st = fair_shares(c, err);
    return st;
}

enum zj_status choose(struct coupling *c, int64_t *value, struct zj_err *err)
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
static enum zj_status price_round(struct coupling *c, const struct sec_prices *p, bool quick, bool *more,
                                  bool *infeasible, struct zj_err *err)
{
    struct round o;
    int fresh;
    int64_t sum = 0;
    bool complete = true;

    round_init(&o, c);
    for (int b = 0; b < o.n; b++) {
        o.req[b].price = p->row;
        o.req[b].weight = p->weight;
        be_quick(&o.req[b]);
        if (!quick) {
            o.req[b].limits.effort = LP_NESTED;
            o.req[b].limits.nodes = THOROUGH_NODES;
        }
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

/*
 * Is the value within the asked gap? Only tiers that no other tier leans on may end with a gap on purpose: a
 * need that is a little off its optimum makes every later tier loose, and all of it slower.
 */
static bool near_enough(const struct coupling *c, int64_t value)
{
    bool early = c->m.tier == ZJ_T_SOFT || c->m.tier == ZJ_T_NEED;
    int64_t size = value < 0 ? -value : value;

    return value != LP_INF && value - c->bound <= (early ? 0 : size * c->r->opt->gap_permille / 1000);
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

/*
 * More whole plans near the choice in force: helpful ones at the blocks' own optima, then one block at
 * a time.
 */
static enum zj_status finish(struct coupling *c, int64_t *value, struct zj_err *err)
{
    int64_t before = LP_INF;

    ZJ_TRY(help_rows(c, err));
    ZJ_TRY(choose(c, value, err));
    for (int step = 0; step < MAX_STEPS && *value < before && !near_enough(c, *value) && !sec_run_over(c->r);
         step++) {
        before = *value;
        ZJ_TRY(one_by_one(c, err));
        ZJ_TRY(choose(c, value, err));
    }
    return ZJ_OK;
}

enum zj_status generate(struct coupling *c, int64_t *value, bool *infeasible, struct zj_err *err)
{
    struct sec_prices p;
    bool more = true;
    int thorough = 0;
    enum zj_status st;

    prices_init(&p, c);
    st = choose(c, value, err);
    int most = c->m.tier == ZJ_T_FAIRNESS ? MAX_TEST_ROUNDS : MAX_ROUNDS;
    for (int round = 0; st == ZJ_OK && more && round < most; round++) {
        if (near_enough(c, *value) || *infeasible || sec_run_over(c->r))
            break;
        st = sec_master_price(&c->m, &p, err);
        if (st == ZJ_OK)
            st = price_round(c, &p, thorough == 0, &more, infeasible, err);
        if (st == ZJ_OK && p.shortage == 0)
            st = choose(c, value, err);
        if (p.shortage == 0 && lp_least_integer(p.value) <= c->bound)
            break; /* the relaxed master is at its bound: only whole plans are missing */
        if (!more && p.weight > 0 && thorough < MAX_THOROUGH) {
            thorough++; /* quick answers bring nothing new: branch a little, for the bound as well */
            more = true;
        }
    }
    if (st == ZJ_OK && *value != LP_INF && !near_enough(c, *value) && !sec_run_over(c->r))
        st = finish(c, value, err);
    prices_release(&p);
    return st;
}

/* ---- the tiers --------------------------------------------------------------------------------------- */

void take_choice(struct coupling *c)
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
            ZJ_TRY(coupled_fairness(c, err));
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
