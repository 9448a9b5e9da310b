#include "models/common/program.h"

#include <stdlib.h>
#include <string.h>

int mc_col(struct mc_program *p, int64_t hi)
{
    ZJ_GROW(p->col, p->n_cols, p->cap_cols);
    p->col[p->n_cols] = (struct mc_col){.hi = hi};
    return p->n_cols++;
}

void mc_begin(struct mc_program *p)
{
    ZJ_GROW(p->row, p->n_rows, p->cap_rows);
    p->row[p->n_rows] = (struct mc_row){.first = p->n_nz, .part = -1, .lack = -1, .excess = -1};
}

void mc_counts(struct mc_program *p, int64_t given)
{
    p->row[p->n_rows].counted = true;
    p->row[p->n_rows].given = given;
}

void mc_counts_needs(struct mc_program *p)
{
    p->row[p->n_rows].counted = p->row[p->n_rows].swapped = true;
}

void mc_add(struct mc_program *p, int col, int64_t val)
{
    if (val == 0)
        return;
    p->cap_val = p->cap_nz;
    ZJ_GROW(p->val, p->n_nz, p->cap_val);
    ZJ_GROW(p->idx, p->n_nz, p->cap_nz);
    p->idx[p->n_nz] = col;
    p->val[p->n_nz++] = val;
    p->row[p->n_rows].n++;
}

void mc_define(struct mc_program *p, int64_t lo, int64_t hi)
{
    p->row[p->n_rows].lo = lo;
    p->row[p->n_rows].hi = hi;
    p->n_rows++;
}

void mc_drop(struct mc_program *p)
{
    p->n_nz = p->row[p->n_rows].first;
}

/* The least (greatest) value that the bounds of the columns allow the row that was begun. */
static int64_t extreme(const struct mc_program *p, bool least)
{
    const struct mc_row *row = &p->row[p->n_rows];
    int64_t sum = 0;

    for (int k = row->first; k < p->n_nz; k++) {
        const struct mc_col *c = &p->col[p->idx[k]];
        sum += p->val[k] * ((p->val[k] > 0) == least ? c->lo : c->hi);
    }
    return sum;
}

int mc_part(struct mc_program *p, const struct zj_rule *r, const char *table, const char *where)
{
    enum { NEAR = 64 }; /* rows of one place are made one after the other */

    for (int k = p->n_parts - 1; k >= 0 && k >= p->n_parts - NEAR; k--) {
        const struct zj_conflict_part *q = &p->part[k];
        if (q->rule == r->id && q->index == r->index && strcmp(q->where, where) == 0)
            return k;
    }
    ZJ_GROW(p->part, p->n_parts, p->cap_parts);
    p->part[p->n_parts] = (struct zj_conflict_part){.rule = r->id,
                                                    .index = r->index,
                                                    .table = table,
                                                    .where = where,
                                                    .need = ZJ_NO_VALUE,
                                                    .have = ZJ_NO_VALUE};
    return p->n_parts++;
}

bool mc_is_off(const struct mc_program *p, int part)
{
    const struct zj_conflict_part *q = &p->part[part];

    return (p->trial && p->trial->off[part]) || mc_waived(p->waivers, q->rule, q->index, q->where) ||
           (p->alone && !mc_waived(p->alone, q->rule, q->index, q->where));
}

bool mc_bars(struct mc_program *p, int part)
{
    struct zj_conflict_part *q = &p->part[part];

    q->have = q->have == ZJ_NO_VALUE ? 1 : q->have + 1;
    return !mc_is_off(p, part);
}

/*
 * A column that takes up what the row lacks (sign 1) or has too much (sign -1), at the cost for each `unit`.
 * -1: none is needed.
 */
static int add_shortfall(struct mc_program *p, int64_t most, int64_t unit, int sign, int sum, int64_t cost)
{
    if (most <= 0)
        return -1;
    int col = mc_col(p, (most + unit - 1) / unit);
    p->col[col].cost[sum] = cost;
    mc_add(p, col, sign * unit);
    return col;
}

/* The row may fall short on both sides. */
static void measure(struct mc_program *p, int64_t lo, int64_t hi)
{
    const int64_t least = extreme(p, true), most = extreme(p, false);
    int lack = -1, excess = -1;

    if (lo != INT64_MIN)
        lack = add_shortfall(p, lo - least, 1, 1, MC_MEASURE, 1);
    if (hi != INT64_MAX)
        excess = add_shortfall(p, most - hi, 1, -1, MC_MEASURE, 1);
    p->row[p->n_rows].lack = lack;
    p->row[p->n_rows].excess = excess;
}

void mc_demand_part(struct mc_program *p, int part, int64_t lo, int64_t hi)
{
    const bool measured = p->trial && p->trial->measured == part;

    if ((mc_is_off(p, part) && !measured) || (extreme(p, true) >= lo && extreme(p, false) <= hi)) {
        mc_drop(p);
        return;
    }
    if (measured)
        measure(p, lo, hi);
    p->row[p->n_rows].part = part;
    mc_define(p, lo, hi);
}

void mc_demand(struct mc_program *p, const struct zj_rule *r, const char *where, int64_t lo, int64_t hi,
               int64_t unit)
{
    if (r->hard) {
        mc_demand_part(p, mc_part(p, r, NULL, where), lo, hi);
        return;
    }
    int64_t least = extreme(p, true), most = extreme(p, false);
    if (least >= lo && most <= hi) {
        mc_drop(p);
        return;
    }
    if (lo != INT64_MIN)
        add_shortfall(p, lo - least, unit, 1, MC_SOFT, r->weight);
    if (hi != INT64_MAX)
        add_shortfall(p, most - hi, unit, -1, MC_SOFT, r->weight);
    mc_define(p, lo, hi);
}

void mc_program_release(struct mc_program *p)
{
    free(p->col);
    free(p->row);
    free(p->idx);
    free(p->val);
    free(p->part);
}
