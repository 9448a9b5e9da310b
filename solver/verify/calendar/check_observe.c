/*
 * check_observe.c - the mentor observes a lesson of the teacher who is guided, each month.
 *
 * Policy    In every month with at least `month_min_days` school days the mentor observes at least
 *           `min` lessons. Where the timetable of the term is given: in that period the other teaches
 *           at the host (a timetable without a lesson of hers is one of other subjects and says nothing
 *           of it), and the mentor has no lesson at that time and can be there: the way from the lesson
 *           before, and to the lesson after, fits, with the minutes to settle after each way.
 * Place     (mentor and teacher that `where` selects, month); and every occurrence in a term with a
 *           timetable.
 * Counted   have = observations of the month, need = min; of an occurrence nothing.
 * Shortfall Observations missing; 1 for each occurrence that is no observation.
 * Units     Observations.
 * Example   Wanhong-Zhangyang plan: 指导教师每月要听结对教师一节课以上，并给予评课.
 */
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/verify/calendar/spot.h"
#include "solver/verify/settle.h"

static bool is_taught_by(const struct zj_lessons *lessons, const struct zj_occurrence *x, int teacher,
                         int day)
{
    bool known = false;

    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *l = &lessons->v[i];

        known |= l->teacher == teacher;
        if (l->teacher == teacher && l->school == x->host && l->day == day && l->period == x->period)
            return true;
    }
    return !known;
}

/* Can somebody with this lesson be at the host for the period? */
static bool leaves_time(const struct vf_year *y, const struct zj_lesson *l, const struct zj_period *p,
                        int host, int term)
{
    const struct zj_period *own = zj_period_at(y->in, l->school, l->period);
    bool before = own && own->end <= p->start;
    int way = before ? zj_minutes(y->in, l->school, host) : zj_minutes(y->in, host, l->school);

    if (!own || way == ZJ_NONE)
        return false;
    if (!zj_same_campus(y->in, l->school, host))
        way += vf_settle_minutes(y->in, y->pol, l->teacher, y->in->term[term].start);
    return before ? own->end + way <= p->start : p->end + way <= own->start;
}

static bool is_observation(const struct vf_year *y, const struct zj_lessons *lessons,
                           const struct zj_occurrence *x)
{
    const struct zj_group *g = vf_group(y, x);
    const struct zj_date *d = vf_day(y, x);
    int day = d->follows >= 0 ? y->in->day_of_weekday[d->follows] : -1;
    const struct zj_period *p = x->host >= 0 ? zj_period_at(y->in, x->host, x->period) : NULL;

    if (day < 0 || !p || !is_taught_by(lessons, x, g->teacher, day))
        return false;
    for (int i = 0; i < lessons->n; i++)
        if (lessons->v[i].teacher == g->mentor && lessons->v[i].day == day &&
            !leaves_time(y, &lessons->v[i], p, x->host, d->term))
            return false;
    return true;
}

void check_calendar_observe(struct vf_year *y, const struct zj_rule *r)
{
    vf_check_months(y, r);
    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];
        const struct zj_lessons *lessons = y->taught->of_term[vf_day(y, x)->term];

        if (lessons && vf_is_meant(y, r, x))
            vf_tell(y->v, r, vf_where_occurrence(y, x), ZJ_NO_VALUE, ZJ_NO_VALUE,
                    !is_observation(y, lessons, x));
    }
}
