/*
 * cons_pins.c - what must, or must not, stand.                                      HARD
 *
 * Policy  decisions already taken: rows of pins.csv with model = secondment.
 * Sets    pins; M(pin) = postings that agree with every field the pin names.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    must:  sum over a in M(pin) of x[a] >= 1  (summed over all communities).
 *         must not: a in M(pin) is no column.
 * Size    one row for each pin that must stand. A teacher named by a pin is a type of its own.
 * Check   solver/verify/secondment/check_pins.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

bool sec_pin_agrees(const struct sec_ctx *c, const struct zj_pin *pin, const struct zj_posting *p)
{
    return (pin->teacher < 0 || pin->teacher == p->teacher) &&
           (pin->kind < 0 || pin->kind == c->pol->kind[p->kind].name) &&
           (pin->from < 0 || pin->from == p->from) && (pin->to < 0 || pin->to == p->to) &&
           (pin->start_term < 0 || pin->start_term == p->start) &&
           (pin->terms == ZJ_NONE || pin->terms == p->terms) &&
           (pin->subject < 0 || pin->subject == p->subject);
}

static bool is_forbidden(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    (void)r;
    for (int i = 0; i < c->in->n_pins; i++) {
        const struct zj_pin *pin = &c->in->pin[i];
        if (pin->model == ZJ_SECONDMENT && pin->forbid && sec_pin_agrees(c, pin, p) &&
            !mc_waived_row(c->waived, "pins.csv", pin->line))
            return true;
    }
    return false;
}

/* `r` is NULL: pins bind whether or not the policy lists them. */
static void rows(struct sec_model *m, const struct zj_rule *r)
{
    static const struct zj_rule implied = {.id = ZJ_R_pins, .index = -1, .hard = true};

    (void)r;
    for (int i = 0; i < m->ctx->in->n_pins; i++) {
        const struct zj_pin *pin = &m->ctx->in->pin[i];
        if (pin->model != ZJ_SECONDMENT || pin->forbid)
            continue;
        sec_row_begin(m, &implied, sec_where(m, "pins.csv:%d", pin->line));
        for (int a = 0; a < m->n_arcs; a++)
            sec_row_arc(m, a, sec_pin_agrees(m->ctx, pin, &m->arc[a].p));
        sec_row_end_county(m, 1, SEC_NO_LIMIT)->given = 0;
    }
}

const struct sec_family cons_pins = {.offends = is_forbidden, .rows = rows};
