/*
 * ways_statement.c - the ways of a plan file of a pairing, row by row.
 */
#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/verify/statements.h"

void vf_check_ways(const struct vf_reader *x)
{
    for (int i = 0; i < x->plan->pairs.n; i++) {
        const struct zj_pair *p = &x->plan->pairs.v[i];
        int minutes = zj_minutes(x->in, p->lead, p->member), metres = zj_metres(x->in, p->lead, p->member);

        if (minutes == ZJ_NONE) /* a broken rule, told as such */
            continue;
        if ((p->minutes != ZJ_NONE && p->minutes != minutes) || (p->metres != ZJ_NONE && p->metres != metres))
            zj_diag_add(x->d, ZJ_ERROR, "wrong_way", vf_at("assignments"),
                        _("assignment %d: the way from %s to %s is %d min, %d m"), i + 1,
                        x->in->school[p->lead].id, x->in->school[p->member].id, minutes, metres);
    }
}
