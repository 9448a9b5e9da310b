/*
 * repairs.h - what somebody else says of the questions that the search for repairs asks.
 */
#ifndef TESTS_SUPPORT_REPAIRS_H
#define TESTS_SUPPORT_REPAIRS_H

#include "solver/cli/repair.h"

/* NULL, or in one sentence what is wrong with the answer that the changed case has a plan (`yes`) or none. */
typedef const char *repair_judge(void *ctx, const struct zj_change *changed, const struct zj_plan *answer,
                                 bool yes);

/* Has the answer a plan that keeps every hard rule, as the verifier says? */
bool is_lawful_answer(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_plan *plan);
/* A judge: an answer with a plan has a lawful one. `ctx` is not used. */
repair_judge repair_by_verifier;

struct repairs {
    struct repair_case what;
    repair_try *try;
    void *options;       /* of the try */
    repair_judge *judge; /* NULL: the verifier */
    void *ctx;           /* of the judge */
    int n_yes;           /* questions answered so far with a plan */
    const char *why;
};

/*
 * Search for repairs of the infeasible answer. NULL, or what is wrong: the search fails, the judge objects to
 * one of its answers, more repairs are listed than were solved, or they are out of order.
 */
const char *wrong_repairs(struct repairs *x, struct zj_plan *plan);

#endif
