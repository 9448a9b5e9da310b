/*
 * start.h - a plan to begin with, for blocks that are too large to find one in.
 */
#ifndef MODELS_SECONDMENT_START_H
#define MODELS_SECONDMENT_START_H

#include "models/secondment/run.h"

/*
 * Where nothing couples the blocks and one of them is large: give the run the best plan in which
 * nobody leaves the community, when there is one. Takes a third of the time there is, at most.
 */
enum zj_status sec_start(struct sec_run *r, struct zj_err *err) ZJ_MUST_CHECK;

#endif
