/*
 * check_schools.c - at how many campuses one teacher teaches, and how often she changes.
 *
 * Policy    A teacher teaches at most at so many campuses a day and a week, and changes the campus at most so
 *           often a day. The home campus counts when she teaches there. The columns of the teachers' table
 *           hold always.
 * Place     Teachers that `where` selects (of the columns: all), with lessons: (teacher, day) for the limits
 *           of a day, the teacher for that of the week.
 * Counted   need = the limit; have = campuses on the day, in the week; lessons of the day that follow one at
 *           another campus.
 * Shortfall Campuses, or changes, beyond the limit.
 * Units     Campuses; changes.
 * Example   Longcheng: nine teachers serve twelve schools and points; a driver takes them once a half-day.
 */
#include "solver/verify/timetable/week.h"

struct limits {
    int day, week, changes;
};

static struct limits limits_of(const struct vf_week *w, const struct zj_rule *r, int teacher)
{
    const struct zj_teacher *t = &w->in->teacher[teacher];

    return r->index < 0 ? (struct limits){t->max_schools_day, t->max_schools_week, ZJ_NONE}
                        : (struct limits){r->max_day, r->max_week, r->max_changes_day};
}

/* Distinct campuses of lessons first .. end - 1. */
static int campuses(const struct vf_week *w, int first, int end)
{
    int n = 0;

    for (int i = first; i < end; i++) {
        bool again = false;

        for (int k = first; k < i && !again; k++)
            again = vf_together(w, w->lesson[k].school, w->lesson[i].school);
        n += !again;
    }
    return n;
}

static int changes(const struct vf_week *w, const struct vf_day *d)
{
    int n = 0;

    for (int i = d->first + 1; i < d->end; i++)
        n += !vf_together(w, w->lesson[i - 1].school, w->lesson[i].school);
    return n;
}

static void check_teacher(struct vf_week *w, const struct zj_rule *r, int teacher)
{
    struct limits limit = limits_of(w, r, teacher);
    int first = w->first_day[teacher], end = w->first_day[teacher + 1];

    for (int k = first; k < end; k++) {
        const struct vf_day *d = &w->day[k];
        int n = campuses(w, d->first, d->end);

        if (limit.day != ZJ_NONE)
            vf_tell_day(w, r, d, limit.day, n, vf_over(n - limit.day));
        if (limit.changes != ZJ_NONE)
            vf_tell_day(w, r, d, limit.changes, changes(w, d), vf_over(changes(w, d) - limit.changes));
    }
    if (first < end && limit.week != ZJ_NONE) {
        int n = campuses(w, w->day[first].first, w->day[end - 1].end);

        vf_tell(w->v, r, w->in->teacher[teacher].id, limit.week, n, vf_over(n - limit.week));
    }
}

void check_lessons_schools(struct vf_week *w, const struct zj_rule *r)
{
    for (int t = 0; t < w->in->n_teachers; t++)
        if (r->index < 0 || vf_speaks_of(w, r, t))
            check_teacher(w, r, t);
}
