/*
 * cells.h - the times and places where activities may be.
 */
#ifndef MODELS_CALENDAR_CELLS_H
#define MODELS_CALENDAR_CELLS_H

#include "models/calendar/model.h"

/* Append the cells by days of group w, in order of day, session, period, host, to m->cell. */
void cal_cells_of(struct cal_model *m, int w);
/* Make cells of pieces of the cells by days that m has. */
void cal_merge_cells(struct cal_model *m);
/* Does the cell of smaller pieces lie in the one of m? */
bool cal_is_part(const struct cal_model *m, const struct cal_cell *whole, const struct cal_cell *c);
/* The order in which cells by days are made. */
int cal_compare_cells(const struct cal_cell *a, const struct cal_cell *b);
/* Set first and end of all groups, after cells were added, merged or left out. */
void cal_find_ranges(struct cal_model *m);
/* Does a row of pins speak of the group: of some of its times and hosts? */
bool cal_pin_concerns(const struct cal_model *m, const struct zj_pin *p, int w);
/* Does a row of pins agree with the cell? */
bool cal_pin_agrees(const struct cal_model *m, const struct zj_pin *p, const struct cal_cell *c);

#endif
