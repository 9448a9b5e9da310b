/*
 * gather.c - terms of rows come in the order of cells and leave in the order of rows.
 */
#include "models/calendar/places.h"

#include <stdlib.h>

void cal_put(struct cal_gather *q, int row, int col, int64_t val)
{
    ZJ_GROW(q->v, q->n, q->cap);
    q->v[q->n] = (struct cal_term){row, col, val, q->n};
    q->n++;
}

static int compare(const void *pa, const void *pb)
{
    const struct cal_term *a = pa, *b = pb;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->nth < b->nth ? -1 : a->nth > b->nth;
}

void cal_gathered(struct cal_gather *q)
{
    if (q->n > 1)
        qsort(q->v, (size_t)q->n, sizeof *q->v, compare);
    q->at = 0;
}

int cal_take(struct cal_gather *q, struct cal_model *m, int row)
{
    int n = 0;

    for (; q->at < q->n && q->v[q->at].row <= row; q->at++) {
        if (q->v[q->at].row < row)
            continue;
        mc_add(&m->p, q->v[q->at].col, q->v[q->at].val);
        n++;
    }
    return n;
}

void cal_put_schools(const struct cal_model *m, struct cal_gather *q, int c, int stride, int at)
{
    const struct cal_cell *x = &m->cell[c];
    const struct zj_group *g = m->who[x->who].g;

    for (int i = 0; i < g->schools.n; i++)
        cal_put(q, g->schools.v[i] * stride + at, c, 1);
    if (x->host >= 0 && !zj_ids_has(&g->schools, x->host))
        cal_put(q, x->host * stride + at, c, 1);
}

void cal_skip(struct cal_gather *q, int row)
{
    while (q->at < q->n && q->v[q->at].row < row)
        q->at++;
}

void cal_gather_release(struct cal_gather *q)
{
    free(q->v);
    *q = (struct cal_gather){0};
}
