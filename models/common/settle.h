/*
 * settle.h - minutes between arrival and a lesson.
 */
#ifndef MODELS_COMMON_SETTLE_H
#define MODELS_COMMON_SETTLE_H

#include "solver/data/policy.h"

/*
 * For each teacher the most that a rule travel_time asks of the teacher, or settle_minutes of the policy's
 * travel when none does. Filters look at the day `on`. Returns the least of all teachers.
 */
int mc_settle_minutes(const struct zj_instance *in, const struct zj_policy *pol, int32_t on, int *minutes);

#endif
