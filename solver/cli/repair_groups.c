#include "solver/cli/repair_groups.h"

#include <stdlib.h>

enum { MAX_CANDIDATES = 8, MAX_WIDE = 12 };

static int compare_change(const void *a, const void *b)
{
    const struct repair_change *x = a, *y = b;
    int64_t p = (int64_t)x->cost * x->least, q = (int64_t)y->cost * y->least;

    return p != q ? (p > q) - (p < q) : (x->what > y->what) - (x->what < y->what);
}

static void add_wide(struct repair_groups *g, const struct repair_change *change)
{
    struct repair_change c = *change;
    int at = 0;

    if (c.what != REPAIR_NUMBER && c.what != REPAIR_WAIVE)
        return;
    c.spot = (struct zj_spot){-1, -1, -1, -1};
    c.place = ZJ_EVERYWHERE;
    while (at < g->wide.n && !repair_same(&c, &g->wide.v[at]))
        at++;
    if (at == MAX_WIDE)
        return;
    if (at == g->wide.n) {
        repair_add(&g->wide, &c);
        ZJ_GROW(g->places, at, g->cap_places);
        g->places[at] = 0;
    }
    struct repair_change *own = &g->wide.v[at];
    g->places[at]++;
    own->least = own->least < c.least ? c.least : own->least;
    own->most = own->most < c.most ? c.most : own->most;
    own->cost = change->cost * (g->places[at] < 2 ? 2 : g->places[at]);
}

void repair_groups_add(struct repair_groups *g, const struct zj_plan *plan, int conflict)
{
    struct repair_changes all = {0}, *list = &g->group[g->n];

    for (int i = 0; i < plan->n_conflict; i++)
        if (plan->conflict[i].group == conflict)
            repair_candidates(g->what, &plan->conflict[i], g->a, &all);
    if (all.n)
        qsort(all.v, (size_t)all.n, sizeof *all.v, compare_change);
    for (int i = 0; i < all.n; i++) {
        bool again = false;
        for (int k = 0; k < i && !again; k++)
            again = repair_same(&all.v[i], &all.v[k]);
        if (!again)
            add_wide(g, &all.v[i]);
        if (!again && list->n < MAX_CANDIDATES)
            repair_add(list, &all.v[i]);
    }
    free(all.v);
    g->n += list->n > 0;
}

void repair_groups_release(struct repair_groups *g)
{
    for (int i = 0; i < REPAIR_MAX_GROUPS; i++)
        free(g->group[i].v);
    free(g->wide.v);
    free(g->places);
}
