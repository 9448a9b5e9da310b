/*
 * blocks.h - which schools must be planned together.
 *
 * Schools are joined when somebody could be posted between them, or when a rule
 * counts over both (a pair, a community). What is left apart is solved apart; rows
 * over the whole county that touch several blocks couple them (coupling.c).
 */
#ifndef MODELS_SECONDMENT_BLOCKS_H
#define MODELS_SECONDMENT_BLOCKS_H

#include "models/secondment/model.h"

struct sec_blocks {
    int n;
    bool **has;              /* [block][school] */
    struct sec_model *model; /* one a block, built and settled */
    int n_county;            /* county rows in every model */
    int *owner;              /* by county row: the block it belongs to; -1 = it couples several */
    int n_coupled;           /* county rows with owner -1 */
    int64_t fair_cap;        /* the models were built with it */
};

/* `together`: one block for everything. When sec_ctx_over() then, only sec_blocks_release() may follow. */
void sec_blocks_build(struct sec_blocks *b, const struct sec_ctx *c, bool together);
/* Build the models again without the paths whose burden is above the cap. Row numbers may change. */
void sec_blocks_cap(struct sec_blocks *b, const struct sec_ctx *c, int64_t fair_cap);
/* Build one block's model into *m, settled with the owners known. Caller releases. */
void sec_block_model(const struct sec_blocks *b, const struct sec_ctx *c, int block, int64_t fair_cap,
                     struct sec_model *m);
void sec_blocks_release(struct sec_blocks *b);

#endif
