/*
 * flow.h - a small network with costs, sent through by shortest paths.
 *
 * Successive shortest augmenting paths (Ahuja, Magnanti, Orlin 1993, Network Flows, 9.7), for some
 * hundreds of arcs:
 * made anew for each question, without allocation once it has grown. The network must have no circle of
 * negative cost.
 */
#ifndef MODELS_TIMETABLE_FLOW_H
#define MODELS_TIMETABLE_FLOW_H

struct flow_arc {
    int to, next; /* node; next arc of the same node, -1 = last */
    int room;     /* what may still be sent */
    int cost;     /* of a unit */
};

/* Arc i and arc i ^ 1 are the two directions of one arc. */
struct flow {
    int n_nodes, cap_nodes, n_arcs, cap_arcs;
    int *first; /* by node */
    struct flow_arc *arc;
    int *distance, *by, *queue; /* of a search */
    unsigned char *waits;
};

/* Begin again with no nodes. Start from zeroed memory; release frees. */
void flow_clear(struct flow *f);
void flow_release(struct flow *f);
int flow_node(struct flow *f);
/* Returns the arc's number. */
int flow_add(struct flow *f, int from, int to, int room, int cost);
/* Send as much as there is, at most `most`, each unit the cheapest way. Returns how much. */
int flow_send(struct flow *f, int from, int to, int most);
/* Units that run on an arc. */
int flow_on(const struct flow *f, int arc);

#endif
