#include "solver/cli/answer.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/output.h"
#include "solver/cli/stop.h"
#include "solver/io/write.h"
#include "solver/report/text.h"
#include "solver/report/verdict.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int cli_jobs(const struct cli_args *a)
{
    long n = a->jobs ? a->jobs : sysconf(_SC_NPROCESSORS_ONLN);

    return n < 1 ? 1 : n > 256 ? 256 : (int)n;
}

enum zj_status cli_check_outputs(const struct cli_args *a)
{
    if (a->certificate && !cli_is_file(a->certificate))
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--certificate' needs the name of a file"));
    if (a->certificate && cli_writes_model(a))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'--certificate' needs an answer; a model that is written has none"));
    ZJ_TRY(cli_check_output(a, a->certificate));
    ZJ_TRY(cli_check_output(a, a->output));
    ZJ_TRY(cli_check_output(a, a->write_lp));
    return cli_check_output(a, a->write_mps);
}

bool cli_writes_model(const struct cli_args *a)
{
    return a->write_lp || a->write_mps;
}

enum zj_status cli_model_written(const struct cli_args *a)
{
    if (cli_stop)
        return cli_fail(a, cli_stopped_status(), NULL,
                        _("stopped by a signal; model files are whole or not there"));
    if (!a->quiet)
        fprintf(stderr, _("the model is written; nothing was solved\n"));
    return ZJ_OK;
}

void cli_answer_sign(struct cli_answer *r)
{
    r->plan.instance_name = r->c.in.name;
    r->plan.instance_sha256 = r->c.in.sha256;
    r->plan.program = ZJ_PROGRAM " " ZJ_VERSION;
}

static void judge(struct cli_answer *r)
{
    const struct zj_instance *in = &r->c.in;
    const struct zj_policy *pol = &r->c.pol;
    const struct zj_postings nobody = {0};

    if (r->plan.model == ZJ_PAIRING) {
        zj_verify_pairs(in, pol, &r->plan.pairs, &r->verdict);
    } else if (r->plan.model == ZJ_CALENDAR) {
        zj_verify_calendar(in, pol, &r->plan.calendar, cli_given(&r->c).taught, NULL, &r->verdict);
    } else if (r->plan.model == ZJ_TIMETABLE) {
        zj_verify_lessons(in, pol, &r->plan.lessons, &r->plan.legs, cli_kept_lessons(&r->c), &r->verdict);
    } else {
        zj_verify_postings(in, pol, &nobody, cli_kept(&r->c), &r->before);
        zj_verify_postings(in, pol, &r->plan.postings, cli_kept(&r->c), &r->verdict);
    }
    r->plan.finding = r->verdict.finding;
    r->plan.n_findings = r->verdict.n;
}

/*
 * The check. Its findings become the plan's; a single difference in what the plan says of itself ends
 * the run.
 */
enum zj_status cli_answer_check(struct cli_answer *r)
{
    struct zj_verdict again;
    struct zj_diag misstated = {0};
    const struct zj_given given = cli_given(&r->c);

    judge(r);
    enum zj_status status = zj_verify_plan(&r->c.in, &r->c.pol, &r->plan, &given, &again, &misstated);
    if (status != ZJ_OK) {
        const struct rep_verdict report = {.in = &r->c.in,
                                           .pol = &r->c.pol,
                                           .plan = &r->plan,
                                           .verdict = &again,
                                           .misstated = &misstated,
                                           .hard_only = true};
        rep_print_verdict(stderr, &report);
        status =
            cli_fail(r->a, ZJ_EINTERNAL, &misstated,
                     _("internal error: the independent check disagrees with the model; nothing is written"));
    }
    zj_verdict_release(&again);
    zj_diag_release(&misstated);
    return status;
}

static bool meets_gap(const struct zj_plan *p, int gap_permille)
{
    for (int i = 0; i < p->n_tiers; i++) {
        struct zj_plan only = *p; /* one tier at a time: the plan's own gap is that of the first tier only */
        if (p->bound[p->order[i]] == ZJ_NO_VALUE)
            return false;
        only.order[0] = p->order[i];
        only.n_tiers = 1;
        if (zj_gap_permille(&only) > gap_permille)
            return false;
    }
    return true;
}

enum zj_status cli_answer_worth(const struct cli_answer *r)
{
    if (zj_has_plan(&r->plan))
        return meets_gap(&r->plan, r->a->gap) ? ZJ_OK : ZJ_GAP;
    if (r->plan.status == ZJ_PLAN_INFEASIBLE)
        return ZJ_INFEASIBLE;
    return cli_stop ? cli_stopped_status() : ZJ_UNKNOWN;
}

/* The JSON goes to the file, and to standard output when that was asked or no file was named. */
static enum zj_status write_answer(const struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    struct zj_err err;
    char *json = zj_plan_to_json(&r->c.in, &r->c.pol, &r->plan);
    enum zj_status status = ZJ_OK;

    if (cli_is_file(a->output))
        status = zj_file_write(a->output, json, strlen(json), &err);
    if (status == ZJ_OK && (a->json || !cli_is_file(a->output)))
        fputs(json, stdout);
    free(json);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

enum zj_status cli_answer_save(struct cli_answer *r)
{
    struct zj_err err;

    ZJ_TRY(cli_answer_check(r));
    char *json = zj_plan_to_json(&r->c.in, &r->c.pol, &r->plan);
    enum zj_status status = zj_file_write(r->a->output, json, strlen(json), &err);
    free(json);
    return status == ZJ_OK ? ZJ_OK : cli_fail(r->a, status, NULL, "%s", err.text);
}

static void summarise(const struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    const bool judged = zj_has_plan(&r->plan);
    const bool has_before = r->plan.model == ZJ_PAIRING ? r->c.in.has_pairings : r->plan.model != ZJ_CALENDAR;
    const struct rep_summary report = {.in = &r->c.in,
                                       .pol = &r->c.pol,
                                       .plan = &r->plan,
                                       .verdict = judged ? &r->verdict : NULL,
                                       .before = judged && has_before ? &r->before : NULL,
                                       .path = a->output,
                                       .all = a->verbose};

    if (a->quiet)
        return;
    if (a->json || !cli_is_file(a->output))
        rep_print_line(stderr, &report);
    else
        rep_print_summary(stdout, &report);
}

enum zj_status cli_answer_give(struct cli_answer *r)
{
    if (zj_has_plan(&r->plan))
        ZJ_TRY(cli_answer_check(r));
    enum zj_status status = cli_answer_worth(r);
    if (status == ZJ_INTERRUPTED || status == ZJ_TERMINATED)
        return cli_fail(r->a, status, NULL, _("stopped before any plan was found; nothing is written"));
    ZJ_TRY(write_answer(r));
    summarise(r);
    return status;
}

void cli_answer_release(struct cli_answer *r)
{
    zj_plan_release(&r->plan);
    zj_verdict_release(&r->verdict);
    zj_verdict_release(&r->before);
    cli_case_close(&r->c);
}
