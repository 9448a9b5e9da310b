/*
 * lessons.c - lists of lessons and of the ways between them.
 */
#include "solver/data/plan.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"

#include <stdlib.h>
#include <string.h>

void zj_lessons_add(struct zj_lessons *p, const struct zj_lesson *x)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = *x;
}

void zj_lessons_release(struct zj_lessons *p)
{
    free(p->v);
    memset(p, 0, sizeof *p);
}

void zj_legs_add(struct zj_legs *p, const struct zj_leg *x)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = *x;
}

void zj_legs_release(struct zj_legs *p)
{
    free(p->v);
    memset(p, 0, sizeof *p);
}

static int start_of(const struct zj_instance *in, const struct zj_lesson *x)
{
    const struct zj_period *p = zj_period_at(in, x->school, x->period);

    return p ? p->start : x->period;
}

static int compare_lessons(const void *a, const void *b, void *instance)
{
    const struct zj_lesson *x = a, *y = b;
    const int p[] = {x->teacher, x->day,   start_of(instance, x), x->school, x->class_id,
                     x->subject, x->period};
    const int q[] = {y->teacher, y->day,   start_of(instance, y), y->school, y->class_id,
                     y->subject, y->period};

    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

void zj_lessons_sort(const struct zj_instance *in, struct zj_lessons *p)
{
    if (p->n > 1)
        qsort_r(p->v, (size_t)p->n, sizeof *p->v, compare_lessons, (void *)(uintptr_t)in);
}

/* The way between two schools; leaves at `depart`, or so as to arrive at `arrive` when depart is ZJ_NONE. */
static void add_way(const struct zj_instance *in, const struct zj_lesson *x, int from, int to, int depart,
                    int arrive, struct zj_legs *legs)
{
    int minutes = zj_minutes(in, from, to), way = minutes == ZJ_NONE ? 0 : minutes;
    struct zj_leg leg = {.teacher = x->teacher,
                         .day = x->day,
                         .from = from,
                         .to = to,
                         .depart = depart == ZJ_NONE ? arrive - way : depart,
                         .minutes = minutes,
                         .metres = zj_metres(in, from, to)};

    leg.arrive = leg.depart + way;
    zj_legs_add(legs, &leg);
}

/* The ways of one teacher on one day: lessons a .. b - 1. */
static void day_legs(const struct zj_instance *in, const struct zj_lesson *a, const struct zj_lesson *b,
                     int settle, struct zj_legs *legs)
{
    int home = in->teacher[a->teacher].school;
    const struct zj_lesson *last = b - 1;

    if (!zj_same_campus(in, home, a->school))
        add_way(in, a, home, a->school, ZJ_NONE, start_of(in, a) - settle, legs);
    for (const struct zj_lesson *x = a; x + 1 < b; x++) {
        const struct zj_period *p = zj_period_at(in, x->school, x->period);
        if (!zj_same_campus(in, x->school, x[1].school))
            add_way(in, x, x->school, x[1].school, p ? p->end : x->period, 0, legs);
    }
    const struct zj_period *p = zj_period_at(in, last->school, last->period);
    if (!zj_same_campus(in, last->school, home))
        add_way(in, last, last->school, home, p ? p->end : last->period, 0, legs);
}

void zj_lesson_legs_of(const struct zj_instance *in, const struct zj_lessons *sorted, const int *settle,
                       struct zj_legs *legs)
{
    for (int a = 0, b; a < sorted->n; a = b) {
        for (b = a + 1; b < sorted->n && sorted->v[b].teacher == sorted->v[a].teacher &&
                        sorted->v[b].day == sorted->v[a].day;)
            b++;
        day_legs(in, sorted->v + a, sorted->v + b, settle[sorted->v[a].teacher], legs);
    }
}

void zj_lesson_legs(const struct zj_instance *in, const struct zj_lessons *sorted, int settle,
                    struct zj_legs *legs)
{
    int *all = zj_malloc((size_t)in->n_teachers * sizeof *all);

    for (int t = 0; t < in->n_teachers; t++)
        all[t] = settle;
    zj_lesson_legs_of(in, sorted, all, legs);
    free(all);
}
