#include "models/secondment/burdens.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    return (*(const int64_t *)a > *(const int64_t *)b) - (*(const int64_t *)a < *(const int64_t *)b);
}

static void add(struct sec_burdens *c, int64_t v)
{
    ZJ_GROW(c->v, c->n, c->cap);
    c->v[c->n++] = v;
}

struct sec_burdens sec_burdens_of(const struct sec_run *r)
{
    struct sec_burdens c = {0};

    for (int b = 0; b < r->blocks.n; b++) {
        if (r->blocks.model[b].multi)
            return c;
    }
    add(&c, 0);
    for (int b = 0; b < r->blocks.n; b++) {
        for (int a = 0; a < r->blocks.model[b].n_arcs; a++)
            add(&c, r->blocks.model[b].arc[a].burden);
    }
    qsort(c.v, (size_t)c.n, sizeof *c.v, compare);
    int kept = 0;
    for (int i = 0; i < c.n; i++) {
        if (kept == 0 || c.v[i] != c.v[kept - 1])
            c.v[kept++] = c.v[i];
    }
    c.n = kept;
    return c;
}

int64_t sec_burden_middle(const struct sec_burdens *c, int64_t lo, int64_t hi)
{
    int first = 0, end = c->n;

    if (c->n == 0)
        return lo + (hi - 1 - lo) / 2;
    while (first < c->n && c->v[first] < lo)
        first++;
    while (end > 0 && c->v[end - 1] >= hi)
        end--;
    return first < end ? c->v[(first + end - 1) / 2] : lo;
}

int64_t sec_burden_above(const struct sec_burdens *c, int64_t v)
{
    for (int i = 0; i < c->n; i++) {
        if (c->v[i] > v)
            return c->v[i];
    }
    return v + 1;
}
