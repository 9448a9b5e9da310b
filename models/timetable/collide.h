/*
 * collide.h - parts of the hard rules that no week keeps together.
 */
#ifndef MODELS_TIMETABLE_COLLIDE_H
#define MODELS_TIMETABLE_COLLIDE_H

#include "models/common/waiver.h"
#include "solver/engine/lp.h"

struct tt_collide {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_lessons *keep; /* NULL: no plan is kept */
    struct lp_limits limits;       /* stop, deadline, and nodes of a question */
};

/* Is there a week that keeps all but the waived parts? `lessons` (may be NULL) gets one. */
enum zj_status tt_collide_probe(const struct tt_collide *c, const struct mc_waivers *waived,
                                enum mc_found *found, struct zj_lessons *lessons,
                                struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Append to plan->conflict conflicts that have no part in common, the first of them with group `first`:
 * their parts collide whatever the others are, and without any one of them the rest can hold (else
 * plan->conflict_minimal becomes false). None is appended when nothing could be proved.
 */
enum zj_status tt_collide(const struct tt_collide *c, int first, struct zj_plan *plan,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
