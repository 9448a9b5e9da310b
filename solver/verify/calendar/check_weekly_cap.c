/*
 * check_weekly_cap.c - a school is not called to too many activities in one week.
 *
 * Policy    A school takes part in, or is host of, at most `max` of the activities in one week of a term.
 * Place     (school that `where` selects, term and week) with any of them.
 * Counted   have = occurrences; need = max.
 * Shortfall Occurrences beyond max.
 * Units     Occurrences.
 * Example   A plan for the year that keeps teaching undisturbed: 不影响县城优质学校正常教学秩序.
 */
#include "solver/verify/calendar/calendar.h"

static bool is_of_week(const struct zj_date *a, const struct zj_date *b)
{
    return a->term == b->term && a->week == b->week;
}

static void check_week(struct vf_year *y, const struct zj_rule *r, int school, int first, int end)
{
    const struct zj_date *d = vf_day(y, &y->plan.v[first]);
    int have = 0;

    for (int i = first; i < end; i++)
        have += vf_speaks_of(r, y->plan.v[i].event) && vf_is_there(y, &y->plan.v[i], school);
    if (have > 0)
        vf_tell(
            y->v, r,
            zj_printf(&y->v->arena, "%s %s/%d", y->in->school[school].id, y->in->term[d->term].id, d->week),
            r->max, have, vf_over(have - r->max));
}

void check_calendar_weekly_cap(struct vf_year *y, const struct zj_rule *r)
{
    for (int first = 0, end; first < y->plan.n; first = end) {
        for (end = first;
             end < y->plan.n && is_of_week(vf_day(y, &y->plan.v[first]), vf_day(y, &y->plan.v[end]));)
            end++;
        for (int s = 0; s < y->in->n_schools; s++)
            if (vf_school_passes(y->in, &r->where, s))
                check_week(y, r, s, first, end);
    }
}
