/*
 * board_rules.c - rules that look at several teachers or blocks at once: common free periods, synchronous
 * classes.
 */
#include "models/timetable/board_parts.h"

/* A rule misses `now` where it missed `before`: hard rules lack, soft ones cost. */
static void charge(struct tt_board *b, int weight, int before, int now)
{
    if (weight)
        b->total->soft += (int64_t)weight * (now - before);
    else
        b->total->lack += now - before;
}

void board_recount_group(struct tt_board *b, int number)
{
    const struct board_base *s = b->base;
    const struct board_group *g = &s->group[number];
    const unsigned base_periods = (1u << s->base_bells.n) - 1;
    unsigned *all = &b->group_under[number * s->n_days];
    int have = 0;

    board_save(b, all, (size_t)s->n_days * sizeof *all);
    board_save(b, &b->group_spare[number], sizeof *b->group_spare);
    for (int d = 0; d < s->n_days; d++) {
        unsigned under = g->busy[d];
        for (int i = 0; i < g->member.n; i++)
            under |= b->day[g->member.v[i] * s->n_days + d].sum.under;
        all[d] = under;
        have += __builtin_popcount(base_periods & ~under);
    }
    b->group_spare[number] = have > g->needed ? have - g->needed : 0;
    int missing = g->needed > have ? g->needed - have : 0;
    if (missing == b->group_missing[number])
        return;
    board_save(b, &b->group_missing[number], sizeof *b->group_missing);
    charge(b, g->weight, b->group_missing[number], missing);
    b->group_missing[number] = missing;
}

/* Lessons of the two blocks of a row at one day and period. */
static int at_one_time(const struct tt_board *b, const struct board_sync *row)
{
    const struct board_base *s = b->base;
    const struct board_task *x = &s->task[row->a], *y = &s->task[row->b];
    int n = 0;

    for (int i = 0; i < b->block[row->a].n; i++) {
        const struct board_lesson *p = &b->lesson[x->first + i];
        const int id = s->in->bells[x->school].v[p->position].id;
        for (int k = 0; k < b->block[row->b].n; k++) {
            const struct board_lesson *q = &b->lesson[y->first + k];
            n += p->day == q->day && id == s->in->bells[y->school].v[q->position].id;
        }
    }
    return n;
}

static int sync_missing(const struct tt_board *b, const struct board_sync_rule *r)
{
    const struct board_base *s = b->base;
    int missing = tt_sync_class_minima(s, r, b->same);

    for (int i = 0; i < s->in->n_sync; i++) {
        const struct board_sync *row = &s->sync[i];
        if (row->a >= 0 && row->b >= 0)
            missing += tt_sync_class_row(row, b->same[i], b->block[row->a].n, b->block[row->b].n);
    }
    return missing;
}

static void recount_sync_rules(struct tt_board *b)
{
    for (int i = 0; i < b->base->n_sync_rules; i++) {
        int missing = sync_missing(b, &b->base->sync_rule[i]);
        if (missing == b->sync_missing[i])
            continue;
        board_save(b, &b->sync_missing[i], sizeof *b->sync_missing);
        charge(b, b->base->sync_rule[i].weight, b->sync_missing[i], missing);
        b->sync_missing[i] = missing;
    }
}

void board_recount_sync(struct tt_board *b, int block)
{
    const struct board_task *task = &b->base->task[block];

    for (int i = 0; i < task->sync.n; i++) {
        int row = task->sync.v[i], same = at_one_time(b, &b->base->sync[row]);
        if (same == b->same[row])
            continue;
        board_save(b, &b->same[row], sizeof *b->same);
        b->same[row] = same;
    }
    recount_sync_rules(b);
}

void board_recount_rules(struct tt_board *b)
{
    for (int i = 0; i < b->base->n_groups; i++)
        board_recount_group(b, i);
    recount_sync_rules(b);
}

/* Has the other block of the row a lesson at the day and period of x? */
static bool joins(const struct tt_board *b, int other, int school, const struct board_lesson *x)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[other];
    const int id = s->in->bells[school].v[x->position].id;

    for (int i = 0; i < b->block[other].n; i++) {
        const struct board_lesson *y = &b->lesson[task->first + i];
        if (y->day == x->day && s->in->bells[task->school].v[y->position].id == id)
            return true;
    }
    return false;
}

int board_sync_change(const struct tt_board *b, const struct board_sync_rule *r, int number, int block,
                      const struct board_lesson *x)
{
    const struct board_sync *row = &b->base->sync[number];
    const bool first = row->a == block;
    const int same = b->same[number], n_a = b->block[row->a].n, n_b = b->block[row->b].n;
    const int more = joins(b, first ? row->b : row->a, b->base->task[block].school, x);

    return tt_sync_class_row(row, same + more, n_a + first, n_b + !first) -
           tt_sync_class_row(row, same, n_a, n_b) - (more && tt_sync_class_minima(b->base, r, b->same) > 0);
}
