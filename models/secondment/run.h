/*
 * run.h - a solve in progress: what is known so far, block by block and tier by tier.
 */
#ifndef MODELS_SECONDMENT_RUN_H
#define MODELS_SECONDMENT_RUN_H

#include "models/secondment/task.h"

struct sec_run {
    const struct sec_ctx *ctx;
    const struct sec_options *opt;
    struct sec_blocks blocks;
    struct pool pool;
    int64_t began, deadline;     /* lp_clock_ms(); deadline 0 = none */
    struct zj_postings *best;    /* by block */
    int64_t (*tier)[ZJ_N_TIERS]; /* by block: values of best */
    int64_t (*cap)[ZJ_N_TIERS];  /* by block: INT64_MAX until the tier is done */
    int64_t(*part);              /* [block * n_county + row]: best's parts of the county rows */
    bool *infeasible;            /* by block: proved */
    bool *closed;                /* by block: best is known to be best, see known.h */
    bool county_infeasible;      /* proved: blocks can be served, the county's rows cannot be met */
    bool has_plan;               /* every block has one, and the county rows hold */
    int64_t value[ZJ_N_TIERS], bound[ZJ_N_TIERS];
    enum zj_tier now; /* tier in work, for progress */
    int64_t nodes;
    bool stopped_by_nodes;
};

/* When sec_ctx_over() afterwards, only sec_run_release() may follow. */
void sec_run_init(struct sec_run *r, const struct sec_ctx *c, const struct sec_options *opt, bool together);
void sec_run_release(struct sec_run *r);
/* Time is up, or the user wants the best so far. */
bool sec_run_over(const struct sec_run *r);
/* A request about a block under the caps so far, starting from its best plan. */
struct sec_request sec_run_request(const struct sec_run *r, int block, enum zj_tier tier);
/* What the tier of a block cannot go below, whatever the plan. */
int64_t sec_floor(const struct sec_model *m, enum zj_tier tier);
/* Take an answer's plan as the block's best. */
void sec_run_take(struct sec_run *r, int block, struct sec_answer *a);
/* Take the postings of the block's teachers as its best, if they are a plan of it; else change nothing. */
bool sec_run_load(struct sec_run *r, int block, const struct zj_postings *plan);
/* Columns of all blocks' models. */
int sec_run_columns(const struct sec_run *r);
/* Recompute value[] from the blocks' best plans. */
void sec_run_sum(struct sec_run *r);

/*
 * Minimise the tiers in the policy's order, blocks apart. On return value[] and
 * bound[] hold for every tier; infeasible[] and has_plan tell the rest.
 */
enum zj_status sec_solve_apart(struct sec_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* One additive tier, blocks apart; also the first search for any plan. */
enum zj_status sec_pass_tier(struct sec_run *r, enum zj_tier tier, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * The fairness tier: the least burden cap under which every block still meets its caps. `before` is
 * the tier done last, or fairness.
 */
enum zj_status sec_pass_fairness(struct sec_run *r, enum zj_tier before, struct zj_err *err) ZJ_MUST_CHECK;

#endif
