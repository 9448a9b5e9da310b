/*
 * digest.h - limits gathered from the rules; private to the models of timetables.
 */
#ifndef MODELS_TIMETABLE_DIGEST_H
#define MODELS_TIMETABLE_DIGEST_H

#include "models/timetable/problem.h"

/* The limits of a teacher that the tables state. */
struct tt_limits tt_digest_columns(const struct tt_problem *p, int teacher);
/* The tightest hard limits of a teacher. */
struct tt_limits tt_digest_teacher(const struct tt_problem *p, int teacher);
/* Those of a block. */
struct tt_block_limits tt_digest_block(const struct tt_problem *p, int block);
/* What one rule alone asks of a teacher's days and week; rules that ask nothing of them leave all
   without limit. */
struct tt_limits tt_digest_rule(const struct zj_rule *r);
/* Narrow the limits on visits by a rule on visiting days. */
void tt_digest_visits(struct tt_visit_limits *v, const struct zj_rule *r);
/* Positions of the school's bells that a rule on avoided periods leaves. */
unsigned tt_digest_left(const struct tt_problem *p, const struct zj_rule *r, int school);
/* Does a hard rule on wishes keep the teacher from the school? */
bool tt_digest_unwilling(const struct tt_problem *p, int teacher, int school);

#endif
