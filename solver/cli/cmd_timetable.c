/*
 * cmd_timetable.c - make a timetable of one week; written only after code that never saw the model agrees.
 */
#include "models/timetable/timetable.h"
#include "solver/base/i18n.h"
#include "solver/cli/answer.h"
#include "solver/cli/certificate.h"
#include "solver/cli/output.h"
#include "solver/cli/progress.h"
#include "solver/cli/repair_solve.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"

/* The term that was asked for, or the first. */
static enum zj_status find_term(const struct cli_args *a, const struct zj_instance *in, int *term)
{
    *term = a->term ? zj_find_term(in, a->term) : 0;
    if (*term >= 0)
        return ZJ_OK;
    return cli_fail(a, ZJ_EUSAGE, NULL, _("option '--%s': '%s' is not valid; expected a term from %s to %s"),
                    "term", a->term, in->term[0].id, in->term[in->n_terms - 1].id);
}

static struct tt_options options_of(const struct cli_answer *r, struct cli_progress *progress)
{
    const struct cli_args *a = r->a;

    return (struct tt_options){.time_limit_ms = a->time_limit,
                               .node_limit = a->node_limit,
                               .gap_permille = a->gap,
                               .jobs = cli_jobs(a),
                               .write_lp = a->write_lp,
                               .write_mps = a->write_mps,
                               .keep = cli_kept_lessons(&r->c),
                               .stop = &cli_stop,
                               .progress = cli_progress_lessons,
                               .progress_ctx = progress};
}

enum zj_status cli_solve_timetable(struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    struct cli_progress progress;
    struct zj_err err;
    const int64_t began = lp_clock_ms();
    struct tt_options options = options_of(r, &progress);

    cli_progress_init(&progress, a->quiet);
    enum zj_status status = tt_solve(&r->c.in, &r->c.pol, &options, &r->plan, &err);
    if (status == ZJ_OK && r->plan.status == ZJ_PLAN_INFEASIBLE && !r->no_repairs)
        status = cli_repair_answer(r, repair_try_timetable, &options, began, false, &r->plan, &err);
    cli_progress_end(&progress);
    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    cli_answer_sign(r);
    r->plan.term = r->c.in.now;
    r->plan.secondment_sha256 = r->c.has_secondment ? r->c.secondment.sha256 : NULL;
    return ZJ_OK;
}

static enum zj_status answer(struct cli_answer *r)
{
    int term;

    ZJ_TRY(find_term(r->a, &r->c.in, &term));
    ZJ_TRY(cli_case_staff(&r->c, r->a, term));
    ZJ_TRY(cli_solve_timetable(r));
    if (cli_writes_model(r->a))
        return cli_model_written(r->a);
    enum zj_status status = cli_answer_give(r);
    if (r->a->certificate && status <= ZJ_UNKNOWN) {
        const struct tt_options options = options_of(r, NULL);
        ZJ_TRY(cli_certify_timetable(r, &options));
    }
    return status;
}

enum zj_status cmd_timetable(const struct cli_args *a)
{
    struct cli_answer r = {.a = a};

    ZJ_TRY(cli_check_outputs(a));
    cli_catch_signals();
    enum zj_status status = cli_case_open(&r.c, a, ZJ_TIMETABLE);
    if (status == ZJ_OK)
        status = answer(&r);
    cli_answer_release(&r);
    return status;
}
