/*
 * check_legal_form.c - how many members a lead may have in each legal form.
 *
 * Policy    A lead that has members in the form has at least `members_min` and at most `members_max` in it.
 *           A lead of which some entry speaks has every member in a form that one of these entries names.
 * Place     Leads that `where` selects and that have a member in the form; and the rows of a lead, under the
 *           first entry that selects it.
 * Counted   have = members in the form; for a row whether its form is one of those named, no numbers.
 * Shortfall Members missing or too many; 1 for each row in no such form.
 * Units     Schools.
 * Example   Wucheng scheme: 一所城镇学校与一两所乡镇学校全面重组 (fused).
 */
#include "solver/verify/pairing/pairs.h"

static bool speaks(const struct vf_pairs *w, const struct zj_rule *r, int lead)
{
    return r->id == ZJ_R_legal_form && vf_selects(w, r, lead);
}

/* The first entry that selects the lead, or its first that names the form (-1: whatever form). */
static const struct zj_rule *first_entry(const struct vf_pairs *w, int lead, int form)
{
    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];

        if (speaks(w, r, lead) && (form < 0 || (int)r->form == form))
            return r;
    }
    return NULL;
}

static void check_rows(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];
        const struct zj_rule *first = first_entry(w, p->lead, -1);

        if (first && first->index == r->index)
            vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), ZJ_NO_VALUE, ZJ_NO_VALUE,
                    p->form < 0 || !first_entry(w, p->lead, p->form));
    }
}

void check_pairs_legal_form(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int s = 0; s < w->in->n_schools; s++) {
        int have = 0;

        for (int i = 0; i < w->plan->n; i++)
            have += w->plan->v[i].lead == s && w->plan->v[i].form == (int)r->form;
        if (have > 0 && vf_selects(w, r, s))
            vf_tell_range(w, r, w->in->school[s].id, r->members_min, r->members_max, have);
    }
    check_rows(w, r);
}
