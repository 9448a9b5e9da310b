#include "models/timetable/days.h"

#include "models/timetable/slots.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SEQUENCES = 60000 };

struct search {
    const struct tt_problem *p;
    const struct tt_reach *r;
    const struct tt_limits *l;
    int teacher, most;
    bool complete;
    int steps;              /* sequences of stays so far */
    struct tt_slots *slots; /* by place in the reach */
    enum tt_coarse coarse;
    struct tt_option_list *out;
    struct tt_day_stay stay[TT_MAX_STAYS];
    int n_stays;
};

/* ---- options -------------------------------------------------------------------------------- */

static bool beats(const struct tt_option *a, const struct tt_option *b)
{
    if (a->n != b->n || a->minutes > b->minutes)
        return false;
    for (int i = 0; i < a->n; i++)
        if (a->campus[i] != b->campus[i] || a->cap[i] < b->cap[i] || a->good[i] < b->good[i])
            return false;
    return true;
}

static bool same_campuses(const struct tt_option *a, const struct tt_option *b)
{
    return a->n == b->n && memcmp(a->campus, b->campus, (size_t)a->n * sizeof *a->campus) == 0;
}

/* TT_MERGED: the best of every order in one. */
static bool merge(struct tt_option_list *out, const struct tt_option *x)
{
    for (int i = 0; i < out->n; i++) {
        struct tt_option *o = &out->v[i];
        if (!same_campuses(o, x))
            continue;
        for (int k = 0; k < x->n; k++) {
            o->cap[k] = o->cap[k] > x->cap[k] ? o->cap[k] : x->cap[k];
            o->good[k] = o->good[k] > x->good[k] ? o->good[k] : x->good[k];
        }
        o->minutes = o->minutes < x->minutes ? o->minutes : x->minutes;
        return true;
    }
    return false;
}

static void add_option(struct search *f, const struct tt_option *x)
{
    struct tt_option_list *out = f->out;
    int kept = 0;

    if (f->coarse == TT_MERGED && merge(out, x))
        return;
    for (int i = 0; i < out->n; i++)
        if (beats(&out->v[i], x))
            return;
    for (int i = 0; i < out->n; i++)
        if (!beats(x, &out->v[i]))
            out->v[kept++] = out->v[i];
    out->n = kept;
    if (out->n >= f->most) {
        f->complete = false;
        return;
    }
    ZJ_GROW(out->v, out->n, out->cap);
    out->v[out->n++] = *x;
}

/* Divide the day's periods among campuses i .. n - 1, `left` of them. */
static void divide(struct search *f, struct tt_option *x, int i, int left)
{
    const int most = x->cap[i];

    if (i + 1 == x->n) {
        x->cap[i] = most < left ? most : left;
        add_option(f, x);
        x->cap[i] = most;
        return;
    }
    int rest = 0;
    for (int k = i + 1; k < x->n; k++)
        rest += x->cap[k];
    int others = x->n - i - 1; /* each of them at least 1 */
    for (int n = most < left - others ? most : left - others; n >= 1; n--) {
        x->cap[i] = n;
        divide(f, x, i + 1, left - n);
        if (left - n >= rest) /* the others have all they can use */
            break;
    }
    x->cap[i] = most;
}

struct sums {
    int minutes[2], metres[2]; /* [1] with the legs from and to the home school */
};

static void add_way(struct sums *s, const struct tt_way *w, bool home)
{
    for (int k = home ? 1 : 0; k < 2; k++) {
        s->minutes[k] += w->minutes;
        s->metres[k] += w->metres;
    }
}

/* Ways of the day; false when a leg, or their sum, is beyond a limit. */
static bool ways(const struct search *f, struct sums *s)
{
    const struct tt_limits *l = f->l;
    const struct tt_way *end[2] = {&f->r->out[f->stay[0].campus],
                                   &f->r->back[f->stay[f->n_stays - 1].campus]};

    memset(s, 0, sizeof *s);
    for (int i = 0; i + 1 < f->n_stays; i++)
        add_way(s, &f->r->way[f->stay[i].campus * f->r->n + f->stay[i + 1].campus], false);
    for (int e = 0; e < 2; e++) {
        if (end[e]->minutes == TT_NO_LIMIT || end[e]->minutes > l->leg_minutes[1] ||
            end[e]->metres > l->leg_metres[1])
            return false;
        add_way(s, end[e], true);
    }
    for (int k = 0; k < 2; k++)
        if (s->minutes[k] > l->day_minutes[k] || s->metres[k] > l->day_metres[k])
            return false;
    return true;
}

/* The sequence of stays as it stands, as options. */
static void finish(struct search *f)
{
    struct tt_option x = {.n_stays = f->n_stays};
    struct sums s;
    int total = 0;

    if (!ways(f, &s))
        return;
    x.minutes = s.minutes[1];
    memcpy(x.stay, f->stay, sizeof x.stay);
    for (int place = 0; place < f->r->n; place++) {
        int room = 0, good = 0;
        for (int i = 0; i < f->n_stays; i++) {
            if (f->stay[i].campus != place)
                continue;
            room += tt_slots_room(&f->slots[place], f->stay[i].from, f->stay[i].to, f->l->row, false);
            good += tt_slots_room(&f->slots[place], f->stay[i].from, f->stay[i].to, f->l->row, true);
        }
        if (room == 0)
            continue;
        x.campus[x.n] = place;
        x.good[x.n] = good;
        x.cap[x.n++] = room < f->l->day ? room : f->l->day;
        total += room;
    }
    if (x.n == 0 || x.n > f->l->campuses_day || x.n > f->l->day)
        return;
    if (f->coarse != TT_EXACT || total <= f->l->day)
        add_option(f, &x);
    else
        divide(f, &x, 0, f->l->day);
}

static int distinct(const struct search *f)
{
    int n = 0;

    for (int i = 0; i < f->n_stays; i++) {
        int k = 0;
        while (f->stay[k].campus != f->stay[i].campus)
            k++;
        n += k == i;
    }
    return n;
}

static void extend(struct search *f);

/* First time at `to` after a lesson that ends with this slot; -1: none. */
static int first_after(const struct search *f, int place, int to, const struct tt_slot *end)
{
    const struct tt_way *w = &f->r->way[place * f->r->n + to];
    const struct tt_limits *l = f->l;
    int best = -1;

    if (w->minutes == TT_NO_LIMIT || w->minutes > l->leg_minutes[0] || w->minutes > l->leg_minutes[1] ||
        w->metres > l->leg_metres[0] || w->metres > l->leg_metres[1])
        return -1;
    for (int i = 0; i < f->slots[to].n; i++) {
        const struct tt_slot *x = &f->slots[to].v[i];
        if (x->start - end->end >= w->minutes + f->p->settle &&
            !(l->half_day && x->session == end->session) && (best < 0 || x->start < best))
            best = x->start;
    }
    return best;
}

/* Go on to another campus; of all last lessons here that allow the same first lesson there, the last. */
static void move_on(struct search *f, int to)
{
    struct tt_day_stay *here = &f->stay[f->n_stays - 1];
    const struct tt_slots *s = &f->slots[here->campus];
    const int saved = here->to;

    for (int i = s->n - 1, reached = -1; i >= 0 && f->complete; i--) {
        if (s->v[i].start < here->from)
            continue;
        int start = first_after(f, here->campus, to, &s->v[i]);
        if (start < 0 || start == reached)
            continue;
        reached = start;
        here->to = s->v[i].end;
        f->stay[f->n_stays++] = (struct tt_day_stay){to, start, INT_MAX};
        extend(f);
        f->n_stays--;
        here->to = saved;
    }
}

static void extend(struct search *f)
{
    f->complete &= ++f->steps <= MOST_SEQUENCES && !pool_stop;
    if (!f->complete)
        return;
    finish(f);
    if (f->n_stays > f->l->changes_day)
        return;
    for (int to = 0; to < f->r->n && f->complete; to++) {
        if (to == f->stay[f->n_stays - 1].campus || f->slots[to].n == 0)
            continue;
        if (f->n_stays == TT_MAX_STAYS) {
            f->complete = false;
            return;
        }
        f->stay[f->n_stays] = (struct tt_day_stay){to, 0, INT_MAX};
        f->n_stays++;
        bool fits = distinct(f) <= f->l->campuses_day;
        f->n_stays--;
        if (fits)
            move_on(f, to);
    }
}

bool tt_day_options(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                    int teacher, int day, enum tt_coarse coarse, int most, struct tt_option_list *out)
{
    struct search f = {.p = p,
                       .r = r,
                       .l = &p->limits[teacher],
                       .teacher = teacher,
                       .most = most,
                       .complete = true,
                       .slots = zj_calloc((size_t)r->n, sizeof *f.slots),
                       .coarse = coarse,
                       .out = out};

    out->n = 0;
    for (int i = 0; i < r->n; i++)
        tt_slots_find(p, c, r, teacher, i, day, &f.slots[i]);
    for (int i = 0; i < r->n && f.complete; i++) {
        if (f.slots[i].n == 0)
            continue;
        f.stay[0] = (struct tt_day_stay){i, 0, INT_MAX};
        f.n_stays = 1;
        extend(&f);
    }
    free(f.slots);
    return f.complete;
}

void tt_day_bytes(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                  int teacher, int day, struct pool_bytes *out)
{
    struct tt_slots slots;

    for (int place = 0; place < r->n; place++) {
        memset(&slots, 0, sizeof slots);
        tt_slots_find(p, c, r, teacher, place, day, &slots);
        pool_put(out, &slots.n, sizeof slots.n);
        pool_put(out, slots.v, (size_t)slots.n * sizeof *slots.v);
    }
}
