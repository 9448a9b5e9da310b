/*
 * place_flow.c - blocks and positions for given days: a flow, and a search over the blocks where it leaves
 * some in part.
 *
 * source -> group (the lessons of its undecided blocks) -> block -> (block, day), at most max_day ->
 * position of a
 * stay, one lesson -> stay -> day, at most the teacher's limit -> sink. A block that is decided hangs on
 * the source
 * itself. All lessons fit only if a flow of their number exists; a flow that gives each block a level
 * asked for is a placement, another one is branched on.
 */
#include "models/timetable/place.h"

#include "models/timetable/flow.h"

#include <stdlib.h>

enum { SOFT_COST = 1 << 14, SPLIT_COST = 1 << 8, MAX_COST = 1 << 20 };

/* Who of those with lessons there teaches the class at that time, or fills the room. */
int place_rival(const struct place *p, int block, int day, int position)
{
    int rival;
    const int i = board_rival(p->b, block, day, position, &rival);

    if (i < 0)
        return -1;
    const int teacher = p->b->lesson[p->b->base->task[rival].first + i].teacher;
    return p->held[teacher] ? -2 : teacher;
}

int place_heat(const struct place *p, int block, int day, int position)
{
    const struct board_base *s = p->b->base;

    return p->heat[(s->task[block].class_index * s->n_days + day) * BOARD_MAX_PERIODS + position];
}

unsigned place_positions(const struct place *p, const struct place_block *k, int day)
{
    const int school = p->b->base->task[k->block].school;
    const struct board_reach *reach = &p->b->base->teacher[p->teacher].reach[k->reach];
    unsigned range = 0;

    for (int i = 0; i < p->n_stays; i++)
        if (p->slot_day[p->stay[i].slot] == day && p->stay[i].school == school &&
            reach->visit.days >> day & 1)
            range |= p->stay[i].within;
    if (!range || !p->heat)
        return range ? range & board_open(p->b, k->block, p->teacher, k->reach, day) : 0;
    range &= board_allowed(p->b, k->block, p->teacher, k->reach, day);
    for (unsigned left = range; left; left &= left - 1)
        if (place_rival(p, k->block, day, __builtin_ctz(left)) == -2)
            range &= ~(left & -left);
    return range;
}

/* Near the break between two sessions is better: free periods between lessons are fewer. */
static int from_noon(const struct board_bells *bells, int position)
{
    const int session = bells->v[position].session;
    int n = 0;

    if (session == bells->v[0].session)
        while (position + n + 1 < bells->n && bells->v[position + n + 1].session == session)
            n++;
    else
        while (position - n > 0 && bells->v[position - n - 1].session == session)
            n++;
    return n;
}

static int position_cost(const struct place *p, const struct place_block *k, int day, int position)
{
    const struct board_base *base = p->b->base;
    const struct board_task *task = &base->task[k->block];
    const struct board_lesson x = {(short)p->teacher, (signed char)day, (signed char)position};
    int cost = from_noon(base->bells[task->school], position) + SOFT_COST * task->avoid[position];

    for (int i = 0; i < task->pin.n; i++)
        if (p->b->pin_hits[task->pin.v[i]] == 0 &&
            tt_pins_match(base, &base->in->pin[task->pin.v[i]], k->block, &x))
            cost -= MAX_COST;
    if (p->heat && place_rival(p, k->block, day, position) != -1)
        cost += place_heat(p, k->block, day, position);
    if (task->n_keep > 0 && tt_stability_keeps(base, k->block, &x))
        cost--;
    return cost;
}

/* The lessons that make a visit long enough are worth something: the soft rules' weights, shared out. */
static void add_stay_arcs(struct place *p, struct flow *f, int stay, int from, int to)
{
    const struct board_teacher *t = &p->b->base->teacher[p->teacher];
    const struct board_reach *r = &t->reach[p->stay[stay].reach];
    int worth = 0, needed = 0;

    for (int i = 0; i < t->n_visit_charges && r->campus > 0; i++) {
        const struct board_visit_charge *c = &t->visit_charge[i];
        worth += c->limits.min_periods > 1 ? c->weight : 0;
        needed = c->limits.min_periods > needed ? c->limits.min_periods : needed;
    }
    if (r->campus > 0 && r->visit.min_periods > needed)
        needed = r->visit.min_periods;
    if (r->campus > 0 && r->visit.min_periods > 1)
        worth += MAX_COST / SOFT_COST;
    if (worth > 0)
        flow_add(f, from, to, needed, -worth * SOFT_COST / needed);
    flow_add(f, from, to, BOARD_MAX_PERIODS, 0);
}

/* position[stay * BOARD_MAX_PERIODS + position] = -1 until it is wanted. */
struct net {
    struct flow f;
    int source, sink;
    int stay[PLACE_MAX_STAYS], position[PLACE_MAX_STAYS * BOARD_MAX_PERIODS];
    int *arc; /* into each block; -1 = none */
};

static void add_days(struct place *p, struct net *net)
{
    const int limit = p->b->base->teacher[p->teacher].hard->day;
    int day[BOARD_MAX_DAYS];

    for (int i = 0; i < p->n_slots; i++) {
        day[i] = flow_node(&net->f);
        flow_add(&net->f, day[i], net->sink, limit < BOARD_DAY_CELLS ? limit : BOARD_DAY_CELLS, 0);
    }
    for (int i = 0; i < p->n_stays; i++) {
        net->stay[i] = flow_node(&net->f);
        add_stay_arcs(p, &net->f, i, net->stay[i], day[p->stay[i].slot]);
        for (int k = 0; k < BOARD_MAX_PERIODS; k++)
            net->position[i * BOARD_MAX_PERIODS + k] = -1;
    }
}

static int position_node(struct net *net, int stay, int position)
{
    int *node = &net->position[stay * BOARD_MAX_PERIODS + position];

    if (*node < 0) {
        *node = flow_node(&net->f);
        flow_add(&net->f, *node, net->stay[stay], 1, 0);
    }
    return *node;
}

static void add_block(struct place *p, struct net *net, int number, int from, int most, int cost)
{
    const struct place_block *k = &p->block[number];
    const struct tt_block_limits *l = p->b->base->task[k->block].hard;
    const int lacks = place_lacks(p, k->block), room = most < lacks ? most : lacks;
    const int node = flow_node(&net->f);

    net->arc[number] = flow_add(&net->f, from, node, room, cost);
    for (int s = 0; s < p->n_slots; s++) {
        unsigned left = place_positions(p, k, p->slot_day[s]);
        int at_day = -1;
        for (int i = 0; i < p->n_stays && left; i++) {
            const struct place_stay *stay = &p->stay[i];
            if (stay->slot != s || stay->reach != k->reach)
                continue;
            unsigned open = left & stay->within;
            left &= ~stay->within;
            if (open && at_day < 0) {
                at_day = flow_node(&net->f);
                flow_add(&net->f, node, at_day, l->max_day < room ? l->max_day : room, 0);
            }
            for (; open; open &= open - 1) {
                const int pos = __builtin_ctz(open);
                flow_add(&net->f, at_day, position_node(net, i, pos), 1,
                         position_cost(p, k, p->slot_day[s], pos));
            }
        }
    }
}

/* How often each level of a group is still to be given. */
static void count_left(const struct place *p, int group, int left[])
{
    const struct place_group *g = &p->group[group];

    for (int i = 0; i < g->n_levels; i++)
        left[i] = g->count[i];
    for (int b = 0; b < p->n_blocks; b++)
        for (int i = 0; i < g->n_levels && p->block[b].group == group && p->block[b].level > 0; i++)
            if (g->level[i] == p->block[b].level && left[i] > 0) {
                left[i]--;
                break;
            }
}

static void make_net(struct place *p, struct net *net)
{
    flow_clear(&net->f);
    net->source = flow_node(&net->f);
    net->sink = flow_node(&net->f);
    add_days(p, net);
    for (int g = 0; g < p->n_groups; g++) {
        const int node = flow_node(&net->f);
        int units = p->group[g].units, most = 0, n = 0;
        for (int i = 0; i < p->group[g].n_levels; i++)
            most = p->group[g].level[i] > most ? p->group[g].level[i] : most;
        for (int b = 0; b < p->n_blocks; b++) {
            const struct place_block *k = &p->block[b];
            if (k->group != g)
                continue;
            net->arc[b] = -1;
            units -= k->level > 0 ? k->level : 0;
            if (k->level > 0)
                add_block(p, net, b, net->source, k->level, 0);
            else if (k->level < 0)
                add_block(p, net, b, node, most, SPLIT_COST * (n < 60 ? n++ : n));
        }
        flow_add(&net->f, net->source, node, units, 0);
    }
}

/* A block whose flow is no level that is still to be given; -1 when all are. */
static int first_split(const struct place *p, const struct net *net)
{
    int left[sizeof p->group->level / sizeof p->group->level[0]];

    for (int g = 0; g < p->n_groups; g++) {
        count_left(p, g, left);
        for (int b = 0; b < p->n_blocks; b++) {
            const struct place_block *k = &p->block[b];
            if (k->group != g || k->level >= 0 || flow_on(&net->f, net->arc[b]) == 0)
                continue;
            int i = 0;
            while (i < p->group[g].n_levels &&
                   (left[i] == 0 || p->group[g].level[i] != flow_on(&net->f, net->arc[b])))
                i++;
            if (i == p->group[g].n_levels)
                return b;
            left[i]--;
        }
    }
    return -1;
}

static struct place_lesson lesson_at(const struct place *p, const struct net *net, int block, int node)
{
    int i = 0;

    while (net->position[i] != node)
        i++;
    return (struct place_lesson){block, p->slot_day[p->stay[i / BOARD_MAX_PERIODS].slot],
                                 i % BOARD_MAX_PERIODS};
}

/* Arcs of a block's days and their positions, in the order they were added. */
static void read_lessons(struct place *p, const struct net *net)
{
    int n = 0;

    for (int b = 0; b < p->n_blocks; b++) {
        if (net->arc[b] < 0)
            continue;
        const struct flow *f = &net->f;
        const int node = f->arc[net->arc[b]].to;
        for (int a = f->first[node]; a >= 0; a = f->arc[a].next) {
            if (a % 2 == 1)
                continue;
            const int at_day = f->arc[a].to;
            for (int q = f->first[at_day]; q >= 0; q = f->arc[q].next)
                if (q % 2 == 0 && flow_on(f, q) > 0)
                    p->lesson[n++] = lesson_at(p, net, b, f->arc[q].to);
        }
    }
}

static enum place_answer decide(struct place *p, struct net *net)
{
    int left[sizeof p->group->level / sizeof p->group->level[0]];

    if (p->budget-- <= 0)
        return PLACE_GIVEN_UP;
    make_net(p, net);
    if (flow_send(&net->f, net->source, net->sink, p->n_lessons) < p->n_lessons)
        return PLACE_NO;
    const int b = first_split(p, net);
    if (b < 0) {
        read_lessons(p, net);
        return PLACE_YES;
    }
    struct place_block *k = &p->block[b];
    const struct place_group *g = &p->group[k->group];
    enum place_answer answer = PLACE_NO;
    count_left(p, k->group, left);
    for (int i = 0; i <= g->n_levels && answer == PLACE_NO; i++) {
        if (i < g->n_levels && left[i] == 0)
            continue;
        k->level = i < g->n_levels ? g->level[i] : 0;
        answer = decide(p, net);
    }
    k->level = -1;
    return answer;
}

enum place_answer place_flow(struct place *p)
{
    struct net net = {.arc = zj_calloc((size_t)p->n_blocks + 1, sizeof *net.arc)};

    enum place_answer answer = decide(p, &net);
    flow_release(&net.f);
    free(net.arc);
    return answer;
}
