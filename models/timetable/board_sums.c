/*
 * board_sums.c - what a day, a week and a block of the board cost and break.
 */
#include "models/timetable/board_parts.h"

#include <string.h>

int board_day_over(const struct board_facts *f, enum zj_rule_id rule, const struct tt_limits *l)
{
    switch (rule) {
    case ZJ_R_load:
        return tt_load_day(f, l);
    case ZJ_R_schools:
        return tt_schools_day(f, l);
    case ZJ_R_travel_limit:
        return tt_travel_limit_day(f, l);
    case ZJ_R_half_day:
        return tt_half_day_changes(f, l);
    case ZJ_R_idle:
        return tt_idle_day(f, l);
    default:
        return 0;
    }
}

void board_count_facts(struct board_facts *f)
{
    tt_travel_time_legs(f);
    tt_schools_count(f);
    f->idle = tt_idle_periods(f);
}

int board_limits_over(const struct board_facts *f, const struct tt_limits *l)
{
    return tt_load_day(f, l) + tt_schools_day(f, l) + tt_travel_limit_day(f, l) + tt_half_day_changes(f, l);
}

int board_week_limits_over(const struct board_week_facts *w, const struct tt_limits *l)
{
    return tt_load_week(w, l) + tt_schools_week(w, l) + tt_travel_limit_week(w, l);
}

static void count_soft(const struct board_facts *f, struct board_day_sum *out)
{
    const struct board_teacher *t = f->teacher;

    for (int i = 0; i < t->n_charges; i++)
        out->soft += t->charge[i].weight * board_day_over(f, t->charge[i].rule, &t->charge[i].limits);
    for (int i = 0; i < t->n_visit_charges; i++)
        out->soft += t->visit_charge[i].weight * (tt_visiting_wrong_days(f, &t->visit_charge[i].limits) +
                                                  tt_visiting_short(f, &t->visit_charge[i].limits));
    for (int i = 0; i < f->n; i++) {
        const struct board_reach *reach = &t->reach[f->cell[i].reach];
        out->soft += f->base->task[f->cell[i].block].avoid[f->cell[i].position] + reach->dislike;
        out->wishes -= reach->wish;
    }
}

void board_sum_day(const struct board_base *s, int teacher, int day, const struct board_cell *cell, int n,
                   struct board_day_sum *out)
{
    const struct board_teacher *t = &s->teacher[teacher];
    struct board_facts f; /* not zeroed: the array of ways is long, and this is called often */

    f.base = s;
    f.teacher = t;
    f.day = day;
    f.n = n;
    f.cell = cell;
    board_count_facts(&f);
    memset(out, 0, sizeof *out);
    for (int k = 0; k < 2; k++) {
        out->minutes[k] = f.minutes[k];
        out->metres[k] = f.metres[k];
    }
    out->idle = f.idle;
    out->clash = tt_no_clash_day(&f) + tt_travel_time_day(&f) + board_limits_over(&f, t->hard) +
                 tt_visiting_wrong_days(&f, NULL);
    out->gap = tt_visiting_short(&f, NULL) + tt_idle_day(&f, t->hard);
    count_soft(&f, out);
    if (t->group.n > 0)
        out->under = tt_common_free_under(&f);
}

int board_week_over(const struct board_week_facts *w, enum zj_rule_id rule, const struct tt_limits *l)
{
    switch (rule) {
    case ZJ_R_load:
        return tt_load_week(w, l);
    case ZJ_R_schools:
        return tt_schools_week(w, l);
    case ZJ_R_travel_limit:
        return tt_travel_limit_week(w, l);
    case ZJ_R_fairness:
        return tt_fairness_week(w, l);
    default:
        return 0;
    }
}

/* Days of visits: hard limits are those of the school reached, whichever of the campus. */
static void count_visits(const struct board_teacher *t, const unsigned char *days_at, struct board_week *out)
{
    for (int r = 0; r < t->n_reach; r++) {
        int days = __builtin_popcount(days_at[t->reach[r].campus]);
        if (!t->reach[r].visited || days == 0)
            continue;
        out->clash += tt_visiting_days_over(days, &t->reach[r].visit);
        for (int i = 0; i < t->n_visit_charges; i++)
            out->soft += t->visit_charge[i].weight * tt_visiting_days_over(days, &t->visit_charge[i].limits);
    }
}

void board_sum_week(const struct tt_board *b, int teacher, struct board_week *out)
{
    const struct board_base *s = b->base;
    const struct board_teacher *t = &s->teacher[teacher];
    const unsigned char *days_at = b->days_at + t->first_campus;
    struct board_week_facts *w = &out->facts;

    memset(out, 0, sizeof *out);
    for (int d = 0; d < s->n_days; d++) {
        const struct board_day *day = &b->day[teacher * s->n_days + d];
        w->n += day->n;
        for (int k = 0; k < 2; k++) {
            w->minutes[k] += day->sum.minutes[k];
            w->metres[k] += day->sum.metres[k];
        }
    }
    for (int c = 0; c < t->n_campuses; c++)
        w->campuses += days_at[c] != 0;
    out->clash = board_week_limits_over(w, t->hard);
    for (int i = 0; i < t->n_charges; i++)
        out->soft += t->charge[i].weight * board_week_over(w, t->charge[i].rule, &t->charge[i].limits);
    count_visits(t, days_at, out);
}

int tt_block_shortfall(const struct board_base *s, const struct zj_rule *r, int block,
                       const struct board_lesson *v, int n)
{
    switch (r->id) {
    case ZJ_R_one_teacher:
        return tt_one_teacher_block(v, n);
    case ZJ_R_spread:
        return (r->max_day == ZJ_NONE ? 0 : tt_spread_over(v, n, r->max_day)) +
               (r->min_gap_days == ZJ_NONE ? 0 : tt_spread_near(v, n, r->min_gap_days));
    case ZJ_R_double:
        return tt_double_singles(s, block, v, n);
    default:
        return 0;
    }
}

void board_sum_block(const struct tt_board *b, int block, struct board_block *out)
{
    const struct board_task *task = &b->base->task[block];
    const struct tt_block_limits *l = task->hard;
    const struct board_lesson *v = b->lesson + task->first;
    const int n = b->block[block].n;

    *out = (struct board_block){.n = n};
    if (n == 0)
        return;
    out->clash = tt_spread_over(v, n, l->max_day) + tt_spread_near(v, n, l->min_gap) +
                 (l->one_teacher ? tt_one_teacher_block(v, n) : 0);
    out->gap = l->doubles ? tt_double_singles(b->base, block, v, n) : 0;
    for (int i = 0; i < task->n_charges; i++)
        out->soft += task->charge[i].weight * tt_block_shortfall(b->base, task->charge[i].rule, block, v, n);
}

struct board_cell board_cell_of(const struct board_base *s, int block, const struct board_lesson *x)
{
    const int school = s->task[block].school;
    const struct board_teacher *t = &s->teacher[x->teacher];
    const struct board_reach *r = board_reach_of(t, school);

    return (struct board_cell){.block = block,
                               .reach = (short)(r - t->reach),
                               .campus = (short)r->campus,
                               .position = x->position,
                               .bell = &s->bells[school]->v[(int)x->position]};
}

int board_insert_cell(const struct board_day *day, const struct board_cell *x, struct board_cell *out)
{
    int at = day->n;

    while (at > 0 && day->cell[at - 1].bell->start > x->bell->start)
        at--;
    memcpy(out, day->cell, (size_t)at * sizeof *out);
    out[at] = *x;
    memcpy(out + at + 1, day->cell + at, (size_t)(day->n - at) * sizeof *out);
    return at;
}

unsigned board_allowed(const struct tt_board *b, int block, int teacher, int reach, int day)
{
    const struct board_base *s = b->base;
    const unsigned open = s->task[block].open[day] & s->teacher[teacher].reach[reach].free[day];

    return s->task[block].forbidden ? open & tt_pins_left(s, block, teacher, day) : open;
}

unsigned board_open(const struct tt_board *b, int block, int teacher, int reach, int day)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];
    unsigned open =
        board_allowed(b, block, teacher, reach, day) & ~b->taken[task->class_index * s->n_days + day];

    for (int i = 0; i < task->room.n; i++) {
        const struct board_room *room = &s->room[task->room.v[i]];
        const int n = s->bells[room->school]->n;
        const unsigned char *filled = b->filled + room->first + day * n;
        for (int k = 0; k < n && room->weight == 0; k++)
            open &= ~((unsigned)(filled[k] >= room->capacity) << k);
    }
    return open;
}

bool board_room_full(const struct tt_board *b, int block, int other, int day, int position)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];

    for (int i = 0; i < task->room.n; i++) {
        const struct board_room *room = &s->room[task->room.v[i]];
        if (room->weight == 0 && zj_ids_has(&s->task[other].room, task->room.v[i]) &&
            b->filled[room->first + day * s->bells[room->school]->n + position] >= room->capacity)
            return true;
    }
    return false;
}

int board_rival(const struct tt_board *b, int block, int day, int position, int *rival)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];

    for (int k = s->first_block[task->school]; k < s->first_block[task->school + 1]; k++) {
        if (s->task[k].class_index != task->class_index && !board_room_full(b, block, k, day, position))
            continue;
        for (int i = 0; i < b->block[k].n; i++) {
            const struct board_lesson *x = &b->lesson[s->task[k].first + i];
            if (x->day != day || x->position != position)
                continue;
            *rival = k;
            return i;
        }
    }
    return -1;
}
