/*
 * report_ics.c - `report --ics DIR`: a calendar for each teacher, of joint activities for each school too.
 */
#include "solver/base/i18n.h"
#include "solver/cli/report.h"
#include "solver/report/ics.h"

enum zj_status cli_write_ics(const struct cli_args *a, const struct rep_case *r, int n_plans,
                             const char *path)
{
    struct zj_folder_file *file;
    struct zj_err err;
    bool any = false;

    for (int i = 0; i < n_plans; i++)
        any = any || (zj_has_plan(r[i].plan) && r[i].plan->model != ZJ_PAIRING);
    if (!any)
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("a pairing, or an answer without a plan, has no calendar for phones"));
    const int n = rep_ics_files(r, n_plans, &file);
    enum zj_status status = zj_folder_write(path, file, n, &err);
    rep_ics_release(file, n);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
