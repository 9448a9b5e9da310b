/*
 * csv_table.h - the text of a CSV file, handed row by row to the builder.
 *
 * RFC 4180 with commas: the first line that is not empty is the header; empty lines
 * are skipped; LF and CR LF end a line; every row has as many cells as the header.
 * libcsv finds the cells; their places are kept here.
 */
#ifndef ZJ_IO_CSV_TABLE_H
#define ZJ_IO_CSV_TABLE_H

#include "solver/io/rows.h"

/*
 * Read n bytes of UTF-8 text (a NUL after them, none inside) as table t. `file` is
 * the name in messages and must outlive the builder. Problems go to d.
 */
void zj_csv_read(const char *text, size_t n, enum zj_table_id t, const char *file, struct zj_builder *b,
                 struct zj_diag *d);

#endif
