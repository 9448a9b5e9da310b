/*
 * cons_composition.c - schools of each kind in a group.                     usually HARD
 *
 * Policy  Nanning 1+1+x: one lead of the city and one of the district, "帮扶1-2所农村学校"; Libo: "强校+弱校".
 * Sets    kinds k that `need` names, each with [lo, hi]; of members: leads l that `where` selects; of leads:
 *         members m that it selects.
 * Vars    x[l,m], u[l]; v[m] in {0,1}: m has a lead                         (model.h)
 * Rows    of members, each l, k:  lo u[l] <= sum over m of kind k of x[l,m] <= hi
 *         of leads, each m, k:    lo v[m] <= sum over l of kind k of x[l,m] <= hi
 * Size    2 rows for each (school, kind).
 * Check   solver/verify/pairing/check_composition.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

/* The pairs of the school whose other school is of the kind. */
static void add_kind(struct pr_model *m, const struct zj_rule *r, int school, int kind)
{
    bool of_lead = r->of == ZJ_OF_MEMBERS;
    const int *of = of_lead ? m->of_lead : m->of_member;

    mc_begin(&m->p);
    for (int k = of[school]; k < of[school + 1]; k++) {
        int pair = of_lead ? k : m->member_pair[k];
        int other = of_lead ? m->pair[pair].member : m->pair[pair].lead;
        if (m->in->school[other].kind == kind)
            mc_add(&m->p, pair, 1);
    }
}

static void place(struct pr_model *m, const struct zj_rule *r, int school, int kind)
{
    static const char *const kinds[ZJ_N_SCHOOL_KINDS] = {"city", "town", "township", "village", "point"};
    const struct zj_range *need = &r->need[kind];
    const char *where = zj_printf(&m->arena, "%s/%s", m->in->school[school].id, kinds[kind]);
    int any = r->of == ZJ_OF_MEMBERS ? pr_used(m, school) : pr_led(m, school);

    if (need->lo != ZJ_NONE) {
        add_kind(m, r, school, kind);
        mc_add(&m->p, any, -need->lo);
        mc_counts(&m->p, need->lo);
        mc_demand(&m->p, r, where, 0, INT64_MAX, 1);
    }
    if (need->hi != ZJ_NONE) {
        add_kind(m, r, school, kind);
        mc_counts(&m->p, 0);
        mc_demand(&m->p, r, where, INT64_MIN, need->hi, 1);
    }
}

void pr_composition(struct pr_model *m, const struct zj_rule *r)
{
    const int *of = r->of == ZJ_OF_MEMBERS ? m->of_lead : m->of_member;

    for (int s = 0; s < m->in->n_schools; s++)
        for (int kind = 0; kind < ZJ_N_SCHOOL_KINDS; kind++)
            if (r->need[kind].set && of[s + 1] > of[s] && pr_selects(m, r, s))
                place(m, r, s, kind);
}
