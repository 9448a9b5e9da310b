/*
 * export.c - the whole model as a file: the tiers that are sums, weighed; `balance` is left out.
 */
#include "models/common/export.h"
#include "models/pairing/run.h"

#include <stdio.h>

static const int64_t weight[PR_N_SUMS] = {[PR_SOFT] = 1000000, [PR_UNCOVERED] = 10000, [PR_TRAVEL] = 1};

/* x_S001_S012; aux_5. */
static void name_column(const void *ctx, int col, char name[MC_NAME])
{
    const struct pr_model *m = ctx;

    if (col < m->n_pairs)
        snprintf(name, MC_NAME, "x_%s_%s", m->in->school[m->pair[col].lead].id,
                 m->in->school[m->pair[col].member].id);
    else
        snprintf(name, MC_NAME, "aux_%d", col);
}

enum zj_status pr_export(const struct pr_model *m, const struct pr_options *opt, struct zj_err *err)
{
    return mc_export(&m->p, weight, name_column, m, opt->write_lp, opt->write_mps, err);
}
