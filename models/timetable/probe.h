/*
 * probe.h - one question about a component: is there a week that keeps all but the waived parts?
 *
 * Five ways to an answer, the quick ones first; each says what it can prove, or that it cannot:
 *   sums     the weeks of those who may teach what must be are too short for it (a flow): "no"
 *   compact  the relaxation of week_model.h: "no" when even that has no answer
 *   small    the exact program, when it has few columns: both
 *   board    local search: "yes" when it meets a lawful week
 *   exact    the integer program of exact.h: both, unless it is too large or its nodes are used up
 */
#ifndef MODELS_TIMETABLE_PROBE_H
#define MODELS_TIMETABLE_PROBE_H

#include "models/timetable/collide.h"

enum tt_ways { TT_BY_SUMS = 1, TT_BY_COMPACT = 2, TT_BY_SMALL = 4, TT_BY_BOARD = 8, TT_BY_EXACT = 16 };

/* `ways`: which of them may be tried, in this order. `lessons` (may be NULL) gets a week that is there. */
enum zj_status tt_probe(const struct tt_collide *c, const struct mc_waivers *waived, unsigned ways,
                        enum mc_found *found, struct zj_lessons *lessons, struct zj_err *err) ZJ_MUST_CHECK;

#endif
