/*
 * ics_calendar.c - joint activities as events of a phone's calendar.
 */
#include "solver/data/event.h"
#include "solver/data/week.h"
#include "solver/report/ics_parts.h"

#include <limits.h>

/* Clock times of the base periods that the activity fills; false when there are none. */
static bool find_times(const struct zj_instance *in, const struct zj_occurrence *x, int *start, int *end)
{
    *start = INT_MAX;
    *end = INT_MIN;
    for (int i = 0; i < in->n_periods; i++) {
        const struct zj_period *p = &in->period[i];
        if ((x->session >= 0 && p->session != x->session) || (x->period > 0 && p->id != x->period))
            continue;
        *start = p->start < *start ? p->start : *start;
        *end = p->end > *end ? p->end : *end;
    }
    return *start < *end;
}

static bool is_for(const struct zj_group *g, const struct zj_occurrence *x, int school, int teacher)
{
    if (school >= 0)
        return x->host == school || zj_ids_has(&g->schools, school);
    return zj_ids_has(&g->people, teacher);
}

bool rep_ics_put_activities(struct rep_ics *c, const struct rep_case *r, int school, int teacher)
{
    const struct zj_instance *in = r->in;
    bool any = false;

    for (int i = 0; i < r->plan->calendar.n; i++) {
        const struct zj_occurrence *x = &r->plan->calendar.v[i];
        const struct zj_event *e = &r->pol->event[x->event];
        const int32_t date = in->date[x->date].date;
        int start, end;
        if (!is_for(&e->group[x->group], x, school, teacher))
            continue;
        any = true;
        rep_ics_begin(c, e->title ? e->title : zj_word(in, e->name),
                      x->host >= 0 ? in->school[x->host].name : "", e->group[x->group].text);
        if (find_times(in, x, &start, &end))
            rep_ics_times(c, date, start, end);
        else
            rep_ics_days(c, date, date);
        rep_ics_end(c);
    }
    return any;
}
