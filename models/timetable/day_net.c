#include "models/timetable/day_net.h"

#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

enum { DAY_MINUTES = 24 * 60 };

/* What the limits must know of the day so far. Whatever has no limit stays 0. */
struct state {
    int spot; /* of the last lesson; -1 = none yet */
    int lessons, changes, visit, idle, row;
    unsigned campuses, taught; /* masks: campuses of the net; base periods */
    int minutes[2], metres[2];
};

struct netting {
    struct tt_day_net *n;
    const struct tt_problem *p;
    int teacher, day, home, most;
    bool rides_free; /* travel_time is waived */
    struct tt_limits limits;
    struct tt_visit_limits *visit; /* by spot */
    struct state *state;           /* by node, from 2 on */
    int cap_states;
    int campus[32], n_campuses;
};

int tt_travel_time_index(const struct zj_policy *pol)
{
    for (int i = 0; i < pol->n_lesson_rules; i++)
        if (pol->lesson_rule[i].id == ZJ_R_travel_time)
            return pol->lesson_rule[i].index;
    return -1;
}

/* ---- one more lesson ------------------------------------------------------------------------------ */

static bool at_home(const struct netting *x, int spot)
{
    return zj_same_campus(x->p->in, x->home, x->n->spot[spot].school);
}

/* The way, when the clock and the limits on one way allow it. `ready`: when it may begin at the earliest. */
static bool travel(const struct netting *x, int from, int to, int ready, int start, bool home,
                   struct tt_hop *hop)
{
    const struct tt_limits *l = &x->limits;
    int minutes = zj_minutes(x->p->in, from, to), metres = zj_metres(x->p->in, from, to);

    if (minutes == ZJ_NONE)
        return x->rides_free;
    if (!x->rides_free && start - ready < minutes)
        return false;
    for (int k = home ? 1 : 0; k < 2; k++) {
        if (minutes > l->leg_minutes[k] || metres > l->leg_metres[k])
            return false;
        hop->minutes[k] = minutes;
        hop->metres[k] = metres;
    }
    return true;
}

static unsigned campus_bit(struct netting *x, int campus)
{
    int i = 0;

    while (i < x->n_campuses && x->campus[i] != campus)
        i++;
    if (i == x->n_campuses && i < 32)
        x->campus[x->n_campuses++] = campus;
    return 1u << (i & 31);
}

static int longest_row(const struct zj_instance *in, unsigned taught)
{
    int longest = 0, row = 0, last_session = -1;

    for (int place = 0; place < in->n_periods; place++) {
        int session = -1;
        for (int i = 0; i < in->n_periods; i++)
            if (tt_base_place(in, in->period[i].id) == place)
                session = in->period[i].session;
        row = session == last_session ? row : 0;
        last_session = session;
        row = taught >> place & 1 ? row + 1 : 0;
        longest = row > longest ? row : longest;
    }
    return longest;
}

static int idle_between(const struct zj_instance *in, int end, int start)
{
    int n = 0;

    for (int i = 0; i < in->n_periods; i++)
        n += in->period[i].start >= end && in->period[i].end <= start;
    return n;
}

static void add_way(const struct netting *x, struct state *s, const struct tt_hop *hop)
{
    for (int k = 0; k < 2; k++) {
        if (x->limits.day_minutes[k] != TT_NO_LIMIT)
            s->minutes[k] += hop->minutes[k];
        if (x->limits.day_metres[k] != TT_NO_LIMIT)
            s->metres[k] += hop->metres[k];
    }
}

static bool within_day(const struct netting *x, const struct state *s)
{
    const struct tt_limits *l = &x->limits;

    return s->minutes[0] <= l->day_minutes[0] && s->minutes[1] <= l->day_minutes[1] &&
           s->metres[0] <= l->day_metres[0] && s->metres[1] <= l->day_metres[1];
}

/* May the visit end with the last lesson? */
static bool visit_done(const struct netting *x, const struct state *s)
{
    return at_home(x, s->spot) || s->visit >= x->visit[s->spot].min_periods ||
           x->visit[s->spot].min_periods < 2;
}

/* The way from the last lesson, or from home, to the spot. */
static bool go(const struct netting *x, struct state *s, const struct tt_spot *to, int spot,
               struct tt_hop *hop)
{
    const int settle = x->p->settle_of[x->teacher];

    if (s->spot < 0)
        return at_home(x, spot) || travel(x, x->home, to->school, 0, to->at->start - settle, true, hop);
    const struct tt_spot *from = &x->n->spot[s->spot];
    if (from->campus == to->campus)
        return true;
    if (x->limits.half_day && from->at->session == to->at->session)
        return false;
    hop->leaves = from->at->end;
    hop->arrives = to->at->start;
    s->changes += x->limits.changes_day != TT_NO_LIMIT;
    return s->changes <= x->limits.changes_day && visit_done(x, s) &&
           travel(x, from->school, to->school, from->at->end, to->at->start - settle, false, hop);
}

/* Add the lesson to the state; false: a limit forbids it. */
static bool step(struct netting *x, struct state *s, int spot, struct tt_hop *hop)
{
    const struct zj_instance *in = x->p->in;
    const struct tt_limits *l = &x->limits;
    const struct tt_spot *to = &x->n->spot[spot];
    const int least = at_home(x, spot) ? 1 : x->visit[spot].min_periods;

    if (s->spot >= 0 && x->n->spot[s->spot].at->end > to->at->start)
        return false;
    if (!go(x, s, to, spot, hop))
        return false;
    add_way(x, s, hop);
    if (s->spot < 0 || x->n->spot[s->spot].campus != to->campus)
        s->visit = 0;
    s->visit = least > 1 && s->visit < least ? s->visit + 1 : least > 1 ? least : 0;
    s->lessons += l->day != TT_NO_LIMIT;
    if (l->campuses_day != TT_NO_LIMIT)
        s->campuses |= campus_bit(x, to->campus);
    if (l->row != TT_NO_LIMIT && to->base >= 0)
        s->taught |= 1u << to->base;
    if (l->idle_day != TT_NO_LIMIT && s->spot >= 0)
        s->idle += idle_between(in, x->n->spot[s->spot].at->end, to->at->start);
    s->spot = spot;
    return s->lessons <= l->day && __builtin_popcount(s->campuses) <= l->campuses_day &&
           (l->row == TT_NO_LIMIT || longest_row(in, s->taught) <= l->row) && s->idle <= l->idle_day &&
           within_day(x, s);
}

static bool back(struct netting *x, struct state *s, struct tt_hop *hop)
{
    if (!visit_done(x, s))
        return false;
    if (!at_home(x, s->spot) && !travel(x, x->n->spot[s->spot].school, x->home, 0, DAY_MINUTES, true, hop))
        return false;
    add_way(x, s, hop);
    return within_day(x, s);
}

/* ---- the network ---------------------------------------------------------------------------------- */

/* The node of the state, among those of its spot, which are the last ones. */
static int node_of(struct netting *x, const struct state *s, int first)
{
    struct tt_day_net *n = x->n;

    for (int i = first; i < n->n_nodes; i++)
        if (memcmp(&x->state[i], s, sizeof *s) == 0)
            return i;
    ZJ_GROW(x->state, n->n_nodes, x->cap_states);
    x->state[n->n_nodes] = *s;
    return n->n_nodes++;
}

static void add_hop(struct netting *x, const struct tt_hop *hop)
{
    ZJ_GROW(x->n->hop, x->n->n_hops, x->n->cap_hops);
    x->n->hop[x->n->n_hops++] = *hop;
}

static void lead_to(struct netting *x, int spot)
{
    const int first = x->n->n_nodes;

    for (int u = 0; u < first && x->n->n_hops <= x->most; u++) {
        struct tt_hop hop = {.from = u, .spot = spot};
        struct state s = x->state[u];
        if (u == TT_BACK || !step(x, &s, spot, &hop))
            continue;
        hop.to = node_of(x, &s, first);
        add_hop(x, &hop);
    }
}

static void lead_back(struct netting *x)
{
    add_hop(x, &(struct tt_hop){.from = TT_OUT, .to = TT_BACK, .spot = -1});
    for (int u = TT_BACK + 1; u < x->n->n_nodes; u++) {
        struct tt_hop hop = {.from = u, .to = TT_BACK, .spot = -1};
        struct state s = x->state[u];
        if (back(x, &s, &hop))
            add_hop(x, &hop);
    }
}

bool tt_day_net_init(struct tt_day_net *n, const struct tt_problem *p, int teacher, int day, int most)
{
    const struct mc_waivers *w = p->waivers;
    struct netting x = {.n = n, .p = p, .teacher = teacher, .day = day, .most = most};

    *n = (struct tt_day_net){.n_nodes = TT_BACK + 1};
    x.home = p->in->teacher[teacher].school;
    x.limits = p->limits[teacher];
    x.rides_free = mc_waived(w, ZJ_R_travel_time, tt_travel_time_index(p->pol), p->in->teacher[teacher].id);
    tt_day_spots(n, p, teacher, day);
    x.visit = zj_calloc((size_t)n->n_spots + 1, sizeof *x.visit);
    for (int i = 0; i < n->n_spots; i++)
        x.visit[i] = tt_visit_limits(p, teacher, n->spot[i].school);
    x.cap_states = 16;
    x.state = zj_calloc((size_t)x.cap_states, sizeof *x.state);
    x.state[TT_OUT].spot = x.state[TT_BACK].spot = -1;
    for (int i = 0; i < n->n_spots && n->n_hops <= most; i++)
        lead_to(&x, i);
    lead_back(&x);
    free(x.state);
    free(x.visit);
    return n->n_hops <= most;
}

void tt_day_net_release(struct tt_day_net *n)
{
    free(n->spot);
    free(n->hop);
    *n = (struct tt_day_net){0};
}
