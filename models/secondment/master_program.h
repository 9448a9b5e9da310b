/*
 * master_program.h - the master as a linear program: its columns, the county's rows, the loose tiers.
 */
#ifndef MODELS_SECONDMENT_MASTER_PROGRAM_H
#define MODELS_SECONDMENT_MASTER_PROGRAM_H

#include "models/secondment/master.h"

struct sec_master_program {
    const struct sec_master *m;
    struct lp *lp;
    int *column; /* by master column: column of the program, -1 = not usable */
    int *slack_lo, *slack_hi, *lack_lo, *lack_hi; /* by county row: soft shortfall, and artificial lack */
    int lack_tier[ZJ_N_TIERS];
    int *county_row, tier_row[ZJ_N_TIERS], *block_row;
    int *idx; /* room for a row */
    int64_t *val;
    int n;
};

void sec_master_program_build(struct sec_master_program *p, const struct sec_master *m);
void sec_master_program_release(struct sec_master_program *p);
/* `lack` = cost of a unit of artificial lack; < 0: forbidden. `own` = weight of the tier itself. */
void sec_master_program_costs(struct sec_master_program *p, double lack, double own);
/* May the soft row fall short in this pass, and does the shortfall count in it? */
bool sec_master_may_fall_short(const struct sec_master *m, const struct sec_row *row);

#endif
