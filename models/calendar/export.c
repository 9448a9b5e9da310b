/*
 * export.c - the whole program by days as a file.
 */
#include "models/common/export.h"
#include "models/calendar/run.h"

#include <stdio.h>

static const int64_t weight[CAL_N_SUMS] = {
    [CAL_SOFT] = 100000000, [CAL_HELD] = 1000000, [CAL_TRAVEL] = 100, [CAL_PEAK] = 10, [CAL_BALANCE] = 1};

/* x_<activity>_<group>_<day>_<session>_<period>_<host>, all numbers; aux_5. */
static void name_column(const void *ctx, int col, char name[MC_NAME])
{
    const struct cal_model *m = ctx;

    if (col >= m->n_cells) {
        snprintf(name, MC_NAME, "aux_%d", col);
        return;
    }
    const struct cal_cell *c = &m->cell[col];
    snprintf(name, MC_NAME, "x_%d_%d_%d_%d_%d_%d", m->who[c->who].event, m->who[c->who].group, c->date,
             c->session + 1, c->period, c->host + 1);
}

enum zj_status cal_export(const struct cal_model *m, const struct cal_options *opt, struct zj_err *err)
{
    return mc_export(&m->p, weight, name_column, m, opt->write_lp, opt->write_mps, err);
}
