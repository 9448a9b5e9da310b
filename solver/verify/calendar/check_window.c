/*
 * check_window.c - activities keep to their weeks, months, dates, days and sessions.
 *
 * Policy    Every list that is given holds the day: `weeks` of the term (-1 = the week of its last day,
 *           -2 the one before; days of the vacation only have positive numbers), `months`, `dates` of
 *           the year (both ends included, over New Year where the first is the later), kinds of `days`,
 *           `weekdays`, `sessions`.
 * Place     Every occurrence of the activities of a group that `where` selects.
 * Counted   Nothing: need and have are not given.
 * Shortfall 1 for each occurrence outside.
 * Units     Occurrences.
 * Example   Zhangdian scheme: 11月-12月 inspections; Shangkou scheme: 大型活动一般每年举行一次，时间在暑假.
 */
#include "solver/data/dates.h"
#include "solver/verify/calendar/calendar.h"

static bool in_weeks(const struct vf_year *y, const struct zj_rule *r, const struct zj_date *d)
{
    bool taught = d->date <= y->in->term[d->term].end;

    return r->weeks.n == 0 || zj_ids_has(&r->weeks, d->week) ||
           (taught && zj_ids_has(&r->weeks, d->week - zj_term_weeks(y->in, d->term) - 1));
}

static bool in_dates(const struct zj_rule *r, const struct zj_date *d)
{
    int year, month, day;

    zj_date_to_ymd(d->date, &year, &month, &day);
    for (int i = 0; i < r->spans.n; i++) {
        int from = r->spans.v[i].from, to = r->spans.v[i].to, at = 100 * month + day;
        bool over_new_year = from > to;

        if (over_new_year ? at >= from || at <= to : at >= from && at <= to)
            return true;
    }
    return r->spans.n == 0;
}

static bool is_inside(const struct vf_year *y, const struct zj_rule *r, const struct zj_occurrence *x)
{
    const struct zj_date *d = vf_day(y, x);

    return in_weeks(y, r, d) && in_dates(r, d) &&
           (r->months.n == 0 || zj_ids_has(&r->months, d->month % 12 + 1)) &&
           (r->day_kinds.n == 0 || zj_ids_has(&r->day_kinds, (int)d->kind)) &&
           (r->weekdays.n == 0 || zj_ids_has(&r->weekdays, d->weekday)) &&
           (r->sessions.n == 0 || zj_ids_has(&r->sessions, x->session));
}

void check_calendar_window(struct vf_year *y, const struct zj_rule *r)
{
    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (vf_is_meant(y, r, x))
            vf_tell(y->v, r, vf_where_occurrence(y, x), ZJ_NO_VALUE, ZJ_NO_VALUE, !is_inside(y, r, x));
    }
}
