/*
 * sums.h - a program solved block by block: its tiers are minimised one after the other.
 */
#ifndef MODELS_COMMON_SUMS_H
#define MODELS_COMMON_SUMS_H

#include "models/common/blocks.h"

struct mc_sums {
    struct mc_blocks blocks;
    struct lp_limits limits;       /* of each search */
    int64_t *x;                    /* best answer so far, by column; meaningful with has_plan */
    int64_t (*value)[MC_MAX_SUMS]; /* by block */
    int64_t bound[MC_MAX_SUMS];    /* of all blocks together */
    bool *bad;                     /* by block: proved infeasible */
    bool *found;                   /* by block: x has an answer of it */
    bool has_plan, infeasible;
    int64_t nodes;
    bool by_nodes, by_numerics; /* the node limit, or rounding errors, ended some search */
};

/* The program is borrowed. */
void mc_sums_init(struct mc_sums *s, const struct mc_program *p, const struct lp_limits *limits);
void mc_sums_release(struct mc_sums *s);
/* Begins with what mc_sums_blend found. */
enum zj_status mc_sums_solve(struct mc_sums *s, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Some answer soon: all tiers at once, added up with these weights, in one search for each block, within the
 * limits. It is not minimal in any tier and gives no bounds; has_plan when every block has an answer.
 */
enum zj_status mc_sums_blend(struct mc_sums *s, const int64_t weight[MC_MAX_SUMS],
                             const struct lp_limits *limits, struct zj_err *err) ZJ_MUST_CHECK;
/* Of all blocks together. */
int64_t mc_sums_value(const struct mc_sums *s, int tier);
/* Why not everything is proved. */
enum zj_stop mc_sums_stop(const struct mc_sums *s);
/* What a further search tells of itself. */
void mc_count(struct mc_sums *s, const struct lp_answer *a);

#endif
