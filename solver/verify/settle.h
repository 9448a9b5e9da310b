/*
 * settle.h - minutes between arrival and a lesson.
 */
#ifndef ZJ_VERIFY_SETTLE_H
#define ZJ_VERIFY_SETTLE_H

#include "solver/verify/filter.h"

/* The most that a rule travel_time asks of the teacher on that day; else what the policy says for all. */
int vf_settle_minutes(const struct zj_instance *in, const struct zj_policy *pol, int teacher, int32_t day);

#endif
