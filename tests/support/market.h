/*
 * market.h - a second opinion on two-way choice: Gale and Shapley, members proposing.
 *
 * Every pair that is not ruled out by a pin names each other, nobody likes two equally, and the room of a
 * lead is the one in its own entry of `size`. Knows nothing of the verifier.
 */
#ifndef TESTS_SUPPORT_MARKET_H
#define TESTS_SUPPORT_MARKET_H

#include "solver/data/policy.h"

enum { MARKET_MAX_SCHOOLS = 64 };

struct market {
    const struct zj_instance *in;
    int rank[MARKET_MAX_SCHOOLS][MARKET_MAX_SCHOOLS]; /* from, to; 0 = not named */
    int room[MARKET_MAX_SCHOOLS];                     /* of leads */
    int lead_of[MARKET_MAX_SCHOOLS];                  /* of members; -1 = none */
};

/* Nobody is paired yet. */
void market_open(struct market *m, const struct zj_instance *in, const struct zj_policy *pol);
/* Members propose in the order of their ranks; a lead keeps the best it has room for. */
void market_propose(struct market *m);
/* Do a member and a lead name each other and would both rather have each other? */
bool market_is_blocked(const struct market *m);
/* Members without a lead; *minutes = one way, over the others. */
int market_alone(const struct market *m, int64_t *minutes);

#endif
