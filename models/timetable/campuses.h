/*
 * campuses.h - places of teaching: schools of one campus together, and the ways between them.
 */
#ifndef MODELS_TIMETABLE_CAMPUSES_H
#define MODELS_TIMETABLE_CAMPUSES_H

#include "models/timetable/problem.h"

/* Schools that share a campus. Numbered by their first school. */
struct tt_campuses {
    int n;
    int *of;             /* by school */
    struct zj_ids *list; /* by campus: its schools */
};

/* Shortest ways between two campuses, over their schools; TT_NO_LIMIT = unreachable. */
struct tt_way {
    int minutes, metres;
};

/* The campuses where a teacher may teach, [0 .. n). home is the place in this list, or -1. */
struct tt_reach {
    int n, home;
    int *campus;
    struct tt_way *way;        /* n * n, from row to column */
    struct tt_way *out, *back; /* n: from the home school, and to it; 0 on the home campus */
};

void tt_campuses_init(struct tt_campuses *c, const struct zj_instance *in, struct zj_arena *a);
void tt_reach_init(struct tt_reach *r, const struct tt_problem *p, const struct tt_campuses *c, int teacher,
                   struct zj_arena *a);

#endif
