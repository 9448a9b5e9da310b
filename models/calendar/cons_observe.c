/*
 * cons_observe.c - mentors observe lessons of those they guide.
 *
 * Policy  "指导教师每月要听结对教师一节课以上，并给予评课"
 * Sets    groups w of a mentor and a teacher, months t; C(w,t) cells of w in t. With a timetable only periods
 *         at which the teacher has a lesson at the host (any, where the timetable has none of hers) while the
 *         mentor has none that overlaps, and can come from the lesson before and reach the lesson after
 *         in time, with the minutes to settle after a way.
 * Vars    x[c].
 * Rows    for each w, t:  sum over c in C(w,t) of x[c] >= min
 *         Other periods: x[c] = 0, or the weight for each.
 * Size    one row for each group and month.
 * Check   solver/verify/calendar/check_observe.c
 */
#include "models/calendar/lessons.h"
#include "models/calendar/places.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"

/* Does the teacher have a lesson at the school in that period of the day, as far as is known? */
static bool teaches_at(const struct cal_week_lessons *w, int teacher, int day, int school, int period)
{
    for (int i = w->first[teacher]; i < w->first[teacher + 1]; i++) {
        const struct zj_lesson *x = &w->all->v[w->list[i]];
        if (x->day == day && x->school == school && x->period == period)
            return true;
    }
    return w->first[teacher] == w->first[teacher + 1];
}

/* Can the mentor be at the host from start to end, by the lesson given? */
static bool fits(const struct cal_model *m, const struct zj_lesson *x, int host, const struct zj_period *at,
                 int settle)
{
    const struct zj_period *p = cal_time_of(m, x);
    const int more = zj_same_campus(m->in, x->school, host) ? 0 : settle;

    if (!p)
        return true;
    if (zj_periods_overlap(p, at))
        return false;
    if (p->end <= at->start) {
        int there = zj_minutes(m->in, x->school, host);
        return there != ZJ_NONE && p->end + there + more <= at->start;
    }
    int back = zj_minutes(m->in, host, x->school);
    return back != ZJ_NONE && at->end + back + more <= p->start;
}

/* The last lesson before, and the first after, must leave room; none may overlap. */
static bool mentor_can(const struct cal_model *m, const struct cal_week_lessons *w, int mentor, int day,
                       int host, const struct zj_period *at, int settle)
{
    const struct zj_lesson *before = NULL, *after = NULL;

    for (int i = w->first[mentor]; i < w->first[mentor + 1]; i++) {
        const struct zj_lesson *x = &w->all->v[w->list[i]];
        const struct zj_period *p = x->day == day ? cal_time_of(m, x) : NULL;
        if (!p)
            continue;
        if (zj_periods_overlap(p, at))
            return false;
        if (p->end <= at->start && (!before || cal_time_of(m, before)->end < p->end))
            before = x;
        if (p->end > at->start && (!after || cal_time_of(m, after)->start > p->start))
            after = x;
    }
    return (!before || fits(m, before, host, at, settle)) && (!after || fits(m, after, host, at, settle));
}

int64_t cal_observe_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c)
{
    const struct zj_group *g = m->who[c->who].g;
    int day;
    const struct cal_week_lessons *w = cal_lessons_on(m, c->date, &day);

    (void)r;
    if (!w)
        return 0;
    const struct zj_period *at =
        c->period > 0 && c->host >= 0 ? zj_period_at(m->in, c->host, c->period) : NULL;
    return !(at && day >= 0 && teaches_at(w, g->teacher, day, c->host, c->period) &&
             mentor_can(m, w, g->mentor, day, c->host, at,
                        m->settle[m->in->date[c->date].term * m->in->n_teachers + g->mentor]));
}

void cal_observe(struct cal_model *m, const struct zj_rule *r)
{
    cal_count_each_month(m, r);
}
