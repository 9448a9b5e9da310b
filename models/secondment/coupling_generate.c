/*
 * coupling_generate.c - column generation for one tier.
 *
 * Each round the master's prices go to the blocks, and their answers come back as columns and as a bound.
 * Quick rounds come first: a relaxation is a valid bound and a dive gives a plan. When those bring
 * nothing new, the blocks whose answer under these very prices is not proved are asked again, with cuts
 * and branching: most are within a few nodes of the proof. Then the bound is that of the relaxed master
 * itself, which a tier of small numbers needs: a gap of one unit is more than it may have.
 */
#include "models/secondment/coupling_impl.h"
#include "solver/base/whole.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ROUNDS = 40, MAX_TEST_ROUNDS = 8, MAX_STEPS = 5, THOROUGH_NODES = 25, MAX_THOROUGH = 4 };
enum { PLANS_SHARE = 2 }; /* of the asked gap, half is for plans and half for bounds */
#define NOT_SETTLED INT64_MIN

struct pricing {
    struct sec_prices p;
    int64_t *settled; /* by block: a bound under p that is high enough, or NOT_SETTLED */
    int64_t room;     /* how much lower than its optimum such a bound may be */
    int64_t used;     /* by how much those of settled blocks may be */
    int thorough;     /* 0 = quick; then each step branches four times as much as the one before */
    bool more;        /* the last round brought new columns */
    bool finished;    /* whole plans were looked for under the present prices */
};

/*
 * How much the blocks' bounds may miss together without harm: what remains is within the asked gap, or cannot
 * be told from the relaxed master's value once rounded up. In units of 1/weight; what settled blocks have
 * used of it is gone, and a tenth is for rounding. The share of each block that is open.
 */
static int64_t room_for_each(const struct coupling *c, const struct pricing *g, int64_t value, int n)
{
    if (g->p.weight == 0 || value == LP_INF || n == 0)
        return 0;
    int64_t size = value < 0 ? -value : value, enough = lp_least_integer(g->p.value);
    if (!is_early(c->m.tier) && value - size * c->r->opt->gap_permille / 1000 < enough)
        enough = value - size * c->r->opt->gap_permille / 1000;
    double room = (g->p.value - (double)(enough - 1)) * (double)g->p.weight - (double)g->used;
    return room > 0 ? (int64_t)(0.9 * room) / n : 0;
}

static void unsettle(struct pricing *g, int blocks)
{
    for (int b = 0; b < blocks; b++)
        g->settled[b] = NOT_SETTLED;
    g->used = 0;
}

static int count_open(const struct pricing *g, int blocks)
{
    int n = 0;

    for (int b = 0; b < blocks; b++)
        n += g->settled[b] == NOT_SETTLED;
    return n;
}

static void pricing_init(struct pricing *g, const struct coupling *c)
{
    size_t n = (size_t)c->r->blocks.n_county + 1, blocks = (size_t)c->r->blocks.n + 1;

    *g = (struct pricing){.more = true, .settled = zj_calloc(blocks, sizeof *g->settled)};
    g->p.row = zj_calloc(n, sizeof *g->p.row);
    unsettle(g, c->r->blocks.n);
}

static void pricing_release(struct pricing *g)
{
    free(g->p.row);
    free(g->settled);
}

/* New prices from the master; what was proved under others counts no more. */
static enum zj_status new_prices(struct pricing *g, const struct coupling *c, struct zj_err *err)
{
    size_t rows = (size_t)c->r->blocks.n_county * sizeof *g->p.row;
    struct sec_prices old = g->p;

    g->p.row = zj_calloc(rows + 1, 1);
    enum zj_status st = sec_master_price(&c->m, &g->p, err);
    bool same = old.weight == g->p.weight && memcmp(old.row, g->p.row, rows) == 0 &&
                memcmp(old.tier, g->p.tier, sizeof old.tier) == 0;
    if (!same) {
        unsettle(g, c->r->blocks.n);
        g->thorough = 0;
        g->finished = false;
    }
    free(old.row);
    return st;
}

static void priced_request(struct sec_request *q, const struct pricing *g)
{
    q->price = g->p.row;
    q->weight = g->p.weight;
    memcpy(q->tier_price, g->p.tier, sizeof g->p.tier);
    be_quick(q);
    if (g->thorough) {
        q->limits.effort = LP_FULL;
        q->limits.room = g->room;
        q->limits.nodes = (int64_t)THOROUGH_NODES << 2 * (g->thorough - 1);
    }
}

/* What the blocks' bounds prove together. */
static void raise_bound(struct coupling *c, const struct sec_prices *p, int64_t blocks, bool *infeasible)
{
    int64_t bound = sec_master_bound(&c->m, p, blocks);

    if (p->weight == 0 && bound > 0)
        *infeasible = true;
    else if (p->weight > 0 && -zj_floor_div(-bound, p->weight) > c->bound)
        c->bound = -zj_floor_div(-bound, p->weight);
}

/* One round under the prices. The bound grows. */
static enum zj_status price_round(struct coupling *c, struct pricing *g, bool *infeasible, struct zj_err *err)
{
    struct round o;
    int fresh, blocks = c->r->blocks.n;
    int64_t sum = 0;
    bool complete = true;

    round_init(&o, c);
    o.n = 0;
    for (int b = 0; b < blocks; b++) {
        if (g->settled[b] != NOT_SETTLED) {
            sum += g->settled[b];
            continue;
        }
        o.req[o.n] = o.req[b];
        priced_request(&o.req[o.n++], g);
    }
    enum zj_status st = round_ask(&o, c, &fresh, err);
    for (int i = 0; i < o.n; i++) {
        const struct sec_answer *a = &o.ans[i];
        if (a->status == LP_INFEASIBLE && c->m.tier == ZJ_T_FAIRNESS) { /* under the cap on test */
            *infeasible = true;
            c->barred = o.req[i].block;
        }
        complete &= a->bound != INT64_MIN && a->status != LP_INFEASIBLE;
        sum += complete ? a->bound : 0;
        if (complete && a->status <= LP_FEASIBLE && a->value - a->bound <= g->room) {
            g->settled[o.req[i].block] = a->bound;
            g->used += a->value - a->bound;
        }
    }
    g->more = fresh > 0;
    if (st == ZJ_OK && complete)
        raise_bound(c, &g->p, sum, infeasible);
    round_release(&o);
    return st;
}

bool is_early(enum zj_tier tier)
{
    return tier == ZJ_T_SOFT || tier == ZJ_T_NEED;
}

/* Is the value within the asked gap, or 1/share of it, of the bound? */
static bool is_within(const struct coupling *c, int64_t value, int64_t bound, int share)
{
    int64_t size = value < 0 ? -value : value, room = size * c->r->opt->gap_permille / 1000 / share;

    if (is_early(c->m.tier) && c->goal[c->m.tier] - bound < room)
        room = c->goal[c->m.tier] - bound;
    return value != LP_INF && value - bound <= room;
}

bool near_enough(const struct coupling *c, int64_t value)
{
    return is_within(c, value, c->bound, 1);
}

/* The largest value that is near enough to the least one: what a search need not go below. */
static int64_t enough_for(const struct coupling *c, int64_t value, int64_t least)
{
    while (value > least && !is_within(c, value, least, PLANS_SHARE))
        value -= (value - least + 1) / 2;
    return value;
}

/*
 * More whole plans near the choice in force: all blocks together, then one at a time. Below the relaxed
 * master's value there are none to expect before it has new columns.
 */
static enum zj_status finish(struct coupling *c, const struct sec_prices *p, int64_t *value,
                             struct zj_err *err)
{
    const int64_t least = p->weight > 0 ? lp_least_integer(p->value) : c->bound;
    int64_t before = LP_INF;

    for (int step = 0; step < MAX_STEPS && *value < before && !sec_run_over(c->r); step++) {
        before = *value;
        ZJ_TRY(joined(c, p, enough_for(c, before, least), err));
        ZJ_TRY(choose(c, value, err));
        if (is_within(c, *value, least, PLANS_SHARE))
            return ZJ_OK;
        if (*value < before)
            continue;
        ZJ_TRY(one_by_one(c, err));
        ZJ_TRY(choose(c, value, err));
        if (is_within(c, *value, least, PLANS_SHARE))
            return ZJ_OK;
    }
    return ZJ_OK;
}

/*
 * An early tier is mostly at the blocks' own optima in the end: there, plans that help the county's rows.
 * Later ones
 * begin with the plans in force, each made better in its own place. Else a share of the rows for each block.
 */
enum zj_status begin(struct coupling *c, int64_t *value, struct zj_err *err)
{
    if (is_early(c->m.tier)) {
        ZJ_TRY(help_rows(c, err));
        ZJ_TRY(choose(c, value, err));
        if (near_enough(c, *value))
            return ZJ_OK;
    }
    if (c->has_choice && !is_early(c->m.tier))
        ZJ_TRY(one_by_one(c, err));
    else
        ZJ_TRY(fair_shares(c, err));
    return choose(c, value, err);
}

/*
 * When less effort brings nothing new: whole plans from what is there first, which costs little, then blocks
 * that are not settled with more branching.
 */
static enum zj_status try_harder(struct coupling *c, struct pricing *g, int64_t *value, struct zj_err *err)
{
    if (g->more || near_enough(c, *value))
        return ZJ_OK;
    bool plans_are_missing = !is_within(c, *value, lp_least_integer(g->p.value), PLANS_SHARE);
    if (!g->finished && g->p.weight > 0 && *value != LP_INF && plans_are_missing) {
        int64_t before = *value;
        g->finished = g->more = true;
        ZJ_TRY(finish(c, &g->p, value, err));
        if (*value < before || near_enough(c, *value))
            return ZJ_OK;
    }
    if (g->thorough < MAX_THOROUGH && count_open(g, c->r->blocks.n) > 0) {
        g->thorough++;
        g->more = true;
    }
    return ZJ_OK;
}

/* Rounds until nothing new helps. */
static enum zj_status rounds(struct coupling *c, struct pricing *g, int64_t *value, bool *infeasible,
                             struct zj_err *err)
{
    int most = c->m.tier == ZJ_T_FAIRNESS ? MAX_TEST_ROUNDS : MAX_ROUNDS;

    for (int round = 0; g->more && round < most; round++) {
        if (near_enough(c, *value) || *infeasible || sec_run_over(c->r))
            break;
        ZJ_TRY(new_prices(g, c, err));
        g->room = room_for_each(c, g, *value, count_open(g, c->r->blocks.n));
        ZJ_TRY(price_round(c, g, infeasible, err));
        if (g->p.shortage == 0)
            ZJ_TRY(choose(c, value, err));
        if (g->p.shortage == 0 && lp_least_integer(g->p.value) <= c->bound)
            break; /* the relaxed master is at its bound: only whole plans are missing */
        ZJ_TRY(try_harder(c, g, value, err));
    }
    return ZJ_OK;
}

enum zj_status generate(struct coupling *c, int64_t *value, bool *infeasible, struct zj_err *err)
{
    struct pricing g;

    c->barred = -1;
    pricing_init(&g, c);
    enum zj_status st = choose(c, value, err);
    if (st == ZJ_OK)
        st = rounds(c, &g, value, infeasible, err);
    if (st == ZJ_OK && *value != LP_INF && !near_enough(c, *value) && !sec_run_over(c->r))
        st = finish(c, &g.p, value, err);
    pricing_release(&g);
    return st;
}
