/*
 * run.h - the state of one run, shared by what solves, balances, and explains.
 */
#ifndef MODELS_PAIRING_RUN_H
#define MODELS_PAIRING_RUN_H

#include "models/pairing/blocks.h"

struct pr_run {
    const struct pr_options *opt;
    const struct pr_model *m;
    struct pr_blocks blocks;
    int64_t deadline;            /* lp_clock_ms() value; 0 = none */
    int64_t *x;                  /* best pairing so far, by column of the model; meaningful with has_plan */
    int64_t (*value)[PR_N_SUMS]; /* by block */
    int64_t bound[PR_N_SUMS];    /* of the county */
    bool *bad;                   /* by block: proved infeasible */
    bool has_plan, infeasible;
    int64_t nodes;
    bool by_nodes, by_numerics; /* the node limit, or rounding errors, ended some search */
    int64_t balance, balance_bound;
};

struct lp_limits pr_limits(const struct pr_run *r);
/* The block's part of the vector, in the order of its program's columns, and back. */
void pr_block_load(const struct pr_run *r, int block, int64_t *x);
void pr_block_store(struct pr_run *r, int block, const int64_t *x);
void pr_count(struct pr_run *r, const struct lp_answer *a);

/* Minimise the tiers that are sums, block by block. */
enum zj_status pr_solve_sums(struct pr_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* Then `balance`, without giving up anything of them. */
enum zj_status pr_solve_balance(struct pr_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* The pairs of the vector, with forms and rounds. */
void pr_unload(const struct pr_run *r, struct zj_pairs *pairs);
/* A set of rules at places that cannot hold together; none can be left out when plan->conflict_minimal. */
enum zj_status pr_conflict(const struct pr_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;
/* The whole model as a file. */
enum zj_status pr_export(const struct pr_model *m, const struct pr_options *opt,
                         struct zj_err *err) ZJ_MUST_CHECK;

#endif
