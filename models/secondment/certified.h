/*
 * certified.h - a block's program as it stands in a certificate.
 */
#ifndef MODELS_SECONDMENT_CERTIFIED_H
#define MODELS_SECONDMENT_CERTIFIED_H

#include "models/secondment/program.h"
#include "solver/engine/proof.h"

struct sec_certified_program {
    const struct sec_model *m;
    struct sec_program p;
    struct zj_arena arena;
    int64_t *x;                 /* the plan's vector; NULL when there is none */
    int64_t value[ZJ_N_TIERS];  /* of x, this block's; fairness: that of the aim */
    int64_t fairness;           /* F, of the whole plan */
    int one, reaches, above;    /* columns, -1 = not needed */
    int not_alone;              /* row above_F <= burden_F, -1 = none */
    const char **column, **row; /* names */
    int cap_columns, cap_rows;
    struct proof_step *step;
    int n_steps, cap_steps;
};

/*
 * The program of block `number` (for the names). plan: NULL when there is none; else the postings and
 * values of all blocks. False: the plan is no vector of the program.
 */
bool sec_certified_init(struct sec_certified_program *c, const struct sec_model *m, int number,
                        const struct zj_plan *plan);
void sec_certified_release(struct sec_certified_program *c);
/* The k-th aim in the plan's order becomes the objective, those before it rows. Once only. */
void sec_certified_aim(struct sec_certified_program *c, const struct zj_plan *plan, int k);

#endif
