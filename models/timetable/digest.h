/*
 * digest.h - hard limits gathered from the rules; private to problem.c and digest.c.
 */
#ifndef MODELS_TIMETABLE_DIGEST_H
#define MODELS_TIMETABLE_DIGEST_H

#include "models/timetable/problem.h"

/* The tightest hard limits of a teacher. */
struct tt_limits tt_digest_teacher(const struct tt_problem *p, int teacher);
/* Those of a block. */
struct tt_block_limits tt_digest_block(const struct tt_problem *p, int block);
/* Does a hard rule on wishes keep the teacher from the school? */
bool tt_digest_unwilling(const struct tt_problem *p, int teacher, int school);

#endif
