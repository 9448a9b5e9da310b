/*
 * master.h - the master problem of the coupling: one plan for each block, so that the county's rows hold.
 *
 * A column is a plan of one block, known by its tier values and its parts of the
 * county rows. The master picks one a block (or, relaxed, a mixture).
 */
#ifndef MODELS_SECONDMENT_MASTER_H
#define MODELS_SECONDMENT_MASTER_H

#include "models/secondment/run.h"

struct sec_column {
    int block;
    int64_t tier[ZJ_N_TIERS];
    int64_t *part; /* by county row; heap */
    struct zj_postings plan;
};

struct sec_master {
    const struct sec_run *run;
    struct sec_column *column;
    int n, cap;
    const struct sec_row **link; /* by county row: a copy of the row when it couples blocks, else NULL */
    /* The pass in work. */
    enum zj_tier tier;
    bool done[ZJ_N_TIERS];  /* tiers minimised before */
    bool loose[ZJ_N_TIERS]; /* done, but not at the blocks' own optima: a row, sum over blocks <= value */
    int64_t value[ZJ_N_TIERS];
    int64_t fair_cap;
};

/* Prices of a relaxed master, whole numbers: weight 0 while the county's rows cannot be met yet. */
struct sec_prices {
    int64_t weight; /* of one unit of the tier */
    int64_t tier[ZJ_N_TIERS];
    int64_t *row;    /* by county row; heap, n_county items */
    double shortage; /* of the county's rows, relaxed; 0 = they can be met */
    double value;    /* of the relaxed master, in tier units (or shortage units) */
};

void sec_master_init(struct sec_master *m, const struct sec_run *run);
void sec_master_release(struct sec_master *m);
/* Take over an answer's plan as a column; false when the same values are there already. */
bool sec_master_add(struct sec_master *m, int block, struct sec_answer *a);
/* May the column be chosen in this pass? */
bool sec_master_usable(const struct sec_master *m, const struct sec_column *c);
/* Solve the relaxed master and fill the prices. */
enum zj_status sec_master_price(const struct sec_master *m, struct sec_prices *p,
                                struct zj_err *err) ZJ_MUST_CHECK;
/*
 * What the prices prove, given the blocks' bounds under them (sum): a lower bound on
 * the tier (weight > 0), or on the shortage (weight = 0: above 0 means infeasible). In units of 1/weight,
 * or, when weight = 0, of a fraction of the shortage.
 */
int64_t sec_master_bound(const struct sec_master *m, const struct sec_prices *p, int64_t blocks);
/*
 * Choose one column a block, best in the tier. choice[b] = column or -1; *value = LP_INF when no
 * choice holds the rows.
 */
enum zj_status sec_master_choose(const struct sec_master *m, int *choice, int64_t *value,
                                 struct zj_err *err) ZJ_MUST_CHECK;
/* Shortfall cost of the county's soft rows for a choice. */
int64_t sec_master_soft(const struct sec_master *m, const int *choice);

#endif
