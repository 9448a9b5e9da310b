/*
 * board_base.c - the tables and rules in the form in which a board asks for them.
 */
#include "models/timetable/board_base.h"

#include "models/timetable/digest.h"
#include "models/timetable/rules.h"

#include <stdlib.h>
#include <string.h>

void board_ids_add(struct board_base *s, struct zj_ids *ids, int v)
{
    /* Room for 2, 4, 8, … numbers: full when n is a power of two. */
    if (ids->n == 0 || (ids->n > 1 && (ids->n & (ids->n - 1)) == 0)) {
        int *old = ids->v;
        ids->v = zj_alloc_n(&s->arena, (size_t)(ids->n ? 2 * ids->n : 2), sizeof *ids->v);
        if (ids->n)
            memcpy(ids->v, old, (size_t)ids->n * sizeof *old);
    }
    ids->v[ids->n++] = v;
}

/* ---- bells ---------------------------------------------------------------------------------- */

static void set_bells(const struct zj_day_plan *base, const struct zj_day_plan *day, struct board_bells *out)
{
    out->n = day->n;
    for (int i = 0; i < day->n; i++) {
        const struct zj_period *p = &day->v[i];
        struct board_bell *b = &out->v[i];
        *b = (struct board_bell){
            .start = (short)p->start, .end = (short)p->end, .session = (unsigned char)p->session};
        for (int k = 0; k < base->n; k++) {
            const struct zj_period *q = &base->v[k];
            b->covers |= (unsigned)zj_periods_overlap(p, q) << k;
            b->after |= (unsigned)(q->start >= p->end) << k;
            b->before |= (unsigned)(q->end <= p->start) << k;
            if (q->id == p->id)
                b->order = (unsigned char)k;
        }
    }
    for (int m = 0, i = 0; m <= BOARD_DAY_MINUTES; m++) {
        while (i < day->n && day->v[i].start < m)
            i++;
        out->first_from[m] = (unsigned char)i;
    }
}

static int compare_periods(const void *a, const void *b)
{
    const struct zj_period *x = a, *y = b;

    return x->start != y->start ? (x->start < y->start ? -1 : 1) : x->id - y->id;
}

/* Schools that ring like an earlier one share its bells. */
static void make_bells(struct board_base *s)
{
    const struct zj_instance *in = s->in;
    struct zj_period *v = zj_alloc_n(&s->arena, (size_t)in->n_periods, sizeof *v);
    const struct zj_day_plan base = {in->n_periods, v};

    memcpy(v, in->period, (size_t)in->n_periods * sizeof *v);
    qsort(v, (size_t)in->n_periods, sizeof *v, compare_periods);
    set_bells(&base, &base, &s->base_bells);
    s->bells = zj_alloc_n(&s->arena, (size_t)in->n_schools, sizeof *s->bells);
    for (int i = 0; i < in->n_schools; i++) {
        for (int k = 0; k < i && !s->bells[i]; k++)
            if (in->bells[k].v == in->bells[i].v)
                s->bells[i] = s->bells[k];
        if (s->max_positions < in->bells[i].n)
            s->max_positions = in->bells[i].n;
        if (s->bells[i])
            continue;
        struct board_bells *own = zj_alloc(&s->arena, sizeof *own);
        set_bells(&base, &in->bells[i], own);
        s->bells[i] = own;
    }
}

/* ---- teachers ------------------------------------------------------------------------------- */

static bool on_teachers(enum zj_rule_id id)
{
    return id == ZJ_R_load || id == ZJ_R_schools || id == ZJ_R_travel_limit || id == ZJ_R_half_day ||
           id == ZJ_R_idle || id == ZJ_R_fairness;
}

static void charge_teacher(struct board_base *s, struct board_teacher *t)
{
    const struct zj_policy *pol = s->p->pol;
    const struct tt_visit_limits free = {.days = ~0u, .max_days = s->n_days, .min_periods = 1};

    t->charge = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *t->charge);
    t->visit_charge = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *t->visit_charge);
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->hard || !tt_rule_speaks_of_teacher(s->p, r, t->teacher))
            continue;
        if (on_teachers(r->id))
            t->charge[t->n_charges++] =
                (struct board_charge){.rule = r->id, .weight = r->weight, .limits = tt_digest_rule(r)};
        if (r->id != ZJ_R_visiting_days)
            continue;
        struct board_visit_charge *v = &t->visit_charge[t->n_visit_charges++];
        *v = (struct board_visit_charge){.weight = r->weight, .limits = free};
        tt_digest_visits(&v->limits, r);
    }
}

static bool looks_at_week(const struct tt_limits *l)
{
    for (int k = 0; k < 2; k++)
        if (l->week_minutes[k] != TT_NO_LIMIT || l->week_metres[k] != TT_NO_LIMIT)
            return true;
    return false;
}

static void make_teachers(struct board_base *s)
{
    s->n_teachers = s->p->n_active;
    s->teacher = zj_alloc_n(&s->arena, (size_t)s->n_teachers, sizeof *s->teacher);
    s->number = zj_alloc_n(&s->arena, (size_t)s->in->n_teachers, sizeof *s->number);
    for (int i = 0; i < s->in->n_teachers; i++)
        s->number[i] = -1;
    for (int i = 0; i < s->n_teachers; i++) {
        struct board_teacher *t = &s->teacher[i];
        t->teacher = s->p->active[i];
        t->home = s->in->teacher[t->teacher].school;
        t->hard = &s->p->limits[t->teacher];
        s->number[t->teacher] = i;
        charge_teacher(s, t);
        t->week_ways = looks_at_week(t->hard);
        for (int k = 0; k < t->n_charges; k++)
            t->week_ways |= looks_at_week(&t->charge[k].limits);
    }
}

const struct board_reach *board_reach_of(const struct board_teacher *t, int school)
{
    int lo = 0, hi = t->n_reach;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;
        if (t->reach[mid].school < school)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < t->n_reach && t->reach[lo].school == school ? &t->reach[lo] : NULL;
}

/* ---- blocks --------------------------------------------------------------------------------- */

static bool on_blocks(enum zj_rule_id id)
{
    return id == ZJ_R_one_teacher || id == ZJ_R_spread || id == ZJ_R_double;
}

static void charge_block(struct board_base *s, int block)
{
    const struct zj_policy *pol = s->p->pol;
    struct board_task *task = &s->task[block];

    task->charge = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *task->charge);
    task->together = task->hard->one_teacher;
    task->doubles = task->hard->doubles;
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->hard || !on_blocks(r->id) || !tt_rule_speaks_of_block(s->p, r, block))
            continue;
        task->charge[task->n_charges++] = (struct board_block_charge){r, r->weight};
        task->together |= r->id == ZJ_R_one_teacher;
        task->doubles |= r->id == ZJ_R_double;
    }
}

/* The class of the block among those met so far: blocks of one class at one school stand together. */
static int class_index(struct board_base *s, int block)
{
    const struct zj_block *b = &s->in->block[block];

    if (block > 0 && b[-1].class_id == b->class_id && b[-1].school == b->school)
        return s->task[block - 1].class_index;
    return s->n_classes++;
}

static void make_tasks(struct board_base *s)
{
    s->n_blocks = s->in->n_blocks;
    s->task = zj_alloc_n(&s->arena, (size_t)s->n_blocks, sizeof *s->task);
    for (int i = 0; i < s->n_blocks; i++) {
        const struct zj_block *b = &s->in->block[i];
        struct board_task *task = &s->task[i];
        *task = (struct board_task){.school = b->school,
                                    .class_index = class_index(s, i),
                                    .group = s->p->group_of[i],
                                    .periods = b->periods,
                                    .priority = b->priority,
                                    .first = s->n_lessons,
                                    .hard = &s->p->block[i]};
        s->n_lessons += b->periods;
        for (int d = 0; d < s->n_days; d++)
            for (int k = 0; k < s->bells[b->school]->n; k++)
                task->open[d] |= (unsigned)tt_block_open(s->p, i, d, k) << k;
        charge_block(s, i);
    }
}

/* Blocks are in the order of their schools. */
static void list_schools(struct board_base *s)
{
    const int n = s->in->n_schools;

    s->first_block = zj_alloc_n(&s->arena, (size_t)n + 1, sizeof *s->first_block);
    s->near = zj_alloc_n(&s->arena, (size_t)n, sizeof *s->near);
    for (int i = 0; i < s->n_blocks; i++)
        s->first_block[s->task[i].school + 1]++;
    for (int i = 0; i < n; i++) {
        if (s->first_block[i + 1] > 0)
            s->near[s->n_near++] = i;
        s->first_block[i + 1] += s->first_block[i];
    }
}

struct board_base *board_base_new(const struct tt_problem *p, const struct zj_lessons *keep)
{
    struct board_base *s = zj_calloc(1, sizeof *s);

    s->users = 1;
    s->p = p;
    s->in = p->in;
    s->n_days = p->in->n_days;
    make_bells(s);
    make_teachers(s);
    make_tasks(s);
    list_schools(s);
    tt_scope_list(s);
    for (int i = 0; i < s->n_teachers; i++) {
        s->teacher[i].first_campus = s->n_campuses;
        s->n_campuses += s->teacher[i].n_campuses;
    }
    tt_wishes_learn(s);
    tt_avoid_learn(s);
    tt_need_learn(s);
    tt_room_learn(s);
    tt_common_free_learn(s);
    tt_sync_class_learn(s);
    tt_pins_learn(s);
    tt_stability_learn(s, keep);
    return s;
}

void board_base_drop(struct board_base *base)
{
    if (--base->users > 0)
        return;
    zj_arena_release(&base->arena);
    free(base);
}
