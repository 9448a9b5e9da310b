/*
 * report_xlsx.c - `report --xlsx FILE`: the sheets of the plan in one workbook.
 */
#include "solver/base/i18n.h"
#include "solver/cli/report.h"
#include "solver/report/xlsx.h"

enum zj_status cli_write_xlsx(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    struct rep_sheets sheets;
    struct zj_err err;

    rep_sheets_make(&sheets, r);
    enum zj_status status = rep_xlsx_write(&sheets, r, path, &err);
    rep_sheets_release(&sheets);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
