/*
 * table_reader.h - the rows of a table as a file or sheet holds them: the header first, then the records.
 *
 * Here the header finds its columns, rows that are none (titles above the header, totals) are told from
 * records, and every cell is handed to the builder in the one form it knows. Strict, each thing that
 * departs from the format is an error that says what to do. Lenient (zj_builder_be_lenient()), what can
 * only mean one thing is repaired, and every repair is told as a note.
 */
#ifndef ZJ_IO_TABLE_READER_H
#define ZJ_IO_TABLE_READER_H

#include "solver/io/table_header.h"

/* What a cell is, where the file says so; in CSV every cell is text. */
enum zj_raw_kind {
    ZJ_RAW_TEXT,
    ZJ_RAW_NUMBER,
    ZJ_RAW_DATE, /* or a time of day */
    ZJ_RAW_BOOLEAN,
    ZJ_RAW_FAILED, /* the error of a formula */
    ZJ_RAW_PENDING /* a formula without a value */
};

struct zj_raw_row {
    int n;                               /* cells */
    struct zj_cell cell[ZJ_MAX_COLUMNS]; /* text (trimmed), line and column */
    enum zj_raw_kind kind[ZJ_MAX_COLUMNS];
};

/* Who takes the records instead of the builder: of tables that are none of its own. */
struct zj_row_taker {
    void (*take)(void *ctx, const struct zj_row *row);
    void *ctx;
};

struct zj_table_reader;

/*
 * Open table t in the builder, or for `taker` if that is not NULL. `file` is its name in messages and
 * must outlive the builder. In a sheet (is_sheet) blank cells at the end of a row are not there; in CSV
 * they are.
 */
struct zj_table_reader *zj_table_reader_new(enum zj_table_id t, const char *file, bool is_sheet,
                                            const struct zj_row_taker *taker, struct zj_builder *b,
                                            struct zj_diag *d);
/* The next row that is not empty; texts are borrowed for the call. False: no more rows are wanted. */
bool zj_table_reader_row(struct zj_table_reader *r, const struct zj_raw_row *row);
/* Has the header been found? */
bool zj_table_reader_has_header(const struct zj_table_reader *r);
/* Rows were lost to a problem that is already reported. */
void zj_table_reader_lost(struct zj_table_reader *r);
/* Close the table and free r. At line and column `end` (of a CSV file; 0 = unknown) the rows are over. */
void zj_table_reader_end(struct zj_table_reader *r, int end_line, int end_column);

#endif
