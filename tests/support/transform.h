/*
 * transform.h - changes of a random case whose effect on the optimum is known beforehand.
 *
 * Each changes the case in place and returns false when it does not apply to it
 * (then nothing is changed).
 */
#ifndef TESTS_SUPPORT_TRANSFORM_H
#define TESTS_SUPPORT_TRANSFORM_H

#include "tests/support/random_instance.h"

/* Same optimum. */
bool transform_rename(struct rng *r, struct random_case *c);
bool transform_permute(struct rng *r, struct random_case *c);
bool transform_shift_years(struct rng *r, struct random_case *c);
bool transform_add_unusable_teacher(struct rng *r, struct random_case *c);
bool transform_repeat_hard_rule(struct rng *r, struct random_case *c);
bool transform_add_idle_rule(struct rng *r, struct random_case *c);
/* Tier soft doubles, the rest stays. */
bool transform_double_weights(struct rng *r, struct random_case *c);
/* The optimum gets worse or stays. */
bool transform_add_rule(struct rng *r, struct random_case *c);
bool transform_harden(struct rng *r, struct random_case *c);

#endif
