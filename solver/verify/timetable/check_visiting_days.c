/*
 * check_visiting_days.c - when, how often and for how long a teacher visits a school.
 *
 * Policy    A teacher visits a school only on the given weekdays, on at most so many days a week, and a visit
 *           carries at least so many lessons. A visit is an unbroken run, in the order of her day, of lessons
 *           at one campus that is not the home campus.
 * Place     (teacher, campus) with visits, of teachers that `where` selects; a campus has the id of its first
 *           school. Each parameter by itself.
 * Counted   need = 0, have = days on a wrong weekday; need = the limit, have = days with visits; need = the
 *           least, have = the lessons of the shortest visit.
 * Shortfall Days on a wrong weekday; days beyond the limit; 1 for each visit that is too short.
 * Units     Days; lessons.
 * Example   Longfeng: 每周五 the English teachers go to Sanhe.
 */
#include "solver/verify/timetable/week.h"

struct visits {
    int days, wrong_days;
    int shortest, too_short;
};

static bool is_there(const struct vf_week *w, int lesson, int school)
{
    return vf_together(w, w->lesson[lesson].school, school);
}

/* The visits of one day. */
static void add_day(const struct vf_week *w, const struct zj_rule *r, const struct vf_day *d, int school,
                    struct visits *v)
{
    bool any = false;

    for (int i = d->first, end; i < d->end; i = end) {
        for (end = i; end < d->end && is_there(w, end, school);)
            end++;
        if (end == i) {
            end++;
            continue;
        }
        any = true;
        v->too_short += r->min_periods != ZJ_NONE && end - i < r->min_periods;
        if (v->shortest == 0 || end - i < v->shortest)
            v->shortest = end - i;
    }
    v->days += any;
    v->wrong_days += any && !zj_ids_has(&r->weekday, d->day);
}

static int first_of_campus(const struct vf_week *w, int school)
{
    int first = 0;

    while (!vf_together(w, first, school))
        first++;
    return first;
}

static void check_campus(struct vf_week *w, const struct zj_rule *r, int teacher, int school)
{
    const char *where = zj_printf(&w->v->arena, "%s %s", w->in->teacher[teacher].id,
                                  w->in->school[first_of_campus(w, school)].id);
    struct visits v = {0};

    for (int k = w->first_day[teacher]; k < w->first_day[teacher + 1]; k++)
        add_day(w, r, &w->day[k], school, &v);
    if (r->weekday.n > 0)
        vf_tell(w->v, r, where, 0, v.wrong_days, v.wrong_days);
    if (r->max_days != ZJ_NONE)
        vf_tell(w->v, r, where, r->max_days, v.days, vf_over(v.days - r->max_days));
    if (r->min_periods != ZJ_NONE)
        vf_tell(w->v, r, where, r->min_periods, v.shortest, v.too_short);
}

/* Is it the first lesson of the teacher's week at that campus? */
static bool is_first_there(const struct vf_week *w, int first, int lesson)
{
    for (int i = first; i < lesson; i++)
        if (is_there(w, i, w->lesson[lesson].school))
            return false;
    return true;
}

void check_lessons_visiting_days(struct vf_week *w, const struct zj_rule *r)
{
    for (int first = 0, i = 0; i < w->n; i++) {
        const struct vf_lesson *x = &w->lesson[i];

        if (x->teacher != w->lesson[first].teacher)
            first = i;
        if (!vf_at_home(w, x) && is_first_there(w, first, i) && vf_speaks_of(w, r, x->teacher))
            check_campus(w, r, x->teacher, x->school);
    }
}
