/*
 * check_pins.c - what was fixed beforehand stands, what was ruled out does not.
 *
 * Policy    A row of the pins table names an activity, a date, a session, a host, a subject or a
 *           teacher: at least one occurrence must match it, or none when it forbids. A blank field
 *           matches anything.
 * Place     Rows of the pins table for calendars.
 * Counted   have = occurrences that match; need = 1, or 0 when the pin forbids.
 * Shortfall 1 for each pin that is not satisfied.
 * Units     Occurrences.
 * Example   The opening meeting that is announced already; a day on which no school may be disturbed.
 */
#include "solver/verify/calendar/calendar.h"

static bool is_or_any(int named, int value)
{
    return named < 0 || named == value;
}

static bool matches(const struct vf_year *y, const struct zj_pin *pin, const struct zj_occurrence *x)
{
    const struct zj_group *g = vf_group(y, x);

    return is_or_any(pin->activity, vf_event(y, x)->name) && is_or_any(pin->session, x->session) &&
           is_or_any(pin->school, x->host) && is_or_any(pin->subject, g->subject) &&
           (pin->date == ZJ_NO_DATE || pin->date == vf_day(y, x)->date) &&
           (pin->teacher < 0 || pin->teacher == g->teacher || pin->teacher == g->mentor);
}

void check_calendar_pins(struct vf_year *y, const struct zj_rule *r)
{
    for (int k = 0; k < y->in->n_pins; k++) {
        const struct zj_pin *pin = &y->in->pin[k];
        int have = 0;

        if (pin->model != ZJ_CALENDAR)
            continue;
        for (int i = 0; i < y->plan.n; i++)
            have += matches(y, pin, &y->plan.v[i]);
        bool satisfied = pin->forbid ? have == 0 : have > 0;
        vf_tell(y->v, r, zj_printf(&y->v->arena, "pins.csv:%d", pin->line), pin->forbid ? 0 : 1, have,
                !satisfied);
    }
}
