/*
 * check_definition.c - an activity is held when, where and by whom its definition allows.
 *
 * Policy    "activities" says on which kinds of days it may be, in which sessions, how long it lasts,
 *           who may be host and who may have the chair. Who takes part must be able to come: there is a
 *           known way to the host, no school is busy then, nor is the mentor or the teacher who is
 *           meant; the host has the room that is needed. Nothing is held twice at one time by the same
 *           group.
 * Place     Every occurrence that breaks this (rule window, index -1).
 * Counted   Nothing: need and have are not given.
 * Shortfall 1 for each occurrence.
 * Units     Occurrences.
 */
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/verify/calendar/calendar.h"

static const struct zj_period *base_period(const struct zj_instance *in, int id)
{
    for (int i = 0; i < in->n_periods; i++)
        if (in->period[i].id == id)
            return &in->period[i];
    return NULL;
}

static bool is_allowed_time(const struct vf_year *y, const struct zj_occurrence *x)
{
    const struct zj_event *e = vf_event(y, x);
    const struct zj_period *p = base_period(y->in, x->period);

    if (!zj_ids_has(&e->on, (int)vf_day(y, x)->kind) || (x->session < 0) != (e->lasts == ZJ_LASTS_DAY) ||
        (x->period > 0) != (e->lasts == ZJ_LASTS_PERIOD))
        return false;
    return (e->sessions.n == 0 || zj_ids_has(&e->sessions, x->session)) &&
           (x->period == 0 || (p && p->session == x->session));
}

/* One of those who may, or nobody when nobody may. */
static bool is_one_of(const struct zj_ids *those, int school)
{
    return those->n == 0 ? school < 0 : zj_ids_has(those, school);
}

static bool can_come(const struct vf_year *y, const struct zj_occurrence *x)
{
    const struct zj_ids *schools = &vf_group(y, x)->schools;

    for (int i = 0; i < schools->n && x->host >= 0 && !vf_event(y, x)->online; i++)
        if (zj_minutes(y->in, schools->v[i], x->host) == ZJ_NONE)
            return false;
    return true;
}

/*
 * Is somebody who must be there known not to be free, in a period of the day? Rows of busy.csv name
 * days of the week.
 */
static bool is_busy_at(const struct vf_year *y, const struct zj_occurrence *x, int day,
                       const struct zj_period *p)
{
    const struct zj_instance *in = y->in;
    const struct zj_group *g = vf_group(y, x);

    for (int s = 0; s < in->n_schools; s++) {
        const struct zj_period *own = vf_is_there(y, x, s) ? zj_period_at(in, s, p->id) : NULL;

        if (own && zj_class_busy(in, -1, s, day, own))
            return true;
    }
    return (g->mentor >= 0 && zj_teacher_busy(in, g->mentor, day, p)) ||
           (g->teacher >= 0 && zj_teacher_busy(in, g->teacher, day, p));
}

static bool is_free(const struct vf_year *y, const struct zj_occurrence *x)
{
    const struct zj_date *d = vf_day(y, x);
    int day = y->in->day_of_weekday[d->follows >= 0 ? d->follows : d->weekday];

    for (int p = 0; p < y->in->n_periods && day >= 0; p++)
        if (vf_takes(x, &y->in->period[p]) && is_busy_at(y, x, day, &y->in->period[p]))
            return false;
    return true;
}

static bool has_room(const struct vf_year *y, const struct zj_occurrence *x)
{
    int kind = vf_event(y, x)->room;

    for (int i = 0; i < y->in->n_rooms; i++)
        if (y->in->room[i].school == x->host && y->in->room[i].kind == kind)
            return true;
    return kind < 0;
}

/* The same stands before it in the order of the plan. */
static bool is_repeated(const struct vf_year *y, int i)
{
    const struct zj_occurrence *x = &y->plan.v[i];

    for (int k = i - 1; k >= 0 && y->plan.v[k].date == x->date; k--) {
        const struct zj_occurrence *z = &y->plan.v[k];

        if (z->event == x->event && z->group == x->group && z->session == x->session &&
            z->period == x->period)
            return true;
    }
    return false;
}

void check_calendar_definition(struct vf_year *y, const struct zj_rule *r)
{
    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];
        const struct zj_group *g = vf_group(y, x);
        bool fine = is_allowed_time(y, x) && is_one_of(&g->hosts, x->host) &&
                    is_one_of(&g->chairs, x->chair) && can_come(y, x) && is_free(y, x) && has_room(y, x) &&
                    !is_repeated(y, i);

        if (!fine)
            vf_tell(y->v, r, vf_where_occurrence(y, x), ZJ_NO_VALUE, ZJ_NO_VALUE, 1);
    }
}
