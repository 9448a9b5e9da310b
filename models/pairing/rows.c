/*
 * rows.c - what the rules of a pairing are written with: columns, rows, parts.
 */
#include "models/pairing/model.h"

#include <stdlib.h>
#include <string.h>

bool pr_is_member(const struct pr_model *m, int school)
{
    return m->in->school[school].role == ZJ_MEMBER;
}

bool pr_is_lead(const struct pr_model *m, int school)
{
    return m->in->school[school].role == ZJ_LEAD;
}

bool pr_selects(const struct pr_model *m, const struct zj_rule *r, int school)
{
    return mc_school_passes(m->in, &r->where, school);
}

int pr_find(const struct pr_model *m, int lead, int member)
{
    int lo = m->of_lead[lead], hi = m->of_lead[lead + 1];

    while (lo < hi) {
        int middle = lo + (hi - lo) / 2;
        if (m->pair[middle].member < member)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < m->of_lead[lead + 1] && m->pair[lo].member == member ? lo : -1;
}

const char *pr_row_text(struct pr_model *m, int pair)
{
    const struct pr_pair *p = &m->pair[pair];

    return zj_printf(&m->arena, "%s>%s", m->in->school[p->lead].id, m->in->school[p->member].id);
}

/* ---- columns ---------------------------------------------------------------------------------------- */

int pr_col(struct pr_model *m, int64_t hi)
{
    ZJ_GROW(m->col, m->n_cols, m->cap_cols);
    m->col[m->n_cols] = (struct pr_col){.hi = hi};
    return m->n_cols++;
}

/* 1 iff one of the pairs is in the pairing: n >= b and n <= (number of pairs) b. */
static int indicator(struct pr_model *m, int school, bool of_lead)
{
    void (*const add)(struct pr_model *, int, int64_t) = of_lead ? pr_add_members : pr_add_leads;
    const int *of = of_lead ? m->of_lead : m->of_member;
    int n = of[school + 1] - of[school], b = pr_col(m, 1);

    pr_begin(m);
    add(m, school, 1);
    pr_add(m, b, -1);
    pr_define(m, 0, INT64_MAX);
    pr_begin(m);
    add(m, school, 1);
    pr_add(m, b, -n);
    pr_define(m, INT64_MIN, 0);
    return b;
}

int pr_used(struct pr_model *m, int lead)
{
    if (m->used[lead] < 0)
        m->used[lead] = indicator(m, lead, true);
    return m->used[lead];
}

int pr_led(struct pr_model *m, int member)
{
    if (m->led[member] < 0)
        m->led[member] = indicator(m, member, false);
    return m->led[member];
}

/* ---- rows ------------------------------------------------------------------------------------------- */

void pr_begin(struct pr_model *m)
{
    ZJ_GROW(m->row, m->n_rows, m->cap_rows);
    m->row[m->n_rows] = (struct pr_row){.first = m->n_nz, .part = -1};
}

void pr_add(struct pr_model *m, int col, int64_t val)
{
    if (val == 0)
        return;
    m->cap_val = m->cap_nz;
    ZJ_GROW(m->val, m->n_nz, m->cap_val);
    ZJ_GROW(m->idx, m->n_nz, m->cap_nz);
    m->idx[m->n_nz] = col;
    m->val[m->n_nz++] = val;
    m->row[m->n_rows].n++;
}

void pr_add_members(struct pr_model *m, int lead, int64_t val)
{
    for (int k = m->of_lead[lead]; k < m->of_lead[lead + 1]; k++)
        pr_add(m, k, val);
}

void pr_add_leads(struct pr_model *m, int member, int64_t val)
{
    for (int k = m->of_member[member]; k < m->of_member[member + 1]; k++)
        pr_add(m, m->member_pair[k], val);
}

void pr_define(struct pr_model *m, int64_t lo, int64_t hi)
{
    m->row[m->n_rows].lo = lo;
    m->row[m->n_rows].hi = hi;
    m->n_rows++;
}

/* Give the row that was begun back. */
static void drop_row(struct pr_model *m)
{
    m->n_nz = m->row[m->n_rows].first;
}

/* The least (greatest) value that the bounds of the columns allow the row that was begun. */
static int64_t extreme(const struct pr_model *m, bool least)
{
    const struct pr_row *row = &m->row[m->n_rows];
    int64_t sum = 0;

    for (int k = row->first; k < m->n_nz; k++) {
        const struct pr_col *c = &m->col[m->idx[k]];
        sum += m->val[k] * ((m->val[k] > 0) == least ? c->lo : c->hi);
    }
    return sum;
}

int pr_part(struct pr_model *m, const struct zj_rule *r, const char *table, const char *where)
{
    enum { NEAR = 64 }; /* rows of one place are made one after the other */

    for (int k = m->n_parts - 1; k >= 0 && k >= m->n_parts - NEAR; k--) {
        const struct zj_conflict_part *p = &m->part[k];
        if (p->rule == r->id && p->index == r->index && strcmp(p->where, where) == 0)
            return k;
    }
    ZJ_GROW(m->part, m->n_parts, m->cap_parts);
    m->part[m->n_parts] =
        (struct zj_conflict_part){.rule = r->id, .index = r->index, .table = table, .where = where};
    return m->n_parts++;
}

bool pr_is_off(const struct pr_model *m, int part)
{
    const struct zj_conflict_part *p = &m->part[part];

    return (m->off && m->off[part]) || mc_waived(m->waivers, p->rule, p->index, p->where);
}

void pr_demand_part(struct pr_model *m, int part, int64_t lo, int64_t hi)
{
    if (pr_is_off(m, part) || (extreme(m, true) >= lo && extreme(m, false) <= hi)) {
        drop_row(m);
        return;
    }
    m->row[m->n_rows].part = part;
    pr_define(m, lo, hi);
}

/* A column that takes up what the row lacks (sign 1) or has too much (sign -1). */
static void add_shortfall(struct pr_model *m, const struct zj_rule *r, int64_t most, int64_t unit, int sign)
{
    if (most <= 0)
        return;
    int col = pr_col(m, (most + unit - 1) / unit);
    m->col[col].cost[PR_SOFT] = r->weight;
    pr_add(m, col, sign * unit);
}

void pr_demand(struct pr_model *m, const struct zj_rule *r, const char *where, int64_t lo, int64_t hi,
               int64_t unit)
{
    if (r->hard) {
        pr_demand_part(m, pr_part(m, r, NULL, where), lo, hi);
        return;
    }
    int64_t least = extreme(m, true), most = extreme(m, false);
    if (least >= lo && most <= hi) {
        drop_row(m);
        return;
    }
    if (lo != INT64_MIN)
        add_shortfall(m, r, lo - least, unit, 1);
    if (hi != INT64_MAX)
        add_shortfall(m, r, most - hi, unit, -1);
    pr_define(m, lo, hi);
}

void pr_forbid(struct pr_model *m, const struct zj_rule *r, const char *where, int pair)
{
    if (!r->hard) {
        m->col[pair].cost[PR_SOFT] += r->weight;
        return;
    }
    m->pair[pair].unlawful = true;
    m->pair[pair].barred |= !pr_is_off(m, pr_part(m, r, NULL, where));
}
