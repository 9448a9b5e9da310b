/*
 * template_sheet.h - one sheet of the workbook to fill in: its header, and what may be typed below it.
 */
#ifndef ZJ_IO_TEMPLATE_SHEET_H
#define ZJ_IO_TEMPLATE_SHEET_H

#include "solver/io/columns.h"
#include "solver/io/values.h"
#include "solver/xlsx/write.h"

/* Is the language in use Chinese? Then so are sheets, headers and values. */
bool zj_in_chinese(void);
/* A value as people read it: 小学 for primary. */
const char *zj_value_name(struct zj_arena *a, enum zj_value_set set, int value);
/* What the sheet of a table is called. */
const char *zj_sheet_name(enum zj_table_id t);
/* A sheet for the table, without columns yet. */
struct xlsx_tab *zj_sheet_new(struct xlsx_out *o, enum zj_table_id t);
/* Let column `at` (from 0) of the sheet be this column of the table, with its note and what it allows. */
void zj_sheet_header(struct xlsx_tab *t, struct zj_arena *a, int at, int column);
/* A sheet with every column of the table. */
struct xlsx_tab *zj_sheet_of_table(struct xlsx_out *o, struct zj_arena *a, enum zj_table_id t);
/* Put a text that the column would take into the sheet, as what it is: a date, a number, a word. */
void zj_sheet_value(struct xlsx_tab *t, struct zj_arena *a, int row, int at, int column, const char *text);

#endif
