/*
 * check_pins.c - what was fixed beforehand stands, what was ruled out does not.
 *
 * Policy    A row of the pins table names some fields of a lesson: at least one lesson must match it, or none
 *           when the row forbids. A blank field matches anything.
 * Place     Rows of the pins table for timetables.
 * Counted   have = lessons of the plan that match; need = 1, or 0 when the row forbids.
 * Shortfall 1 for each row that is not satisfied.
 * Units     Lessons.
 * Example   Longfeng: 每周五 at Sanhe, agreed upon before the term.
 */
#include "solver/verify/timetable/week.h"

static bool is(int wanted, int value)
{
    return wanted == -1 || wanted == ZJ_NONE || wanted == value;
}

static bool matches(const struct zj_pin *pin, const struct zj_lesson *x)
{
    return is(pin->teacher, x->teacher) && is(pin->school, x->school) && is(pin->class_id, x->class_id) &&
           is(pin->subject, x->subject) && is(pin->day, x->day) && is(pin->period, x->period);
}

void check_lessons_pins(struct vf_week *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->in->n_pins; k++) {
        const struct zj_pin *pin = &w->in->pin[k];
        int have = 0;

        if (pin->model != ZJ_TIMETABLE)
            continue;
        for (int i = 0; i < w->plan->n; i++)
            have += matches(pin, &w->plan->v[i]);
        bool satisfied = pin->forbid ? have == 0 : have > 0;
        vf_tell(w->v, r, zj_printf(&w->v->arena, "pins.csv:%d", pin->line), pin->forbid ? 0 : 1, have,
                !satisfied);
    }
}
