/*
 * check_stage.c - lead and member teach the same ages.
 *
 * Policy    A school is assisted by one of its own stage. A school of several stages is several schools here.
 * Place     Rows whose member `where` selects.
 * Counted   Whether the two stages are the same. No numbers.
 * Shortfall 1 for each row of two stages.
 * Units     Rows.
 * Example   Yangcheng scheme: 按照学段和片区统筹安排.
 */
#include "solver/verify/pairing/pairs.h"

void check_pairs_stage(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];

        if (vf_selects(w, r, p->member))
            vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), ZJ_NO_VALUE, ZJ_NO_VALUE,
                    w->in->school[p->lead].stage != w->in->school[p->member].stage);
    }
}
