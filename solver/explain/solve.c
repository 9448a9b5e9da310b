/*
 * solve.c - solve a changed case, and let the verifier see the plan before anybody else does.
 */
#include "models/secondment/secondment.h"
#include "solver/base/i18n.h"
#include "solver/explain/parts.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

bool ex_has_plan(const struct zj_plan *p)
{
    return p->status == ZJ_PLAN_OPTIMAL || p->status == ZJ_PLAN_FEASIBLE ||
           (p->status == ZJ_PLAN_INTERRUPTED && p->value[p->order[0]] != ZJ_NO_VALUE);
}

static bool has_stability(const struct zj_rule *r, int n)
{
    for (int i = 0; i < n; i++) {
        if (r[i].id == ZJ_R_stability)
            return true;
    }
    return false;
}

bool ex_may_anchor(const struct ex_case *x)
{
    const struct zj_policy *pol = x->pol;

    if (x->keep)
        return false;
    if (x->plan->model == ZJ_TIMETABLE)
        return !has_stability(pol->lesson_rule, pol->n_lesson_rules);
    return pol->objective[ZJ_N_TIERS - 1] == ZJ_T_STABILITY && !has_stability(pol->rule, pol->n_rules);
}

const struct zj_plan *ex_anchor(const struct ex_case *x)
{
    return x->near ? x->plan : x->keep;
}

static enum zj_status solve_postings(const struct ex_case *x, const struct zj_change *c, const bool *touched,
                                     struct zj_plan *plan, struct zj_err *err)
{
    const struct sec_known known = {
        .postings = &x->plan->postings, .touched = touched, .fairness = x->now[ZJ_T_FAIRNESS]};
    const struct sec_options options = {
        .time_limit_ms = x->time_limit_ms,
        .node_limit = x->node_limit,
        .jobs = x->jobs,
        .keep = ex_anchor(x) ? &ex_anchor(x)->postings : NULL,
        .known = touched && !x->whole && x->plan->status == ZJ_PLAN_OPTIMAL ? &known : NULL,
        .stop = x->stop};

    return sec_solve(&c->in, &c->pol, &options, plan, err);
}

static bool agrees(const struct ex_case *x, const struct zj_change *c, const struct zj_plan *plan)
{
    struct zj_verdict v;
    bool ok;

    if (plan->model == ZJ_TIMETABLE)
        zj_verify_lessons(&c->in, &c->pol, &plan->lessons, &plan->legs,
                          ex_anchor(x) ? &ex_anchor(x)->lessons : NULL, &v);
    else
        zj_verify_postings(&c->in, &c->pol, &plan->postings, ex_anchor(x) ? &ex_anchor(x)->postings : NULL,
                           &v);
    ok = v.n_hard_broken == 0;
    for (int k = 0; k < plan->n_tiers; k++)
        ok &= v.tier[plan->order[k]] == plan->value[plan->order[k]];
    zj_verdict_release(&v);
    return ok;
}

enum zj_status ex_solve(const struct ex_case *x, const struct zj_change *c, const bool *touched,
                        struct zj_plan *plan, struct zj_err *err)
{
    if (x->plan->model == ZJ_TIMETABLE)
        ZJ_TRY(ex_solve_lessons(x, c, plan, err));
    else
        ZJ_TRY(solve_postings(x, c, touched, plan, err));
    if (ex_has_plan(plan) && !agrees(x, c, plan))
        return zj_fail(err, ZJ_EINTERNAL, "%s",
                       _("internal error: the independent check disagrees with the model"));
    return ZJ_OK;
}
