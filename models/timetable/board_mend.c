/*
 * board_mend.c - lessons are taken off until no hard rule is broken.
 *
 * An empty week breaks nothing, so this always ends: of the lessons concerned the one whose going mends
 * most goes first; where none mends anything, all of the day, then of the week.
 */
#include "models/timetable/board_search.h"

/* Shortfall of hard rules in the teacher's days, week and blocks. */
static int64_t broken(const struct tt_board *b)
{
    return b->total->clash + b->total->gap;
}

/* What a day without its cell i would break. */
static int without(const struct board_base *s, int teacher, int day, const struct board_day *now, int i)
{
    struct board_cell cell[BOARD_DAY_CELLS];
    struct board_day_sum sum;
    int n = 0;

    for (int k = 0; k < now->n; k++)
        if (k != i)
            cell[n++] = now->cell[k];
    board_sum_day(s, teacher, day, cell, n, &sum);
    return sum.clash + sum.gap;
}

static void mend_day(struct tt_board *b, int teacher, int day)
{
    const struct board_base *s = b->base;
    const struct board_day *d = &b->day[teacher * s->n_days + day];

    while (d->sum.clash + d->sum.gap > 0) {
        int best = -1, least = d->sum.clash + d->sum.gap;
        for (int i = 0; i < d->n; i++) {
            int left = without(s, teacher, day, d, i);
            if (left < least) {
                best = i;
                least = left;
            }
        }
        if (best >= 0)
            board_take_cell(b, teacher, day, best);
        else
            board_take_day(b, teacher, day);
        board_settle(b);
    }
}

/* The day of the week with the fewest lessons goes first. */
static void mend_week(struct tt_board *b, int teacher)
{
    const struct board_base *s = b->base;

    while (b->week[teacher].clash > 0) {
        int best = -1;
        for (int d = 0; d < s->n_days; d++) {
            const int n = b->day[teacher * s->n_days + d].n;
            if (n > 0 && (best < 0 || n < b->day[teacher * s->n_days + best].n))
                best = d;
        }
        board_take_day(b, teacher, best);
        board_settle(b);
    }
}

/* Lessons without a partner go, or all of them. */
static void mend_block(struct tt_board *b, int block)
{
    const struct board_block *k = &b->block[block];

    while (k->clash + k->gap > 0) {
        const int before = k->clash + k->gap;
        int i = k->n - 1;
        for (; i >= 0; i--) {
            const struct board_lesson x = b->lesson[b->base->task[block].first + i];
            board_take(b, block, i);
            board_settle(b);
            if (k->clash + k->gap < before)
                break;
            board_put(b, block, &x);
            board_settle(b);
        }
        while (i < 0 && k->n > 0)
            board_take(b, block, 0);
        board_settle(b);
    }
}

void board_mend(struct tt_board *b)
{
    const struct board_base *s = b->base;

    while (broken(b) > 0) {
        for (int i = 0; i < s->n_blocks; i++)
            mend_block(b, i);
        for (int t = 0; t < s->n_teachers; t++) {
            for (int d = 0; d < s->n_days; d++)
                mend_day(b, t, d);
            mend_week(b, t);
        }
    }
}
