#include "solver/verify/tiers.h"

#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

/* One way, in minutes; a road that nobody knows weighs nothing here (the kind's limits refuse it). */
static int64_t way(const struct zj_instance *in, int from, int to)
{
    int minutes = zj_minutes(in, from, to);

    return minutes == ZJ_NONE ? 0 : minutes;
}

/* Terms that a posting of history weighs: its own column, else half-years, at least one. */
static int64_t history_terms(const struct zj_history *h, const struct vf_stay *s)
{
    if (h->terms != ZJ_NONE)
        return h->terms;
    int64_t half_years = ((int64_t)s->end - s->start + 1 + 90) / 180;
    return half_years < 1 ? 1 : half_years;
}

/* Terms away times minutes of one teacher, past and planned; -1 without a posting in the plan. */
static int64_t burden(const struct vf_check *c, int teacher)
{
    bool planned = false;
    int64_t sum = 0;

    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next) {
        const struct vf_stay *s = &c->stays.v[i];
        int64_t terms = s->planned ? c->plan->v[s->row].terms : history_terms(&c->in->history[s->row], s);

        planned |= s->planned;
        sum = vf_plus(sum, vf_times(terms, way(c->in, s->from, s->to)));
    }
    return planned ? sum : -1;
}

static int compare(const void *pa, const void *pb)
{
    const struct zj_posting *a = pa, *b = pb;
    int x[] = {a->teacher, a->kind, a->from, a->to, a->start, a->terms, a->subject};
    int y[] = {b->teacher, b->kind, b->from, b->to, b->start, b->terms, b->subject};

    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

/* A sorted copy on the heap. */
static struct zj_posting *sorted(const struct zj_postings *p)
{
    struct zj_posting *v = zj_calloc((size_t)p->n, sizeof *v);

    if (p->n > 0) {
        memcpy(v, p->v, (size_t)p->n * sizeof *v);
        qsort(v, (size_t)p->n, sizeof *v, compare);
    }
    return v;
}

int64_t vf_changes(const struct zj_postings *a, const struct zj_postings *b)
{
    struct zj_posting *x = sorted(a), *y = sorted(b);
    int i = 0, k = 0;
    int64_t n = 0;

    while (i < a->n || k < b->n) {
        int order = i == a->n ? 1 : k == b->n ? -1 : compare(&x[i], &y[k]);

        n += order != 0;
        i += order <= 0;
        k += order >= 0;
    }
    free(x);
    free(y);
    return n;
}

static void count_wishes(struct vf_check *c)
{
    int64_t *sum = &c->v->tier[ZJ_T_WISHES];

    for (int w = 0; w < c->in->n_wishes; w++) {
        const struct zj_wish *wish = &c->in->wish[w];

        for (int i = c->stays.of_teacher[wish->teacher]; i >= 0; i = c->stays.v[i].next)
            if (c->stays.v[i].planned && c->stays.v[i].to == wish->to)
                *sum = vf_plus(*sum, -wish->level);
    }
}

void vf_tiers(struct vf_check *c)
{
    int64_t *tier = c->v->tier;

    for (int t = 0; t < c->in->n_teachers; t++) {
        int64_t b = burden(c, t);

        if (b > tier[ZJ_T_FAIRNESS])
            tier[ZJ_T_FAIRNESS] = b;
    }
    for (int i = 0; i < c->plan->n; i++) {
        const struct zj_posting *p = &c->plan->v[i];

        tier[ZJ_T_TRAVEL] = vf_plus(tier[ZJ_T_TRAVEL], vf_times(p->terms, way(c->in, p->from, p->to)));
    }
    count_wishes(c);
    if (c->keep)
        tier[ZJ_T_STABILITY] = vf_changes(c->plan, c->keep);
}
