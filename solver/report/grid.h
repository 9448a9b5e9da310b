/*
 * grid.h - a week as a table: days are columns, periods rows, and so is what happens between periods.
 *
 * Row 2p + 1 is period p of the day plan, row 2p the time before it, the last row the time after
 * all periods. A cell holds lines, one below the other.
 */
#ifndef ZJ_REPORT_GRID_H
#define ZJ_REPORT_GRID_H

#include "solver/data/instance.h"
#include "solver/report/table.h"

struct rep_lines {
    const char **v; /* heap; the texts are the grid's arena's */
    int n, cap;
};

struct rep_grid {
    const struct zj_instance *in;
    const struct zj_day_plan *periods;
    struct zj_arena arena;
    struct rep_lines *cell; /* rows x days */
};

/* `periods` is borrowed. */
void rep_grid_init(struct rep_grid *g, const struct zj_instance *in, const struct zj_day_plan *periods);
/* Add a line to a cell. */
void rep_grid_add(struct rep_grid *g, int row, int day, const char *fmt, ...) ZJ_PRINTF(4, 5);
/* The row of a period, -1 when there is none of this id; of what begins, or ends, between periods. */
int rep_grid_row(const struct rep_grid *g, int period_id);
int rep_grid_gap_before(const struct rep_grid *g, int time);
int rep_grid_gap_after(const struct rep_grid *g, int time);
int rep_grid_n_rows(const struct rep_grid *g);
const struct rep_lines *rep_grid_cell(const struct rep_grid *g, int row, int day);
/* Lines that the row takes: of its fullest cell; a period takes at least one. */
int rep_grid_height(const struct rep_grid *g, int row);
/* The name of the session that begins with the row, or NULL. */
const char *rep_grid_session(const struct rep_grid *g, int row);
/* Print the grid; what stands between periods is left out where nothing does. */
void rep_grid_print(const struct rep_grid *g, FILE *out);
void rep_grid_release(struct rep_grid *g);

/* "08:05" in the arena. */
const char *rep_clock(struct zj_arena *a, int minutes);

#endif
