/*
 * fairness.c - the least largest burden.
 *
 * The tier is max over posted teachers of their burden. A cap on it is a filter on
 * paths, so the optimum is the least cap F under which every block still
 * meets its caps on the earlier tiers: bisection over F, each test one solve in each block
 * whose plan breaks F. A test that ends without an answer leaves the lower end as the bound.
 */
#include "models/secondment/burdens.h"
#include "models/secondment/known.h"

#include <stdlib.h>

enum verdict { HOLDS, FAILS, OPEN };

/* Can every block meet its caps with burdens of at most F? Plans found are taken only when all can. */
static enum zj_status test(struct sec_run *r, int64_t cap, enum zj_tier before, enum verdict *out,
                           struct zj_err *err)
{
    int n = 0;
    struct sec_request *req = zj_calloc((size_t)r->blocks.n + 1, sizeof *req);
    struct sec_answer *ans = zj_calloc((size_t)r->blocks.n + 1, sizeof *ans);

    for (int b = 0; b < r->blocks.n; b++) {
        if (r->tier[b][ZJ_T_FAIRNESS] <= cap)
            continue;
        req[n] = sec_run_request(r, b, before);
        req[n].fair_cap = cap;
        req[n].start = NULL;
        req[n].enough = before == ZJ_T_FAIRNESS ? 0 : r->cap[b][before];
        req[n++].limits.gap_permille = 0;
    }
    enum zj_status st = sec_ask(&r->pool, &r->blocks, r->ctx, n, req, ans, err);
    *out = HOLDS;
    for (int i = 0; i < n && st == ZJ_OK; i++) {
        r->nodes += ans[i].nodes;
        if (ans[i].status == LP_INFEASIBLE)
            *out = FAILS;
        else if (ans[i].status == LP_UNKNOWN && *out == HOLDS)
            *out = OPEN;
    }
    for (int i = 0; i < n; i++) {
        if (st == ZJ_OK && *out == HOLDS)
            sec_run_take(r, req[i].block, &ans[i]);
        sec_answer_release(&ans[i]);
    }
    free(req);
    free(ans);
    return st;
}

enum zj_status sec_pass_fairness(struct sec_run *r, enum zj_tier before, struct zj_err *err)
{
    struct sec_burdens c = sec_burdens_of(r);
    int64_t lo = 0;
    enum zj_status st = ZJ_OK;

    r->now = ZJ_T_FAIRNESS;
    sec_run_sum(r);
    for (int tries = 0; lo < r->value[ZJ_T_FAIRNESS] && st == ZJ_OK && !sec_run_over(r); tries++) {
        int64_t cap = sec_known_cap(r, lo, tries);
        if (cap < 0)
            cap = sec_burden_middle(&c, lo, r->value[ZJ_T_FAIRNESS]);
        enum verdict v = OPEN;
        st = test(r, cap, before, &v, err);
        if (st != ZJ_OK || v == OPEN) {
            r->stopped_by_nodes |= r->opt->node_limit > 0;
            break;
        }
        if (v == FAILS)
            lo = sec_burden_above(&c, cap);
        sec_run_sum(r);
    }
    free(c.v);
    if (st == ZJ_OK) {
        r->bound[ZJ_T_FAIRNESS] = lo < r->value[ZJ_T_FAIRNESS] ? lo : r->value[ZJ_T_FAIRNESS];
        sec_known_after_fairness(r);
        sec_blocks_cap(&r->blocks, r->ctx, r->value[ZJ_T_FAIRNESS]);
    }
    return st;
}
