/*
 * check_need.c - lessons that must be given.
 *
 * Policy    When hard: every lesson of these classes and subjects is given. When soft it says nothing:
 *           lessons that nobody gives are a tier of the objective by themselves.
 * Place     (class, subject) of the demand, schools that `where` selects, subjects among `subjects`.
 * Counted   need = periods a week; have = lessons in the plan.
 * Shortfall Periods missing.
 * Units     Periods a week.
 * Example   Curriculum: 开齐开足 every subject.
 */
#include "solver/verify/timetable/week.h"

void check_lessons_need(struct vf_week *w, const struct zj_rule *r)
{
    for (int b = 0; b < w->in->n_blocks && r->hard; b++) {
        int need = w->in->block[b].periods, have = vf_placed(w, b);

        if (vf_speaks_of_block(w, r, b))
            vf_tell_block(w, r, b, need, have, vf_over(need - have));
    }
}
