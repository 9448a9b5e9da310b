#include "models/timetable/sets.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_STATES = 4096 };

/* ---- levels ----------------------------------------------------------------------------------- */

static void add_level(struct tt_sets *s, int group, int lessons, int max_day)
{
    struct tt_level *x = &s->level[s->n_levels++];

    *x = (struct tt_level){.group = group, .lessons = lessons};
    for (int k = 0; k < TT_MAX_DEPTH; k++) {
        int left = lessons - max_day * k;
        x->e[k] = (unsigned char)(left > 0 ? left : 0);
        if (left > 0 && k + 1 > s->depth)
            s->depth = k + 1;
    }
}

static void list_levels(struct tt_sets *s, const struct tt_problem *p, const struct tt_campuses *c,
                        int campus, int teacher)
{
    const struct zj_ids *may = &p->may[teacher];
    int n = 0;

    for (int i = 0; i < may->n; i++)
        n += p->group[may->v[i]].periods;
    s->level = zj_calloc((size_t)n + 1, sizeof *s->level);
    s->first = zj_calloc((size_t)may->n + 1, sizeof *s->first);
    s->copies = zj_calloc((size_t)may->n + 1, sizeof *s->copies);
    for (int i = 0; i < may->n; i++) {
        const struct tt_group *g = &p->group[may->v[i]];
        if (c->of[g->school] != campus)
            continue;
        const int levels = g->limits.one_teacher ? g->periods : 1;
        const int blocks = g->limits.one_teacher ? g->n : g->n * g->periods;
        s->copies[s->n_groups] = blocks < s->most ? blocks : s->most;
        for (int r = 1; r <= levels && r <= s->most; r++)
            add_level(s, may->v[i], r, g->limits.max_day < 1 ? 1 : g->limits.max_day);
        s->n_layers += s->copies[s->n_groups];
        s->first[++s->n_groups] = s->n_levels;
    }
}

/* ---- states ----------------------------------------------------------------------------------- */

struct table {
    int *slot, n_slots;
};

static unsigned hash_state(const unsigned char *e, int depth)
{
    unsigned h = 2166136261u;

    for (int k = 0; k < depth; k++)
        h = (h ^ e[k]) * 16777619u;
    return h ^ h >> 13;
}

/* The state with these sums, made when new; -1 when there are too many. */
static int state_of(struct tt_sets *s, struct table *t, const unsigned char *e)
{
    unsigned at = hash_state(e, s->depth) & (unsigned)(t->n_slots - 1);

    for (; t->slot[at]; at = (at + 1) & (unsigned)(t->n_slots - 1))
        if (memcmp(s->e + (size_t)(t->slot[at] - 1) * (size_t)s->depth, e, (size_t)s->depth) == 0)
            return t->slot[at] - 1;
    if (s->n_states == MOST_STATES)
        return -1;
    memcpy(s->e + (size_t)s->n_states * (size_t)s->depth, e, (size_t)s->depth);
    t->slot[at] = ++s->n_states;
    return s->n_states - 1;
}

/* Breadth first from the empty set. False when there are too many states at this depth. */
static bool list_states(struct tt_sets *s)
{
    struct table t = {.n_slots = 4 * MOST_STATES}; /* a power of 2, with room to spare */
    unsigned char e[TT_MAX_DEPTH] = {0};
    bool complete = true;

    t.slot = zj_calloc((size_t)t.n_slots, sizeof *t.slot);
    s->n_states = 0;
    state_of(s, &t, e);
    for (int i = 0; i < s->n_states && complete; i++) {
        for (int v = 0; v < s->n_levels && complete; v++) {
            const unsigned char *from = s->e + (size_t)i * (size_t)s->depth;
            s->next[(size_t)v * MOST_STATES + (size_t)i] = -1;
            if (from[0] + s->level[v].lessons > s->most)
                continue;
            for (int k = 0; k < s->depth; k++)
                e[k] = (unsigned char)(from[k] + s->level[v].e[k]);
            int to = state_of(s, &t, e);
            s->next[(size_t)v * MOST_STATES + (size_t)i] = to;
            complete = to >= 0;
        }
    }
    free(t.slot);
    return complete;
}

/* Give back the room of states that there are not. */
static void compact(struct tt_sets *s)
{
    int *next = zj_malloc(((size_t)s->n_levels * (size_t)s->n_states + 1) * sizeof *next);

    for (int v = 0; v < s->n_levels; v++)
        memcpy(next + (size_t)v * (size_t)s->n_states, s->next + (size_t)v * MOST_STATES,
               (size_t)s->n_states * sizeof *next);
    free(s->next);
    s->next = next;
    s->e = zj_realloc(s->e, (size_t)s->n_states, (size_t)s->depth);
}

static void find_fits(struct tt_sets *s, const struct tt_weeks *w)
{
    s->fits = zj_calloc((size_t)w->n_profiles * (size_t)s->n_states + 1, 1);
    for (int q = 0; q < w->n_profiles; q++) {
        const struct tt_profile *f = &w->profile[q];
        for (int i = 0; i < s->n_states; i++) {
            const unsigned char *e = s->e + (size_t)i * (size_t)s->depth;
            bool fits = true;
            for (int k = 0; k < s->depth && fits; k++)
                fits = e[k] <= (k < f->days ? f->tail[k] : 0);
            s->fits[(size_t)q * (size_t)s->n_states + (size_t)i] = fits;
        }
    }
}

void tt_sets_init(struct tt_sets *s, const struct tt_problem *p, const struct tt_campuses *c,
                  const struct tt_reach *r, const struct tt_weeks *w, int teacher, int place)
{
    int room = 0;

    memset(s, 0, sizeof *s);
    for (int q = 0; q < w->n_profiles; q++)
        room = w->profile[q].tail[0] > room ? w->profile[q].tail[0] : room;
    s->most = p->limits[teacher].week < room ? p->limits[teacher].week : room;
    s->most = s->most < 200 ? s->most : 200;
    list_levels(s, p, c, r->campus[place], teacher);
    s->depth = s->depth < 1 ? 1 : s->depth;
    s->e = zj_malloc((size_t)MOST_STATES * (size_t)s->depth);
    s->next = zj_malloc(((size_t)s->n_levels * MOST_STATES + 1) * sizeof *s->next);
    while (!list_states(s)) /* fewer conditions: a relaxation */
        s->depth--;
    compact(s);
    find_fits(s, w);
}

void tt_sets_release(struct tt_sets *s)
{
    free(s->level);
    free(s->first);
    free(s->copies);
    free(s->e);
    free(s->next);
    free(s->fits);
    memset(s, 0, sizeof *s);
}

/* ---- the dynamic program ------------------------------------------------------------------------ */

/* One more block of group i, at one of its levels or not at all. */
static void layer(const struct tt_sets *s, int i, const double *worth, const double *from, double *to,
                  signed char *choice)
{
    memcpy(to, from, (size_t)s->n_states * sizeof *to);
    memset(choice, -1, (size_t)s->n_states);
    for (int v = s->first[i]; v < s->first[i + 1]; v++) {
        const int *next = s->next + (size_t)v * (size_t)s->n_states;
        if (worth[v] == -INFINITY)
            continue;
        for (int q = 0; q < s->n_states; q++) {
            if (next[q] < 0 || from[q] == -INFINITY || from[q] + worth[v] <= to[next[q]])
                continue;
            to[next[q]] = from[q] + worth[v];
            choice[next[q]] = (signed char)(v - s->first[i]);
        }
    }
}

void tt_sets_room(const struct tt_sets *s, struct tt_sets_work *w)
{
    const size_t n = ((size_t)s->n_layers + 1) * (size_t)s->n_states;

    if (n <= w->room)
        return;
    w->room = n;
    free(w->value);
    free(w->choice);
    w->value = zj_malloc(n * sizeof *w->value);
    w->choice = zj_malloc(n);
}

void tt_sets_solve(const struct tt_sets *s, const double *worth, struct tt_sets_work *w)
{
    const size_t n = (size_t)s->n_states;
    int at = 0;

    for (size_t q = 0; q < n; q++)
        w->value[q] = q == 0 ? 0 : -INFINITY;
    for (int i = 0; i < s->n_groups; i++)
        for (int k = 0; k < s->copies[i]; k++, at++)
            layer(s, i, worth, w->value + (size_t)at * n, w->value + (size_t)(at + 1) * n,
                  w->choice + (size_t)at * n);
}

void tt_sets_best(const struct tt_sets *s, const struct tt_sets_work *w, int profile, double *best)
{
    const double *value = w->value + (size_t)s->n_layers * (size_t)s->n_states;
    const unsigned char *fits = s->fits + (size_t)profile * (size_t)s->n_states;

    for (int k = 0; k <= s->most; k++)
        best[k] = -INFINITY;
    for (int q = 0; q < s->n_states; q++) {
        int lessons = s->e[(size_t)q * (size_t)s->depth];
        if (fits[q] && value[q] > best[lessons])
            best[lessons] = value[q];
    }
}

void tt_sets_trace(const struct tt_sets *s, const struct tt_sets_work *w, int profile, int lessons,
                   int *count)
{
    const size_t n = (size_t)s->n_states;
    const double *value = w->value + (size_t)s->n_layers * n;
    const unsigned char *fits = s->fits + (size_t)profile * n;
    int best = -1, at = s->n_layers;

    memset(count, 0, (size_t)s->n_levels * sizeof *count);
    for (int q = 0; q < s->n_states; q++)
        if (fits[q] && s->e[(size_t)q * (size_t)s->depth] == lessons && (best < 0 || value[q] > value[best]))
            best = q;
    for (int i = s->n_groups - 1; i >= 0; i--) {
        for (int k = 0; k < s->copies[i]; k++) {
            at--;
            int v = w->choice[(size_t)at * n + (size_t)best];
            if (v < 0)
                continue;
            count[s->first[i] + v]++;
            for (int q = 0; q < s->n_states; q++) /* the state before: unique, as levels add fixed sums */
                if (s->next[(size_t)(s->first[i] + v) * n + (size_t)q] == best) {
                    best = q;
                    break;
                }
        }
    }
}
