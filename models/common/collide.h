/*
 * collide.h - why a program has no answer: hard rules at places that cannot hold together.
 */
#ifndef MODELS_COMMON_COLLIDE_H
#define MODELS_COMMON_COLLIDE_H

#include "models/common/sums.h"

/* How to build the program anew for a trial; the numbers of parts stay. drop() ends it. */
struct mc_rebuild {
    void *ctx;
    const struct mc_program *(*build)(void *ctx, const struct mc_trial *trial);
    void (*drop)(void *ctx);
};

/*
 * Conflicts of a program that `s` proved infeasible, into the plan; they have no part in common, and none of
 * their parts can be left out when plan->conflict_minimal. need and have of a part are what it asks for and
 * the most (least) that can be had while the others hold; of a part that bars, have is how many it bars.
 */
enum zj_status mc_collide(const struct mc_sums *s, const struct mc_rebuild *again, struct zj_plan *plan,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
