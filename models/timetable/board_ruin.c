/*
 * board_ruin.c - lessons that hang together are taken off, to be put again in another way.
 *
 * Ruin and recreate (Schrimpf et al. 2000, J. Comput. Phys. 159), with removals that keep near each
 * other in space and staff (Christiaens and Vanden Berghe 2020, Transp. Sci. 54).
 */
#include "models/timetable/board_search.h"

void board_queue(struct board_search *s, int block)
{
    if (s->queued[block])
        return;
    s->queued[block] = true;
    s->queue[s->n_queue++] = block;
}

static void take_cell(struct board_search *s, int teacher, int day, int i)
{
    board_queue(s, s->b->day[teacher * s->b->base->n_days + day].cell[i].block);
    board_take_cell(s->b, teacher, day, i);
}

static void take_block(struct board_search *s, int block)
{
    board_queue(s, block);
    while (s->b->block[block].n > 0)
        board_take(s->b, block, 0);
}

static void take_day(struct board_search *s, int teacher, int day)
{
    while (s->b->day[teacher * s->b->base->n_days + day].n > 0)
        take_cell(s, teacher, day, 0);
}

/* Lessons of a teacher; the week is not counted again while lessons are taken. */
static int load(const struct board_search *s, int teacher)
{
    const int n_days = s->b->base->n_days;
    int n = 0;

    for (int d = 0; d < n_days; d++)
        n += s->b->day[teacher * n_days + d].n;
    return n;
}

/* A teacher with lessons; -1 after some tries without. */
static int some_teacher(struct board_search *s)
{
    for (int i = 0; i < 20; i++) {
        int t = board_random(s, s->b->base->n_teachers);
        if (load(s, t) > 0)
            return t;
    }
    return -1;
}

/* A random lesson of the teacher, who has some. */
static const struct board_cell *some_cell(struct board_search *s, int teacher, int *day)
{
    int i = board_random(s, load(s, teacher));

    for (int d = 0;; d++) {
        const struct board_day *x = &s->b->day[teacher * s->b->base->n_days + d];
        if (i < x->n) {
            *day = d;
            return &x->cell[i];
        }
        i -= x->n;
    }
}

/* The lessons of a teacher at one campus, on one day (day >= 0) or all; with the rest of their blocks
   or without. */
static void take_stay(struct board_search *s, int teacher, int campus, int day, bool whole)
{
    const int n_days = s->b->base->n_days;

    for (int d = 0; d < n_days; d++) {
        const struct board_day *x = &s->b->day[teacher * n_days + d];
        for (int i = 0; (day < 0 || d == day) && i < x->n;) {
            if (x->cell[i].campus != campus) {
                i++;
            } else if (whole) {
                take_block(s, x->cell[i].block);
                i = 0;
            } else {
                take_cell(s, teacher, d, i);
            }
        }
    }
}

/* Visits, of which the last away from home is not to be made again. */
static void ruin_visits(struct board_search *s)
{
    int t = some_teacher(s), day, n = 1 + board_random(s, 2);

    for (int i = 0; t >= 0 && i < n && load(s, t) > 0; i++) {
        const int campus = some_cell(s, t, &day)->campus;
        take_stay(s, t, campus, day, board_random(s, 2));
        if (campus > 0)
            s->closed = (struct board_closed){t, campus, day};
        if (board_random(s, 3) == 0)
            t = some_teacher(s);
    }
}

static void ruin_school_of_teacher(struct board_search *s)
{
    int t = some_teacher(s), day;

    if (t < 0)
        return;
    take_stay(s, t, some_cell(s, t, &day)->campus, -1, true);
    if (board_random(s, 4) == 0)
        s->banned = t;
}

/* A teacher who may teach the block; -1 = nobody. */
static int some_able(struct board_search *s, int block)
{
    const int g = s->b->base->task[block].group, n = s->b->base->n_able[g];

    return n ? s->b->base->able[g][board_random(s, n)].teacher : -1;
}

static bool may_teach(const struct board_base *base, int teacher, int block)
{
    const int g = base->task[block].group;

    for (int i = 0; i < base->n_able[g]; i++)
        if (base->able[g][i].teacher == teacher)
            return true;
    return false;
}

/* Two teachers who share a subject: a campus each, or all. */
static void ruin_pair(struct board_search *s)
{
    int t = some_teacher(s), day, other;

    if (t < 0)
        return;
    const struct board_cell *c = some_cell(s, t, &day);
    other = some_able(s, c->block);
    const bool all = board_random(s, 10) == 0;
    const int who[2] = {t, other};
    const int campus = c->campus;
    for (int i = 0; i < 2; i++) {
        if (load(s, who[i]) == 0)
            continue;
        for (int d = 0; d < s->b->base->n_days && all; d++)
            take_day(s, who[i], d);
        if (!all)
            take_stay(s, who[i], i ? some_cell(s, who[i], &day)->campus : campus, -1, true);
    }
}

/* Blocks of one subject at the schools nearest to one. */
static void ruin_area(struct board_search *s)
{
    const struct board_base *base = s->b->base;
    const int seed = board_random(s, base->n_blocks), limit = 2 + board_random(s, 8);
    const int home = base->task[seed].school, subject = base->in->block[seed].subject;
    int taken = 0, last = -1;

    while (taken < limit) {
        int best = -1, near = INT_MAX;
        for (int k = 0; k < base->n_near; k++) {
            int school = base->near[k], m = school == home ? 0 : board_minutes(base, home, school);
            int64_t key = m == ZJ_NONE ? INT_MAX : (int64_t)m * base->in->n_schools + school;
            if (key > last && key < near) {
                near = (int)key;
                best = school;
            }
        }
        if (best < 0)
            return;
        last = near;
        for (int b = base->first_block[best]; b < base->first_block[best + 1] && taken < limit; b++)
            if (base->in->block[b].subject == subject && s->b->block[b].n > 0 && board_random(s, 4) > 0) {
                take_block(s, b);
                taken++;
            }
    }
}

static void ruin_days(struct board_search *s)
{
    int t = some_teacher(s), n = 1 + board_random(s, 2);

    for (int i = 0; t >= 0 && i < n; i++)
        take_day(s, t, board_random(s, s->b->base->n_days));
}

static void ruin_blocks(struct board_search *s)
{
    int t = some_teacher(s), day, n = 1 + board_random(s, 4);

    for (int i = 0; t >= 0 && i < n && load(s, t) > 0; i++) {
        take_block(s, some_cell(s, t, &day)->block);
        if (board_random(s, 2) == 0)
            t = some_teacher(s);
        if (t < 0)
            return;
    }
}

/* A block that misses lessons: room is made with a teacher, and in the class's week. */
static bool ruin_for_missing(struct board_search *s)
{
    const struct board_base *base = s->b->base;
    int from = board_random(s, base->n_blocks), block = -1, day;

    for (int i = 0; i < base->n_blocks && block < 0; i++) {
        int k = (from + i) % base->n_blocks;
        if (s->b->block[k].n < base->task[k].periods && base->n_able[base->task[k].group] > 0)
            block = k;
    }
    if (block < 0)
        return false;
    int t = some_able(s, block), n = 1 + board_random(s, 4);
    take_block(s, block);
    for (int i = 0; i < n && load(s, t) > 0; i++) {
        const struct board_cell *c = some_cell(s, t, &day);
        if (board_random(s, 3))
            take_stay(s, t, c->campus, day, true);
        else
            take_block(s, c->block);
    }
    for (int b = base->first_block[base->task[block].school];
         b < base->first_block[base->task[block].school + 1]; b++)
        if (base->task[b].class_index == base->task[block].class_index && board_random(s, 4) == 0)
            take_block(s, b);
    return true;
}

/* A pin that no lesson matches: its teacher's day is made free, and a block that could match it. */
static bool ruin_for_pin(struct board_search *s)
{
    const struct board_base *base = s->b->base;
    const int n_pins = base->in->n_pins, from = n_pins ? board_random(s, n_pins) : 0;
    const struct zj_pin *pin = NULL;

    for (int i = 0; i < n_pins && !pin; i++) {
        const int k = (from + i) % n_pins;
        if (base->in->pin[k].model != ZJ_TIMETABLE || base->in->pin[k].forbid || s->b->pin_hits[k] > 0)
            continue;
        pin = &base->in->pin[k];
        s->pin = k;
    }
    for (int i = 0, at = board_random(s, base->n_blocks); pin && i < base->n_blocks; i++) {
        const int block = (at + i) % base->n_blocks;
        const int t = pin->teacher >= 0 ? base->number[pin->teacher] : some_able(s, block);
        if (t < 0 || !zj_ids_has(&base->task[block].pin, s->pin) || !may_teach(base, t, block))
            continue;
        const bool week = board_random(s, 3) == 0;
        take_block(s, block);
        for (int d = 0; d < base->n_days; d++)
            if (week || d == pin->day || board_random(s, 4) == 0)
                take_day(s, t, d);
        return true;
    }
    return false;
}

void board_ruin(struct board_search *s)
{
    s->pin = -1;
    s->n_queue = 0;
    s->banned = s->closed.teacher = -1;
    switch (s->b->total->lack > 0 && board_random(s, 3) == 0 && ruin_for_pin(s) ? -1 : board_random(s, 8)) {
    case -1:
        break;
    case 0:
        ruin_visits(s);
        break;
    case 1:
        ruin_school_of_teacher(s);
        break;
    case 2:
        ruin_pair(s);
        break;
    case 3:
        ruin_area(s);
        break;
    case 4:
        ruin_days(s);
        break;
    case 5:
        ruin_blocks(s);
        break;
    default:
        if (!ruin_for_missing(s))
            ruin_visits(s);
        break;
    }
    board_settle(s->b);
}
