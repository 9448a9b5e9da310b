/*
 * board_because.c - why lessons are missing: every place they might have had is looked at, and what bars it.
 */
#include "models/timetable/board_parts.h"
#include "models/timetable/digest.h"
#include "solver/data/week.h"

#include <stdlib.h>
#include <string.h>

/* What bars a lesson: a position of the policy file, or one of these. */
enum { BY_COLUMN = -1, NO_TIME = -2, NOTHING = -3 };

/* A hard rule with this id that the day or week with the lesson breaks; BY_COLUMN when a column of the
   tables does. */
static int limit_at_fault(const struct tt_board *b, const struct board_facts *f,
                          const struct board_week_facts *w)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (!r->hard || !tt_rule_speaks_of_teacher(p, r, f->teacher->teacher))
            continue;
        const struct tt_limits l = tt_digest_rule(r);
        if (board_day_over(f, r->id, &l) + board_week_over(w, r->id, &l) > 0)
            return r->index;
    }
    return BY_COLUMN;
}

static int visit_rule(const struct tt_board *b, const struct board_facts *f)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->hard && r->id == ZJ_R_visiting_days && tt_rule_speaks_of_teacher(p, r, f->teacher->teacher))
            return r->index;
    }
    return BY_COLUMN;
}

/* A hard rule with this id on the block. */
static int block_rule(const struct tt_board *b, int block, enum zj_rule_id id)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->hard && r->id == id && tt_rule_speaks_of_block(p, r, block))
            return r->index;
    }
    return BY_COLUMN;
}

/* What bars the block from one more lesson on the day of x, whoever gives it. */
static int block_fault(const struct tt_board *b, int block, const struct board_lesson *x)
{
    const struct board_task *task = &b->base->task[block];
    const struct tt_block_limits *l = task->hard;
    const int n = b->block[block].n;
    struct board_lesson *v = zj_malloc((size_t)(n + 1) * sizeof *v);
    int fault = NOTHING;

    if (n > 0)
        memcpy(v, b->lesson + task->first, (size_t)n * sizeof *v);
    v[n] = *x;
    if (l->one_teacher && tt_one_teacher_block(v, n + 1) > 0)
        fault = block_rule(b, block, ZJ_R_one_teacher);
    else if (tt_spread_over(v, n + 1, l->max_day) > 0 || tt_spread_near(v, n + 1, l->min_gap) > 0)
        fault = block_rule(b, block, ZJ_R_spread);
    else if (l->doubles && tt_double_singles(b->base, block, v, n + 1) > 0)
        fault = block_rule(b, block, ZJ_R_double);
    free(v);
    return fault;
}

/* What bars the teacher from the lesson. */
static int teacher_fault(const struct tt_board *b, int block, const struct board_lesson *x)
{
    const struct board_base *s = b->base;
    const struct board_day *day = &b->day[x->teacher * s->n_days + x->day];
    const struct board_cell cell = board_cell_of(s, block, x);
    const struct board_teacher *t = &s->teacher[x->teacher];
    const struct board_reach *reach = &t->reach[cell.reach];
    const unsigned days = b->days_at[t->first_campus + cell.campus];
    struct board_cell now[BOARD_DAY_CELLS];
    struct board_week_facts w = b->week[x->teacher].facts;
    struct board_facts f = {.base = s, .teacher = t, .day = x->day, .n = day->n + 1, .cell = now};

    if (day->n == BOARD_DAY_CELLS)
        return NO_TIME;
    board_insert_cell(day, &cell, now);
    board_count_facts(&f);
    if (tt_no_clash_day(&f) + tt_travel_time_day(&f) > 0)
        return NO_TIME;
    w.n++;
    w.campuses += days == 0;
    for (int k = 0; k < 2; k++) {
        w.minutes[k] += f.minutes[k] - day->sum.minutes[k];
        w.metres[k] += f.metres[k] - day->sum.metres[k];
    }
    if (board_limits_over(&f, t->hard) + tt_idle_day(&f, t->hard) + board_week_limits_over(&w, t->hard) > 0)
        return limit_at_fault(b, &f, &w);
    if (cell.campus > 0 &&
        (!(reach->visit.days >> x->day & 1) || tt_visiting_short(&f, NULL) > 0 ||
         tt_visiting_days_over(__builtin_popcount(days | 1u << x->day), &reach->visit) > 0))
        return visit_rule(b, &f);
    return NOTHING;
}

static int slot_fault(const struct tt_board *b, int block, struct board_able who, int day, int position)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];
    const struct zj_period *p = &s->in->bells[task->school].v[position];
    const struct board_lesson x = {(short)who.teacher, (signed char)day, (signed char)position};
    int fault;

    if (!(s->teacher[who.teacher].reach[who.reach].free[day] >> position & 1) ||
        zj_class_busy(s->in, s->in->block[block].class_id, task->school, day, p) ||
        b->taken[task->class_index * s->n_days + day] >> position & 1)
        return NO_TIME;
    if (!(task->hard->allowed >> position & 1))
        return block_rule(b, block, ZJ_R_avoid);
    if (!(board_allowed(b, block, who.teacher, who.reach, day) >> position & 1))
        return BY_COLUMN;
    if (!(board_open(b, block, who.teacher, who.reach, day) >> position & 1))
        return block_rule(b, block, ZJ_R_room);
    fault = teacher_fault(b, block, &x);
    return fault != NOTHING ? fault : block_fault(b, block, &x);
}

/* Those who have the subject but for a hard rule on wishes. */
static int wish_rule(const struct tt_board *b, int block)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        for (int t = 0; t < p->in->n_teachers && r->hard && r->id == ZJ_R_wishes; t++)
            if (tt_rule_speaks_of_teacher(p, r, t) && zj_may_teach(p->in, p->pol, t, &p->in->block[block]))
                return r->index;
    }
    return NOTHING;
}

static bool all_full(const struct tt_board *b, int group)
{
    const struct board_base *s = b->base;

    for (int i = 0; i < s->n_able[group]; i++) {
        const int t = s->able[group][i].teacher;
        if (b->week[t].facts.n < s->teacher[t].hard->week)
            return false;
    }
    return true;
}

/* The fault that bars most of the slots for which there would be time; n = positions of the policy file. */
static int commonest_fault(const struct tt_board *b, int block, int *votes)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];
    int best = NO_TIME, most = 0;

    for (int i = 0; i < s->n_able[task->group]; i++)
        for (int d = 0; d < s->n_days; d++)
            for (int k = 0; k < s->bells[task->school]->n; k++) {
                const int fault = slot_fault(b, block, s->able[task->group][i], d, k);
                if (fault == NOTHING)
                    return NOTHING;
                if (fault != NO_TIME && ++votes[fault + 1] > most) {
                    most = votes[fault + 1];
                    best = fault;
                }
            }
    return best;
}

/* Somebody might teach the block, but for pins that forbid it. */
static bool barred_by_pins(const struct tt_problem *p, int block)
{
    for (int t = 0; t < p->in->n_teachers; t++)
        if (zj_may_teach(p->in, p->pol, t, &p->in->block[block]))
            return true;
    return false;
}

enum zj_because tt_board_because(const struct tt_board *b, int block, int *rule)
{
    const struct board_base *s = b->base;
    const struct zj_policy *pol = s->p->pol;
    const int group = s->task[block].group;
    int last = 0, fault;

    *rule = -1;
    if (s->n_able[group] == 0) {
        fault = wish_rule(b, block);
        *rule = fault == NOTHING ? -1 : fault;
        return fault == NOTHING && !barred_by_pins(s->p, block) ? ZJ_NO_TEACHER : ZJ_BY_RULE;
    }
    if (all_full(b, group))
        return ZJ_NO_LOAD;
    for (int i = 0; i < pol->n_lesson_rules; i++)
        last = pol->lesson_rule[i].index > last ? pol->lesson_rule[i].index : last;
    int *votes = zj_calloc((size_t)last + 2, sizeof *votes);
    fault = commonest_fault(b, block, votes);
    free(votes);
    if (fault == NOTHING)
        return ZJ_BY_LIMIT;
    if (fault == NO_TIME)
        return ZJ_NO_TIME;
    *rule = fault;
    return ZJ_BY_RULE;
}
