/*
 * parts.c - which groups have calendars that depend on each other.
 *
 * Two groups are joined when a school takes part in both or may be host of both, when they are of one
 * community, when they count at one place of an entry, and when a row of pins speaks of both. Everything
 * else that a rule looks at (people, rooms, weeks, turns) belongs to a school or a community.
 */
#include "models/calendar/cells.h"
#include "models/calendar/places.h"
#include "models/calendar/run.h"

#include <stdlib.h>

/* A forest: nodes are groups, then schools, then words (communities). */
struct forest {
    int *above;
};

static int root(const struct forest *f, int node)
{
    while (f->above[node] != node)
        node = f->above[node] = f->above[f->above[node]];
    return node;
}

/* The least node of a tree is its root. */
static void join(const struct forest *f, int a, int b)
{
    a = root(f, a);
    b = root(f, b);
    if (a < b)
        f->above[b] = a;
    else
        f->above[a] = b;
}

static void join_schools(const struct cal_model *m, const struct forest *f)
{
    for (int w = 0; w < m->n_who; w++) {
        const struct zj_group *g = m->who[w].g;
        for (int i = 0; i < g->schools.n; i++)
            join(f, w, m->n_who + g->schools.v[i]);
        for (int i = 0; i < g->hosts.n; i++)
            join(f, w, m->n_who + g->hosts.v[i]);
        if (g->community >= 0)
            join(f, w, m->n_who + m->in->n_schools + g->community);
    }
}

static bool has_places(const struct zj_rule *r)
{
    return r->id == ZJ_R_count || r->id == ZJ_R_distinct_subjects || r->id == ZJ_R_either_or ||
           r->id == ZJ_R_spacing;
}

static void join_places(struct cal_model *m, const struct forest *f, const struct zj_rule *r)
{
    struct cal_places p;

    cal_places_init(&p, m, r);
    int *first = zj_calloc((size_t)p.n + 1, sizeof *first); /* group that counts there, plus 1 */
    for (int w = 0; w < m->n_who; w++)
        for (int i = p.first[w]; i < p.first[w + 1]; i++) {
            int *at = &first[p.list[i]];
            if (*at > 0)
                join(f, *at - 1, w);
            *at = w + 1;
        }
    free(first);
}

static void join_pins(const struct cal_model *m, const struct forest *f)
{
    for (int i = 0; i < m->in->n_pins; i++) {
        int first = -1;
        for (int w = 0; w < m->n_who; w++) {
            if (m->in->pin[i].forbid || !cal_pin_concerns(m, &m->in->pin[i], w))
                continue;
            if (first >= 0)
                join(f, first, w);
            first = w;
        }
    }
}

int *cal_find_parts(const struct cal_scope *scope, int *n_parts, int *n_groups)
{
    struct cal_model m;

    cal_model_cells(&m, scope, CAL_MONTHS);
    const int n = m.n_who + m.in->n_schools + m.in->words.n;
    struct forest f = {zj_calloc((size_t)n + 1, sizeof *f.above)};
    int *part = zj_calloc((size_t)m.n_who + 1, sizeof *part);

    for (int i = 0; i < n; i++)
        f.above[i] = i;
    join_schools(&m, &f);
    for (int k = 0; k < m.pol->n_calendar_rules; k++)
        if (has_places(&m.pol->calendar_rule[k]))
            join_places(&m, &f, &m.pol->calendar_rule[k]);
    join_pins(&m, &f);
    *n_parts = 0;
    for (int w = 0; w < m.n_who; w++) {
        int first = root(&f, w); /* a group: they come before all other nodes */
        part[w] = first == w ? (*n_parts)++ : part[first];
    }
    *n_groups = m.n_who;
    *n_parts = *n_parts > 0 ? *n_parts : 1; /* places where no group counts belong to the first */
    free(f.above);
    cal_model_release(&m);
    return part;
}
