/*
 * dive.h - a quick integer answer from the linear relaxation.
 *
 * Written on lp.h alone. The relaxations of our models are nearly integral, so a dive ends
 * after a few dozen warm solves, and mostly well.
 */
#ifndef ZJ_ENGINE_DIVE_H
#define ZJ_ENGINE_DIVE_H

#include "solver/engine/lp.h"

/*
 * Round the largest fractions of the relaxation up, a few at a time, and solve it again; when that
 * has no answer, give the batch back, hold its first column down, and go on; twice in a row ends it.
 * Changes the column bounds of lp. True: x holds an integer answer of lp's rows with an
 * objective below `cutoff` (LP_INF = any), to be checked by the caller.
 */
bool lp_dive(struct lp *lp, const struct lp_limits *lim, int64_t cutoff, int64_t *x);

#endif
