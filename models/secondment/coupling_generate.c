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
#define NOT_PROVED INT64_MIN

struct pricing {
    struct sec_prices p;
    int64_t *proved; /* by block: its optimum under p, or NOT_PROVED */
    int thorough;    /* 0 = quick; then each step branches four times as much as the one before */
    bool more;       /* the last round brought new columns */
};

static void forget_proofs(struct pricing *g, int blocks)
{
    for (int b = 0; b < blocks; b++)
        g->proved[b] = NOT_PROVED;
}

static bool all_proved(const struct pricing *g, int blocks)
{
    bool all = true;

    for (int b = 0; b < blocks; b++)
        all &= g->proved[b] != NOT_PROVED;
    return all;
}

static void pricing_init(struct pricing *g, const struct coupling *c)
{
    size_t n = (size_t)c->r->blocks.n_county + 1, blocks = (size_t)c->r->blocks.n + 1;

    *g = (struct pricing){.more = true, .proved = zj_calloc(blocks, sizeof *g->proved)};
    g->p.row = zj_calloc(n, sizeof *g->p.row);
    forget_proofs(g, c->r->blocks.n);
}

static void pricing_release(struct pricing *g)
{
    free(g->p.row);
    free(g->proved);
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
        forget_proofs(g, c->r->blocks.n);
        g->thorough = 0;
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
        if (g->proved[b] != NOT_PROVED) {
            sum += g->proved[b];
            continue;
        }
        o.req[o.n] = o.req[b];
        priced_request(&o.req[o.n++], g);
    }
    enum zj_status st = round_ask(&o, c, &fresh, err);
    for (int i = 0; i < o.n; i++) {
        complete &= o.ans[i].bound != INT64_MIN && o.ans[i].status != LP_INFEASIBLE;
        sum += complete ? o.ans[i].bound : 0;
        if (complete && o.ans[i].status == LP_OPTIMAL)
            g->proved[o.req[i].block] = o.ans[i].bound;
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

bool near_enough(const struct coupling *c, int64_t value)
{
    int64_t size = value < 0 ? -value : value, room = size * c->r->opt->gap_permille / 1000;

    if (is_early(c->m.tier) && c->goal[c->m.tier] - c->bound < room)
        room = c->goal[c->m.tier] - c->bound;
    return value != LP_INF && value - c->bound <= room;
}

/* More whole plans near the choice in force: one block at a time; then a step away, in all blocks. */
static enum zj_status finish(struct coupling *c, const struct sec_prices *p, int64_t *value,
                             struct zj_err *err)
{
    int64_t before = LP_INF;

    for (int step = 0; step < MAX_STEPS && *value < before && !sec_run_over(c->r); step++) {
        before = *value;
        ZJ_TRY(one_by_one(c, err));
        ZJ_TRY(choose(c, value, err));
        if (near_enough(c, *value))
            return ZJ_OK;
        ZJ_TRY(near_plans(c, p, err));
        ZJ_TRY(choose(c, value, err));
        if (near_enough(c, *value))
            return ZJ_OK;
    }
    return ZJ_OK;
}

/*
 * An early tier is mostly at the blocks' own optima in the end: there, plans that help the county's rows.
 * Else a share of the rows for each block.
 */
enum zj_status begin(struct coupling *c, int64_t *value, struct zj_err *err)
{
    if (is_early(c->m.tier)) {
        ZJ_TRY(help_rows(c, err));
        ZJ_TRY(choose(c, value, err));
        if (near_enough(c, *value))
            return ZJ_OK;
    }
    ZJ_TRY(fair_shares(c, err));
    return choose(c, value, err);
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
        ZJ_TRY(price_round(c, g, infeasible, err));
        if (g->p.shortage == 0)
            ZJ_TRY(choose(c, value, err));
        if (g->p.shortage == 0 && lp_least_integer(g->p.value) <= c->bound)
            break; /* the relaxed master is at its bound: only whole plans are missing */
        if (!g->more && g->thorough < MAX_THOROUGH && !all_proved(g, c->r->blocks.n)) {
            g->thorough++; /* less effort brings nothing new */
            g->more = true;
        }
    }
    return ZJ_OK;
}

enum zj_status generate(struct coupling *c, int64_t *value, bool *infeasible, struct zj_err *err)
{
    struct pricing g;

    pricing_init(&g, c);
    enum zj_status st = choose(c, value, err);
    if (st == ZJ_OK)
        st = rounds(c, &g, value, infeasible, err);
    if (st == ZJ_OK && *value != LP_INF && !near_enough(c, *value) && !sec_run_over(c->r))
        st = finish(c, &g.p, value, err);
    pricing_release(&g);
    return st;
}
