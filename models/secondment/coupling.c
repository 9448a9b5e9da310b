/*
 * coupling.c - Dantzig-Wolfe decomposition over the county's rows, tier by tier.
 *
 * Problem  min sum_b c(x_b)  with x_b a plan of block b, lo <= sum_b a(x_b) + shortfall <= hi for the
 *          rows over the county, and earlier tiers at their values.
 * Earlier  tiers that all blocks hold at their own optimum are caps inside the blocks. A tier that the
 *          county's rows made dearer is `loose`: one more row of the master, sum over blocks <= value.
 * Master   a mixture of known plans for each block (master.c); its duals price the county's rows.
 * Pricing  each block minimises tier - prices * parts: an integer program, in parallel.
 * Bound    any prices give one: sum of the blocks' bounds + prices * sides - tier prices * values
 *          (Lagrange). The best over the rounds, rounded up, is reported. It holds given
 *          the earlier tiers at their reported values, as every later tier's bound does.
 * Plan     the best choice of one known plan a block: a small integer program over the columns. With
 *          many blocks and few rows little is lost (Shapley and Folkman); what is, is looked for one
 *          block at a time, while the others keep their plans.
 * First    each block's own optimum of the tier, which gives the caps of later tiers; then plans there that
 *          help the county's rows, or each block with a share of them in proportion to its people, which
 *          often is the answer. Soft rules that can all be kept take no pass of their own (look_ahead).
 *          Column generation is in coupling_generate.c, fairness in coupling_fair.c.
 */
#include "models/secondment/coupling.h"

#include "models/secondment/coupling_impl.h"

#include <stdlib.h>
#include <string.h>

enum { OWN_NODES = 50 };

/*
 * Each block's own optimum of the tier. Fills floor[][tier]. Who accepts a gap does not want to wait for the
 * last unit of one block: its floor may then be below its best plan, and in a tier that no other leans
 * on its relaxation is floor enough.
 */
static enum zj_status own_optima(struct coupling *c, bool *infeasible, struct zj_err *err)
{
    struct round o;

    round_init(&o, c);
    for (int b = 0; b < o.n && c->r->opt->gap_permille > 0; b++) {
        if (!is_early(c->m.tier))
            be_quick(&o.req[b]);
        if (o.req[b].limits.nodes == 0 || o.req[b].limits.nodes > OWN_NODES)
            o.req[b].limits.nodes = OWN_NODES;
    }
    enum zj_status st = round_ask(&o, c, NULL, err);
    c->bound = c->goal[c->m.tier] = 0;
    for (int b = 0; b < o.n && st == ZJ_OK; b++) {
        int64_t least = sec_floor(&c->r->blocks.model[b], c->m.tier);
        if (o.ans[b].status == LP_INFEASIBLE && !c->has_choice)
            c->r->infeasible[b] = *infeasible = true;
        if (o.ans[b].status != LP_INFEASIBLE && o.ans[b].bound > least)
            least = o.ans[b].bound;
        c->floor[b][c->m.tier] = least;
        c->bound += least;
        c->goal[c->m.tier] += o.ans[b].status <= LP_FEASIBLE ? o.ans[b].value : least;
    }
    round_release(&o);
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

/*
 * The tier is done: caps inside the blocks when all hold their own optimum, else a row of the master. What
 * the floors of the others leave is then a cap for a block, too; where that is much, it only slows it down.
 */
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
        c->r->cap[b][tier] = !c->m.loose[tier] ? c->floor[b][tier]
                             : is_early(tier)  ? c->floor[b][tier] + c->r->value[tier] - own
                                               : INT64_MAX;
    c->r->bound[tier] = c->bound < c->r->value[tier] ? c->bound : c->r->value[tier];
}

/* Floors that need no solve. */
static void plain_floors(struct coupling *c)
{
    c->goal[c->m.tier] = 0;
    for (int b = 0; b < c->r->blocks.n; b++) {
        c->floor[b][c->m.tier] = sec_floor(&c->r->blocks.model[b], c->m.tier);
        c->goal[c->m.tier] += c->floor[b][c->m.tier];
    }
}

/* No plan is below the floors together. */
static void bound_by_floors(struct coupling *c)
{
    c->bound = 0;
    for (int b = 0; b < c->r->blocks.n; b++)
        c->bound += c->floor[b][c->m.tier];
}

static void cap_at_floors(struct coupling *c, enum zj_tier tier, bool yes)
{
    for (int b = 0; b < c->r->blocks.n; b++)
        c->r->cap[b][tier] = yes ? c->floor[b][tier] : INT64_MAX;
}

/*
 * Soft rules can mostly all be kept. So take that for granted, and work on the next tier: when its plans hold
 * the county's rows, the tier at hand is done, and half of the next one too.
 */
static enum zj_status look_ahead(struct coupling *c, enum zj_tier next, struct zj_err *err)
{
    enum zj_tier tier = c->m.tier;
    int64_t value = LP_INF;
    bool impossible = false;

    cap_at_floors(c, tier, true);
    c->m.tier = next;
    ZJ_TRY(own_optima(c, &impossible, err));
    if (!impossible)
        ZJ_TRY(begin(c, &value, err));
    memset(c->r->infeasible, 0, (size_t)c->r->blocks.n * sizeof *c->r->infeasible); /* only under the caps */
    cap_at_floors(c, tier, false);
    c->m.tier = tier;
    bound_by_floors(c);
    ZJ_TRY(choose(c, &value, err));
    c->ahead = value == c->bound ? next : tier;
    return ZJ_OK;
}

/*
 * Does a late tier before this one hold for the county and not block by block? Then what a block could do by
 * itself would spend all of it, and says little.
 */
static bool leans_on_county(const struct coupling *c)
{
    bool yes = false;

    for (int t = 0; t < ZJ_N_TIERS; t++)
        yes |= c->m.loose[t] && !is_early((enum zj_tier)t);
    return yes && c->has_choice && !is_early(c->m.tier);
}

/*
 * The tier's floors, bound and first plans: by looking ahead from the tier before, by what is known, or by
 * asking. *value = LP_INF: no plan yet.
 */
static enum zj_status open_tier(struct coupling *c, enum zj_tier next, int64_t *value, bool *infeasible,
                                struct zj_err *err)
{
    if (c->has_choice && c->ahead == c->m.tier) {
        bound_by_floors(c);
        return choose(c, value, err);
    }
    plain_floors(c);
    bound_by_floors(c);
    ZJ_TRY(choose(c, value, err));
    if (c->m.tier == ZJ_T_SOFT && !c->has_choice && next != ZJ_T_FAIRNESS) {
        ZJ_TRY(look_ahead(c, next, err));
        ZJ_TRY(choose(c, value, err));
    }
    if (*value <= c->bound)
        return ZJ_OK;
    if (leans_on_county(c))
        return begin(c, value, err);
    ZJ_TRY(own_optima(c, infeasible, err));
    return *infeasible ? ZJ_OK : begin(c, value, err);
}

static enum zj_status pass(struct coupling *c, enum zj_tier tier, enum zj_tier next, bool *infeasible,
                           struct zj_err *err)
{
    int64_t value = LP_INF;

    c->r->now = c->m.tier = tier;
    ZJ_TRY(open_tier(c, next, &value, infeasible, err));
    if (*infeasible)
        return ZJ_OK;
    ZJ_TRY(generate(c, &value, infeasible, err));
    if (c->has_choice)
        close_tier(c, tier);
    return ZJ_OK;
}

static enum zj_status all_tiers(struct coupling *c, bool *infeasible, struct zj_err *err)
{
    const enum zj_tier *order = c->r->ctx->pol->objective;

    for (int k = 0; k < ZJ_N_TIERS; k++) {
        enum zj_tier tier = order[k];
        if (c->r->has_plan && sec_run_over(c->r))
            break;
        if (tier != ZJ_T_FAIRNESS || !c->r->has_plan)
            ZJ_TRY(pass(c, tier, k + 1 < ZJ_N_TIERS ? order[k + 1] : ZJ_T_FAIRNESS, infeasible, err));
        if (!c->r->has_plan)
            return ZJ_OK;
        if (tier == ZJ_T_FAIRNESS)
            ZJ_TRY(coupled_fairness(c, err));
    }
    return ZJ_OK;
}

enum zj_status sec_solve_coupled(struct sec_run *r, struct zj_err *err)
{
    struct coupling c = {.r = r, .ahead = ZJ_T_SOFT};
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
