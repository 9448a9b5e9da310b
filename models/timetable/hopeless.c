#include "models/timetable/hopeless.h"

#include "models/common/filter.h"

#include <stdlib.h>

static bool is_free_field(int field, int value)
{
    return field == -1 || field == ZJ_NONE || field == value;
}

static bool may_teach(const struct tt_problem *p, int teacher, int block)
{
    return zj_ids_has(&p->may[teacher], p->group_of[block]);
}

/* ---- pins ---------------------------------------------------------------------------------------- */

struct lesson_at {
    int teacher, block, day, position;
};

static const struct zj_period *period_of(const struct tt_problem *p, const struct lesson_at *x)
{
    return &p->in->bells[p->in->block[x->block].school].v[x->position];
}

static bool matches(const struct tt_problem *p, const struct zj_pin *pin, const struct lesson_at *x)
{
    const struct zj_block *b = &p->in->block[x->block];

    return is_free_field(pin->school, b->school) && is_free_field(pin->class_id, b->class_id) &&
           is_free_field(pin->subject, b->subject) && is_free_field(pin->teacher, x->teacher) &&
           is_free_field(pin->day, x->day) && is_free_field(pin->period, period_of(p, x)->id);
}

static bool may_stand(const struct tt_problem *p, const struct lesson_at *x)
{
    if (!may_teach(p, x->teacher, x->block) || !tt_block_open(p, x->block, x->day, x->position) ||
        !tt_teacher_free(p, x->teacher, p->in->block[x->block].school, x->day, x->position))
        return false;
    for (int i = 0; i < p->in->n_pins; i++)
        if (p->in->pin[i].model == ZJ_TIMETABLE && p->in->pin[i].forbid && matches(p, &p->in->pin[i], x))
            return false;
    return true;
}

enum { MOST_CANDIDATES = 500 };

struct candidates {
    int n; /* MOST_CANDIDATES: perhaps there are more */
    struct lesson_at v[MOST_CANDIDATES];
};

/* The lessons that the pin could be matched by, each for itself. */
static void list_candidates(const struct tt_problem *p, const struct zj_pin *pin, struct candidates *c)
{
    struct lesson_at x;

    c->n = 0;
    for (x.block = 0; x.block < p->in->n_blocks; x.block++)
        for (int i = 0; i < p->n_active; i++)
            for (x.day = 0; x.day < p->in->n_days; x.day++)
                for (x.position = 0; x.position < p->in->bells[p->in->block[x.block].school].n;
                     x.position++) {
                    x.teacher = p->active[i];
                    if (c->n < MOST_CANDIDATES && matches(p, pin, &x) && may_stand(p, &x))
                        c->v[c->n++] = x;
                }
}

/* May both stand in one week, or are they the same lesson? */
static bool together(const struct tt_problem *p, const struct lesson_at *a, const struct lesson_at *b)
{
    const struct zj_block *ba = &p->in->block[a->block], *bb = &p->in->block[b->block];
    const struct tt_block_limits *l = &p->block[a->block];
    const struct zj_period *pa = period_of(p, a), *pb = period_of(p, b);
    const int apart = a->day > b->day ? a->day - b->day : b->day - a->day;
    const bool at_once = apart == 0 && pa->start < pb->end && pb->start < pa->end;

    if (a->block == b->block && a->teacher == b->teacher && apart == 0 && a->position == b->position)
        return true;
    if (at_once && (a->teacher == b->teacher || ba->class_id == bb->class_id))
        return false;
    if (a->block != b->block)
        return true;
    return ba->periods >= 2 && (a->teacher == b->teacher || !l->one_teacher) &&
           (apart == 0 ? l->max_day >= 2 : apart >= l->min_gap);
}

static bool pair_can_hold(const struct tt_problem *p, const struct candidates *a, const struct candidates *b)
{
    if (a->n == MOST_CANDIDATES || b->n == MOST_CANDIDATES)
        return true;
    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < b->n; k++)
            if (together(p, &a->v[i], &b->v[k]))
                return true;
    return false;
}

static bool wanted(const struct zj_pin *x)
{
    return x->model == ZJ_TIMETABLE && !x->forbid;
}

/* Each pin for itself, and every two. */
static bool pins_can_hold(const struct tt_problem *p)
{
    struct candidates *c = zj_calloc((size_t)p->in->n_pins + 1, sizeof *c);
    bool can = true;

    for (int i = 0; i < p->in->n_pins && can; i++) {
        if (!wanted(&p->in->pin[i]))
            continue;
        list_candidates(p, &p->in->pin[i], &c[i]);
        can = c[i].n > 0;
        for (int k = 0; k < i && can; k++)
            can = !wanted(&p->in->pin[k]) || pair_can_hold(p, &c[i], &c[k]);
    }
    free(c);
    return can;
}

/* ---- rules --------------------------------------------------------------------------------------- */

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
    if (!pins_can_hold(p))
        return true;
    for (int i = 0; i < p->pol->n_lesson_rules; i++)
        if (p->pol->lesson_rule[i].hard && !rule_can_hold(p, &p->pol->lesson_rule[i]))
            return true;
    return false;
}
