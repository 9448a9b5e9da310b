/*
 * repair.h - cells as people write them, in the one form that tables know.
 *
 * Strict, a cell is taken as it stands, or refused when the workbook says that it is something else: a
 * number where an id belongs has lost its leading zeros. In a lenient reading what can only mean one
 * thing is repaired, each time with a note: full-width digits, 1975.3.2, the 男 that is a 1. What could
 * mean two things is never guessed at. Names of people and their circumstances are not shown.
 */
#ifndef ZJ_IO_REPAIR_H
#define ZJ_IO_REPAIR_H

#include "solver/io/builder.h"
#include "solver/io/table_reader.h"

struct zj_repair {
    struct zj_builder *b;
    const struct zj_column *column;
    const struct zj_place *at; /* of the cell */
    struct zj_arena *arena;    /* of what is returned */
};

/* What the cell says; it may still be wrong. NULL: it is of the wrong kind, which is reported. */
const char *zj_repair_cell(const struct zj_repair *how, enum zj_raw_kind kind, const char *text);

/* repair_header.c: the column of this name, or -1; in a lenient reading by more names than the table has. */
int zj_header_column(const struct zj_builder *b, enum zj_table_id t, const char *name);
/* Give the n cells of a header the names that the table knows, and x_… to those that are not read. */
void zj_repair_header(struct zj_builder *b, enum zj_table_id t, const char *file, struct zj_cell *cell,
                      int n);
/* Does a row that begins with this text add up the others? */
bool zj_is_total(const char *text);

/* repair_text.c: what a text most likely says, for the type of the column; NULL = as it stands. */
const char *zj_mend(const struct zj_repair *how, enum zj_raw_kind kind, const char *text);
/* repair_dates.c: the same of dates ("1975.3.2", 27455) and times of day ("8点20分"). */
const char *zj_mend_date(const struct zj_repair *how, const char *text);
const char *zj_mend_clock(const struct zj_repair *how, const char *text);

/* repair_signs.c: which full-width signs become narrow; blanks of every kind become a space. */
enum zj_narrow {
    ZJ_LETTERS,   /* digits and letters */
    ZJ_EVERYTHING /* every sign, and blanks are left out */
};
const char *zj_narrow(struct zj_arena *a, const char *text, enum zj_narrow how);

#endif
