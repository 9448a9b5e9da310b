/*
 * cells.h - the times and places where activities may be.
 */
#ifndef MODELS_CALENDAR_CELLS_H
#define MODELS_CALENDAR_CELLS_H

#include "models/calendar/model.h"

/* Append the cells by days of group w, in order of day, session, period, host, to m->cell. */
void cal_cells_of(struct cal_model *m, int w);
/* Make cells by weeks of the cells by days that m has. */
void cal_merge_cells(struct cal_model *m);
/* Does a row of pins, of this model, agree with the cell? */
bool cal_pin_agrees(const struct cal_model *m, const struct zj_pin *p, const struct cal_cell *c);

#endif
