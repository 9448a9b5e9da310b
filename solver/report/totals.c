/*
 * totals.c - the findings of a verdict, added up by rule.
 */
#include "solver/report/parts.h"

#include <stdlib.h>

/* Findings of one rule mostly stand together: the total that was met last is tried first. */
static struct rep_total *total_of(struct rep_total *v, int n, int last, const struct zj_finding *f)
{
    if (n > 0 && v[last].rule == f->rule && v[last].index == f->index)
        return &v[last];
    for (int i = 0; i < n; i++)
        if (v[i].rule == f->rule && v[i].index == f->index)
            return &v[i];
    return NULL;
}

struct rep_total *rep_add_up(const struct zj_verdict *v, int *n)
{
    struct rep_total *totals = NULL;
    int cap = 0, last = 0;

    *n = 0;
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        struct rep_total *t = total_of(totals, *n, last, f);
        if (!t) {
            ZJ_GROW(totals, *n, cap);
            t = &totals[(*n)++];
            *t = (struct rep_total){.rule = f->rule, .index = f->index, .first = i};
        }
        last = (int)(t - totals);
        t->places++;
        t->met += f->ok;
        t->shortfall += f->shortfall;
    }
    return totals;
}
