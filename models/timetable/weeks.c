#include "models/timetable/weeks.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_OPTIONS = 4000, MOST_CAMPUSES = 8, MOST_NODES = 6000000, MOST_PLANS = 400000 };

/* ---- profiles -------------------------------------------------------------------------------- */

/* Caps, largest first, one to a byte: a number that says it all. */
static uint64_t key_of(const struct tt_profile *x)
{
    uint64_t key = 0;

    for (int k = 0; k < TT_MAX_DAYS; k++)
        key = key << 8 | x->cap[k];
    return key;
}

/* Profiles by key, in a table of slots with room to spare. */
struct index {
    int *slot, n_slots; /* profile + 1 */
};

static unsigned start_at(uint64_t key, int n_slots)
{
    return (unsigned)((key * 0x9E3779B97F4A7C15u) >> 40) & (unsigned)(n_slots - 1);
}

static void index_profiles(struct index *x, const struct tt_weeks *w)
{
    x->n_slots = x->n_slots ? 2 * x->n_slots : 256;
    free(x->slot);
    x->slot = zj_calloc((size_t)x->n_slots, sizeof *x->slot);
    for (int i = 0; i < w->n_profiles; i++) {
        unsigned at = start_at(key_of(&w->profile[i]), x->n_slots);
        while (x->slot[at])
            at = (at + 1) & (unsigned)(x->n_slots - 1);
        x->slot[at] = i + 1;
    }
}

static int profile_of(struct tt_weeks *w, struct index *x, const struct tt_profile *f)
{
    const uint64_t key = key_of(f);

    if (2 * w->n_profiles >= x->n_slots)
        index_profiles(x, w);
    unsigned at = start_at(key, x->n_slots);
    for (; x->slot[at]; at = (at + 1) & (unsigned)(x->n_slots - 1))
        if (key_of(&w->profile[x->slot[at] - 1]) == key)
            return x->slot[at] - 1;
    ZJ_GROW(w->profile, w->n_profiles, w->cap_profiles);
    struct tt_profile *q = &w->profile[w->n_profiles];
    *q = *f;
    q->tail[q->days] = 0;
    for (int k = q->days - 1; k >= 0; k--)
        q->tail[k] = q->tail[k + 1] + q->cap[k];
    return (x->slot[at] = ++w->n_profiles) - 1;
}

static void insert(struct tt_profile *p, int cap)
{
    int i = p->days++;

    for (; i > 0 && p->cap[i - 1] < cap; i--)
        p->cap[i] = p->cap[i - 1];
    p->cap[i] = (unsigned char)cap;
}

/* ---- enumeration ------------------------------------------------------------------------------ */

/* A set of campuses, and the weeks that go to each of them and nowhere else. */
struct search {
    const struct tt_problem *p;
    const struct tt_reach *r;
    const struct tt_limits *l;
    const struct tt_campuses *c;
    int teacher;
    struct tt_weeks *w;
    int set[MOST_CAMPUSES], n_set;
    int *usable[TT_MAX_DAYS], n_usable[TT_MAX_DAYS]; /* by class: options within the set */
    int max_days[MOST_CAMPUSES];
    int chosen[TT_MAX_DAYS]; /* by day: place in usable, -1 = nowhere */
    bool may_rest;           /* a day nowhere is not beaten by a day at home */
    int64_t nodes;
    struct index profiles;
    int *slot, n_slots; /* hash table of plans + 1 */
    int first_plan;     /* plans of this set begin here */
};

static bool is_within(const struct search *f, const struct tt_option *x)
{
    int k = 0;

    for (int i = 0; i < x->n; i++) {
        while (k < f->n_set && f->set[k] < x->campus[i])
            k++;
        if (k == f->n_set || f->set[k] != x->campus[i])
            return false;
    }
    return true;
}

static const struct tt_option *option_on(const struct search *f, int day)
{
    int class = f->w->day_class[day], u = f->chosen[day];

    return u < 0 ? NULL : &f->w->option[class].v[f->usable[class][u]];
}

static unsigned hash_items(const struct tt_plan_item *x, int n)
{
    unsigned h = 2166136261u;

    for (int i = 0; i < n; i++)
        h = ((h ^ (unsigned)(unsigned short)x[i].campus) * 16777619u ^
             (unsigned)(unsigned short)x[i].profile) *
            16777619u;
    return h ^ h >> 15;
}

static void rehash(struct search *f, int n_slots)
{
    const struct tt_weeks *w = f->w;

    free(f->slot);
    f->n_slots = n_slots;
    f->slot = zj_calloc((size_t)n_slots, sizeof *f->slot);
    for (int i = f->first_plan; i < w->n_plans; i++) {
        unsigned at = hash_items(w->item + w->plan[i].first, w->plan[i].n) & (unsigned)(n_slots - 1);
        while (f->slot[at])
            at = (at + 1) & (unsigned)(n_slots - 1);
        f->slot[at] = i + 1;
    }
}

static void keep(struct search *f, const struct tt_plan *x, const struct tt_plan_item *items)
{
    struct tt_weeks *w = f->w;

    if (2 * (w->n_plans - f->first_plan) >= f->n_slots)
        rehash(f, f->n_slots ? 2 * f->n_slots : 1024);
    unsigned at = hash_items(items, x->n) & (unsigned)(f->n_slots - 1);
    for (; f->slot[at]; at = (at + 1) & (unsigned)(f->n_slots - 1)) {
        struct tt_plan *q = &w->plan[f->slot[at] - 1];
        if (q->n != x->n || memcmp(w->item + q->first, items, (size_t)x->n * sizeof *items) != 0)
            continue;
        if (x->minutes < q->minutes) {
            q->minutes = x->minutes;
            memcpy(q->option, x->option, sizeof q->option);
        }
        return;
    }
    ZJ_GROW(w->plan, w->n_plans, w->cap_plans);
    w->plan[w->n_plans] = *x;
    w->plan[w->n_plans].first = w->n_items;
    for (int i = 0; i < x->n; i++) {
        ZJ_GROW(w->item, w->n_items, w->cap_items);
        w->item[w->n_items++] = items[i];
    }
    f->slot[at] = ++w->n_plans;
}

/* A choice for every day: does it go to the whole set, and lawfully? */
static void finish(struct search *f)
{
    struct tt_profile profile[MOST_CAMPUSES];
    struct tt_plan_item items[MOST_CAMPUSES];
    struct tt_plan x = {.n = f->n_set};

    memset(profile, 0, sizeof profile);
    for (int d = 0; d < TT_MAX_DAYS; d++)
        x.option[d] = -1;
    for (int d = 0; d < f->w->n_days; d++) {
        const struct tt_option *o = option_on(f, d);
        for (int i = 0, k = 0; o && i < o->n; i++) {
            while (f->set[k] < o->campus[i])
                k++;
            insert(&profile[k], o->cap[i]);
        }
        x.minutes += o ? o->minutes : 0;
        x.option[d] = o ? (short)(o - f->w->option[f->w->day_class[d]].v) : (short)-1;
    }
    if (x.minutes > f->l->week_minutes[1])
        return;
    for (int k = 0; k < f->n_set; k++)
        if (profile[k].days == 0 || profile[k].days > f->max_days[k])
            return;
    for (int k = 0; k < f->n_set; k++)
        items[k] =
            (struct tt_plan_item){(short)f->set[k], (short)profile_of(f->w, &f->profiles, &profile[k])};
    keep(f, &x, items);
}

static void choose(struct search *f, int day)
{
    if (++f->nodes > MOST_NODES)
        return;
    if (day == f->w->n_days) {
        finish(f);
        return;
    }
    /* Alike days take their options in ascending order. */
    int class = f->w->day_class[day], least = -1;
    for (int d = day - 1; d >= 0 && least < 0; d--)
        if (f->w->day_class[d] == class)
            least = f->chosen[d];
    for (int u = least; u < f->n_usable[class]; u++) {
        if (u < 0 && !f->may_rest && f->n_usable[class] > 0)
            continue;
        f->chosen[day] = u;
        choose(f, day + 1);
    }
}

static bool has(const int *v, int n, int x)
{
    for (int i = 0; i < n; i++)
        if (v[i] == x)
            return true;
    return false;
}

static void one_set(struct search *f)
{
    struct tt_weeks *w = f->w;
    const int home = f->r->home;

    for (int c = 0; c < w->n_days; c++) {
        f->n_usable[c] = 0;
        for (int i = 0; i < w->option[c].n; i++)
            if (is_within(f, &w->option[c].v[i]))
                f->usable[c][f->n_usable[c]++] = i;
    }
    for (int k = 0; k < f->n_set; k++) {
        struct zj_ids schools = f->c->list[f->r->campus[f->set[k]]];
        f->max_days[k] = 0;
        for (int i = 0; i < schools.n; i++) {
            int days = tt_visit_limits(f->p, f->teacher, schools.v[i]).max_days;
            f->max_days[k] = days > f->max_days[k] ? days : f->max_days[k];
        }
    }
    /* With home in the set, or room for it, a day nowhere is no better than a day at home. */
    f->may_rest = home < 0 || (!has(f->set, f->n_set, home) && f->n_set >= f->l->campuses_week);
    for (int c = 0; c < w->n_days && home >= 0; c++) {
        bool at_home = false;
        for (int i = 0; i < w->option[c].n; i++)
            at_home |= w->option[c].v[i].n == 1 && w->option[c].v[i].campus[0] == home;
        f->may_rest |= !at_home && w->day_class[c] == c;
    }
    f->first_plan = w->n_plans;
    if (f->n_slots)
        memset(f->slot, 0, (size_t)f->n_slots * sizeof *f->slot);
    choose(f, 0);
}

/* Sets of campuses, each extended by larger places. */
static bool all_sets(struct search *f, int next)
{
    int most = f->l->campuses_week < f->r->n ? f->l->campuses_week : f->r->n;

    if (f->n_set > 0)
        one_set(f);
    if (f->nodes > MOST_NODES || f->w->n_plans > MOST_PLANS)
        return false;
    if (f->n_set == most)
        return true;
    if (f->n_set == MOST_CAMPUSES && next < f->r->n)
        return false;
    for (int place = next; place < f->r->n; place++) {
        f->set[f->n_set++] = place;
        bool done = all_sets(f, place + 1);
        f->n_set--;
        if (!done)
            return false;
    }
    return true;
}

/* ---- classes of days ----------------------------------------------------------------------- */

static bool same_options(const struct tt_options *a, const struct tt_options *b)
{
    if (a->n != b->n)
        return false;
    for (int i = 0; i < a->n; i++) {
        const struct tt_option *x = &a->v[i], *y = &b->v[i];
        if (x->n != y->n || x->minutes != y->minutes || x->n_stays != y->n_stays)
            return false;
        for (int k = 0; k < x->n; k++)
            if (x->campus[k] != y->campus[k] || x->cap[k] != y->cap[k])
                return false;
        for (int k = 0; k < x->n_stays; k++)
            if (x->stay[k].campus != y->stay[k].campus || x->stay[k].from != y->stay[k].from ||
                x->stay[k].to != y->stay[k].to)
                return false;
    }
    return true;
}

static bool list_days(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                      const struct tt_reach *r, int teacher)
{
    bool complete = true;

    for (int d = 0; d < w->n_days && complete; d++) {
        complete = tt_day_options(p, c, r, teacher, d, w->coarse, MOST_OPTIONS, &w->option[d]);
        w->day_class[d] = d;
        for (int e = 0; e < d; e++) {
            if (w->day_class[e] == e && same_options(&w->option[e], &w->option[d])) {
                w->day_class[d] = e;
                break;
            }
        }
    }
    return complete;
}

/* ---- the relaxation that is left when there is too much to list ----------------------------- */

static void go_everywhere(struct tt_weeks *w, const struct tt_problem *p, const struct tt_reach *r,
                          int teacher)
{
    const struct tt_limits *l = &p->limits[teacher];
    struct tt_profile full = {.days = w->n_days};
    struct tt_plan x = {.n = r->n, .first = w->n_items};
    struct index profiles = {0};

    for (int d = 0; d < w->n_days; d++)
        full.cap[d] = (unsigned char)(l->day < 60 ? l->day : 60);
    for (int d = 0; d < TT_MAX_DAYS; d++)
        x.option[d] = -1;
    w->everywhere = true;
    for (int i = 0; i < r->n; i++) {
        ZJ_GROW(w->item, w->n_items, w->cap_items);
        w->item[w->n_items++] = (struct tt_plan_item){(short)i, (short)profile_of(w, &profiles, &full)};
    }
    free(profiles.slot);
    ZJ_GROW(w->plan, w->n_plans, w->cap_plans);
    w->plan[w->n_plans++] = x;
}

static bool list_weeks(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                       const struct tt_reach *r, int teacher)
{
    struct search f = {.p = p, .r = r, .l = &p->limits[teacher], .c = c, .teacher = teacher, .w = w};

    w->n_plans = w->n_items = w->n_profiles = 0;
    if (!list_days(w, p, c, r, teacher))
        return false;
    for (int k = 0; k < w->n_days; k++)
        f.usable[k] = zj_malloc(((size_t)w->option[k].n + 1) * sizeof(int));
    bool complete = all_sets(&f, 0);
    for (int k = 0; k < w->n_days; k++)
        free(f.usable[k]);
    free(f.slot);
    free(f.profiles.slot);
    return complete;
}

static int compare_plans(const void *a, const void *b, void *weeks)
{
    const struct tt_plan *x = a, *y = b;
    const struct tt_weeks *w = weeks;

    for (int i = 0; i < x->n && i < y->n; i++) {
        const struct tt_plan_item *p = &w->item[x->first + i], *q = &w->item[y->first + i];
        if (p->campus != q->campus)
            return p->campus - q->campus;
        if (p->profile != q->profile)
            return p->profile - q->profile;
    }
    return x->n - y->n;
}

void tt_weeks_init(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                   const struct tt_reach *r, int teacher)
{
    memset(w, 0, sizeof *w);
    w->n_days = p->in->n_days;
    for (int coarse = TT_EXACT; coarse < TT_N_COARSE; coarse++) {
        w->coarse = (enum tt_coarse)coarse;
        if (!list_weeks(w, p, c, r, teacher))
            continue;
        if (w->n_plans > 1)
            qsort_r(w->plan, (size_t)w->n_plans, sizeof *w->plan, compare_plans, w);
        return;
    }
    w->n_plans = w->n_items = w->n_profiles = 0;
    go_everywhere(w, p, r, teacher);
}

void tt_weeks_release(struct tt_weeks *w)
{
    for (int d = 0; d < TT_MAX_DAYS; d++)
        free(w->option[d].v);
    free(w->profile);
    free(w->plan);
    free(w->item);
    memset(w, 0, sizeof *w);
}
