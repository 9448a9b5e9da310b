/*
 * statements.h - what a plan file says, set against the verdict on its assignments.
 */
#ifndef ZJ_VERIFY_STATEMENTS_H
#define ZJ_VERIFY_STATEMENTS_H

#include "solver/base/diag.h"
#include "solver/data/plan.h"

struct vf_reader {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_plan *plan;
    const struct zj_verdict *v;
    struct zj_diag *d;
};

/* A timetable; else a plan of secondments. */
static inline bool vf_is_timetable(const struct vf_reader *x)
{
    return x->plan->model == ZJ_TIMETABLE;
}

/* A field of the plan file, for a message. Valid until the next call. */
const struct zj_place *vf_at(const char *field);
/* The list of unmet periods: the same rows and numbers, each row once, in any order. */
void vf_check_unmet(const struct vf_reader *x);
/* The list of rules may be left out; what it says must be so, and it may not hide what is broken. */
void vf_check_rules(const struct vf_reader *x);
/* The routes of a timetable: each leg that its lessons need, as it must be, and no other. */
void vf_check_routes(const struct vf_reader *x);
/* The ways of a pairing, where they are given: those that the tables know. */
void vf_check_ways(const struct vf_reader *x);

#endif
