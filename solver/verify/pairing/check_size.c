/*
 * check_size.c - a group is neither too small nor too large.
 *
 * Policy    A lead that has members has at least `members_min` and at most `members_max`; with the lead
 *           itself the group has at most `total_max` schools. A lead without members is idle and breaks
 *           nothing, unless `every_lead` asks that each has at least one.
 * Place     Schools that `where` selects and that have members; with `every_lead` the idle ones of role lead.
 * Counted   have = members, those of every round together.
 * Shortfall Members missing or too many.
 * Units     Schools.
 * Example   Libo scheme: 2-4 个乡镇（街道）中心校（含教学点）为集团分校; Zhangdian scheme: 每个共同体原则上不超过4所学校.
 */
#include "solver/verify/pairing/pairs.h"

static int smaller(int a, int b)
{
    return a == ZJ_NONE || (b != ZJ_NONE && b < a) ? b : a;
}

void check_pairs_size(struct vf_pairs *w, const struct zj_rule *r)
{
    int most = smaller(r->members_max, r->total_max == ZJ_NONE ? ZJ_NONE : r->total_max - 1);
    int least = r->members_min;

    if (r->every_lead && (least == ZJ_NONE || least < 1))
        least = 1;
    for (int s = 0; s < w->in->n_schools; s++) {
        bool bound = w->members[s] > 0 || (r->every_lead && !vf_is_member(w, s));

        if (bound && vf_selects(w, r, s))
            vf_tell_range(w, r, w->in->school[s].id, least, most, w->members[s]);
    }
}
