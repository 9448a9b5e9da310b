/*
 * xlsx.h - the sheets of a plan as a workbook: what is in them is sheets.h's, how they look is decided here.
 */
#ifndef ZJ_REPORT_XLSX_H
#define ZJ_REPORT_XLSX_H

#include "solver/base/err.h"
#include "solver/report/sheets.h"

/*
 * Write the workbook to `path`, whole or not at all. Same sheets, same bytes. Errors as of zj_file_write().
 */
enum zj_status rep_xlsx_write(const struct rep_sheets *s, const struct rep_case *r, const char *path,
                              struct zj_err *err) ZJ_MUST_CHECK;

#endif
