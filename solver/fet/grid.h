/*
 * grid.h - the hours of a day that FET is to have: the day, cut wherever a period begins or ends.
 */
#ifndef ZJ_FET_GRID_H
#define ZJ_FET_GRID_H

#include "solver/data/plan.h"
#include "solver/data/week.h"

struct fet_grid {
    const struct zj_instance *in;
    int n;
    struct zj_period *hour; /* heap; in order, half-open, none overlap */
};

/* Of the schools with lessons. */
void fet_grid_init(struct fet_grid *g, const struct zj_instance *in, const struct zj_lessons *lessons);
void fet_grid_release(struct fet_grid *g);
/* The first hour that begins at `minute` or later; g->n when there is none. */
int fet_grid_at(const struct fet_grid *g, int minute);
/*
 * Hours between the end of one lesson and the start of another, at the least, on any way from school a to
 * school b that the clock allows; 0 when it allows none.
 */
int fet_grid_gap(const struct fet_grid *g, int a, int b, int settle);

#endif
