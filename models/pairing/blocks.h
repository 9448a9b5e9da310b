/*
 * blocks.h - the parts of a county that no row couples, and the integer program of each.
 *
 * Two columns are in one block when a chain of rows joins them. Tiers that are sums are then minimised
 * block by block; only `balance` looks at all of them together (balance.c).
 */
#ifndef MODELS_PAIRING_BLOCKS_H
#define MODELS_PAIRING_BLOCKS_H

#include "models/pairing/model.h"
#include "solver/engine/lp.h"

struct pr_block {
    int first_col, n_cols; /* into blocks.col */
    int first_row, n_rows; /* into blocks.row */
};

struct pr_blocks {
    const struct pr_model *m;
    struct pr_block *v;
    int n;
    int *col, *row; /* of the model, sorted by block */
    int *local;     /* by column of the model: its number in its block; -1 = barred */
    int hopeless;   /* a row without columns that cannot hold, or a barred pair that must stand; -1 = none */
    int hopeless_part; /* the part of that row, or -1 */
};

void pr_blocks_init(struct pr_blocks *b, const struct pr_model *m);
void pr_blocks_release(struct pr_blocks *b);

/*
 * The program of a block: columns in order of blocks.col, rows, then one free row for each tier that is a
 * sum and costs anything there.
 */
struct pr_program {
    struct lp *lp;
    int tier_row[PR_N_SUMS];
};

void pr_program_init(struct pr_program *p, const struct pr_blocks *b, int block);
void pr_program_release(struct pr_program *p);
/* Costs of the tier; false when no column of the block has any. */
bool pr_program_minimise(struct pr_program *p, const struct pr_blocks *b, int block, int tier);

#endif
