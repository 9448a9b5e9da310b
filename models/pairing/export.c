/*
 * export.c - the whole model as a file: the tiers that are sums, weighed; `balance` is left out.
 */
#include "models/pairing/run.h"

#include <stdio.h>
#include <stdlib.h>

static const int64_t weight[PR_N_SUMS] = {[PR_SOFT] = 1000000, [PR_UNCOVERED] = 10000, [PR_TRAVEL] = 1};

/* x_S001_S012; aux_5. */
static void name_column(const struct pr_model *m, struct lp *lp, int col)
{
    char name[160];

    if (col < m->n_pairs)
        snprintf(name, sizeof name, "x_%s_%s", m->in->school[m->pair[col].lead].id,
                 m->in->school[m->pair[col].member].id);
    else
        snprintf(name, sizeof name, "aux_%d", col);
    lp_name(lp, -1, col, name);
}

static void name_row(const struct pr_model *m, struct lp *lp, int row, int i)
{
    const struct zj_conflict_part *part = m->row[i].part < 0 ? NULL : &m->part[m->row[i].part];
    char name[80];

    snprintf(name, sizeof name, "%s_%d", part ? zj_rule_name(part->rule) : "row", i);
    lp_name(lp, row, -1, name);
}

static int64_t bound_of(int64_t limit)
{
    return limit == INT64_MIN ? -LP_INF : limit == INT64_MAX ? LP_INF : limit;
}

enum zj_status pr_export(const struct pr_model *m, const struct pr_options *opt, struct zj_err *err)
{
    struct lp *lp = lp_new();
    enum zj_status st = ZJ_OK;

    for (int c = 0; c < m->n_cols; c++) {
        int64_t cost = 0;
        lp_col(lp, m->col[c].lo, c < m->n_pairs && m->pair[c].barred ? 0 : m->col[c].hi);
        for (int t = 0; t < PR_N_SUMS; t++)
            cost += weight[t] * m->col[c].cost[t];
        lp_cost(lp, c, (double)cost);
        name_column(m, lp, c);
    }
    for (int i = 0; i < m->n_rows; i++) {
        const struct pr_row *row = &m->row[i];
        name_row(m, lp,
                 lp_row(lp, bound_of(row->lo), bound_of(row->hi), row->n, m->idx + row->first,
                        m->val + row->first),
                 i);
    }
    if (opt->write_lp)
        st = lp_write(lp, opt->write_lp, false, err);
    if (st == ZJ_OK && opt->write_mps)
        st = lp_write(lp, opt->write_mps, true, err);
    lp_free(lp);
    return st;
}
