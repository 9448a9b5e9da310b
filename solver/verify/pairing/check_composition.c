/*
 * check_composition.c - of which kinds of school a group is made.
 *
 * Policy    Among the members of a lead (`of` members), or the leads of a member (`of` leads), each kind of
 *           school that `need` names occurs at least and at most so often.
 * Place     (school, kind named): schools that `where` selects and that have members (leads).
 * Counted   have = members (leads) of that kind, those of every round together.
 * Shortfall Schools missing or too many.
 * Units     Schools.
 * Example   Nanning scheme: 以1所市直属学校和城区1所优质学校为牵头学校，集聚x所城区潜力学校为成员学校，帮扶1-2所农村学校.
 */
#include "solver/verify/pairing/pairs.h"

void check_pairs_composition(struct vf_pairs *w, const struct zj_rule *r)
{
    bool of_leads = r->of == ZJ_OF_LEADS;

    for (int s = 0; s < w->in->n_schools; s++) {
        if ((of_leads ? w->leads[s] : w->members[s]) == 0 || !vf_selects(w, r, s))
            continue;
        for (int kind = 0; kind < ZJ_N_SCHOOL_KINDS; kind++) {
            int have = 0;

            for (int i = 0; i < w->plan->n; i++) {
                const struct zj_pair *p = &w->plan->v[i];

                have += (of_leads ? p->member : p->lead) == s &&
                        w->in->school[of_leads ? p->lead : p->member].kind == kind;
            }
            if (r->need[kind].set)
                vf_tell_range(w, r, vf_where_kind(w, s, kind), r->need[kind].lo, r->need[kind].hi, have);
        }
    }
}
