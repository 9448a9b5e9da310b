/*
 * check_rounds.c - one member at a time, in turn.
 *
 * Policy    A lead assists one member in each round, and there are so many rounds. A row without a round is
 *           of the first. That every member has its turn is asked by `coverage`.
 * Place     Rows whose member `where` selects; and each (lead, round) that has such a row.
 * Counted   need = rounds, have = the row's round; need = 1, have = rows of the lead in the round.
 * Shortfall 1 for each row after the last round; rows beyond one.
 * Units     Rounds; rows.
 * Example   Enshi scheme: 一所优质城区学校在2至3年内与相对薄弱的一所农村…结成发展共同体…经过两三个轮回.
 */
#include "solver/verify/pairing/pairs.h"

static int round_of(const struct zj_pair *p)
{
    return p->round > 0 ? p->round : 1;
}

/* Rows of the lead and round of row i that are selected; 0 when an earlier row has told of them. */
static int rows_with(const struct vf_pairs *w, const struct zj_rule *r, int i)
{
    const struct zj_pair *p = &w->plan->v[i];
    int n = 0;

    for (int k = 0; k < w->plan->n; k++) {
        const struct zj_pair *q = &w->plan->v[k];

        if (q->lead != p->lead || round_of(q) != round_of(p) || !vf_selects(w, r, q->member))
            continue;
        if (k < i)
            return 0;
        n++;
    }
    return n;
}

void check_pairs_rounds(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];

        if (!vf_selects(w, r, p->member))
            continue;
        int n = rows_with(w, r, i);
        vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), r->rounds, round_of(p),
                round_of(p) > r->rounds);
        if (n > 0)
            vf_tell(w->v, r, zj_printf(&w->v->arena, "%s/%d", w->in->school[p->lead].id, round_of(p)), 1, n,
                    n - 1);
    }
}
