/*
 * task.h - one solve of one block, asked by the parent and done in a worker process.
 */
#ifndef MODELS_SECONDMENT_TASK_H
#define MODELS_SECONDMENT_TASK_H

#include "models/secondment/blocks.h"
#include "models/secondment/program.h"
#include "solver/engine/pool.h"

struct sec_request {
    int block;
    enum zj_tier tier;               /* minimise this one; fairness: find any plan within the caps */
    int64_t cap[ZJ_N_TIERS];         /* most that each tier may have; INT64_MAX = free */
    int64_t fair_cap;                /* no burden above this; INT64_MAX = free */
    int64_t enough;                  /* stop at a value this small; INT64_MIN = never */
    const struct zj_postings *start; /* a plan to begin with; NULL = none */
    /*
     * With prices (coupling.c) the objective is weight * tier + sum of tier_price * other tiers
     * - sum of price * part of county row; without (NULL) it is the tier alone.
     */
    const int64_t *price; /* by county row; only those that couple blocks count */
    int64_t weight, tier_price[ZJ_N_TIERS];
    const int64_t *share_lo, *share_hi; /* by county row: what this block must contribute; NULL = anything */
    struct lp_limits limits;
};

struct sec_answer {
    bool given; /* false: the worker was stopped before it could say anything */
    enum lp_status status;
    int64_t value, bound; /* of the tier, or of the priced objective when there are prices */
    int64_t nodes;
    bool stopped;
    int64_t tier[ZJ_N_TIERS]; /* values of the plan found */
    int64_t *part;            /* heap: by county row, the plan's contribution; NULL without a plan */
    struct zj_postings plan;
};

void sec_answer_release(struct sec_answer *a);

/* Run the requests on the pool; answers in the same order, initialised here. n_county as in the blocks. */
enum zj_status sec_ask(const struct pool *pool, const struct sec_blocks *b, const struct sec_ctx *c, int n,
                       const struct sec_request *req, struct sec_answer *ans,
                       struct zj_err *err) ZJ_MUST_CHECK;

/*
 * The plan of a vector as bytes, from a worker to its parent: tier values, parts of the county's rows,
 * postings. The vector's shortfalls are set to what its arcs leave of them.
 */
void sec_put_plan(const struct sec_program *p, int64_t *x, struct pool_bytes *out);
/* Take it from position *at of the bytes; fills tier, part and plan of *a. */
void sec_take_plan(const struct pool_bytes *in, size_t *at, int n_county, struct sec_answer *a);

#endif
