/*
 * check_spacing.c - activities follow each other neither too soon nor too late.
 *
 * Policy    In a term, the days from one occurrence at a place to the next are at least `min_days` and
 *           at most `max_days`; so are at most the days from the day before the term to the first, and
 *           from the last to the day after it. What is held in the vacation after the term counts for
 *           min_days only.
 * Place     Every place of the level that `where` selects, in every term; once for each limit given.
 * Counted   need = max_days, have = the longest time; " close": need = min_days, have = the shortest
 *           (none below two).
 * Shortfall Days beyond max_days, over all times: as many as there are stretches of max_days days of
 *           the term without an occurrence. Days below min_days, over all neighbours.
 * Units     Days.
 * Example   Shangkou scheme: 每半月一交流座谈.
 */
#include "solver/data/dates.h"
#include "solver/verify/calendar/spot.h"

#include <stdlib.h>

/*
 * The days of a term on which something takes place at the place, in order; several on one day stand
 * several times.
 */
static struct zj_ids days_at(struct vf_year *y, const struct zj_rule *r, const struct vf_spot *s,
                             const struct vf_stretch *t)
{
    struct zj_ids days = {0, zj_alloc_n(&y->scratch, (size_t)y->plan.n, sizeof(int))};

    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (vf_speaks_of(r, x->event) && vf_is_within(t, x) && vf_counts_at(y, s, x, ZJ_AS_PARTICIPANT))
            days.v[days.n++] = x->date;
    }
    return days;
}

static void check_far(struct vf_year *y, const struct zj_rule *r, const struct zj_ids *days, int first,
                      int end, const char *where)
{
    int before = first - 1;
    int64_t longest = 0, beyond = 0;

    for (int i = 0; i <= days->n; i++) {
        bool in_term = i < days->n && days->v[i] <= end;
        int next = in_term ? days->v[i] : end + 1;

        longest = next - before > longest ? next - before : longest;
        beyond += vf_over(next - before - r->max_days);
        before = next;
        if (!in_term)
            break;
    }
    vf_tell(y->v, r, where, r->max_days, longest, beyond);
}

static void check_close(struct vf_year *y, const struct zj_rule *r, const struct zj_ids *days,
                        const char *where)
{
    int64_t shortest = ZJ_NO_VALUE, missing = 0;

    for (int i = 1; i < days->n; i++) {
        int64_t apart = days->v[i] - days->v[i - 1];

        shortest = shortest == ZJ_NO_VALUE || apart < shortest ? apart : shortest;
        missing += vf_over(r->min_days - apart);
    }
    vf_tell(y->v, r, zj_printf(&y->v->arena, "%s close", where), r->min_days, shortest, missing);
}

static void check_at(struct vf_year *y, const struct zj_rule *r, const struct vf_spot *s,
                     const struct vf_stretch *t)
{
    const struct zj_term *term = &y->in->term[y->in->date[t->first].term];
    struct zj_ids days = days_at(y, r, s, t);
    const char *where = vf_where_spot(y, &r->events, s, t->text);

    if (r->max_days != ZJ_NONE)
        check_far(y, r, &days, t->first, zj_find_date(y->in, term->end), where);
    if (r->min_days != ZJ_NONE)
        check_close(y, r, &days, where);
}

void check_calendar_spacing(struct vf_year *y, const struct zj_rule *r)
{
    struct vf_spots spots = vf_list_spots(y, r);
    struct vf_stretches terms = vf_list_stretches(y, ZJ_SPAN_TERM, 0);

    for (int s = 0; s < spots.n; s++)
        for (int t = 0; t < terms.n; t++)
            check_at(y, r, &spots.v[s], &terms.v[t]);
    free(spots.v);
}
