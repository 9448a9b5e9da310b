/*
 * cons_pins.c - lessons that must, or must not, stand.                       always HARD
 *
 * Policy  pins.csv: what has been agreed or published already.
 * Sets    pins of the timetable: any of teacher, school, class, subject, day, period; what is blank
 *         matches all.
 * Vars    the board: lessons that match the pin.
 * Rows    forbid: a lesson that matches is never put. Else at least one lesson matches; a board without it
 *         has a
 *         lack of one. The board puts such lessons first.
 * Size    one count for each pin; each block knows the pins that may match its lessons.
 * Check   solver/verify/timetable/check_pins.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

static bool any_or(int want, int have)
{
    return want < 0 || want == have;
}

static int period_id(const struct board_base *s, int school, int position)
{
    return s->in->bells[school].v[position].id;
}

bool tt_pins_match(const struct board_base *s, const struct zj_pin *pin, int block,
                   const struct board_lesson *x)
{
    const struct zj_block *b = &s->in->block[block];

    return any_or(pin->teacher, s->teacher[x->teacher].teacher) && any_or(pin->school, b->school) &&
           any_or(pin->class_id, b->class_id) && any_or(pin->subject, b->subject) &&
           any_or(pin->day, x->day) && any_or(pin->period, period_id(s, b->school, x->position));
}

unsigned tt_pins_left(const struct board_base *s, int block, int teacher, int day)
{
    const struct board_task *task = &s->task[block];
    unsigned left = ~0u;

    if (!task->forbidden)
        return left;
    for (int i = 0; i < task->pin.n; i++) {
        const struct zj_pin *pin = &s->in->pin[task->pin.v[i]];
        for (int k = 0; k < s->bells[task->school]->n && pin->forbid; k++) {
            const struct board_lesson x = {(short)teacher, (signed char)day, (signed char)k};
            if (tt_pins_match(s, pin, block, &x))
                left &= ~(1u << k);
        }
    }
    return left;
}

void tt_pins_learn(struct board_base *s)
{
    for (int i = 0; i < s->in->n_pins; i++) {
        const struct zj_pin *pin = &s->in->pin[i];
        for (int b = 0; b < s->n_blocks && pin->model == ZJ_TIMETABLE; b++) {
            const struct zj_block *k = &s->in->block[b];
            if (!any_or(pin->school, k->school) || !any_or(pin->class_id, k->class_id) ||
                !any_or(pin->subject, k->subject))
                continue;
            board_ids_add(s, &s->task[b].pin, i);
            s->task[b].forbidden |= pin->forbid;
        }
    }
}
