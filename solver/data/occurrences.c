/*
 * occurrences.c - lists of joint activities on their days.
 */
#include "solver/data/plan.h"

#include <stdlib.h>
#include <string.h>

void zj_calendar_add(struct zj_calendar *c, const struct zj_occurrence *x)
{
    ZJ_GROW(c->v, c->n, c->cap);
    c->v[c->n++] = *x;
}

int zj_compare_occurrences(const void *a, const void *b)
{
    const struct zj_occurrence *x = a, *y = b;
    const int p[] = {x->date, x->session, x->period, x->event, x->group, x->host, x->chair};
    const int q[] = {y->date, y->session, y->period, y->event, y->group, y->host, y->chair};

    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

void zj_calendar_sort(struct zj_calendar *c)
{
    if (c->n > 1)
        qsort(c->v, (size_t)c->n, sizeof *c->v, zj_compare_occurrences);
}

void zj_calendar_release(struct zj_calendar *c)
{
    free(c->v);
    memset(c, 0, sizeof *c);
}
