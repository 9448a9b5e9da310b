/*
 * collide.h - the few parts of the rules in a block that cannot hold together.
 */
#ifndef MODELS_SECONDMENT_COLLIDE_H
#define MODELS_SECONDMENT_COLLIDE_H

#include "models/secondment/run.h"
#include "models/secondment/switches.h"

struct sec_parts {
    struct zj_conflict_part *v; /* heap */
    int n, cap;
};

void sec_parts_add(struct sec_parts *p, const struct zj_conflict_part *part);

struct sec_collide {
    const struct sec_run *run;
    int block;
    struct zj_arena arena;  /* of the parts' texts */
    struct sec_parts parts; /* of all conflicts found so far; they are waived for the next */
    bool minimal;           /* of all of them */
};

/*
 * Find one more conflict among the parts that are not waived yet, and append it with group `group`.
 * *found: there is one.
 */
enum zj_status sec_collide(struct sec_collide *s, int group, bool *found, struct zj_err *err) ZJ_MUST_CHECK;

#endif
