#include "models/timetable/days.h"

#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

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

enum { MOST_SEQUENCES = 60000 };

/* ---- slots ---------------------------------------------------------------------------------- */

struct slots {
    int n;
    struct tt_slot v[TT_MAX_SLOTS];
};

struct search {
    const struct tt_problem *p;
    const struct tt_reach *r;
    const struct tt_limits *l;
    int teacher, most, deepest;
    bool complete;
    int steps;           /* sequences of stays so far */
    struct slots *slots; /* by place in the reach */
    enum tt_coarse coarse;
    struct tt_option_list *out;
    struct tt_day_stay stay[TT_MAX_STAYS];
    int n_stays;
};

static int compare_slots(const void *a, const void *b)
{
    const struct tt_slot *x = a, *y = b;

    return x->end != y->end ? (x->end < y->end ? -1 : 1) : x->start < y->start ? -1 : x->start > y->start;
}

static int base_rank(const struct zj_instance *in, int id)
{
    int rank = 0, start = -1;

    for (int i = 0; i < in->n_periods; i++)
        if (in->period[i].id == id)
            start = in->period[i].start;
    for (int i = 0; i < in->n_periods; i++)
        rank += in->period[i].start < start;
    return start < 0 ? -1 : rank;
}

/* Does a soft rule mind the block at this period? */
static bool minded(const struct tt_problem *p, int block, int id)
{
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_avoid && !r->hard && tt_rule_speaks_of_block(p, r, block) &&
            (zj_ids_has(&r->periods, id) || (r->only.n > 0 && !zj_ids_has(&r->only, id))))
            return true;
    }
    return false;
}

/* Some block that the teacher may teach can stand at this position of the school's bells; *good: unminded. */
static bool wanted(const struct tt_problem *p, int teacher, int school, int day, int position, bool *good)
{
    const struct zj_ids *may = &p->may[teacher];
    const int id = p->in->bells[school].v[position].id;
    bool any = false;

    *good = false;
    for (int i = 0; i < may->n && !*good; i++) {
        const struct tt_group *g = &p->group[may->v[i]];
        for (int b = 0; g->school == school && b < g->n && !*good; b++) {
            if (!tt_block_open(p, g->block[b], day, position))
                continue;
            any = true;
            *good = !minded(p, g->block[b], id);
        }
    }
    return any;
}

static void add_slot(struct slots *s, const struct tt_slot *x)
{
    for (int i = 0; i < s->n; i++)
        if (s->v[i].start == x->start && s->v[i].end == x->end) {
            s->v[i].good |= x->good;
            return;
        }
    if (s->n < TT_MAX_SLOTS)
        s->v[s->n++] = *x;
}

static void find_slots(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                       int teacher, int place, int day, struct slots *s)
{
    const struct zj_instance *in = p->in;
    const struct zj_ids *schools = &c->list[r->campus[place]];

    s->n = 0;
    for (int i = 0; i < schools->n; i++) {
        int school = schools->v[i];
        const struct zj_day_plan *bells = &in->bells[school];
        if (!(tt_visit_limits(p, teacher, school).days >> day & 1))
            continue;
        for (int k = 0; k < bells->n; k++) {
            const struct zj_period *q = &bells->v[k];
            bool good;
            if (tt_teacher_free(p, teacher, school, day, k) && wanted(p, teacher, school, day, k, &good))
                add_slot(s, &(struct tt_slot){q->start, q->end, q->session, base_rank(in, q->id), good});
        }
    }
    qsort(s->v, (size_t)s->n, sizeof *s->v, compare_slots);
}

/*
 * Most lessons in the slots of a window: no two overlap, no more than `row` one after the other. Where
 * schools of one campus have bells that overlap, rows are left to the board.
 */
static int room_between(const struct slots *s, int from, int to, int row, bool good_only)
{
    int n = 0, run = 0, last = -1, busy_until = -1;

    for (int i = 1; i < s->n; i++)
        row = s->v[i].start < s->v[i - 1].end ? TT_NO_LIMIT : row;

    for (int i = 0; i < s->n; i++) {
        const struct tt_slot *x = &s->v[i];
        if (x->start < from || x->end > to || x->start < busy_until || (good_only && !x->good))
            continue;
        const bool next =
            last >= 0 && x->session == s->v[last].session && x->rank >= 0 && x->rank == s->v[last].rank + 1;
        run = next ? run + 1 : 1;
        last = i;
        busy_until = x->end;
        if (run > row) /* one period left free, then a new row */
            run = 0;
        else
            n++;
    }
    return n;
}

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
            room += room_between(&f->slots[place], f->stay[i].from, f->stay[i].to, f->l->row, false);
            good += room_between(&f->slots[place], f->stay[i].from, f->stay[i].to, f->l->row, true);
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
    const struct slots *s = &f->slots[here->campus];
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
        find_slots(p, c, r, teacher, i, day, &f.slots[i]);
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
    struct slots slots;

    for (int place = 0; place < r->n; place++) {
        memset(&slots, 0, sizeof slots);
        find_slots(p, c, r, teacher, place, day, &slots);
        pool_put(out, &slots.n, sizeof slots.n);
        pool_put(out, slots.v, (size_t)slots.n * sizeof *slots.v);
    }
}
