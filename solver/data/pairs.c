/*
 * pairs.c - lists of pairs: which member is assisted by which lead.
 */
#include "solver/data/plan.h"
#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

void zj_pairs_add(struct zj_pairs *p, const struct zj_pair *x)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = *x;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct zj_pair *x = a, *y = b;
    const int p[] = {x->lead, x->member, x->round, x->form};
    const int q[] = {y->lead, y->member, y->round, y->form};

    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

void zj_pairs_sort(struct zj_pairs *p)
{
    if (p->n > 1)
        qsort(p->v, (size_t)p->n, sizeof *p->v, compare_pairs);
}

void zj_pairs_release(struct zj_pairs *p)
{
    free(p->v);
    memset(p, 0, sizeof *p);
}

void zj_pairs_of_tables(const struct zj_instance *in, struct zj_pairs *p)
{
    for (int i = 0; i < in->n_pairings; i++) {
        const struct zj_pairing *x = &in->pairing[i];
        zj_pairs_add(p, &(struct zj_pair){.lead = x->lead,
                                          .member = x->member,
                                          .form = x->form,
                                          .round = x->round,
                                          .metres = zj_metres(in, x->lead, x->member),
                                          .minutes = zj_minutes(in, x->lead, x->member)});
    }
    zj_pairs_sort(p);
}
