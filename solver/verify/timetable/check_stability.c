/*
 * check_stability.c - a timetable that people already know is changed as little as possible.
 *
 * Policy    At most so many changes against the plan that is kept. Without such a plan nothing is asked.
 * Place     The lessons of both plans.
 * Counted   need = `max`; have = lessons that stand in one plan only. Any field that differs makes another
 *           lesson, so one altered lesson counts twice: once gone, once new.
 * Shortfall Changes beyond the number.
 * Units     Lessons.
 * Example   A teacher falls ill in October: the others' weeks stay as they are.
 */
#include "solver/verify/timetable/tiers.h"

void check_lessons_stability(struct vf_week *w, const struct zj_rule *r)
{
    if (!w->keep || r->max == ZJ_NONE)
        return;
    int64_t changes = vf_changed_lessons(w->plan, w->keep);
    vf_tell(w->v, r, "county", r->max, changes, vf_over(changes - r->max));
}
