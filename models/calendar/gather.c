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

void cal_gather_places(const struct cal_model *m, const struct zj_rule *r, const struct cal_places *p,
                       const struct cal_spans *s, bool by_subject, struct cal_gather *q)
{
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *x = &m->cell[c];
        const struct cal_who *w = &m->who[x->who];
        const int *place;
        int one, span = s->of_date[x->date];
        if (span < 0 || !cal_names(r, w->event) || (by_subject && w->g->subject < 0))
            continue;
        for (int n = cal_places_of(p, x, &one, &place); n > 0; n--, place++) {
            const int row = *place * s->n + span;
            if (by_subject)
                cal_put(q, row * m->in->words.n + w->g->subject, c, 1);
            else
                cal_put(q, row, c, r->measure == ZJ_OF_PERIODS ? w->e->periods : 1);
        }
    }
    cal_gathered(q);
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
