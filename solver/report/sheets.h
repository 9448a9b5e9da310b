/*
 * sheets.h - a plan as tables for spreadsheets: what a workbook and CSV files hold.
 *
 * A sheet is rows of cells; a row is a title, column heads, or body. What is text stays text: nothing is
 * made to look like a number or a formula. Sheets are for those who work with the plan: teachers stand with
 * their names. The order of sheets and rows depends on the plan alone.
 */
#ifndef ZJ_REPORT_SHEETS_H
#define ZJ_REPORT_SHEETS_H

#include "solver/report/case.h"

enum rep_row_kind { REP_ROW_TITLE, REP_ROW_HEAD, REP_ROW_BODY };

struct rep_sheet_cell {
    const char *text; /* lines are parted by '\n'; NULL: a number */
    int64_t number;   /* ZJ_NO_VALUE with text NULL: a blank cell */
};

struct rep_sheet_row {
    enum rep_row_kind kind;
    int first, n; /* cells */
};

struct rep_sheet {
    const char *name;          /* translated: "总表" */
    const char *file;          /* of a file of its own, without extension: "overview" */
    bool pages;                /* a printed page begins at each title */
    bool wide;                 /* many columns: print across */
    struct rep_sheet_row *row; /* heap */
    int n_rows, cap_rows;
    struct rep_sheet_cell *cell; /* heap; texts are the arena's */
    int n_cells, cap_cells;
    int n_columns; /* of the longest row */
};

enum { REP_MAX_SHEETS = 10 };

struct rep_sheets {
    struct zj_arena arena;
    struct rep_sheet v[REP_MAX_SHEETS];
    int n;
};

/* The sheets that the plan's model has. rep_sheets_release() frees. */
void rep_sheets_make(struct rep_sheets *s, const struct rep_case *r);
void rep_sheets_release(struct rep_sheets *s);

/* The sheet as CSV (RFC 4180, CRLF, UTF-8), every row of n_columns. Heap, NUL-terminated; *n bytes. */
char *rep_sheet_csv(const struct rep_sheet *s, size_t *n);

#endif
