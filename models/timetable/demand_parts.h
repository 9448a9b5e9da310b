/*
 * demand_parts.h - the parts of a timetable's hard rules: what a person could change.
 *
 * A rule at a teacher, a block ("S001-1-1/音乐"), a school (room), a group or the county; what columns of the
 * tables demand, in the same way (index -1); a row of pins.csv or busy.csv.
 */
#ifndef MODELS_TIMETABLE_DEMAND_PARTS_H
#define MODELS_TIMETABLE_DEMAND_PARTS_H

#include "models/timetable/problem.h"

struct tt_demand_parts {
    struct zj_arena arena;
    struct zj_conflict_part *v; /* heap; texts are the arena's */
    int n, cap;
    int n_demands; /* the first ones, without which an empty week keeps every rule */
};

/* All parts that speak of these teachers, or of blocks that they may teach, but for those in `but`. */
void tt_demand_parts_init(struct tt_demand_parts *d, const struct tt_problem *p, const bool *with,
                          const struct mc_waivers *but);
void tt_demand_parts_release(struct tt_demand_parts *d);
/* The instance without the rows of pins.csv and busy.csv that are waived. Borrows; lists are the arena's. */
struct zj_instance tt_without_rows(const struct zj_instance *in, const struct mc_waivers *w,
                                   struct zj_arena *a);

#endif
