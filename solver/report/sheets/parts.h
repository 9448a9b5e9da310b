/*
 * parts.h - one function a sheet, and what they build rows with.
 */
#ifndef ZJ_REPORT_SHEETS_PARTS_H
#define ZJ_REPORT_SHEETS_PARTS_H

#include "solver/report/sheets.h"

/* What is being made, and the sheet that rows are added to. */
struct rep_maker {
    struct rep_sheets *all;
    const struct rep_case *r;
    struct rep_sheet *sheet;
};

/* A new sheet; later rows are its own. */
struct rep_sheet *rep_begin_sheet(struct rep_maker *m, const char *file, const char *name);
/* A new row; later cells are its own. */
void rep_begin_row(struct rep_maker *m, enum rep_row_kind kind);
/* The next cell of the row. The text is copied. */
void rep_text_cell(struct rep_maker *m, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* ZJ_NO_VALUE: a blank cell. */
void rep_int_cell(struct rep_maker *m, int64_t n);
/* A row of one title; a row of column heads. */
void rep_title_row(struct rep_maker *m, const char *fmt, ...) ZJ_PRINTF(2, 3);
void rep_head_row(struct rep_maker *m, const char *const *heads, int n);
#define REP_HEAD_ROW(m, heads) rep_head_row((m), (heads), (int)(sizeof(heads) / sizeof((heads)[0])))
/* Two cells: id and name of a school (index, or -1: two blanks). */
void rep_school_cells(struct rep_maker *m, int school);
void rep_teacher_cells(struct rep_maker *m, int teacher);

void rep_sheet_overview(struct rep_maker *m); /* 总表: every assignment */
void rep_sheet_weeks(struct rep_maker *m);    /* 教师课表, 学校课表, 班级课表 */
void rep_sheet_notice(struct rep_maker *m);   /* 公示表: only what may be published */
void rep_sheet_unmet(struct rep_maker *m);    /* 未满足清单 */
void rep_sheet_rules(struct rep_maker *m);    /* 规则核对 */
void rep_sheet_figures(struct rep_maker *m);  /* 统计 */

#endif
