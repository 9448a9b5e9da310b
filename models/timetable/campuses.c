#include "models/timetable/campuses.h"

#include "solver/data/travel.h"

void tt_campuses_init(struct tt_campuses *c, const struct zj_instance *in, struct zj_arena *a)
{
    c->n = 0;
    c->of = zj_alloc_n(a, (size_t)in->n_schools, sizeof *c->of);
    c->list = zj_alloc_n(a, (size_t)in->n_schools, sizeof *c->list);
    for (int s = 0; s < in->n_schools; s++) {
        c->of[s] = -1;
        for (int q = 0; q < s && c->of[s] < 0; q++)
            if (zj_same_campus(in, q, s))
                c->of[s] = c->of[q];
        if (c->of[s] < 0)
            c->of[s] = c->n++;
        c->list[c->of[s]].n++;
    }
    for (int k = 0; k < c->n; k++) {
        c->list[k].v = zj_alloc_n(a, (size_t)c->list[k].n, sizeof *c->list[k].v);
        c->list[k].n = 0;
    }
    for (int s = 0; s < in->n_schools; s++)
        c->list[c->of[s]].v[c->list[c->of[s]].n++] = s;
}

static void shorten(struct tt_way *w, const struct zj_instance *in, int from, int to)
{
    int minutes = zj_minutes(in, from, to), metres = zj_metres(in, from, to);

    if (minutes == ZJ_NONE)
        return;
    w->minutes = w->minutes < minutes ? w->minutes : minutes;
    w->metres = w->metres < metres ? w->metres : metres;
}

/* Ways between the lists of schools of two campuses. */
static struct tt_way shortest(const struct zj_instance *in, const struct zj_ids *a, const struct zj_ids *b)
{
    struct tt_way w = {TT_NO_LIMIT, TT_NO_LIMIT};

    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < b->n; k++)
            shorten(&w, in, a->v[i], b->v[k]);
    return w;
}

static void find_ways(struct tt_reach *r, const struct zj_instance *in, const struct tt_campuses *c, int home,
                      struct zj_arena *a)
{
    struct zj_ids alone = {1, &home};

    r->way = zj_alloc_n(a, (size_t)r->n * (size_t)r->n, sizeof *r->way);
    r->out = zj_alloc_n(a, (size_t)r->n, sizeof *r->out);
    r->back = zj_alloc_n(a, (size_t)r->n, sizeof *r->back);
    for (int i = 0; i < r->n; i++) {
        const struct zj_ids *here = &c->list[r->campus[i]];
        for (int k = 0; k < r->n; k++)
            r->way[i * r->n + k] = shortest(in, here, &c->list[r->campus[k]]);
        r->out[i] = shortest(in, &alone, here);
        r->back[i] = shortest(in, here, &alone);
    }
}

void tt_reach_init(struct tt_reach *r, const struct tt_problem *p, const struct tt_campuses *c, int teacher,
                   struct zj_arena *a)
{
    const struct zj_ids *may = &p->may[teacher];
    const int home = c->of[p->in->teacher[teacher].school];

    *r = (struct tt_reach){.home = -1};
    r->campus = zj_alloc_n(a, (size_t)may->n, sizeof *r->campus);
    for (int i = 0; i < may->n; i++) {
        int k = c->of[p->group[may->v[i]].school], at = 0;
        while (at < r->n && r->campus[at] != k)
            at++;
        if (at < r->n)
            continue;
        if (k == home)
            r->home = r->n;
        r->campus[r->n++] = k;
    }
    find_ways(r, p->in, c, p->in->teacher[teacher].school, a);
}
