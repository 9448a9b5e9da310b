/*
 * flow.c - a small network with costs, sent through by shortest paths.
 */
#include "models/timetable/flow.h"

#include "solver/base/mem.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void flow_clear(struct flow *f)
{
    f->n_nodes = f->n_arcs = 0;
}

void flow_release(struct flow *f)
{
    free(f->first);
    free(f->arc);
    free(f->distance);
    free(f->by);
    free(f->queue);
    free(f->waits);
    memset(f, 0, sizeof *f);
}

int flow_node(struct flow *f)
{
    if (f->n_nodes == f->cap_nodes) {
        const size_t cap = f->cap_nodes ? 2 * (size_t)f->cap_nodes : 64;
        f->first = zj_realloc(f->first, cap, sizeof *f->first);
        f->distance = zj_realloc(f->distance, cap, sizeof *f->distance);
        f->by = zj_realloc(f->by, cap, sizeof *f->by);
        f->queue = zj_realloc(f->queue, cap, sizeof *f->queue);
        f->waits = zj_realloc(f->waits, cap, sizeof *f->waits);
        f->cap_nodes = (int)cap;
    }
    f->first[f->n_nodes] = -1;
    return f->n_nodes++;
}

static void half_arc(struct flow *f, int from, int to, int room, int cost)
{
    ZJ_GROW(f->arc, f->n_arcs, f->cap_arcs);
    f->arc[f->n_arcs] = (struct flow_arc){to, f->first[from], room, cost};
    f->first[from] = f->n_arcs++;
}

int flow_add(struct flow *f, int from, int to, int room, int cost)
{
    half_arc(f, from, to, room, cost);
    half_arc(f, to, from, 0, -cost);
    return f->n_arcs - 2;
}

/* Bellman and Ford's search with a queue that runs round. */
static bool shortest(struct flow *f, int from, int to)
{
    int head = 0, n = 1;

    for (int i = 0; i < f->n_nodes; i++)
        f->distance[i] = INT_MAX;
    memset(f->waits, 0, (size_t)f->n_nodes);
    f->distance[from] = 0;
    f->queue[0] = from;
    while (n > 0) {
        int node = f->queue[head];
        head = (head + 1) % f->n_nodes;
        n--;
        f->waits[node] = 0;
        for (int a = f->first[node]; a >= 0; a = f->arc[a].next) {
            const struct flow_arc *x = &f->arc[a];
            if (x->room == 0 || f->distance[node] + x->cost >= f->distance[x->to])
                continue;
            f->distance[x->to] = f->distance[node] + x->cost;
            f->by[x->to] = a;
            if (!f->waits[x->to]) {
                f->waits[x->to] = 1;
                f->queue[(head + n++) % f->n_nodes] = x->to;
            }
        }
    }
    return f->distance[to] < INT_MAX;
}

int flow_send(struct flow *f, int from, int to, int most)
{
    int sent = 0;

    while (sent < most && shortest(f, from, to)) {
        for (int node = to; node != from; node = f->arc[f->by[node] ^ 1].to) {
            f->arc[f->by[node]].room--;
            f->arc[f->by[node] ^ 1].room++;
        }
        sent++;
    }
    return sent;
}

int flow_on(const struct flow *f, int arc)
{
    return f->arc[arc ^ 1].room;
}
