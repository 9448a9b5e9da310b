#include "solver/cli/pairing_check.h"

#include "models/pairing/pairing.h"
#include "models/secondment/secondment.h"
#include "models/timetable/timetable.h"
#include "solver/base/i18n.h"
#include "solver/cli/progress.h"
#include "solver/cli/repair_solve.h"
#include "solver/cli/stop.h"
#include "solver/data/week.h"
#include "solver/engine/lp.h"
#include "solver/io/write.h"
#include "solver/report/text.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

/* Of what follows any plan will do. The search is limited in nodes, so that no clock decides the answer. */
enum { USUAL_NODES = 2000 };

static int64_t node_limit(const struct cli_args *a)
{
    return a->node_limit ? a->node_limit : USUAL_NODES;
}

/* One thing that is asked: of the pairing itself, of secondments, of timetables. */
enum { PAIRS, SECONDMENT, TIMETABLE, N_PARTS };
struct part {
    const char *name;
    const char *not_asked; /* reason, marked for translation; NULL = it was asked */
    struct zj_plan plan;
};

struct check {
    struct cli_answer *r;
    struct part part[N_PARTS];
};

static bool has_plan(const struct zj_plan *p)
{
    return p->status == ZJ_PLAN_OPTIMAL || p->status == ZJ_PLAN_FEASIBLE;
}

/* ---- the pairing itself ---------------------------------------------------------------------------- */

/* What is broken: each rule at its place collides with the pairing as it stands, whatever the others say. */
static void name_broken(struct zj_plan *plan, const struct zj_verdict *v)
{
    plan->conflict = zj_alloc_n(&plan->arena, (size_t)v->n, sizeof *plan->conflict);
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->hard && !f->ok)
            plan->conflict[plan->n_conflict] = (struct zj_conflict_part){.rule = f->rule,
                                                                         .index = f->index,
                                                                         .where = f->where,
                                                                         .need = f->need,
                                                                         .have = f->have,
                                                                         .group = plan->n_conflict};
        plan->n_conflict += f->hard && !f->ok;
    }
    plan->conflict_minimal = true;
}

/* The model must say of the fixed pairs what the independent check says. */
static enum zj_status agree(const struct cli_answer *r, const struct zj_plan *model)
{
    const struct zj_verdict *v = &r->verdict;
    bool same = model->status == ZJ_PLAN_INFEASIBLE ? v->n_hard_broken > 0 : v->n_hard_broken == 0;

    for (int i = 0; i < model->n_tiers && same && model->status == ZJ_PLAN_OPTIMAL; i++)
        same = model->value[model->order[i]] == v->tier[model->order[i]];
    if (same || model->status == ZJ_PLAN_UNKNOWN || model->status == ZJ_PLAN_INTERRUPTED)
        return ZJ_OK;
    return cli_fail(r->a, ZJ_EINTERNAL, NULL,
                    _("internal error: the independent check disagrees with the model; nothing is written"));
}

enum zj_status cli_judge_pairs(struct cli_answer *r, struct zj_plan *plan)
{
    struct zj_plan model;
    struct zj_err err;

    *plan = (struct zj_plan){.model = ZJ_PAIRING, .status = ZJ_PLAN_FEASIBLE, .term = -1};
    plan->n_tiers = ZJ_N_PAIRING_TIERS;
    memcpy(plan->order, zj_pairing_tiers, sizeof zj_pairing_tiers);
    zj_pairs_of_tables(&r->c.in, &plan->pairs);
    zj_verify_pairs(&r->c.in, &r->c.pol, &plan->pairs, &r->verdict);
    for (int t = 0; t < ZJ_MAX_TIERS; t++) {
        plan->value[t] = r->verdict.tier[t];
        plan->bound[t] = ZJ_NO_VALUE;
    }
    plan->finding = r->verdict.finding;
    plan->n_findings = r->verdict.n;
    if (r->verdict.n_hard_broken > 0) {
        plan->status = ZJ_PLAN_INFEASIBLE;
        name_broken(plan, &r->verdict);
    }
    const struct pr_options options = {.fixed = &plan->pairs, .unexplained = true, .stop = &cli_stop};
    if (pr_solve(&r->c.in, &r->c.pol, &options, &model, &err) != ZJ_OK)
        return cli_fail(r->a, ZJ_EINTERNAL, NULL, "%s", err.text);
    enum zj_status status = agree(r, &model);
    zj_plan_release(&model);
    if (status != ZJ_OK || plan->n_conflict == 0)
        return status;
    status = cli_repair_answer(r, repair_try_given_pairs, NULL, lp_clock_ms(), true, plan, &err);
    return status == ZJ_OK ? ZJ_OK : cli_fail(r->a, status, NULL, "%s", err.text);
}

/* ---- what follows ----------------------------------------------------------------------------------- */

static enum zj_status check_secondment(struct check *c)
{
    const struct cli_args *a = c->r->a;
    const struct cli_case *x = &c->r->c;
    struct cli_progress progress;
    struct zj_err err;
    struct sec_options options = {.time_limit_ms = a->time_limit,
                                  .node_limit = node_limit(a),
                                  .any_plan = true,
                                  .jobs = cli_jobs(a),
                                  .stop = &cli_stop,
                                  .progress = cli_progress_show,
                                  .large = cli_progress_large,
                                  .progress_ctx = &progress};

    c->part[SECONDMENT].not_asked = cli_no_secondment(x);
    if (c->part[SECONDMENT].not_asked)
        return ZJ_OK;
    cli_progress_init(&progress, a->quiet);
    const int64_t began = lp_clock_ms();
    struct zj_plan *plan = &c->part[SECONDMENT].plan;
    enum zj_status status = sec_solve(&x->in, &x->pol, &options, plan, &err);
    if (status == ZJ_OK && plan->status == ZJ_PLAN_INFEASIBLE)
        status = cli_repair_answer(c->r, repair_try_secondment, &options, began, false, plan, &err);
    cli_progress_end(&progress);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

static enum zj_status check_timetable(struct check *c)
{
    const struct cli_args *a = c->r->a;
    struct cli_case *x = &c->r->c;
    struct cli_progress progress;
    struct zj_err err;
    struct tt_options options = {.time_limit_ms = a->time_limit,
                                 .node_limit = node_limit(a),
                                 .any_plan = true,
                                 .jobs = cli_jobs(a),
                                 .stop = &cli_stop,
                                 .progress = cli_progress_lessons,
                                 .progress_ctx = &progress};

    c->part[TIMETABLE].not_asked = cli_no_timetable(x);
    if (c->part[TIMETABLE].not_asked)
        return ZJ_OK;
    ZJ_TRY(cli_case_staff(x, a, 0));
    cli_progress_init(&progress, a->quiet);
    const int64_t began = lp_clock_ms();
    struct zj_plan *plan = &c->part[TIMETABLE].plan;
    enum zj_status status = tt_solve(&x->in, &x->pol, &options, plan, &err);
    if (status == ZJ_OK && plan->status == ZJ_PLAN_INFEASIBLE)
        status = cli_repair_answer(c->r, repair_try_timetable, &options, began, false, plan, &err);
    cli_progress_end(&progress);
    plan->term = x->in.now;
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

/* ---- the answer --------------------------------------------------------------------------------------- */

/* All parts work; or one cannot; or it is not known. */
static enum zj_status verdict_of(const struct check *c)
{
    bool known = true;

    for (int i = 0; i < N_PARTS; i++) {
        const struct part *p = &c->part[i];
        if (p->not_asked)
            continue;
        if (p->plan.status == ZJ_PLAN_INFEASIBLE)
            return ZJ_INFEASIBLE;
        known &= has_plan(&p->plan);
    }
    return known ? ZJ_OK : cli_stop ? cli_stopped_status() : ZJ_UNKNOWN;
}

static const char *part_text(const struct part *p)
{
    if (p->not_asked)
        return _(p->not_asked);
    if (p->plan.model == ZJ_PAIRING)
        return has_plan(&p->plan) ? _("every hard demand is kept") : _("hard demands are broken");
    if (has_plan(&p->plan))
        return _("possible: a plan was found that keeps every hard rule");
    return p->plan.status == ZJ_PLAN_INFEASIBLE ? _("impossible: proved")
                                                : _("not known: a limit came first");
}

static void print_parts(FILE *out, const struct check *c)
{
    const char *const names[N_PARTS] = {_("rules of pairings"), _("secondments"), _("timetable")};

    fprintf(out, "\n%s\n", _("what was asked:"));
    for (int i = 0; i < N_PARTS; i++) {
        const struct part *p = &c->part[i];
        fprintf(out, "  %s: %s\n", names[i], part_text(p));
        if (i == TIMETABLE && !p->not_asked && has_plan(&p->plan))
            fprintf(out, _("  lessons that nobody gives in it (by priority): %lld\n"),
                    (long long)p->plan.value[ZJ_T_UNMET]);
    }
}

static void print_text(FILE *out, const struct check *c, enum zj_status status)
{
    const struct cli_answer *r = c->r;

    for (int i = 0; i < N_PARTS; i++) {
        const struct part *p = &c->part[i];
        const struct rep_summary report = {
            .in = &r->c.in, .pol = &r->c.pol, .plan = &p->plan, .verdict = &r->verdict, .all = r->a->verbose};
        if (i == PAIRS)
            rep_print_given_pairs(out, &report);
        if (i == PAIRS && p->plan.n_repairs > 0) {
            fprintf(out, "\n%s\n",
                    _("changes after which the pairing keeps every hard demand; each was checked:"));
            rep_print_repairs(out, &report);
        }
        if (!p->not_asked && p->plan.status == ZJ_PLAN_INFEASIBLE && i != PAIRS)
            rep_print_conflict(out, &report);
    }
    print_parts(out, c);
    fprintf(out, "%s\n",
            status == ZJ_OK           ? _("the pairing can work")
            : status == ZJ_INFEASIBLE ? _("the pairing cannot work")
                                      : _("whether the pairing can work was not found out"));
}

/* {"schema":1, "exit":…, "works":true|false|null, "parts":[{"part":…, "asked":…, "plan":{…}}]} */
static void print_json(FILE *out, const struct check *c, enum zj_status status)
{
    fprintf(out, "{\"schema\": 1, \"exit\": %d, \"works\": %s,\n\"parts\": [", (int)status,
            status == ZJ_OK           ? "true"
            : status == ZJ_INFEASIBLE ? "false"
                                      : "null");
    for (int i = 0; i < N_PARTS; i++) {
        const struct part *p = &c->part[i];
        char *json = p->not_asked ? NULL : zj_plan_to_json(&c->r->c.in, &c->r->c.pol, &p->plan);
        fprintf(out, "%s\n{\"part\": \"%s\", \"asked\": %s, \"plan\": %s}", i ? "," : "", p->name,
                json ? "true" : "false", json ? json : "null");
        free(json);
    }
    fputs("\n]}\n", out);
}

static enum zj_status check_all(struct check *c)
{
    ZJ_TRY(cli_judge_pairs(c->r, &c->part[PAIRS].plan));
    ZJ_TRY(check_secondment(c));
    ZJ_TRY(check_timetable(c));
    enum zj_status status = verdict_of(c);
    if (c->r->a->json)
        print_json(stdout, c, status);
    else if (!c->r->a->quiet)
        print_text(stdout, c, status);
    return status;
}

enum zj_status cli_check_pairing(struct cli_answer *r)
{
    struct check c = {.r = r};

    for (int i = 0; i < N_PARTS; i++)
        c.part[i].plan = (struct zj_plan){.status = ZJ_PLAN_UNKNOWN, .term = -1};
    c.part[PAIRS].name = zj_model_name(ZJ_PAIRING);
    c.part[SECONDMENT].name = zj_model_name(ZJ_SECONDMENT);
    c.part[TIMETABLE].name = zj_model_name(ZJ_TIMETABLE);
    enum zj_status status = check_all(&c);
    for (int i = 0; i < N_PARTS; i++)
        zj_plan_release(&c.part[i].plan);
    return status;
}
