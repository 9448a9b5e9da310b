/*
 * board_edit.c - changes of a board: lessons put and taken, counted again, taken back.
 */
#include "models/timetable/board_parts.h"

#include <stdlib.h>
#include <string.h>

/* ---- the log -------------------------------------------------------------------------------- */

/* Entries lie one behind the other, each the old bytes and then this, so that they are read backwards. */
struct entry {
    void *p;
    size_t size;
};

void board_save(struct tt_board *b, void *p, size_t size)
{
    const struct entry e = {p, size};
    const size_t need = size + sizeof e;

    if (b->log_n + need > b->log_cap) {
        b->log_cap = 2 * (b->log_n + need);
        b->log = zj_realloc(b->log, b->log_cap, 1);
    }
    memcpy(b->log + b->log_n, p, size);
    memcpy(b->log + b->log_n + size, &e, sizeof e);
    b->log_n += need;
}

void board_begin(struct tt_board *b)
{
    b->log_n = 0;
    b->change++;
    board_save(b, b->total, sizeof *b->total);
}

static void forget(struct board_marks *m)
{
    for (int i = 0; i < m->n; i++)
        m->stale[m->v[i]] = false;
    m->n = 0;
}

void board_undo(struct tt_board *b)
{
    while (b->log_n > 0) {
        struct entry e;
        b->log_n -= sizeof e;
        memcpy(&e, b->log + b->log_n, sizeof e);
        b->log_n -= e.size;
        memcpy(e.p, b->log + b->log_n, e.size);
    }
    forget(&b->days);
    forget(&b->weeks);
    forget(&b->blocks);
    b->change++;
}

/* Mark; true when it must still be kept in the log. */
static bool mark(struct tt_board *b, struct board_marks *m, int i)
{
    if (!m->stale[i]) {
        m->stale[i] = true;
        m->v[m->n++] = i;
    }
    if (m->saved[i] == b->change)
        return false;
    m->saved[i] = b->change;
    return true;
}

static void touch_week(struct tt_board *b, int teacher)
{
    const struct board_teacher *t = &b->base->teacher[teacher];

    if (!mark(b, &b->weeks, teacher))
        return;
    board_save(b, &b->week[teacher], sizeof b->week[teacher]);
    board_save(b, b->days_at + t->first_campus, (size_t)t->n_campuses);
}

void board_touch_day(struct tt_board *b, int teacher, int day)
{
    const int i = teacher * b->base->n_days + day;

    touch_week(b, teacher);
    if (mark(b, &b->days, i)) /* the lessons last: those beyond the old number need no keeping */
        board_save(b, &b->day[i],
                   offsetof(struct board_day, cell) + (size_t)b->day[i].n * sizeof *b->day->cell);
    b->day[i].version = ++b->version;
}

static void touch_block(struct tt_board *b, int block)
{
    const struct board_task *task = &b->base->task[block];

    if (!mark(b, &b->blocks, block))
        return;
    board_save(b, &b->block[block], sizeof b->block[block]);
    board_save(b, b->lesson + task->first, (size_t)task->periods * sizeof *b->lesson);
}

/* ---- lessons -------------------------------------------------------------------------------- */

/* What a lesson that comes (by = 1) or goes (-1) changes at once. */
static void account(struct tt_board *b, int block, const struct board_lesson *x, int by)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];
    unsigned *taken = &b->taken[task->class_index * s->n_days + x->day];

    board_save(b, taken, sizeof *taken);
    *taken ^= 1u << x->position;
    for (int i = 0; i < task->room.n; i++) {
        const struct board_room *room = &s->room[task->room.v[i]];
        unsigned char *n = &b->filled[room->first + x->day * s->bells[task->school]->n + x->position];
        board_save(b, n, 1);
        int over = *n > room->capacity ? *n - room->capacity : 0;
        *n = (unsigned char)(*n + by);
        over = (*n > room->capacity ? *n - room->capacity : 0) - over;
        *(room->weight ? &b->total->soft : &b->total->clash) += room->weight ? room->weight * over : over;
    }
    for (int i = 0; i < task->pin.n; i++) {
        const int p = task->pin.v[i];
        if (!tt_pins_match(s, &s->in->pin[p], block, x))
            continue;
        board_save(b, &b->pin_hits[p], sizeof *b->pin_hits);
        int missed = b->pin_hits[p] == 0;
        b->pin_hits[p] += by;
        if (s->in->pin[p].forbid)
            b->total->clash += by;
        else
            b->total->lack += (b->pin_hits[p] == 0) - missed;
    }
    b->total->lessons += by;
    b->total->kept += tt_stability_keeps(s, block, x) ? by : 0;
    b->total->unmet -= by * task->priority;
    b->total->lack -= by * task->needed;
}

void board_put(struct tt_board *b, int block, const struct board_lesson *x)
{
    const struct board_base *s = b->base;
    struct board_day *day = &b->day[x->teacher * s->n_days + x->day];
    struct board_cell cell = board_cell_of(s, block, x), now[BOARD_DAY_CELLS];

    board_touch_day(b, x->teacher, x->day);
    touch_block(b, block);
    board_insert_cell(day, &cell, now);
    day->n++;
    memcpy(day->cell, now, (size_t)day->n * sizeof *now);
    b->lesson[s->task[block].first + b->block[block].n++] = *x;
    account(b, block, x, 1);
}

void board_take(struct tt_board *b, int block, int i)
{
    const struct board_base *s = b->base;
    struct board_lesson *v = b->lesson + s->task[block].first;
    const struct board_lesson x = v[i];
    struct board_day *day = &b->day[x.teacher * s->n_days + x.day];
    int at = 0;

    board_touch_day(b, x.teacher, x.day);
    touch_block(b, block);
    while (day->cell[at].block != block || day->cell[at].position != x.position)
        at++;
    day->n--;
    memmove(day->cell + at, day->cell + at + 1, (size_t)(day->n - at) * sizeof *day->cell);
    v[i] = v[--b->block[block].n];
    account(b, block, &x, -1);
}

void board_take_cell(struct tt_board *b, int teacher, int day, int i)
{
    const struct board_cell *c = &b->day[teacher * b->base->n_days + day].cell[i];
    const struct board_lesson *v = b->lesson + b->base->task[c->block].first;
    int k = 0;

    while (v[k].teacher != teacher || v[k].day != day || v[k].position != c->position)
        k++;
    board_take(b, c->block, k);
}

void board_take_day(struct tt_board *b, int teacher, int day)
{
    while (b->day[teacher * b->base->n_days + day].n > 0)
        board_take_cell(b, teacher, day, 0);
}

void board_take_week(struct tt_board *b, int teacher)
{
    for (int d = 0; d < b->base->n_days; d++)
        board_take_day(b, teacher, d);
}

/* ---- counting again ------------------------------------------------------------------------- */

static void add_day(struct board_totals *t, const struct board_day_sum *s, int by)
{
    t->travel += by * s->minutes[1];
    t->clash += by * s->clash;
    t->gap += by * s->gap;
    t->soft += by * s->soft;
    t->idle += by * s->idle;
    t->wishes += by * s->wishes;
}

static void settle_day(struct tt_board *b, int i)
{
    const struct board_base *s = b->base;
    const int teacher = i / s->n_days, day = i % s->n_days;
    const struct board_teacher *t = &s->teacher[teacher];
    unsigned char *days_at = b->days_at + t->first_campus;
    struct board_day *d = &b->day[i];

    add_day(b->total, &d->sum, -1);
    board_sum_day(s, teacher, day, d->cell, d->n, &d->sum);
    add_day(b->total, &d->sum, 1);
    for (int c = 0; c < t->n_campuses; c++)
        days_at[c] &= (unsigned char)~(1u << day);
    for (int k = 0; k < d->n; k++)
        days_at[d->cell[k].campus] |= (unsigned char)(1u << day);
}

static void settle_week(struct tt_board *b, int t)
{
    struct board_week *w = &b->week[t];

    b->total->clash -= w->clash;
    b->total->soft -= w->soft;
    board_sum_week(b, t, w);
    b->total->clash += w->clash;
    b->total->soft += w->soft;
    for (int i = 0; i < b->base->teacher[t].group.n; i++)
        board_recount_group(b, b->base->teacher[t].group.v[i]);
}

static void settle_block(struct tt_board *b, int block)
{
    struct board_block *k = &b->block[block];

    b->total->clash -= k->clash;
    b->total->gap -= k->gap;
    b->total->soft -= k->soft;
    board_sum_block(b, block, k);
    b->total->clash += k->clash;
    b->total->gap += k->gap;
    b->total->soft += k->soft;
    if (b->base->task[block].sync.n > 0)
        board_recount_sync(b, block);
}

void board_settle(struct tt_board *b)
{
    for (int i = 0; i < b->days.n; i++)
        settle_day(b, b->days.v[i]);
    for (int i = 0; i < b->weeks.n; i++)
        settle_week(b, b->weeks.v[i]);
    for (int i = 0; i < b->blocks.n; i++)
        settle_block(b, b->blocks.v[i]);
    forget(&b->days);
    forget(&b->weeks);
    forget(&b->blocks);
}

static int block_of(const struct zj_instance *in, const struct zj_lesson *x)
{
    int b = 0;

    while (in->block[b].class_id != x->class_id || in->block[b].subject != x->subject)
        b++;
    return b;
}

void tt_board_set(struct tt_board *b, const struct zj_lessons *lessons)
{
    const struct board_base *s = b->base;

    board_begin(b);
    for (int t = 0; t < s->n_teachers; t++)
        board_take_week(b, t);
    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *x = &lessons->v[i];
        const struct board_lesson place = {(short)s->number[x->teacher], (signed char)x->day,
                                           (signed char)zj_period_position(s->in, x->school, x->period)};
        board_put(b, block_of(s->in, x), &place);
    }
    board_settle(b);
}
