/*
 * report_csv.c - `report --csv DIR`: every sheet of the plan as a file, for spreadsheets.
 *
 * Spreadsheets of Chinese offices take a file without a mark for GBK: so UTF-8 begins with one, and
 * --csv-encoding GB18030 has none.
 */
#include "solver/base/folder.h"
#include "solver/base/i18n.h"
#include "solver/cli/report.h"
#include "solver/io/encoding.h"
#include "solver/report/sheets.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char mark[] = "\xEF\xBB\xBF";

static bool is_gb18030(const struct cli_args *a)
{
    return a->csv_encoding && strcasecmp(a->csv_encoding, "GB18030") == 0;
}

enum zj_status cli_check_csv_encoding(const struct cli_args *a)
{
    if (a->csv_encoding && !is_gb18030(a) && strcasecmp(a->csv_encoding, "UTF-8") != 0)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'%s' is not valid; expected UTF-8 or GB18030"),
                        a->csv_encoding);
    return ZJ_OK;
}

char *cli_csv_bytes(const struct cli_args *a, const struct rep_sheet *s, size_t *n)
{
    char *text = rep_sheet_csv(s, n), *bytes;

    if (is_gb18030(a)) {
        bytes = zj_to_gb18030(text, n);
    } else {
        bytes = zj_malloc(*n + sizeof mark);
        memcpy(bytes, mark, sizeof mark - 1);
        memcpy(bytes + sizeof mark - 1, text, *n);
        *n += sizeof mark - 1;
    }
    free(text);
    return bytes;
}

enum zj_status cli_write_csv(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    struct zj_folder_file file[REP_MAX_SHEETS];
    struct zj_arena arena = {NULL};
    struct rep_sheets sheets;
    struct zj_err err;

    ZJ_TRY(cli_check_csv_encoding(a));
    rep_sheets_make(&sheets, r);
    for (int i = 0; i < sheets.n; i++) {
        file[i].name = zj_printf(&arena, "%s.csv", sheets.v[i].file);
        file[i].bytes = cli_csv_bytes(a, &sheets.v[i], &file[i].n);
    }
    enum zj_status status = zj_folder_write(path, file, sheets.n, &err);
    for (int i = 0; i < sheets.n; i++)
        free((char *)(uintptr_t)file[i].bytes);
    rep_sheets_release(&sheets);
    zj_arena_release(&arena);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
