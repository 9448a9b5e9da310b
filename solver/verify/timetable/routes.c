#include "solver/verify/timetable/routes.h"

#include <stdlib.h>

/* Legs by teacher and day, in the order in which they were told. */
static int by_day(const void *pa, const void *pb, void *legs)
{
    const struct zj_leg *v = legs, *a = &v[*(const int *)pa], *b = &v[*(const int *)pb];

    if (a->teacher != b->teacher)
        return a->teacher < b->teacher ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return *(const int *)pa < *(const int *)pb ? -1 : 1;
}

static struct zj_leg leg_of(const struct vf_day *d, const struct vf_way *way)
{
    return (struct zj_leg){.teacher = d->teacher,
                           .day = d->day,
                           .from = way->from,
                           .to = way->to,
                           .depart = way->depart,
                           .arrive = way->arrive,
                           .minutes = way->minutes,
                           .metres = way->metres};
}

static bool agree(const struct zj_leg *said, const struct zj_leg *must)
{
    if (said->from != must->from || said->to != must->to)
        return false;
    return must->minutes == ZJ_NONE || (said->depart == must->depart && said->arrive == must->arrive &&
                                        said->minutes == must->minutes && said->metres == must->metres);
}

struct reading {
    const struct vf_week *w;
    const struct zj_legs *legs;
    const int *order; /* of the legs */
    int next;         /* place in order: the first leg that is not compared yet */
    vf_wrong_leg_fn *wrong;
    void *ctx;
};

/* The next leg when it is of this teacher and day, and goes to the leg after it. */
static const struct zj_leg *take(struct reading *x, int teacher, int day)
{
    const struct zj_leg *leg = x->next < x->legs->n ? &x->legs->v[x->order[x->next]] : NULL;

    if (!leg || leg->teacher != teacher || leg->day != day)
        return NULL;
    x->next++;
    return leg;
}

static void superfluous(struct reading *x, int teacher, int day, int number)
{
    for (const struct zj_leg *said; (said = take(x, teacher, day));)
        x->wrong(x->ctx, teacher, day, number++, said, NULL);
}

/* Legs of teachers and days before this one: nobody needs them. */
static void superfluous_days(struct reading *x, const struct vf_day *d)
{
    while (x->next < x->legs->n) {
        const struct zj_leg *leg = &x->legs->v[x->order[x->next]];

        if (d && (leg->teacher > d->teacher || (leg->teacher == d->teacher && leg->day >= d->day)))
            return;
        superfluous(x, leg->teacher, leg->day, 1);
    }
}

static void compare_day(struct reading *x, const struct vf_day *d)
{
    superfluous_days(x, d);
    for (int i = d->first_way; i < d->end_way; i++) {
        const struct zj_leg must = leg_of(d, &x->w->way[i]);
        const struct zj_leg *said = take(x, d->teacher, d->day);

        if (!said || !agree(said, &must))
            x->wrong(x->ctx, d->teacher, d->day, i - d->first_way + 1, said, &must);
    }
    superfluous(x, d->teacher, d->day, d->end_way - d->first_way + 1);
}

void vf_compare_legs(const struct vf_week *w, const struct zj_legs *legs, vf_wrong_leg_fn *wrong, void *ctx)
{
    int *order = zj_calloc((size_t)legs->n, sizeof *order);
    struct reading x = {w, legs, order, 0, wrong, ctx};

    for (int i = 0; i < legs->n; i++)
        order[i] = i;
    if (legs->n > 1)
        qsort_r(order, (size_t)legs->n, sizeof *order, by_day, legs->v);
    for (int k = 0; k < w->n_days; k++)
        compare_day(&x, &w->day[k]);
    superfluous_days(&x, NULL);
    free(order);
}
