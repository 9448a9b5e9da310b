/*
 * check_backfill.c - whoever leaves is stood in for.
 *
 * Policy    Each posting of the kind out of a school is matched by a posting into it, of the same subject,
 *           in the same term. Arrivals may be of any kind that teaches at the host, and of the same kind
 *           too; those need their own stand-in at their own school.
 * Place     (sender, subject, term) with a departure; senders that `where` selects, subjects among
 *           `subjects`.
 * Counted   need = departures of the kinds; have = arrivals that fill load. By the subject of the posting;
 *           running history counts on both sides.
 * Shortfall Departures beyond the arrivals.
 * Units     Postings.
 * Example   Enshi scheme: 到城区学校跟岗学习，顶岗执教.
 */
#include "solver/verify/place.h"

static int64_t departures(const struct vf_check *c, const struct zj_rule *r, const struct vf_cell *x)
{
    int64_t n = 0;

    for (int i = c->stays.from_school[x->school]; i >= 0; i = c->stays.v[i].next_from) {
        const struct vf_stay *s = &c->stays.v[i];

        n += vf_kind_is(r, s) && s->subject == x->category && vf_active(s, x->term);
    }
    return n;
}

static int64_t arrivals(const struct vf_check *c, const struct vf_cell *x)
{
    int64_t n = 0;

    for (int i = c->stays.to_school[x->school]; i >= 0; i = c->stays.v[i].next_to) {
        const struct vf_stay *s = &c->stays.v[i];

        n += s->fills_load && s->subject == x->category && vf_active(s, x->term);
    }
    return n;
}

void check_backfill(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_cells cells = {0};

    for (int i = 0; i < c->stays.n; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (!vf_kind_is(r, s) || !vf_subject_is(r, s->subject) ||
            !vf_school_passes(c->in, &r->where, s->from))
            continue;
        for (int t = s->first; t <= s->last; t++)
            vf_cells_add(&cells, s->from, s->subject, t);
    }
    vf_cells_sort(&cells);
    for (int i = 0; i < cells.n; i++) {
        const struct vf_cell *x = &cells.v[i];
        int64_t need = departures(c, r, x), have = arrivals(c, x);

        vf_found(c, r, vf_where_cell(c, x->school, zj_word(c->in, x->category), x->term), need, have,
                 vf_over(need - have));
    }
    vf_cells_release(&cells);
}
