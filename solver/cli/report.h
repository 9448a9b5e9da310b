/*
 * report.h - the outputs of `report`: one function each, in a file of its own.
 *
 * A writer gets the judged case and the path that its option names; it tells its failure (cli_fail) and
 * writes all or nothing. To add an output: its option in options.def, its writer here, its line in the
 * table of cmd_report.c.
 */
#ifndef ZJ_CLI_REPORT_H
#define ZJ_CLI_REPORT_H

#include "solver/cli/cli.h"
#include "solver/report/case.h"
#include "solver/report/sheets.h"

enum zj_status cli_write_html(const struct cli_args *a, const struct rep_case *r,
                              const char *path) ZJ_MUST_CHECK;
enum zj_status cli_write_png(const struct cli_args *a, const struct rep_case *r,
                             const char *path) ZJ_MUST_CHECK;
enum zj_status cli_write_pdf(const struct cli_args *a, const struct rep_case *r,
                             const char *path) ZJ_MUST_CHECK;
enum zj_status cli_write_csv(const struct cli_args *a, const struct rep_case *r,
                             const char *path) ZJ_MUST_CHECK;
enum zj_status cli_write_xlsx(const struct cli_args *a, const struct rep_case *r,
                              const char *path) ZJ_MUST_CHECK;
enum zj_status cli_write_notice(const struct cli_args *a, const struct rep_case *r,
                                const char *path) ZJ_MUST_CHECK;
/* Calendars of n plans of one instance. */
enum zj_status cli_write_ics(const struct cli_args *a, const struct rep_case *r, int n,
                             const char *path) ZJ_MUST_CHECK;
/* Is there a public notice of the plan? */
bool cli_has_notice(const struct rep_case *r);

/* Is --csv-encoding one that CSV files are written in? */
enum zj_status cli_check_csv_encoding(const struct cli_args *a) ZJ_MUST_CHECK;
/* The sheet as the bytes of a CSV file in that encoding. Heap; *n is their number. */
char *cli_csv_bytes(const struct cli_args *a, const struct rep_sheet *s, size_t *n);

#endif
