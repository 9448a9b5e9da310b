#include "tests/support/repairs.h"

#include "solver/verify/verify.h"

bool is_lawful_answer(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_plan *plan)
{
    struct zj_verdict v;

    if (plan->status != ZJ_PLAN_OPTIMAL && plan->status != ZJ_PLAN_FEASIBLE)
        return false;
    if (plan->model == ZJ_SECONDMENT)
        zj_verify_postings(in, pol, &plan->postings, NULL, &v);
    else if (plan->model == ZJ_TIMETABLE)
        zj_verify_lessons(in, pol, &plan->lessons, &plan->legs, NULL, &v);
    else
        zj_verify_pairs(in, pol, &plan->pairs, &v);
    const bool lawful = v.n_hard_broken == 0;
    zj_verdict_release(&v);
    return lawful;
}

const char *repair_by_verifier(void *ctx, const struct zj_change *changed, const struct zj_plan *answer,
                               bool yes)
{
    (void)ctx;
    return yes && !is_lawful_answer(&changed->in, &changed->pol, answer)
               ? "a repaired case has no lawful plan"
               : NULL;
}

static enum zj_status try_and_judge(void *ctx, const struct zj_change *changed, bool explain,
                                    int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct repairs *x = ctx;

    ZJ_TRY(x->try(x->options, changed, explain, limit_ms, answer, yes, err));
    x->n_yes += *yes;
    if (!x->why)
        x->why = (x->judge ? x->judge : repair_by_verifier)(x->ctx, changed, answer, *yes);
    return ZJ_OK;
}

const char *wrong_repairs(struct repairs *x, struct zj_plan *plan)
{
    const struct repair_options opt = {.what = x->what, .try = try_and_judge, .ctx = x};
    struct zj_err err;

    if (cli_repair(&opt, plan, &err) != ZJ_OK)
        return "the search for repairs fails";
    for (int i = 0; i < plan->n_repairs; i++)
        if (!plan->repair[i].verified || (i > 0 && plan->repair[i].cost < plan->repair[i - 1].cost))
            return "repairs are out of order, or not verified";
    if (x->n_yes < plan->n_repairs)
        return "a repair was not solved";
    return x->why;
}
