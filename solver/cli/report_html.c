#include "solver/cli/report.h"

#include "solver/base/file.h"
#include "solver/report/html.h"

enum zj_status cli_write_html(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    struct rep_markup page = {0};
    struct zj_err err;

    rep_html(&page, r);
    enum zj_status status = zj_file_write(path, page.bytes, page.n, &err);
    rep_markup_release(&page);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
