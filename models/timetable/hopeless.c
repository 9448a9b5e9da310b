#include "models/timetable/hopeless.h"

#include "models/common/filter.h"

static bool is_free_field(int field, int value)
{
    return field == -1 || field == ZJ_NONE || field == value;
}

static bool may_teach(const struct tt_problem *p, int teacher, int block)
{
    return zj_ids_has(&p->may[teacher], p->group_of[block]);
}

/* Is there a time at which the teacher could give the block a lesson that the pin wants? */
static bool some_time(const struct tt_problem *p, const struct zj_pin *x, int teacher, int block)
{
    const int school = p->in->block[block].school;
    const struct zj_day_plan *bells = &p->in->bells[school];

    for (int d = 0; d < p->in->n_days; d++)
        for (int k = 0; k < bells->n && is_free_field(x->day, d); k++)
            if (is_free_field(x->period, bells->v[k].id) && tt_block_open(p, block, d, k) &&
                tt_teacher_free(p, teacher, school, d, k))
                return true;
    return false;
}

static bool pin_can_hold(const struct tt_problem *p, const struct zj_pin *x)
{
    for (int b = 0; b < p->in->n_blocks; b++) {
        const struct zj_block *q = &p->in->block[b];
        if (!is_free_field(x->school, q->school) || !is_free_field(x->class_id, q->class_id) ||
            !is_free_field(x->subject, q->subject))
            continue;
        for (int i = 0; i < p->n_active; i++)
            if (is_free_field(x->teacher, p->active[i]) && may_teach(p, p->active[i], b) &&
                some_time(p, x, p->active[i], b))
                return true;
    }
    return false;
}

/* Periods of the week at which the block could have a lesson, no more a day than its limit. */
static int room_of(const struct tt_problem *p, int block)
{
    const int school = p->in->block[block].school;
    int room = 0;

    for (int d = 0; d < p->in->n_days; d++) {
        int day = 0;
        for (int k = 0; k < p->in->bells[school].n; k++)
            day += tt_block_open(p, block, d, k);
        room += day < p->block[block].max_day ? day : p->block[block].max_day;
    }
    return room;
}

static bool can_be_taught(const struct tt_problem *p, int block)
{
    for (int i = 0; i < p->n_active; i++)
        if (may_teach(p, p->active[i], block))
            return room_of(p, block) >= p->in->block[block].periods;
    return false;
}

/* Base periods of the week in which nobody of the group is busy. */
static int shared_room(const struct tt_problem *p, const struct zj_rule *r, bool *anybody)
{
    const struct zj_instance *in = p->in;
    int room = 0;

    *anybody = false;
    for (int d = 0; d < in->n_days; d++) {
        for (int k = 0; k < in->n_periods; k++) {
            bool free_for_all = true;
            for (int t = 0; t < in->n_teachers && free_for_all; t++) {
                if (!tt_rule_speaks_of_teacher(p, r, t) || !mc_teacher_passes(in, &r->group, t, p->today, -1))
                    continue;
                *anybody = true;
                free_for_all = !zj_teacher_busy(in, t, d, &in->period[k]);
            }
            room += free_for_all;
        }
    }
    return room;
}

static bool rule_can_hold(const struct tt_problem *p, const struct zj_rule *r)
{
    bool anybody;

    if (r->id == ZJ_R_common_free) {
        int room = shared_room(p, r, &anybody);
        return !anybody || room >= r->periods_per_week;
    }
    for (int b = 0; r->id == ZJ_R_need && b < p->in->n_blocks; b++)
        if (tt_rule_speaks_of_block(p, r, b) && !can_be_taught(p, b))
            return false;
    return true;
}

bool tt_hopeless(const struct tt_problem *p)
{
    for (int i = 0; i < p->in->n_pins; i++)
        if (p->in->pin[i].model == ZJ_TIMETABLE && !p->in->pin[i].forbid && !pin_can_hold(p, &p->in->pin[i]))
            return true;
    for (int i = 0; i < p->pol->n_lesson_rules; i++)
        if (p->pol->lesson_rule[i].hard && !rule_can_hold(p, &p->pol->lesson_rule[i]))
            return true;
    return false;
}
