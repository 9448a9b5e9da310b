/*
 * check_cycle.c - in the end everybody has been.
 *
 * Policy    Every teacher who passes the filter takes the kind once within `years`; what history has counts.
 *           `even`: in each year at least the years' share of those still to go starts.
 * Place     The roster: teachers who pass `where` and `filter` on the first day of the horizon. Years are
 *           counted 0, 1, ... from the horizon's first; before it -1 is the year that ends the day before.
 *           last = the latest year with a posting of the kinds in the teacher's history, or -1 without one;
 *           deadline = last + years, and 0 when that has passed. Deadlines after the horizon do not bind.
 *           even: in each year those who pass on its first day, less those whom history sent in the `years`
 *           calendar years before that day (and before the horizon).
 * Counted   A posting of the plan, of the kinds, that starts after year `last` and not after the deadline:
 *           need = 1, have = 0 or 1. even: need = the number divided by years, rounded up by default;
 *           have = those of them who start in the year.
 * Shortfall 1 for each teacher; even: starts missing.
 * Units     Teachers.
 * Example   Enshi scheme: 三年内完成一个周期的全员跟岗培训.
 */
#include "solver/verify/age.h"
#include "solver/verify/check.h"
#include "solver/verify/place.h"

/* The year of the horizon, or before it, in which a day lies. */
static int year_of(const struct zj_instance *in, int32_t day)
{
    int32_t horizon = in->term[0].start;
    int year = -1;

    if (day >= horizon) {
        for (int t = 0; t < in->n_terms; t++)
            if (in->term[t].start <= day)
                year = in->term[t].year_index;
        return year;
    }
    while (day < vf_add_years(horizon, year))
        year--;
    return year;
}

/* The latest year in which history sent the teacher, or `none`. */
static int last_year(const struct vf_check *c, const struct zj_rule *r, int teacher, int none)
{
    bool any = false;
    int last = none;

    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next) {
        const struct vf_stay *s = &c->stays.v[i];

        if (s->planned || !vf_kind_is(r, s))
            continue;
        int year = year_of(c->in, s->start);
        if (!any || year > last)
            last = year;
        any = true;
    }
    return last;
}

static void check_deadlines(struct vf_check *c, const struct zj_rule *r)
{
    int32_t first_day = c->in->term[0].start;

    for (int t = 0; t < c->in->n_teachers; t++) {
        if (!vf_in_roster(c, r, t, first_day))
            continue;
        int last = last_year(c, r, t, -1);
        int64_t deadline = vf_over((int64_t)last + r->years);
        if (deadline > c->in->n_years - 1)
            continue;
        int have = vf_starts_within(c, r, t, last < 0 ? 0 : last + 1, (int)deadline);
        vf_found(c, r, c->in->teacher[t].id, 1, have, 1 - have);
    }
}

/* Did history send the teacher between the two days, the second not counted? */
static bool served(const struct vf_check *c, const struct zj_rule *r, int teacher, int32_t from,
                   int32_t before)
{
    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next) {
        const struct vf_stay *s = &c->stays.v[i];

        if (!s->planned && vf_kind_is(r, s) && s->start >= from && s->start < before)
            return true;
    }
    return false;
}

static void check_even(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_periods years = vf_list_periods(c, ZJ_PER_YEAR);

    for (int y = 0; y < years.n; y++) {
        int32_t day = c->in->term[years.v[y].first].start;
        int32_t since = vf_add_years(day, -r->years);
        int64_t eligible = 0, have = 0;

        for (int t = 0; t < c->in->n_teachers; t++) {
            if (!vf_in_roster(c, r, t, day) || served(c, r, t, since, c->in->term[0].start))
                continue;
            eligible++;
            have += vf_starts_within(c, r, t, y, y);
        }
        int64_t need = vf_divide(eligible, r->years, r->round);
        vf_found(c, r, zj_printf(&c->v->arena, "county %s", years.v[y].text), need, have,
                 vf_over(need - have));
    }
}

void check_cycle(struct vf_check *c, const struct zj_rule *r)
{
    if (r->years < 1)
        return;
    check_deadlines(c, r);
    if (r->even)
        check_even(c, r);
}
