/*
 * apart.c - the tiers, one after the other, each block by itself.
 *
 * Additive tiers: the lexicographic optimum of a sum over independent blocks is the sum
 * of the blocks' own, so each block carries its own caps. Fairness is a maximum
 * over blocks: one cap for all of them (fairness.c).
 */
#include "models/secondment/known.h"

#include <stdlib.h>
#include <string.h>

static bool has_cost(const struct sec_model *m, enum zj_tier tier)
{
    for (int a = 0; a < m->n_arcs; a++) {
        if (m->arc[a].cost[tier])
            return true;
    }
    for (int k = 0; k < m->n_aux; k++) {
        if (m->aux[k].cost[tier])
            return true;
    }
    return false;
}

/* Does the tier still need a solve in the block? At its floor already, or never moved: no. */
static bool is_open(const struct sec_run *r, int block, enum zj_tier tier)
{
    const struct sec_model *m = &r->blocks.model[block];

    return !r->closed[block] &&
           (!r->has_plan || (has_cost(m, tier) && r->tier[block][tier] > sec_floor(m, tier)));
}

static void take_answer(struct sec_run *r, struct sec_answer *a, int block, int64_t *bound)
{
    r->nodes += a->nodes;
    if (a->status == LP_INFEASIBLE && !r->has_plan)
        r->infeasible[block] = true;
    if (a->status == LP_OPTIMAL || a->status == LP_FEASIBLE)
        sec_run_take(r, block, a);
    if (a->status != LP_INFEASIBLE && a->bound > *bound)
        *bound = a->bound;
    if (a->given && a->stopped)
        r->stopped_by_nodes |= r->opt->node_limit > 0 && a->nodes > r->opt->node_limit;
}

enum zj_status sec_pass_tier(struct sec_run *r, enum zj_tier tier, struct zj_err *err)
{
    int n = 0, blocks = r->blocks.n;
    struct sec_request *req = zj_calloc((size_t)blocks + 1, sizeof *req);
    struct sec_answer *ans = zj_calloc((size_t)blocks + 1, sizeof *ans);
    bool *found = zj_calloc((size_t)blocks + 1, sizeof *found);
    int64_t total = 0;
    bool all = true;

    r->now = tier;
    for (int b = 0; b < blocks; b++) {
        if (is_open(r, b, tier))
            req[n++] = sec_run_request(r, b, tier);
    }
    enum zj_status st = sec_ask(&r->pool, &r->blocks, r->ctx, n, req, ans, err);
    for (int b = 0, i = 0; b < blocks && st == ZJ_OK; b++) {
        int64_t bound = r->closed[b] ? r->tier[b][tier] : sec_floor(&r->blocks.model[b], tier);
        found[b] = r->has_plan || r->closed[b];
        if (i < n && req[i].block == b) {
            found[b] |= ans[i].status == LP_OPTIMAL || ans[i].status == LP_FEASIBLE;
            take_answer(r, &ans[i++], b, &bound);
        }
        all &= found[b];
        r->cap[b][tier] = found[b] ? r->tier[b][tier] : INT64_MAX;
        total += bound;
    }
    for (int i = 0; i < n; i++)
        sec_answer_release(&ans[i]);
    r->has_plan = all && st == ZJ_OK;
    r->bound[tier] = total;
    if (r->has_plan)
        sec_run_sum(r);
    free(req);
    free(ans);
    free(found);
    return st;
}

enum zj_status sec_solve_apart(struct sec_run *r, struct zj_err *err)
{
    enum zj_tier before = ZJ_T_FAIRNESS;

    sec_known_take(r);
    for (int k = 0; k < ZJ_N_TIERS; k++) {
        enum zj_tier tier = r->ctx->pol->objective[k];
        if (r->has_plan && sec_run_over(r))
            break;
        if (tier == ZJ_T_FAIRNESS && !r->has_plan)
            ZJ_TRY(sec_pass_tier(r, tier, err)); /* any plan at all */
        else if (tier != ZJ_T_FAIRNESS)
            ZJ_TRY(sec_pass_tier(r, tier, err));
        if (!r->has_plan || r->opt->any_plan)
            return ZJ_OK;
        if (tier == ZJ_T_FAIRNESS)
            ZJ_TRY(sec_pass_fairness(r, before, err));
        else
            before = tier;
    }
    return ZJ_OK;
}
