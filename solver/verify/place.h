/*
 * place.h - where and when a rule counts: places, periods, and cells (school, category, term).
 */
#ifndef ZJ_VERIFY_PLACE_H
#define ZJ_VERIFY_PLACE_H

#include "solver/verify/check.h"

struct vf_period {
    int first, last;  /* terms, inclusive */
    const char *text; /* term id, year, or "horizon" */
};

struct vf_periods {
    struct vf_period *v;
    int n;
};

/* The terms, years, or the horizon. Lives in the scratch arena. */
struct vf_periods vf_list_periods(struct vf_check *c, enum zj_per per);

/* A pair has lead and member; sender and host have `school`; a community has its word; the county nothing. */
struct vf_place {
    enum zj_over over;
    int lead, member;
    int school;
    int community;
    const char *text; /* "S001>S002", "S001", "G01", "county" */
};

struct vf_places {
    struct vf_place *v; /* heap */
    int n, cap;
};

/* The places of one sort that the rule's `where` selects, in table order. The caller frees v. */
struct vf_places vf_list_places(struct vf_check *c, enum zj_over over, const struct zj_filter *where);

/* Does the roles' direction from home to host agree? */
bool vf_direction_is(const struct zj_instance *in, enum zj_direction d, int from, int to);

/* "teacher", "middle", "vice", "principal" */
const char *vf_post_text(int post);

struct vf_cell {
    int school, category, term;
};

struct vf_cells {
    struct vf_cell *v; /* heap */
    int n, cap;
};

void vf_cells_add(struct vf_cells *cells, int school, int category, int term);
/* Order by school, term, category and drop repetitions. */
void vf_cells_sort(struct vf_cells *cells);
void vf_cells_release(struct vf_cells *cells);

#endif
