/*
 * plan_json.h - the parts of the writer of plan files.
 */
#ifndef ZJ_IO_PLAN_JSON_H
#define ZJ_IO_PLAN_JSON_H

#include "solver/data/plan.h"

#include <jansson.h>

/* The number; null for ZJ_NO_VALUE. */
json_t *zj_json_number(int64_t n);
/* Document and quote of the rule at this position of the policy; null without them. */
json_t *zj_json_source(const struct zj_policy *pol, int index);
/* The assignments of a calendar, sorted; and the digests of the timetables that it was made with. */
json_t *zj_json_calendar(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct zj_plan *plan);
json_t *zj_json_timetables(const struct zj_plan *plan);
json_t *zj_json_conflict(const struct zj_policy *pol, const struct zj_plan *plan);
/* Its member "repairs"; plan_repairs.c. */
json_t *zj_json_repairs(const struct zj_plan *plan);

#endif
