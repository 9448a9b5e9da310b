/*
 * component.h - a county's timetable taken apart where nothing is shared: teachers, classes, rooms, rules.
 */
#ifndef MODELS_TIMETABLE_COMPONENT_H
#define MODELS_TIMETABLE_COMPONENT_H

#include "solver/data/plan.h"

/* Borrows everything of the whole instance but its blocks, pins, synchronous classes and kept lessons. */
struct tt_component {
    struct zj_instance in;
    struct zj_lessons keep; /* of its teachers */
    int n_teachers;         /* who may teach some of its blocks */
};

struct tt_components {
    struct zj_arena arena;
    struct tt_component *v;
    int n;
    int hopeless;    /* pins that no component can satisfy */
    int *lost;       /* their lines */
    int64_t foreign; /* kept lessons of teachers who teach nothing now: each counts against stability */
};

/*
 * Blocks that could share a teacher, a school, a pin, a synchronous lesson or a rule over the whole county
 * are in one component. keep may be NULL.
 */
void tt_components_init(struct tt_components *c, const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_lessons *keep);
void tt_components_release(struct tt_components *c);

#endif
