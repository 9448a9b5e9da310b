/*
 * board_because.c - why lessons are missing: every place they might have had is looked at, and what bars it.
 */
#include "models/timetable/board_parts.h"
#include "models/timetable/digest.h"
#include "solver/data/week.h"

#include <stdlib.h>
#include <string.h>

/* What bars a lesson: positions of the policy file, or a limit of the tables. */
enum { BY_TABLES = -1 };

/* faults[position + 1]: does it bar the slot? Every fault counts: to lift one of several helps nobody. */
static void blame(char *faults, int position)
{
    faults[position + 1] = 1;
}

/* Hard rules with this id on the block; a limit of the tables when there is none. */
static void blame_block_rule(const struct tt_board *b, int block, enum zj_rule_id id, char *faults)
{
    const struct tt_problem *p = b->base->p;
    bool any = false;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (!r->hard || r->id != id || !tt_rule_speaks_of_block(p, r, block))
            continue;
        blame(faults, r->index);
        any = true;
    }
    if (!any)
        blame(faults, BY_TABLES);
}

/* Hard rules on the limits of a teacher that the day or week with the lesson breaks; columns likewise. */
static void blame_limits(const struct tt_board *b, const struct board_facts *f,
                         const struct board_week_facts *w, char *faults)
{
    const struct tt_problem *p = b->base->p;
    const int teacher = f->teacher->teacher;
    const struct tt_limits own = tt_digest_columns(p, teacher);

    if (board_limits_over(f, &own) + board_week_limits_over(w, &own) > 0)
        blame(faults, BY_TABLES);
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (!r->hard || !tt_rule_speaks_of_teacher(p, r, teacher))
            continue;
        const struct tt_limits l = tt_digest_rule(r);
        if (board_day_over(f, r->id, &l) + board_week_over(w, r->id, &l) > 0)
            blame(faults, r->index);
    }
}

static void blame_visits(const struct tt_board *b, int teacher, char *faults)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->hard && r->id == ZJ_R_visiting_days && tt_rule_speaks_of_teacher(p, r, teacher))
            blame(faults, r->index);
    }
}

/* What bars the block from one more lesson on the day of x, whoever gives it. */
static void blame_block(const struct tt_board *b, int block, const struct board_lesson *x, char *faults)
{
    const struct board_task *task = &b->base->task[block];
    const struct tt_block_limits *l = task->hard;
    const int n = b->block[block].n;
    struct board_lesson *v = zj_malloc((size_t)(n + 1) * sizeof *v);

    if (n > 0)
        memcpy(v, b->lesson + task->first, (size_t)n * sizeof *v);
    v[n] = *x;
    if (l->one_teacher && tt_one_teacher_block(v, n + 1) > 0)
        blame_block_rule(b, block, ZJ_R_one_teacher, faults);
    if (tt_spread_over(v, n + 1, l->max_day) > 0 || tt_spread_near(v, n + 1, l->min_gap) > 0)
        blame_block_rule(b, block, ZJ_R_spread, faults);
    if (l->doubles && tt_double_singles(b->base, block, v, n + 1) > 0)
        blame_block_rule(b, block, ZJ_R_double, faults);
    free(v);
}

/* What bars the teacher from the lesson; false when there is no time for it. */
static bool blame_teacher(const struct tt_board *b, int block, const struct board_lesson *x, char *faults)
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
        return false;
    board_insert_cell(day, &cell, now);
    board_count_facts(&f);
    if (tt_no_clash_day(&f) + tt_travel_time_day(&f) > 0)
        return false;
    w.n++;
    w.campuses += days == 0;
    for (int k = 0; k < 2; k++) {
        w.minutes[k] += f.minutes[k] - day->sum.minutes[k];
        w.metres[k] += f.metres[k] - day->sum.metres[k];
    }
    blame_limits(b, &f, &w, faults);
    if (cell.campus > 0 &&
        (!(reach->visit.days >> x->day & 1) || tt_visiting_short(&f, NULL) > 0 ||
         tt_visiting_days_over(__builtin_popcount(days | 1u << x->day), &reach->visit) > 0))
        blame_visits(b, t->teacher, faults);
    return true;
}

/* What bars the slot, nothing when it is free; false when there is no time for the lesson. */
static bool blame_slot(const struct tt_board *b, int block, struct board_able who, int day, int position,
                       char *faults)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];
    const struct zj_period *p = &s->in->bells[task->school].v[position];
    const struct board_lesson x = {(short)who.teacher, (signed char)day, (signed char)position};

    if (!(s->teacher[who.teacher].reach[who.reach].free[day] >> position & 1) ||
        zj_class_busy(s->in, s->in->block[block].class_id, task->school, day, p) ||
        b->taken[task->class_index * s->n_days + day] >> position & 1)
        return false;
    if (!blame_teacher(b, block, &x, faults))
        return false;
    if (!(task->hard->allowed >> position & 1))
        blame_block_rule(b, block, ZJ_R_avoid, faults);
    else if (!(board_allowed(b, block, who.teacher, who.reach, day) >> position & 1))
        blame(faults, BY_TABLES);
    else if (!(board_open(b, block, who.teacher, who.reach, day) >> position & 1))
        blame_block_rule(b, block, ZJ_R_room, faults);
    blame_block(b, block, &x, faults);
    return true;
}

/* The hard rule on wishes that keeps those away who have the subject, or -1. */
static int wish_rule(const struct tt_board *b, int block)
{
    const struct tt_problem *p = b->base->p;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        for (int t = 0; t < p->in->n_teachers && r->hard && r->id == ZJ_R_wishes; t++)
            if (tt_rule_speaks_of_teacher(p, r, t) && zj_may_teach(p->in, p->pol, t, &p->in->block[block]))
                return r->index;
    }
    return -1;
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

/* A slot for which there would be time, and what bars it. */
struct votes {
    int n, *of; /* by position + 1: slots barred */
    char *faults;
};

/* False when nothing bars the slot. */
static bool vote(struct votes *v)
{
    bool any = false;

    for (int i = 0; i < v->n; i++) {
        v->of[i] += v->faults[i];
        any |= v->faults[i];
    }
    return any;
}

/* Look at every slot; false when one is free. */
static bool vote_all(const struct tt_board *b, int block, struct votes *v)
{
    const struct board_base *s = b->base;
    const struct board_task *task = &s->task[block];

    for (int i = 0; i < s->n_able[task->group]; i++)
        for (int d = 0; d < s->n_days; d++)
            for (int k = 0; k < s->bells[task->school]->n; k++) {
                memset(v->faults, 0, (size_t)v->n);
                if (blame_slot(b, block, s->able[task->group][i], d, k, v->faults) && !vote(v))
                    return false;
            }
    return true;
}

/* What bars most slots, a rule of the policy before the tables; n = nothing does. */
static int commonest(const struct votes *v)
{
    int best = v->n, most = 0;

    for (int i = v->n - 1; i >= 0; i--)
        if (v->of[i] > 0 && (v->of[i] > most || (v->of[i] == most && i > 0))) {
            most = v->of[i];
            best = i;
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
    int last = 0;

    *rule = -1;
    if (s->n_able[group] == 0) {
        *rule = wish_rule(b, block);
        return *rule < 0 && !barred_by_pins(s->p, block) ? ZJ_NO_TEACHER : ZJ_BY_RULE;
    }
    if (all_full(b, group))
        return ZJ_NO_LOAD;
    for (int i = 0; i < pol->n_lesson_rules; i++)
        last = pol->lesson_rule[i].index > last ? pol->lesson_rule[i].index : last;
    struct votes v = {last + 2, zj_calloc((size_t)last + 2, sizeof *v.of), zj_calloc((size_t)last + 2, 1)};
    const bool barred = vote_all(b, block, &v);
    const int most = commonest(&v);
    free(v.of);
    free(v.faults);
    if (!barred)
        return ZJ_BY_LIMIT;
    if (most == v.n)
        return ZJ_NO_TIME;
    *rule = most - 1;
    return ZJ_BY_RULE;
}
