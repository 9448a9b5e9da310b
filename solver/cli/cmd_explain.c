/*
 * cmd_explain.c - why not, why, and what is worth most: have it answered, tell it.
 *
 * Exit code: 0 the answer is proved; 1 it is not; 2 what is asked for cannot be; 3 nothing is known.
 */
#include "solver/base/i18n.h"
#include "solver/cli/answer.h"
#include "solver/cli/explain.h"
#include "solver/cli/output.h"
#include "solver/cli/progress.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"

#include <stdlib.h>
#include <string.h>

/* ---- the plan ----------------------------------------------------------------------------------------- */

/* Only a lawful plan of this very case can be explained. */
static enum zj_status check_plan(struct cli_case *c, const struct cli_args *a, const struct zj_plan *plan,
                                 struct zj_verdict *v)
{
    struct zj_diag misstated = {0};
    const struct zj_given given = cli_given(c);

    if (plan->model != ZJ_SECONDMENT && plan->model != ZJ_TIMETABLE)
        return cli_fail(a, ZJ_EDATA, NULL, _("plans of the model '%s' cannot be explained"),
                        zj_model_name(plan->model));
    if (plan->instance_sha256 && strcmp(plan->instance_sha256, c->in.sha256) != 0)
        return cli_fail(a, ZJ_EDATA, NULL, _("the plan '%s' was made for other data or another policy"),
                        a->operand[1]);
    if (plan->status == ZJ_PLAN_INFEASIBLE || plan->status == ZJ_PLAN_UNKNOWN)
        return cli_fail(a, ZJ_EDATA, NULL,
                        _("the plan '%s' has the status '%s': there is nothing to explain"), a->operand[1],
                        zj_plan_status_name(plan->status));
    enum zj_status status = zj_verify_plan(&c->in, &c->pol, plan, &given, v, &misstated);
    if (status != ZJ_OK)
        cli_fail(a, status, &misstated,
                 _("the plan '%s' breaks a hard rule or misreports itself; 'zoujiao verify' tells more"),
                 a->operand[1]);
    zj_diag_release(&misstated);
    return status;
}

/* ---- the answer ---------------------------------------------------------------------------------------- */

static enum zj_status exit_of(const struct ex_outcome *o)
{
    if (o->answer == EX_BARRED || o->answer == EX_IMPOSSIBLE)
        return ZJ_INFEASIBLE;
    if (o->answer == EX_UNKNOWN)
        return cli_stop ? cli_stopped_status() : ZJ_UNKNOWN;
    return o->answer == EX_IS_SO || o->proved ? ZJ_OK : ZJ_GAP;
}

/*
 * The plan of the changed case is lawful in the given one. It is proved to be best there only if it is as
 * good as a plan that is; up to the first tier that differs the bounds of that one hold.
 */
static void as_plan_of_case(const struct ex_case *x, struct zj_plan *plan)
{
    bool same = x->plan->status == ZJ_PLAN_OPTIMAL;

    plan->stopped_by = NULL;
    for (int k = 0; k < plan->n_tiers; k++) {
        enum zj_tier tier = plan->order[k];
        if (tier == ZJ_T_STABILITY && !x->keep)
            plan->value[tier] = 0;
        plan->bound[tier] = same ? x->now[tier] : ZJ_NO_VALUE;
        same = same && plan->value[tier] == x->now[tier];
    }
    plan->status = same ? ZJ_PLAN_OPTIMAL : ZJ_PLAN_FEASIBLE;
    plan->gap_permille = zj_gap_permille(plan);
}

static enum zj_status save(struct cli_answer *r, const struct ex_case *x, struct ex_outcome *o)
{
    if (!r->a->output || !o->has_plan)
        return ZJ_OK;
    r->plan = o->plan;
    as_plan_of_case(x, &r->plan);
    cli_answer_sign(r);
    r->plan.secondment_sha256 = r->c.has_secondment ? r->c.secondment.sha256 : NULL;
    r->plan.term = r->c.in.now;
    enum zj_status status = cli_answer_save(r);
    memset(&r->plan, 0, sizeof r->plan); /* the outcome owns it */
    return status;
}

static void tell(struct cli_explained *e)
{
    if (e->a->json)
        cli_explain_json(stdout, e);
    else if (!e->a->quiet)
        cli_explain_text(stdout, e);
}

struct watch {
    struct cli_progress progress;
    int64_t began;
};

static void tick(void *ctx, int done, int total)
{
    struct watch *watch = ctx;
    const struct sec_progress now = {.stage = cli_questions[CLI_WORTH],
                                     .elapsed = (double)(lp_clock_ms() - watch->began) / 1000.0,
                                     .value = ZJ_NO_VALUE,
                                     .bound = ZJ_NO_VALUE,
                                     .done = done,
                                     .total = total};

    cli_progress_show(&watch->progress, &now);
}

static enum zj_status answer_worth(struct cli_explained *e)
{
    struct watch watch = {.began = lp_clock_ms()};
    struct ex_worth w;
    struct zj_err err;

    cli_progress_init(&watch.progress, e->a->quiet);
    enum zj_status status = ex_find_worth(e->x, &w, tick, &watch, &err);
    cli_progress_end(&watch.progress);
    e->exit = w.n_left > 0 ? ZJ_GAP : ZJ_OK;
    for (int i = 0; i < w.n; i++)
        e->exit = w.gain[i].proved ? e->exit : ZJ_GAP;
    e->worth = &w;
    if (status == ZJ_OK)
        tell(e);
    else
        cli_fail(e->a, status, NULL, "%s", err.text);
    ex_worth_release(&w);
    return status == ZJ_OK ? e->exit : status;
}

static enum zj_status answer_one(struct cli_answer *r, struct cli_explained *e)
{
    struct ex_outcome o;
    struct zj_err err;
    enum zj_status status =
        e->question == CLI_WHY ? ex_why(e->x, &e->q, &o, &err) : ex_why_not(e->x, &e->q, &o, &err);

    e->exit = exit_of(&o);
    e->outcome = &o;
    if (status != ZJ_OK)
        cli_fail(e->a, status, NULL, "%s", err.text);
    else
        status = save(r, e->x, &o);
    if (status == ZJ_OK)
        tell(e);
    ex_outcome_release(&o);
    return status == ZJ_OK ? e->exit : status;
}

static enum zj_status explain(struct cli_answer *r, struct cli_explained *e, struct zj_plan *plan)
{
    struct zj_verdict now = {0};
    const struct cli_args *a = r->a;
    struct ex_case x = {.in = &r->c.in,
                        .pol = &r->c.pol,
                        .plan = plan,
                        .now = now.tier,
                        .keep = r->c.has_keep ? &r->c.keep : NULL,
                        .time_limit_ms = a->time_limit,
                        .node_limit = a->node_limit,
                        .jobs = cli_jobs(a),
                        .stop = &cli_stop};

    e->x = &x;
    enum zj_status status = cli_case_suits(&r->c, a, plan);
    if (status == ZJ_OK)
        status = check_plan(&r->c, a, plan, &now);
    if (status == ZJ_OK)
        status = cli_find_question(a, e);
    if (status == ZJ_OK)
        status = e->question == CLI_WORTH ? answer_worth(e) : answer_one(r, e);
    zj_verdict_release(&now);
    return status;
}

enum zj_status cmd_explain(const struct cli_args *a)
{
    struct cli_answer r = {.a = a};
    struct cli_explained e = {.a = a};
    struct zj_plan plan = {0};

    ZJ_TRY(cli_read_question(a, &e.question));
    cli_catch_signals();
    enum zj_status status = cli_case_open(&r.c, a, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = cli_read_plan(&r.c, a, a->operand[1], CLI_ANY_MODEL, &plan);
    if (status == ZJ_OK)
        status = explain(&r, &e, &plan);
    zj_plan_release(&plan);
    cli_answer_release(&r);
    return status;
}
