/*
 * check_half_day.c - a half-day is spent at one campus.
 *
 * Policy    Lessons of one teacher in one session of a day are at one campus; she changes only between
 *           sessions.
 * Place     (teacher, day) with two lessons in one session, of teachers that `where` selects.
 * Counted   need = 0; have = lessons that follow one of the same session at another campus.
 * Shortfall 1 for each such lesson.
 * Units     Changes.
 * Example   Longcheng: the school bus takes the teachers out on Tuesdays and Thursdays.
 */
#include "solver/verify/timetable/week.h"

/* Changes of campus among the lessons of one session; *n is how many lessons there are. */
static int changes(const struct vf_week *w, const struct vf_day *d, int session, int *n)
{
    int last = -1, wrong = 0;

    *n = 0;
    for (int i = d->first; i < d->end; i++) {
        if (w->lesson[i].at->session != session)
            continue;
        wrong += last >= 0 && !vf_together(w, w->lesson[last].school, w->lesson[i].school);
        last = i;
        (*n)++;
    }
    return wrong;
}

void check_lessons_half_day(struct vf_week *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->n_days; k++) {
        const struct vf_day *d = &w->day[k];
        int wrong = 0;
        bool binds = false;

        if (!vf_speaks_of(w, r, d->teacher))
            continue;
        for (int s = 0; s < w->in->n_sessions; s++) {
            int n;

            wrong += changes(w, d, s, &n);
            binds |= n > 1;
        }
        if (binds)
            vf_tell_day(w, r, d, 0, wrong, wrong);
    }
}
