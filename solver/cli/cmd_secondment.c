/*
 * cmd_secondment.c - solve, have the answer checked by code that never saw the model, and only then write it.
 */
#include "models/secondment/secondment.h"
#include "solver/base/i18n.h"
#include "solver/cli/answer.h"
#include "solver/cli/certificate.h"
#include "solver/cli/output.h"
#include "solver/cli/progress.h"
#include "solver/cli/repair_solve.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"

static enum zj_status check_options(const struct cli_args *a)
{
    if (a->naive && !cli_writes_model(a))
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--naive' needs '--write-lp' or '--write-mps'"));
    return cli_check_outputs(a);
}

static struct sec_options options_of(const struct cli_answer *r, struct cli_progress *progress)
{
    const struct cli_args *a = r->a;

    return (struct sec_options){.time_limit_ms = a->time_limit,
                                .node_limit = a->node_limit,
                                .gap_permille = a->gap,
                                .jobs = cli_jobs(a),
                                .write_lp = a->write_lp,
                                .write_mps = a->write_mps,
                                .naive = a->naive,
                                .keep = cli_kept(&r->c),
                                .stop = &cli_stop,
                                .progress = cli_progress_show,
                                .large = cli_progress_large,
                                .progress_ctx = progress};
}

enum zj_status cli_solve_secondment(struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    struct cli_progress progress;
    struct zj_err err;
    struct sec_options options = options_of(r, &progress);
    const int64_t began = lp_clock_ms();

    cli_progress_init(&progress, a->quiet);
    enum zj_status status = sec_solve(&r->c.in, &r->c.pol, &options, &r->plan, &err);
    if (status == ZJ_OK && r->plan.status == ZJ_PLAN_INFEASIBLE)
        status = cli_repair_answer(r, repair_try_secondment, &options, began, false, &r->plan, &err);
    cli_progress_end(&progress);
    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    cli_answer_sign(r);
    zj_postings_sort(&r->plan.postings);
    return ZJ_OK;
}

static enum zj_status answer(struct cli_answer *r)
{
    ZJ_TRY(cli_solve_secondment(r));
    if (cli_writes_model(r->a))
        return cli_model_written(r->a);
    enum zj_status status = cli_answer_give(r);
    if (r->a->certificate && status <= ZJ_UNKNOWN) {
        const struct sec_options options = options_of(r, NULL);
        ZJ_TRY(cli_certify_secondment(r, &options));
    }
    return status;
}

enum zj_status cmd_secondment(const struct cli_args *a)
{
    struct cli_answer r = {.a = a};

    ZJ_TRY(check_options(a));
    cli_catch_signals();
    enum zj_status status = cli_case_open(&r.c, a, ZJ_SECONDMENT);
    if (status == ZJ_OK)
        status = answer(&r);
    cli_answer_release(&r);
    return status;
}
