/*
 * transform_week.h - changes of a random timetable whose effect on the optimum is known beforehand.
 *
 * Each changes the case in place and returns false when it does not apply to it (then nothing is changed).
 * transform_permute() (transform.h) knows timetables too.
 */
#ifndef TESTS_SUPPORT_TRANSFORM_WEEK_H
#define TESTS_SUPPORT_TRANSFORM_WEEK_H

#include "tests/support/random_timetable.h"

/* Same optimum. */
bool week_rename(struct rng *r, struct random_case *c);
bool week_repeat_hard_rule(struct rng *r, struct random_case *c);
bool week_add_idle_rule(struct rng *r, struct random_case *c);
bool week_add_evening(struct rng *r, struct random_case *c);
bool week_add_unneeded_teacher(struct rng *r, struct random_case *c);
/* Tier soft doubles, the rest stays. */
bool week_double_weights(struct rng *r, struct random_case *c);
/* The optimum gets worse or stays. */
bool week_add_rule(struct rng *r, struct random_case *c);
bool week_add_busy(struct rng *r, struct random_case *c);

#endif
