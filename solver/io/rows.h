/*
 * rows.h - tables as rows of cells: what the readers of CSV, workbooks and JSON feed.
 *
 * A reader opens a table, hands over its rows one by one (each cell a text with
 * its place) and closes it; the builder parses and checks the cells, fills the
 * instance and reports every problem. Tables must come in the order of zj_tables,
 * after the instance's terms and week are filled. The builder copies what it keeps.
 *
 * A JSON reader writes numbers as decimal digits, booleans as 1 and 0, null and
 * absent members as "", arrays as their elements joined by ';' (an element that
 * holds one of ; ； 、 is its own error). It refuses numbers where
 * zj_column_is_text() is true: an id is never a number.
 */
#ifndef ZJ_IO_ROWS_H
#define ZJ_IO_ROWS_H

#include "solver/base/diag.h"
#include "solver/data/instance.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Every column of every table: ZJ_COL_schools_school_id, … in the order of tables.def; then those of the
 * sheets that only a workbook has (head_tables.def), which never reach the builder.
 */
enum zj_column_id {
#define ZJ_TABLE(table, ...)
#define ZJ_COLUMN(table, name, ...) ZJ_COL_##table##_##name,
#include "solver/io/tables.def"
    ZJ_N_COLUMNS,
    ZJ_BEFORE_HEAD_COLUMNS = ZJ_N_COLUMNS - 1,
#include "solver/io/head_tables.def"
    ZJ_N_ALL_COLUMNS
#undef ZJ_TABLE
#undef ZJ_COLUMN
};

enum zj_table_id {
#define ZJ_TABLE(table, ...) ZJ_TAB_##table,
#define ZJ_COLUMN(table, name, ...)
#include "solver/io/tables.def"
    ZJ_N_TABLES,
    ZJ_BEFORE_HEAD_TABLES = ZJ_N_TABLES - 1,
#include "solver/io/head_tables.def"
    ZJ_N_ALL_TABLES
#undef ZJ_TABLE
#undef ZJ_COLUMN
};

enum { ZJ_MAX_PROBLEMS = 10000 }; /* in one table, then it is read no further; each takes memory */

/* One cell. `text` is borrowed for the call, `field` until the table is closed. */
struct zj_cell {
    const char *text;  /* UTF-8 without blanks at its ends; "" = blank; NULL = the table has no such column */
    const char *field; /* the column's name as the user wrote it, for messages; NULL = the English name */
    int line, column;  /* 1-based; column counts characters; 0 = unknown */
};

struct zj_row {
    int line, column;                      /* where the row begins */
    struct zj_cell cell[ZJ_N_ALL_COLUMNS]; /* by column id; only the table's own columns are looked at */
};

/* Names and columns of a table. Column ids of a table are first, first + 1, … first + n - 1. */
const char *zj_table_name(enum zj_table_id t); /* "schools": the member of a one-file instance */
const char *zj_table_file(enum zj_table_id t); /* "schools.csv" */
bool zj_table_is_required(enum zj_table_id t);
/* The table of this name ("schools"), or -1; nearest: the most similar name, never NULL. */
int zj_table_find(const char *name);
const char *zj_table_nearest(const char *name);
int zj_table_first_column(enum zj_table_id t);
int zj_table_n_columns(enum zj_table_id t);
/* The table's column of this English or Chinese name, or -1; nearest: the most similar name, never NULL. */
int zj_column_find(enum zj_table_id t, const char *name);
const char *zj_column_nearest(enum zj_table_id t, const char *name);
const char *zj_column_name(int column); /* English */
bool zj_column_is_required(int column); /* the column must be there (its cells may be blank where allowed) */
bool zj_column_is_list(int column);     /* a JSON array is allowed */
bool zj_column_is_text(int column);     /* ids, words, dates: a JSON number is refused */

/* Leave out blanks (space, tab, U+3000) at both ends of the n bytes at *s. */
void zj_trim(const char **s, size_t *n);

struct zj_builder;
/* `in` and `d` are borrowed; in->term, in->day and in->period must be filled before the first table. */
struct zj_builder *zj_builder_new(struct zj_instance *in, struct zj_diag *d);
/*
 * The terms (the week) of the instance were lost, whole or in part, to problems already reported:
 * then cells that name a term (a day, a period) are not reported as unknown.
 */
void zj_builder_lost_terms(struct zj_builder *b);
void zj_builder_lost_week(struct zj_builder *b);
/* Tables are read leniently (table_reader.h). */
void zj_builder_be_lenient(struct zj_builder *b);
void zj_builder_free(struct zj_builder *b);
/* `file` is the name in messages ("teachers.csv", "instance.json"); it must outlive the builder. */
void zj_builder_open(struct zj_builder *b, enum zj_table_id t, const char *file);
/* False: no more rows are wanted (too many rows or too many problems, already reported). */
bool zj_builder_row(struct zj_builder *b, const struct zj_row *row);
/*
 * complete = false when rows were lost to problems already reported: then ids that
 * point into this table are not reported as unknown.
 */
void zj_builder_close(struct zj_builder *b, bool complete);

#endif
