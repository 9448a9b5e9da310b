#include "solver/data/week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CLASS_ID = 64 + 1 + 4 * 64 + 16 };

static void add_block(struct zj_instance *in, int *cap, int row, int class_id)
{
    const struct zj_demand *d = &in->demand[row];

    if (in->n_blocks == *cap) {
        struct zj_block *old = in->block;
        *cap = *cap ? 2 * *cap : 64;
        in->block = zj_alloc_n(&in->arena, (size_t)*cap, sizeof *in->block);
        if (in->n_blocks)
            memcpy(in->block, old, (size_t)in->n_blocks * sizeof *old);
    }
    in->block[in->n_blocks++] = (struct zj_block){
        .class_id = class_id,
        .school = d->school,
        .subject = d->subject,
        .periods = d->periods,
        .max_per_day = d->max_per_day,
        .teacher = d->teacher,
        .priority = d->priority == ZJ_NONE ? 1 : d->priority,
        .demand = row,
    };
}

static int compare_blocks(const void *a, const void *b)
{
    const struct zj_block *x = a, *y = b;
    const int p[] = {x->school, x->class_id, x->demand}, q[] = {y->school, y->class_id, y->demand};

    for (int i = 0; i < 3; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

static void resolve_blocks(struct zj_instance *in)
{
    char id[MAX_CLASS_ID];
    int cap = 0;

    in->n_blocks = 0;
    in->block = NULL;
    for (int i = 0; i < in->n_demand; i++) {
        const struct zj_demand *d = &in->demand[i];
        if (d->periods <= 0)
            continue;
        if (d->class_id >= 0) {
            add_block(in, &cap, i, d->class_id);
            continue;
        }
        for (int k = 1; !d->whole && d->grade >= 0 && k <= d->classes; k++) {
            snprintf(id, sizeof id, "%s-%s-%d", in->school[d->school].id, zj_word(in, d->grade), k);
            add_block(in, &cap, i, zj_intern(&in->words, &in->arena, id));
        }
    }
    if (in->n_blocks > 1)
        qsort(in->block, (size_t)in->n_blocks, sizeof *in->block, compare_blocks);
}

static int compare_periods(const void *a, const void *b)
{
    const struct zj_period *x = a, *y = b;

    return x->start != y->start ? (x->start < y->start ? -1 : 1) : x->id - y->id;
}

static void resolve_bells(struct zj_instance *in)
{
    struct zj_period *base = zj_alloc_n(&in->arena, (size_t)in->n_periods, sizeof *base);

    struct zj_period **own = zj_calloc((size_t)in->n_schools, sizeof *own);
    int *n = zj_calloc((size_t)in->n_schools, sizeof *n);

    in->bells = zj_alloc_n(&in->arena, (size_t)in->n_schools, sizeof *in->bells);
    if (in->n_periods > 0)
        memcpy(base, in->period, (size_t)in->n_periods * sizeof *base);
    qsort(base, (size_t)in->n_periods, sizeof *base, compare_periods);
    for (int i = 0; i < in->n_bells; i++)
        n[in->bell[i].school]++;
    for (int s = 0; s < in->n_schools; s++) {
        if (n[s] > 0)
            own[s] = zj_alloc_n(&in->arena, (size_t)n[s], sizeof **own);
        n[s] = 0;
    }
    for (int i = 0; i < in->n_bells; i++)
        own[in->bell[i].school][n[in->bell[i].school]++] = in->bell[i].period;
    for (int s = 0; s < in->n_schools; s++) {
        if (own[s])
            qsort(own[s], (size_t)n[s], sizeof **own, compare_periods);
        in->bells[s] =
            own[s] ? (struct zj_day_plan){n[s], own[s]} : (struct zj_day_plan){in->n_periods, base};
    }
    free(own);
    free(n);
}

static int compare_busy(const void *a, const void *b, void *instance)
{
    const struct zj_instance *in = instance;
    int i = *(const int *)a, k = *(const int *)b;
    const struct zj_busy *x = &in->busy[i], *y = &in->busy[k];

    if (x->who != y->who)
        return x->who < y->who ? -1 : 1;
    if (x->index != y->index)
        return x->index < y->index ? -1 : 1;
    return i - k;
}

void zj_busy_resolve(struct zj_instance *in)
{
    in->busy_order = zj_alloc_n(&in->arena, (size_t)in->n_busy, sizeof *in->busy_order);
    for (int i = 0; i < in->n_busy; i++) {
        struct zj_busy *b = &in->busy[i];
        b->index = b->who == ZJ_WHO_TEACHER  ? zj_find_teacher(in, b->id)
                   : b->who == ZJ_WHO_SCHOOL ? zj_find_school(in, b->id)
                                             : zj_intern(&in->words, &in->arena, b->id);
        in->busy_order[i] = i;
    }
    if (in->n_busy > 1)
        qsort_r(in->busy_order, (size_t)in->n_busy, sizeof *in->busy_order, compare_busy, in);
}

void zj_week_resolve(struct zj_instance *in)
{
    resolve_blocks(in);
    resolve_bells(in);
    zj_busy_resolve(in);
}

int zj_period_position(const struct zj_instance *in, int school, int id)
{
    const struct zj_day_plan *d = &in->bells[school];

    for (int i = 0; i < d->n; i++)
        if (d->v[i].id == id)
            return i;
    return -1;
}

const struct zj_period *zj_period_at(const struct zj_instance *in, int school, int id)
{
    int i = zj_period_position(in, school, id);

    return i >= 0 ? &in->bells[school].v[i] : NULL;
}

bool zj_periods_overlap(const struct zj_period *a, const struct zj_period *b)
{
    return a->start < b->end && b->start < a->end;
}

/* First place in busy_order that is not before (who, index). */
static int first_busy(const struct zj_instance *in, enum zj_who who, int index)
{
    int lo = 0, hi = in->n_busy;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;
        const struct zj_busy *b = &in->busy[in->busy_order[mid]];
        if (b->who < who || (b->who == who && b->index < index))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static bool names(const struct zj_busy *b, int day, int id)
{
    return (b->day < 0 || b->day == day) && (b->from == 0 || (b->from <= id && id <= b->to));
}

static bool named_busy(const struct zj_instance *in, enum zj_who who, int index, int day, int id)
{
    for (int i = first_busy(in, who, index); i < in->n_busy; i++) {
        const struct zj_busy *b = &in->busy[in->busy_order[i]];
        if (b->who != who || b->index != index)
            return false;
        if (names(b, day, id))
            return true;
    }
    return false;
}

bool zj_teacher_busy(const struct zj_instance *in, int teacher, int day, const struct zj_period *p)
{
    for (int i = 0; i < in->n_periods; i++)
        if (zj_periods_overlap(&in->period[i], p) &&
            named_busy(in, ZJ_WHO_TEACHER, teacher, day, in->period[i].id))
            return true;
    return false;
}

bool zj_class_busy(const struct zj_instance *in, int class_id, int school, int day, const struct zj_period *p)
{
    return named_busy(in, ZJ_WHO_CLASS, class_id, day, p->id) ||
           named_busy(in, ZJ_WHO_SCHOOL, school, day, p->id);
}

bool zj_same_campus(const struct zj_instance *in, int a, int b)
{
    return a == b || (in->school[a].campus >= 0 && in->school[a].campus == in->school[b].campus);
}

static bool widened(const struct zj_policy *pol)
{
    for (int r = 0; r < pol->n_lesson_rules; r++)
        if (pol->lesson_rule[r].id == ZJ_R_scope && pol->lesson_rule[r].within == ZJ_WITHIN_COUNTY)
            return true;
    return false;
}

bool zj_may_teach(const struct zj_instance *in, const struct zj_policy *pol, int teacher,
                  const struct zj_block *b)
{
    const struct zj_teacher *t = &in->teacher[teacher];

    if (b->teacher >= 0)
        return b->teacher == teacher;
    if (t->away || !zj_ids_has(&t->subjects, b->subject))
        return false;
    int community = in->school[t->school].community;
    return t->school == b->school || (community >= 0 && in->school[b->school].community == community) ||
           widened(pol);
}
