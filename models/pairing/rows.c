/*
 * rows.c - what the rules of a pairing are written with, beside the rows and columns of program.h.
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

/* 1 iff one of the pairs is in the pairing: n >= b and n <= (number of pairs) b. */
static int indicator(struct pr_model *m, int school, bool of_lead)
{
    void (*const add)(struct pr_model *, int, int64_t) = of_lead ? pr_add_members : pr_add_leads;
    const int *of = of_lead ? m->of_lead : m->of_member;
    int n = of[school + 1] - of[school], b = mc_col(&m->p, 1);

    mc_begin(&m->p);
    add(m, school, 1);
    mc_add(&m->p, b, -1);
    mc_define(&m->p, 0, INT64_MAX);
    mc_begin(&m->p);
    add(m, school, 1);
    mc_add(&m->p, b, -n);
    mc_define(&m->p, INT64_MIN, 0);
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

void pr_add_members(struct pr_model *m, int lead, int64_t val)
{
    for (int k = m->of_lead[lead]; k < m->of_lead[lead + 1]; k++)
        mc_add(&m->p, k, val);
}

void pr_add_leads(struct pr_model *m, int member, int64_t val)
{
    for (int k = m->of_member[member]; k < m->of_member[member + 1]; k++)
        mc_add(&m->p, m->member_pair[k], val);
}

void pr_forbid(struct pr_model *m, const struct zj_rule *r, const char *where, int pair)
{
    if (!r->hard) {
        m->p.col[pair].cost[PR_SOFT] += r->weight;
        return;
    }
    m->pair[pair].unlawful = true;
    m->p.col[pair].barred |= mc_bars(&m->p, mc_part(&m->p, r, NULL, where));
}
