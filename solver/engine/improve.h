/*
 * improve.h - better answers near the relaxation and the incumbent (written on lp.h alone).
 */
#ifndef ZJ_ENGINE_IMPROVE_H
#define ZJ_ENGINE_IMPROVE_H

#include "solver/engine/lp.h"

/*
 * Relaxation-induced neighbourhood search (Danna, Rothberg, Le Pape 2005, Math. Programming 102): fix the
 * columns on which the incumbent x and the relaxation agree and solve the rest, a few times
 * while it helps. Returns the objective of x, which is replaced by what was found.
 */
int64_t lp_improve(const struct lp *lp, const struct lp_limits *lim, const double *relaxed, int64_t value,
                   int64_t *x);

#endif
