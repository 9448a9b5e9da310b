#include "tests/support/brute_calendar.h"

#include "solver/data/event.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

/* Ways to hold an activity of a group at one time: hosts and chairs. One of them, or none, is in a set. */
struct slot {
    struct zj_occurrence *way; /* heap */
    int n, cap;
};

struct slots {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_taught *taught;
    struct slot *v; /* heap */
    int n, cap;
};

static bool may_stand(const struct slots *s, const struct zj_occurrence *x)
{
    struct zj_calendar alone = {0};
    struct zj_verdict v;
    bool ok = true;

    zj_calendar_add(&alone, x);
    zj_verify_calendar(s->in, s->pol, &alone, s->taught, NULL, &v);
    for (int i = 0; i < v.n; i++)
        ok &= v.finding[i].ok || v.finding[i].rule != ZJ_R_window || v.finding[i].index >= 0;
    zj_verdict_release(&v);
    zj_calendar_release(&alone);
    return ok;
}

static void add_ways(struct slots *s, const struct zj_group *g, struct zj_occurrence x)
{
    struct slot slot = {0};

    for (int h = 0; h < g->hosts.n || h == 0; h++)
        for (int c = 0; c < g->chairs.n || c == 0; c++) {
            x.host = g->hosts.n > 0 ? g->hosts.v[h] : -1;
            x.chair = g->chairs.n > 0 ? g->chairs.v[c] : -1;
            if (!may_stand(s, &x))
                continue;
            ZJ_GROW(slot.way, slot.n, slot.cap);
            slot.way[slot.n++] = x;
        }
    if (slot.n == 0)
        return;
    ZJ_GROW(s->v, s->n, s->cap);
    s->v[s->n++] = slot;
}

static void add_times(struct slots *s, const struct zj_event *e, const struct zj_group *g,
                      struct zj_occurrence x)
{
    if (e->lasts == ZJ_LASTS_DAY) {
        x.session = -1;
        add_ways(s, g, x);
        return;
    }
    for (x.session = 0; x.session < s->in->n_sessions; x.session++) {
        if (e->lasts == ZJ_LASTS_SESSION)
            add_ways(s, g, x);
        for (int p = 0; p < s->in->n_periods && e->lasts == ZJ_LASTS_PERIOD; p++) {
            x.period = s->in->period[p].id;
            if (s->in->period[p].session == x.session)
                add_ways(s, g, x);
        }
    }
}

static void find_slots(struct slots *s)
{
    for (int e = 0; e < s->pol->n_events; e++)
        for (int g = 0; g < s->pol->event[e].n_groups; g++)
            for (int d = 0; d < s->in->n_dates; d++)
                add_times(s, &s->pol->event[e], &s->pol->event[e].group[g],
                          (struct zj_occurrence){.event = e, .group = g, .date = d});
}

static void release_slots(struct slots *s)
{
    for (int i = 0; i < s->n; i++)
        free(s->v[i].way);
    free(s->v);
}

int64_t brute_calendar_count(const struct zj_instance *in, const struct zj_policy *pol,
                             const struct zj_taught *taught)
{
    struct slots s = {in, pol, taught, NULL, 0, 0};
    int64_t n = 1;

    find_slots(&s);
    for (int i = 0; i < s.n; i++)
        n = n > INT64_MAX / 4 / (s.v[i].n + 1) ? INT64_MAX / 4 : n * (s.v[i].n + 1);
    release_slots(&s);
    return n;
}

int brute_calendar_compare(const int64_t *a, const int64_t *b)
{
    for (int i = 0; i < ZJ_N_CALENDAR_TIERS; i++) {
        enum zj_tier t = zj_calendar_tiers[i];
        if (a[t] != b[t])
            return a[t] < b[t] ? -1 : 1;
    }
    return 0;
}

static void take_mask(struct brute_calendar *b, uint64_t mask)
{
    for (int i = 0; i < b->n_masks; i++)
        if (b->mask[i] == mask)
            return;
    if (b->n_masks < BRUTE_MASKS)
        b->mask[b->n_masks++] = mask;
}

static void take_verdict(struct brute_calendar *b, const struct zj_calendar *set, const struct zj_verdict *v)
{
    bool broken[ZJ_N_ALL_RULES] = {false};
    uint64_t mask = 0;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        broken[f->rule] |= !f->ok;
        if (f->hard && !f->ok)
            mask |= (uint64_t)1 << (f->index < 0 ? BRUTE_IMPLIED : f->index);
    }
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        b->broken[id] |= broken[id];
        b->held[id] |= !broken[id];
    }
    take_mask(b, mask);
    b->n_judged++;
    if (v->n_hard_broken > 0)
        return;
    b->n_lawful++;
    if (b->feasible && brute_calendar_compare(v->tier, b->value) >= 0)
        return;
    b->feasible = true;
    memcpy(b->value, v->tier, sizeof b->value);
    b->best.n = 0;
    for (int i = 0; i < set->n; i++)
        zj_calendar_add(&b->best, &set->v[i]);
}

/* The next set: which way of each slot, 0 = none. False after the last. */
static bool advance(const struct slots *s, int *way)
{
    for (int i = 0; i < s->n; i++) {
        if (++way[i] <= s->v[i].n)
            return true;
        way[i] = 0;
    }
    return false;
}

void brute_calendar_solve(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_taught *taught, const struct zj_calendar *keep,
                          struct brute_calendar *b)
{
    struct slots s = {in, pol, taught, NULL, 0, 0};
    struct zj_calendar set = {0};

    *b = (struct brute_calendar){0};
    find_slots(&s);
    int *way = zj_calloc((size_t)s.n + 1, sizeof *way);
    do {
        struct zj_verdict v;

        set.n = 0;
        for (int i = 0; i < s.n; i++)
            if (way[i] > 0)
                zj_calendar_add(&set, &s.v[i].way[way[i] - 1]);
        zj_verify_calendar(in, pol, &set, taught, keep, &v);
        take_verdict(b, &set, &v);
        zj_verdict_release(&v);
    } while (advance(&s, way));
    free(way);
    zj_calendar_release(&set);
    release_slots(&s);
}

void brute_calendar_release(struct brute_calendar *b)
{
    zj_calendar_release(&b->best);
}
