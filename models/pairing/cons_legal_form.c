/*
 * cons_legal_form.c - members of a lead in each legal form.                 usually HARD
 *
 * Policy  Wucheng: "一所城镇学校与一两所乡镇学校全面重组" (fused), co-built groups beside them.
 * Sets    leads l that `where` of some entry selects; forms F(l) of those entries.
 * Vars    f[l,k] in 0 .. N: members of l in form k; b[l,k] in {0,1}: there are some;
 *         g[l]: members in no form of F(l).
 * Rows    each l:     sum over k of f[l,k] + g[l] = sum over m of x[l,m]
 *         each l, k:  members_min b <= f <= members_max;  b <= f <= N b
 *         each l:     g[l] <= 0, as the first entry that selects l demands it
 *         Which member has which form does not matter to any rule: forms are dealt out afterwards (unload.c).
 * Size    at most 2 |F(l)| + 2 rows for each lead.
 * Check   solver/verify/pairing/check_legal_form.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

static bool concerns(const struct pr_model *m, const struct zj_rule *r, int lead)
{
    return r->id == ZJ_R_legal_form && pr_selects(m, r, lead);
}

/* Of a fixed pairing: how many members of the lead have the form. */
static int n_in_form(const struct pr_model *m, int lead, int form)
{
    int n = 0;

    for (int k = m->of_lead[lead]; k < m->of_lead[lead + 1]; k++)
        n += m->pair[k].form == form;
    return n;
}

static int form_column(struct pr_model *m, int lead, enum zj_form form)
{
    int *col = &m->form_col[lead * ZJ_N_FORMS + (int)form];
    int n = m->of_lead[lead + 1] - m->of_lead[lead];

    if (*col >= 0)
        return *col;
    *col = mc_col(&m->p, m->fixed ? n_in_form(m, lead, (int)form) : n);
    m->p.col[*col].lo = m->fixed ? m->p.col[*col].hi : 0;
    return *col;
}

/* The limits of one entry at one lead. */
static void limits(struct pr_model *m, const struct zj_rule *r, int lead)
{
    const char *where = m->in->school[lead].id;
    int f = form_column(m, lead, r->form), n = (int)m->p.col[f].hi, any = mc_col(&m->p, 1);

    for (int side = 0; side < 2; side++) {
        mc_begin(&m->p);
        mc_add(&m->p, f, 1);
        mc_add(&m->p, any, side ? -n : -1);
        mc_define(&m->p, side ? INT64_MIN : 0, side ? 0 : INT64_MAX);
    }
    if (r->members_min != ZJ_NONE) {
        mc_begin(&m->p);
        mc_add(&m->p, f, 1);
        mc_add(&m->p, any, -r->members_min);
        mc_counts(&m->p, r->members_min);
        mc_demand(&m->p, r, where, 0, INT64_MAX, 1);
    }
    if (r->members_max != ZJ_NONE) {
        mc_begin(&m->p);
        mc_add(&m->p, f, 1);
        mc_counts(&m->p, 0);
        mc_demand(&m->p, r, where, INT64_MIN, r->members_max, 1);
    }
}

/* Every member has one of the forms; `first` is the entry that asks for it. */
static void every_member(struct pr_model *m, const struct zj_rule *first, int lead)
{
    int without = mc_col(&m->p, m->of_lead[lead + 1] - m->of_lead[lead]);

    mc_begin(&m->p);
    for (int form = 0; form < ZJ_N_FORMS; form++)
        if (m->form_col[lead * ZJ_N_FORMS + form] >= 0)
            mc_add(&m->p, m->form_col[lead * ZJ_N_FORMS + form], 1);
    mc_add(&m->p, without, 1);
    pr_add_members(m, lead, -1);
    mc_define(&m->p, 0, 0);
    mc_begin(&m->p);
    mc_add(&m->p, without, 1);
    mc_demand(&m->p, first, m->in->school[lead].id, INT64_MIN, 0, 1);
}

/* The entries work together: all is done when the first of them is built. */
void pr_legal_form(struct pr_model *m, const struct zj_rule *r)
{
    const struct zj_rule *all = m->pol->pairing_rule, *end = all + m->pol->n_pairing_rules;

    for (const struct zj_rule *q = all; q < r; q++)
        if (q->id == ZJ_R_legal_form)
            return;
    for (int l = 0; l < m->in->n_schools; l++) {
        const struct zj_rule *first = NULL;
        for (const struct zj_rule *q = r; q < end && m->of_lead[l + 1] > m->of_lead[l]; q++) {
            if (!concerns(m, q, l))
                continue;
            first = first ? first : q;
            limits(m, q, l);
        }
        if (first)
            every_member(m, first, l);
    }
}
