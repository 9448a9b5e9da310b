/*
 * cons_pins.c - activities that must, or must not, be held as pins.csv has it.
 *
 * Policy  none: rows of pins.csv.
 * Sets    rows i of pins for calendars; C(i) cells that agree with every field that is not blank.
 * Vars    x[c].
 * Rows    for each i that must stand:  sum over c in C(i) of x[c] >= 1
 *         for each i that must not:    x[c] = 0 for c in C(i)
 *         By pieces only the first 64 rows are looked at, and cells that differ in them stay apart.
 * Size    one row for each row of the table.
 * Check   solver/verify/calendar/check_pins.c
 */
#include "models/calendar/cells.h"

void cal_pin_parts(struct cal_model *m)
{
    const struct zj_rule implied = {.id = ZJ_R_pins, .index = -1, .hard = true};

    m->pin_part = zj_alloc_n(&m->arena, (size_t)m->in->n_pins + 1, sizeof *m->pin_part);
    for (int i = 0; i < m->in->n_pins; i++)
        if (m->in->pin[i].model == ZJ_CALENDAR)
            m->pin_part[i] =
                mc_part(&m->p, &implied, "pins.csv", zj_printf(&m->arena, "pins.csv:%d", m->in->pin[i].line));
}

/* Rows that no group can ever agree with belong to what is left. */
static bool is_mine(const struct cal_model *m, const struct zj_pin *p)
{
    bool any = false, mine = false;

    for (int w = 0; w < m->n_who; w++) {
        any |= cal_pin_concerns(m, p, w);
        mine |= cal_pin_concerns(m, p, w) && cal_has(m, w);
    }
    return mine || (!any && (!m->scope.only || m->scope.rest));
}

void cal_pins(struct cal_model *m)
{
    int n = 0; /* rows for calendars met */

    for (int i = 0; i < m->in->n_pins; i++) {
        const struct zj_pin *p = &m->in->pin[i];
        if (p->model != ZJ_CALENDAR)
            continue;
        int nth = n++;
        if (p->forbid || (m->grain != CAL_DAYS && nth >= CAL_PINS) || !is_mine(m, p))
            continue;
        mc_begin(&m->p);
        for (int c = 0; c < m->n_cells; c++)
            if (m->grain != CAL_DAYS ? m->cell[c].pins >> nth & 1 : cal_pin_agrees(m, p, &m->cell[c]))
                mc_add(&m->p, c, 1);
        mc_demand_part(&m->p, m->pin_part[i], 1, INT64_MAX);
    }
}
