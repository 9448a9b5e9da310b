/*
 * sheet_table.h - the cells of a sheet, handed row by row to a reader of tables.
 *
 * Rows that hold nothing are no rows, columns that hold nothing no columns. Merged cells above the header
 * are titles; below it every row needs its own value: strict, they are an error, and in a lenient reading
 * cells merged downwards all have the value of the first.
 */
#ifndef ZJ_IO_SHEET_TABLE_H
#define ZJ_IO_SHEET_TABLE_H

#include "solver/io/table_reader.h"
#include "solver/xlsx/book.h"

/* Read the sheet as table t, for the builder or for `taker`; the book must outlive the builder. */
void zj_sheet_read(struct xlsx_book *book, int sheet, enum zj_table_id t, const struct zj_row_taker *taker,
                   struct zj_builder *b, struct zj_diag *d);
#endif
