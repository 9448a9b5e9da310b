/*
 * table.h - tables for a terminal: columns as wide as their widest cell, a Chinese character being two wide.
 */
#ifndef ZJ_REPORT_TABLE_H
#define ZJ_REPORT_TABLE_H

#include "solver/base/mem.h"
#include "solver/base/status.h"

#include <stdio.h>

enum { REP_MAX_COLUMNS = 10 };

struct rep_table {
    struct zj_arena arena;
    int n_columns;
    const char **cell; /* row by row; a heading is one cell in column 0, the others NULL */
    int n, cap;
};

/* A table with these titles (translated, borrowed until the table is printed). */
void rep_table_init(struct rep_table *t, int n_columns, const char *const *titles);
/* The same for an array, which knows how many it holds. */
#define REP_TABLE_INIT(t, titles) rep_table_init((t), (int)(sizeof(titles) / sizeof((titles)[0])), (titles))
/* The next cell, left to right and top to bottom. Control characters are shown as \xNN. */
void rep_cell(struct rep_table *t, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* A line of its own across all columns. Only at the start of a row. */
void rep_heading(struct rep_table *t, const char *fmt, ...) ZJ_PRINTF(2, 3);
/*
 * Print title line and rows. A column that holds only numbers is flushed right.
 * After `max` rows and headings (0 = no limit) the table ends with a line that counts the rows left out.
 */
void rep_table_print(const struct rep_table *t, FILE *out, int max);
void rep_table_release(struct rep_table *t);

/* Columns that the text takes on a terminal. */
int rep_width(const char *text);
/* The text, or as much of it as fits `width` columns with an ellipsis. In the arena. */
const char *rep_clip(struct zj_arena *a, const char *text, int width);

#endif
