/*
 * strengthen.c - mixed-integer rounding of rows in periods.
 *
 * A school short of 10 periods is helped by one teacher of 16, and the relaxation sends 10/16 of one.
 * For a row  sum a x + u >= d  with x >= 0 integer, u >= 0, a divisor D and r = d mod D > 0:
 *     sum (r floor(a / D) + min(r, a mod D)) x + u >= r ceil(d / D)
 * holds for every integer answer (the mixed-integer rounding inequality; Nemhauser and Wolsey,
 * Integer and Combinatorial Optimization, 1988, II.1.6, here times r so that all data stay
 * integers). D runs over the coefficients of the row, the loads of its teachers. Measured
 * on Yangcheng's third junior community: relaxed need 288 without these rows, optimum 402.
 */
#include "models/secondment/strengthen.h"

#include "solver/base/whole.h"

#include <stdlib.h>

/* The distinct sizes of the row's coefficients, most frequent ones first as they come; all 1: none. */
int sec_divisors(const struct sec_model *m, const struct sec_row *row, int64_t out[SEC_MAX_DIVISORS])
{
    int n = 0;

    if (row->dead || !row->settled || row->lo == -SEC_NO_LIMIT || row->scale != 1 || row->indicator >= 0 ||
        row->implied_by >= 0)
        return 0;
    for (int k = row->first; k < row->first + row->n && n < SEC_MAX_DIVISORS; k++) {
        int64_t size = m->val[k] < 0 ? -m->val[k] : m->val[k];
        bool seen = size <= 1;
        for (int i = 0; i < n; i++)
            seen |= out[i] == size;
        if (!seen)
            out[n++] = size;
    }
    return n;
}

static void add_rounded(struct sec_model *m, int base, int64_t divisor)
{
    const struct zj_rule as_base = {.id = m->row[base].rule, .index = m->row[base].index, .hard = true};
    int64_t d = m->row[base].lo;
    int64_t r = d - divisor * zj_floor_div(d, divisor);

    if (r == 0)
        return;
    sec_row_begin(m, &as_base, m->row[base].where);
    for (int k = 0; k < m->row[base].n; k++) {
        int column = m->idx[m->row[base].first + k];
        int64_t a = m->val[m->row[base].first + k];
        int64_t low = zj_floor_div(a, divisor), rest = a - divisor * low;
        int64_t coef = r * low + (rest < r ? rest : r);
        if (column < m->n_arcs)
            sec_row_arc(m, column, coef);
        else
            sec_row_aux(m, column - m->n_arcs, coef);
    }
    if (m->row[base].aux_lo >= 0)
        sec_row_aux(m, m->row[base].aux_lo, 1);
    struct sec_row *row = sec_row_end(m, r * (zj_floor_div(d, divisor) + 1), SEC_NO_LIMIT);
    row->settled = true;
    row->implied_by = base;
}

void sec_strengthen(struct sec_model *m)
{
    int n_rows = m->n_rows;
    int64_t divisor[SEC_MAX_DIVISORS];

    for (int i = 0; i < n_rows; i++) {
        int n = sec_divisors(m, &m->row[i], divisor);
        for (int k = 0; k < n; k++)
            add_rounded(m, i, divisor[k]);
    }
}
