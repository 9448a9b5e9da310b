/*
 * blocks.h - the parts of a program that no row couples, and the integer program of each.
 *
 * Two columns are in one block when a chain of rows joins them. Tiers that are sums over columns are then
 * minimised block by block.
 */
#ifndef MODELS_COMMON_BLOCKS_H
#define MODELS_COMMON_BLOCKS_H

#include "models/common/program.h"
#include "solver/engine/lp.h"

struct mc_block {
    int first_col, n_cols; /* into blocks.col */
    int first_row, n_rows; /* into blocks.row */
};

struct mc_blocks {
    const struct mc_program *m;
    struct mc_block *v;
    int n;
    int *col, *row; /* of the model, sorted by block */
    int *local;     /* by column of the model: its number in its block; -1 = barred */
    int hopeless; /* a row without columns that cannot hold, or a barred column that must stand; -1 = none */
    int hopeless_part; /* the part of that row, or -1 */
};

void mc_blocks_init(struct mc_blocks *b, const struct mc_program *m);
void mc_blocks_release(struct mc_blocks *b);

/*
 * The program of a block: columns in order of blocks.col, rows, then one free row for each tier that is a
 * sum and costs anything there.
 */
struct mc_lp {
    struct lp *lp;
    int tier_row[MC_MAX_SUMS];
};

/* Of a row, as lp.h writes it: INT64_MIN and INT64_MAX are none. */
int64_t mc_lp_bound(int64_t limit);
void mc_lp_init(struct mc_lp *p, const struct mc_blocks *b, int block);
void mc_lp_release(struct mc_lp *p);
/* Costs of the tier; false when no column of the block has any. */
bool mc_lp_minimise(struct mc_lp *p, const struct mc_blocks *b, int block, int tier);

#endif
