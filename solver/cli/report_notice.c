/*
 * report_notice.c - `report --notice FILE`: the public notice as a page to print.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/report.h"
#include "solver/report/notice.h"

enum { USUAL_DAYS = 5 }; /* working days that such notices usually stand */

bool cli_has_notice(const struct rep_case *r)
{
    return zj_has_plan(r->plan) && (r->plan->model == ZJ_SECONDMENT || r->plan->model == ZJ_TIMETABLE);
}

enum zj_status cli_write_notice(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    struct rep_markup page = {0};
    struct zj_err err;

    if (!cli_has_notice(r))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("only plans of secondments and timetables have a public notice"));
    if (!r->ok)
        return cli_fail(a, ZJ_VIOLATED, NULL,
                        _("the plan does not stand: no notice of it is written; see 'zoujiao verify'"));
    rep_notice(&page, r, a->notice_days ? (int)a->notice_days : USUAL_DAYS, a->contact);
    enum zj_status status = zj_file_write(path, page.bytes, page.n, &err);
    rep_markup_release(&page);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
