/*
 * cmd_calendar.c - when and where joint activities take place; written only after code that never saw
 * the model agrees.
 */
#include "models/calendar/calendar.h"
#include "solver/base/i18n.h"
#include "solver/cli/answer.h"
#include "solver/cli/progress.h"
#include "solver/cli/stop.h"

enum zj_status cli_solve_calendar(struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    struct cli_progress progress;
    struct zj_err err;
    const struct cal_options options = {.time_limit_ms = a->time_limit,
                                        .node_limit = a->node_limit,
                                        .gap_permille = a->gap,
                                        .jobs = cli_jobs(a),
                                        .taught = r->c.n_timetables > 0 ? &r->c.taught : NULL,
                                        .keep = r->c.has_keep ? &r->c.keep.calendar : NULL,
                                        .write_lp = a->write_lp,
                                        .write_mps = a->write_mps,
                                        .stop = &cli_stop,
                                        .progress = cli_progress_calendar,
                                        .progress_ctx = &progress};

    cli_progress_init(&progress, a->quiet);
    enum zj_status status = cal_solve(&r->c.in, &r->c.pol, &options, &r->plan, &err);
    cli_progress_end(&progress);
    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    cli_answer_sign(r);
    r->plan.timetable_sha256 = r->c.timetable_sha256;
    r->plan.n_timetables = r->c.n_timetables;
    return ZJ_OK;
}

static enum zj_status answer(struct cli_answer *r)
{
    if (r->c.pol.n_events == 0)
        return cli_fail(r->a, ZJ_EDATA, NULL,
                        _("the policy names no activities; a calendar needs \"activities\""));
    ZJ_TRY(cli_case_taught(&r->c, r->a));
    ZJ_TRY(cli_solve_calendar(r));
    return cli_writes_model(r->a) ? cli_model_written(r->a) : cli_answer_give(r);
}

enum zj_status cmd_calendar(const struct cli_args *a)
{
    struct cli_answer r = {.a = a};

    ZJ_TRY(cli_check_outputs(a));
    cli_catch_signals();
    enum zj_status status = cli_case_open(&r.c, a, ZJ_CALENDAR);
    if (status == ZJ_OK)
        status = answer(&r);
    cli_answer_release(&r);
    return status;
}
