/*
 * check_idle.c - teachers do not wait between lessons.
 *
 * Policy    Between the first and the last lesson of her day a teacher has at most so many free periods.
 * Place     (teacher, day) with two lessons, of teachers that `where` selects.
 * Counted   need = the limit; have = periods of the base bells, from the end of the first lesson to the
 *           beginning of the last, in which she teaches nothing; being on the way or busy is no excuse.
 * Shortfall Periods beyond the limit.
 * Units     Base periods.
 * Example   Travelling teachers: 集中排课, so that a half-day out is well used.
 */
#include "solver/verify/timetable/week.h"

void check_lessons_idle(struct vf_week *w, const struct zj_rule *r)
{
    int limit = r->max_day == ZJ_NONE ? 0 : r->max_day;

    for (int k = 0; k < w->n_days; k++) {
        const struct vf_day *d = &w->day[k];

        if (d->end - d->first > 1 && vf_speaks_of(w, r, d->teacher))
            vf_tell_day(w, r, d, limit, vf_idle(w, d), vf_over(vf_idle(w, d) - limit));
    }
}
