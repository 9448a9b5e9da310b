/*
 * check_fairness.c - nobody is on the way for too long.
 *
 * Policy    All ways of a teacher in a week, those from and to home too, take at most so many minutes.
 * Place     Teachers that `where` selects, with a way.
 * Counted   need = the limit; have = minutes on the way in the week.
 * Shortfall Minutes beyond the limit.
 * Units     Minutes.
 * Example   Travelling teachers: 合理安排路程, shared among all.
 */
#include "solver/verify/timetable/week.h"

static bool goes_somewhere(const struct vf_week *w, int teacher)
{
    for (int k = w->first_day[teacher]; k < w->first_day[teacher + 1]; k++)
        if (w->day[k].first_way < w->day[k].end_way)
            return true;
    return false;
}

void check_lessons_fairness(struct vf_week *w, const struct zj_rule *r)
{
    for (int t = 0; t < w->in->n_teachers; t++)
        if (r->max_minutes != ZJ_NONE && goes_somewhere(w, t) && vf_speaks_of(w, r, t))
            vf_tell(w->v, r, w->in->teacher[t].id, r->max_minutes, w->minutes[t],
                    vf_over(w->minutes[t] - r->max_minutes));
}
