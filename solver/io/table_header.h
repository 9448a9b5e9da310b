/*
 * table_header.h - which column of the file is which column of the table.
 */
#ifndef ZJ_IO_TABLE_HEADER_H
#define ZJ_IO_TABLE_HEADER_H

#include "solver/io/rows.h"

enum { ZJ_MAX_COLUMNS = 256 };

struct zj_table_header {
    int n;                            /* columns of the file */
    int column[ZJ_MAX_COLUMNS];       /* column id, or -1: not read (x_…, or a problem already reported) */
    const char *name[ZJ_MAX_COLUMNS]; /* as the user wrote it; in the arena */
    struct zj_arena arena;
};

/*
 * Match the cells of the header row. cell[i].text is trimmed. Reports unknown,
 * repeated, blank and missing columns. False when no column is known: then the rows say nothing.
 */
bool zj_table_header_match(struct zj_table_header *h, enum zj_table_id t, const struct zj_cell *cell, int n,
                           const char *file, struct zj_diag *d);
void zj_table_header_release(struct zj_table_header *h);

#endif
