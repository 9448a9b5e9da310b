/*
 * coupling.h - blocks that a few rules over the whole county tie together.
 */
#ifndef MODELS_SECONDMENT_COUPLING_H
#define MODELS_SECONDMENT_COUPLING_H

#include "models/secondment/run.h"

/*
 * As sec_solve_apart, with the coupled county rows held; see coupling.c for the method and what its
 * bounds mean.
 */
enum zj_status sec_solve_coupled(struct sec_run *r, struct zj_err *err) ZJ_MUST_CHECK;

#endif
