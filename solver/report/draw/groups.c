#include "solver/report/draw/groups.h"

#include "solver/base/i18n.h"
#include "solver/report/parts.h"

#include <stdlib.h>
#include <string.h>

static struct rep_group *add_group(struct rep_groups *g, const char *title, int room)
{
    ZJ_GROW(g->group, g->n, g->cap);
    g->group[g->n] = (struct rep_group){.title = title,
                                        .lead = zj_alloc_n(&g->arena, (size_t)room, sizeof(int)),
                                        .member = zj_alloc_n(&g->arena, (size_t)room, sizeof(int))};
    return &g->group[g->n++];
}

static void add_community(struct rep_groups *g, const struct zj_instance *in, int community)
{
    struct rep_group *x =
        add_group(g, community < 0 ? _("no community") : zj_word(in, community), in->n_schools);

    for (int s = 0; s < in->n_schools; s++) {
        if (in->school[s].community != community)
            continue;
        if (in->school[s].role == ZJ_LEAD)
            x->lead[x->n_leads++] = s;
        else
            x->member[x->n_members++] = s;
    }
}

static void add_communities(struct rep_groups *g, const struct zj_instance *in)
{
    bool *seen = zj_calloc((size_t)in->words.n + 1, sizeof *seen), alone = false;

    for (int s = 0; s < in->n_schools; s++) {
        int community = in->school[s].community;
        alone = alone || community < 0;
        if (community < 0 || seen[community])
            continue;
        seen[community] = true;
        add_community(g, in, community);
    }
    if (alone)
        add_community(g, in, -1);
    free(seen);
}

/* Pairs are sorted by lead. */
static void add_pairs(struct rep_groups *g, const struct rep_case *r)
{
    const struct zj_pairs *p = &r->plan->pairs;

    for (int i = 0; i < p->n; i++) {
        if (i == 0 || p->v[i].lead != p->v[i - 1].lead) {
            struct rep_group *x = add_group(g, r->in->school[p->v[i].lead].name, p->n);
            x->lead[x->n_leads++] = p->v[i].lead;
        }
        struct rep_group *last = &g->group[g->n - 1];
        last->member[last->n_members++] = p->v[i].member;
        ZJ_GROW(g->flow, g->n_flows, g->cap_flows);
        g->flow[g->n_flows++] = (struct rep_flow){p->v[i].lead, p->v[i].member, -1, p->v[i].minutes};
    }
}

static int by_ends(const void *a, const void *b)
{
    const struct rep_flow *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Sort the flows, each of one, and add up those that are alike. */
static void add_up(struct rep_groups *g)
{
    int n = 0;

    if (g->n_flows > 1)
        qsort(g->flow, (size_t)g->n_flows, sizeof *g->flow, by_ends);
    for (int i = 0; i < g->n_flows; i++) {
        if (n > 0 && by_ends(&g->flow[n - 1], &g->flow[i]) == 0)
            g->flow[n - 1].count++;
        else
            g->flow[n++] = g->flow[i];
    }
    g->n_flows = n;
}

static void add_flow(struct rep_groups *g, int from, int to, int kind)
{
    ZJ_GROW(g->flow, g->n_flows, g->cap_flows);
    g->flow[g->n_flows++] = (struct rep_flow){from, to, kind, 1};
}

void rep_groups_init(struct rep_groups *g, const struct rep_case *r)
{
    const struct zj_plan *p = r->plan;

    memset(g, 0, sizeof *g);
    if (p->model == ZJ_PAIRING) {
        add_pairs(g, r);
        return;
    }
    add_communities(g, r->in);
    for (int i = 0; i < p->postings.n; i++)
        add_flow(g, p->postings.v[i].from, p->postings.v[i].to, p->postings.v[i].kind);
    for (int i = 0; i < p->legs.n; i++)
        add_flow(g, p->legs.v[i].from, p->legs.v[i].to, -1);
    add_up(g);
}

void rep_groups_release(struct rep_groups *g)
{
    zj_arena_release(&g->arena);
    free(g->group);
    free(g->flow);
}

bool rep_group_has(const struct rep_group *g, int school)
{
    for (int i = 0; i < g->n_leads; i++)
        if (g->lead[i] == school)
            return true;
    for (int i = 0; i < g->n_members; i++)
        if (g->member[i] == school)
            return true;
    return false;
}

const char *rep_flow_kind(const struct rep_case *r, const struct rep_flow *f)
{
    return f->kind < 0 ? "" : rep_kind_text(zj_word(r->in, r->pol->kind[f->kind].name));
}
