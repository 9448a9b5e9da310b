/*
 * check_avoid.c - subjects at the right time of the day.
 *
 * Policy    A subject is not taught in some periods, or only in some.
 * Place     (class, subject) with lessons, that `where` and `subjects` select.
 * Counted   need = 0; have = lessons in a period that is avoided, or not among the only ones.
 * Shortfall 1 for each such lesson.
 * Units     Lessons.
 * Example   体育课不排第一节.
 */
#include "solver/verify/timetable/week.h"

static bool offends(const struct zj_rule *r, int period)
{
    return zj_ids_has(&r->periods, period) || (r->only.n > 0 && !zj_ids_has(&r->only, period));
}

void check_lessons_avoid(struct vf_week *w, const struct zj_rule *r)
{
    for (int b = 0; b < w->in->n_blocks; b++) {
        int wrong = 0;

        if (vf_placed(w, b) == 0 || !vf_speaks_of_block(w, r, b))
            continue;
        for (int i = 0; i < vf_placed(w, b); i++)
            wrong += offends(r, vf_of_block(w, b, i)->at->id);
        vf_tell_block(w, r, b, 0, wrong, wrong);
    }
}
