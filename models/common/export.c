#include "models/common/export.h"

#include "models/common/blocks.h"

#include <stdio.h>

static void name_row(const struct mc_program *p, struct lp *lp, int row, int i)
{
    const struct zj_conflict_part *part = p->row[i].part < 0 ? NULL : &p->part[p->row[i].part];
    char name[80];

    snprintf(name, sizeof name, "%s_%d", part ? zj_rule_name(part->rule) : "row", i);
    lp_name(lp, row, -1, name);
}

static void add_columns(const struct mc_program *p, struct lp *lp, const int64_t *weight,
                        mc_column_name *name, const void *ctx)
{
    for (int c = 0; c < p->n_cols; c++) {
        char text[MC_NAME];
        int64_t cost = 0;

        lp_col(lp, p->col[c].lo, p->col[c].barred ? 0 : p->col[c].hi);
        for (int t = 0; t < p->n_sums; t++)
            cost += weight[t] * p->col[c].cost[t];
        lp_cost(lp, c, (double)cost);
        name(ctx, c, text);
        lp_name(lp, -1, c, text);
    }
}

enum zj_status mc_export(const struct mc_program *p, const int64_t *weight, mc_column_name *name,
                         const void *ctx, const char *lp_path, const char *mps_path, struct zj_err *err)
{
    struct lp *lp = lp_new();
    enum zj_status st = ZJ_OK;

    add_columns(p, lp, weight, name, ctx);
    for (int i = 0; i < p->n_rows; i++) {
        const struct mc_row *row = &p->row[i];
        int number = lp_row(lp, mc_lp_bound(row->lo), mc_lp_bound(row->hi), row->n, p->idx + row->first,
                            p->val + row->first);
        name_row(p, lp, number, i);
    }
    if (lp_path)
        st = lp_write(lp, lp_path, false, err);
    if (st == ZJ_OK && mps_path)
        st = lp_write(lp, mps_path, true, err);
    lp_free(lp);
    return st;
}
