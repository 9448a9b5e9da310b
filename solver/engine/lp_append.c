/*
 * lp_append.c - programs side by side in a larger one.
 */
#include "solver/base/mem.h"
#include "solver/engine/lp_impl.h"

#include <stdlib.h>

/* The row's free terms under their new numbers; *fixed = what the others add. Returns how many. */
static int free_terms(const struct lp *part, const struct lp_row *row, const int *column, int *idx,
                      int64_t *val, int64_t *fixed)
{
    int n = 0;

    *fixed = 0;
    for (int k = row->first; k < row->first + row->n; k++) {
        const int j = part->idx[k];
        if (column[j] < 0) {
            *fixed += part->val[k] * part->col_lo[j];
            continue;
        }
        idx[n] = column[j];
        val[n++] = part->val[k];
    }
    return n;
}

void lp_append(struct lp *to, const struct lp *part, int *column)
{
    int *idx = zj_calloc((size_t)part->n_cols + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)part->n_cols + 1, sizeof *val), fixed;

    for (int j = 0; j < part->n_cols; j++)
        column[j] = part->col_lo[j] == part->col_hi[j] ? -1 : lp_col(to, part->col_lo[j], part->col_hi[j]);
    for (int i = 0; i < part->n_rows; i++) {
        const struct lp_row *row = &part->row[i];
        const int n = free_terms(part, row, column, idx, val, &fixed);
        if (n == 0 || (row->lo == -LP_INF && row->hi == LP_INF))
            continue;
        lp_row(to, row->lo == -LP_INF ? -LP_INF : row->lo - fixed,
               row->hi == LP_INF ? LP_INF : row->hi - fixed, n, idx, val);
    }
    free(idx);
    free(val);
}
