/*
 * program.h - a block's model as an integer program, and plans as its vectors.
 */
#ifndef MODELS_SECONDMENT_PROGRAM_H
#define MODELS_SECONDMENT_PROGRAM_H

#include "models/secondment/model.h"
#include "solver/engine/lp.h"

/*
 * Columns: arcs, then aux. Rows: flow, rules, and in a program that is solved here free rows
 * for tiers and county rows.
 */
struct sec_program {
    const struct sec_model *m;
    struct lp *lp;
    int n_cols;
    int *rule_row;            /* by model row: row of the program, -1 = dead or not here */
    int tier_row[ZJ_N_TIERS]; /* sum of the tier's costs, free until capped; -1 = left out */
    int *county_row;          /* by county row: this block's part, free; -1 = nothing here */
};

void sec_program_init(struct sec_program *p, const struct sec_model *m);
/* Without the free rows, for files: other solvers take the first free row for the objective. */
void sec_program_init_bare(struct sec_program *p, const struct sec_model *m);
/* Besides, without the rows that only strengthen others. */
void sec_program_init_own(struct sec_program *p, const struct sec_model *m);
/* Flow rows alone; the caller adds rules' rows, which are settled and not dead, as they are needed. */
void sec_program_init_flow(struct sec_program *p, const struct sec_model *m);
void sec_program_add_row(struct sec_program *p, int row);
void sec_program_release(struct sec_program *p);
/* What one unit of a column adds to a tier. */
int64_t sec_program_cost(const struct sec_model *m, int column, enum zj_tier tier);
/* tier value <= most, model constants included. */
void sec_program_cap(struct sec_program *p, enum zj_tier tier, int64_t most);
void sec_program_minimise(struct sec_program *p, enum zj_tier tier);

/*
 * The block's part of a plan as a vector; false when a posting is no arc or a rule is broken. x has
 * n_cols items.
 */
bool sec_program_load(const struct sec_program *p, const struct zj_postings *plan, int64_t *x);
/*
 * Set the aux columns to what the arcs leave of them: indicators, then the least shortfalls. Never
 * worse in any tier.
 */
void sec_program_tidy(const struct sec_program *p, int64_t *x);
/* The persons of a vector: paths of the flow, handed to the teachers of each type in order. Appends. */
void sec_program_unload(const struct sec_program *p, const int64_t *x, struct zj_postings *plan);
/* Tier values of a vector, constants included; fairness is the largest burden of the unloaded paths. */
void sec_program_values(const struct sec_program *p, const int64_t *x, int64_t value[ZJ_N_TIERS]);
/* The block's part of a county row. */
int64_t sec_program_part(const struct sec_program *p, int county, const int64_t *x);

#endif
