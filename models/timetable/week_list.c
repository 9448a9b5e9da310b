#include "models/timetable/week_list.h"

#include "models/timetable/profiles.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_CAMPUSES = 16,
    MOST_NODES = 5000000,
    MOST_AT_ONCE = 400000,
    MOST_PARTS = 300000,
    FEW_SLOTS = 1024,
    MOST_PLANS = 400000
};

/* The first days of a week that goes to a set of campuses. */
struct part {
    uint64_t key[MOST_CAMPUSES]; /* by campus of the set */
    int minutes;
    short option[TT_MAX_DAYS];
};

/* Parts of equally many days, no two of the same profiles. */
struct layer {
    struct part *v;
    int n, cap;
};

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
    signed char *at[TT_MAX_DAYS]; /* by class: TT_MAX_STAYS places in the set of each usable option */
    int max_days[MOST_CAMPUSES];
    bool at_once;  /* the set is all campuses, and weeks need not go to all of them */
    bool may_rest; /* a day nowhere is not beaten by a day at home */
    int64_t nodes;
    struct layer now, next;
    int *slot, n_slots, cap_slots; /* hash table of `next` + 1 */
    uint64_t *key;                 /* of every plan's items so far */
    int n_keys, cap_keys;
};

/* Is the option within the set, and at which places? */
static bool is_within(const struct search *f, const struct tt_option *x, signed char *at)
{
    int k = 0;

    for (int i = 0; i < x->n; i++) {
        while (k < f->n_set && f->set[k] < x->campus[i])
            k++;
        if (k == f->n_set || f->set[k] != x->campus[i])
            return false;
        at[i] = (signed char)k;
    }
    return true;
}

static unsigned hash_part(const struct part *x, int n, int n_slots)
{
    uint64_t h = 0;

    for (int i = 0; i < n; i++)
        h = (h ^ x->key[i] ^ x->key[i] >> 32) * 0x9E3779B97F4A7C15u;
    h ^= h >> 29; /* keys differ in their upper bytes: bring those down */
    return (unsigned)(h * 0xBF58476D1CE4E5B9u >> 36) & (unsigned)(n_slots - 1);
}

static bool same_keys(const struct part *x, const struct part *y, int n)
{
    uint64_t different = 0;

    for (int i = 0; i < n; i++)
        different |= x->key[i] ^ y->key[i];
    return different == 0;
}

/* A table of so many slots, a power of 2, with the parts of `next` in it. */
static void make_table(struct search *f, int n_slots)
{
    f->n_slots = n_slots;
    if (n_slots > f->cap_slots) {
        f->cap_slots = n_slots;
        f->slot = zj_realloc(f->slot, (size_t)n_slots, sizeof *f->slot);
    }
    memset(f->slot, 0, (size_t)n_slots * sizeof *f->slot);
    for (int i = 0; i < f->next.n; i++) {
        unsigned at = hash_part(&f->next.v[i], f->n_set, f->n_slots);
        while (f->slot[at])
            at = (at + 1) & (unsigned)(f->n_slots - 1);
        f->slot[at] = i + 1;
    }
}

/* Of equal profiles the quickest is kept. */
static void keep(struct search *f, const struct part *x)
{
    if (2 * f->next.n >= f->n_slots)
        make_table(f, 2 * f->n_slots);
    unsigned at = hash_part(x, f->n_set, f->n_slots);
    for (; f->slot[at]; at = (at + 1) & (unsigned)(f->n_slots - 1)) {
        struct part *q = &f->next.v[f->slot[at] - 1];
        if (!same_keys(q, x, f->n_set))
            continue;
        if (x->minutes < q->minutes)
            *q = *x;
        return;
    }
    ZJ_GROW(f->next.v, f->next.n, f->next.cap);
    f->next.v[f->next.n] = *x;
    f->slot[at] = ++f->next.n;
}

/* The part with one more day; false when that breaks a limit of the week. */
static bool add_day(const struct search *f, const struct part *x, int day, int u, struct part *y)
{
    const int class = f->w->day_class[day];

    *y = *x;
    y->option[day] = -1;
    if (u < 0)
        return true;
    const struct tt_option *o = &f->w->option[class].v[f->usable[class][u]];
    const signed char *at = f->at[class] + u * TT_MAX_STAYS;
    y->option[day] = (short)f->usable[class][u];
    y->minutes += o->minutes;
    for (int i = 0; i < o->n; i++) {
        y->key[at[i]] = tt_key_with_day(y->key[at[i]], tt_key_day(o->cap[i], o->good[i]));
        if (f->max_days[at[i]] < f->w->n_days && tt_key_days(y->key[at[i]]) > f->max_days[at[i]])
            return false;
    }
    return y->minutes <= f->l->week_minutes[1];
}

/* Every part with every choice for one more day. */
static void one_day(struct search *f, int day)
{
    const int class = f->w->day_class[day];
    const bool rest = f->may_rest || f->n_usable[class] == 0;
    struct part y;

    f->next.n = 0;
    make_table(f, FEW_SLOTS);
    for (int i = 0; i < f->now.n && f->nodes <= MOST_NODES; i++) {
        for (int u = rest ? -1 : 0; u < f->n_usable[class]; u++)
            if (add_day(f, &f->now.v[i], day, u, &y))
                keep(f, &y);
        f->nodes += f->n_usable[class] + 1;
        if (f->next.n > MOST_PARTS)
            f->nodes = MOST_NODES + 1;
    }
    struct layer done = f->now;
    f->now = f->next;
    f->next = done;
}

static void all_days(struct search *f)
{
    f->now.n = 0;
    ZJ_GROW(f->now.v, f->now.n, f->now.cap);
    f->now.v[f->now.n] = (struct part){.minutes = 0};
    for (int d = 0; d < TT_MAX_DAYS; d++)
        f->now.v[f->now.n].option[d] = -1;
    f->now.n++;
    for (int d = 0; d < f->w->n_days; d++)
        one_day(f, d);
}

/* Does the part go to the whole set, or at once to no more campuses than a week may have? */
static bool is_week(const struct search *f, const struct part *x)
{
    int n = 0;

    for (int k = 0; k < f->n_set; k++)
        n += x->key[k] != 0;
    return f->at_once ? n > 0 && n <= f->l->campuses_week : n == f->n_set;
}

/* The weeks of the set become plans; their profiles stay keys until all sets are done. */
static void keep_plans(struct search *f)
{
    struct tt_weeks *w = f->w;

    for (int i = 0; i < f->now.n; i++) {
        const struct part *x = &f->now.v[i];
        if (!is_week(f, x))
            continue;
        ZJ_GROW(w->plan, w->n_plans, w->cap_plans);
        struct tt_plan *q = &w->plan[w->n_plans++];
        *q = (struct tt_plan){.minutes = x->minutes, .first = w->n_items};
        memcpy(q->option, x->option, sizeof q->option);
        for (int k = 0; k < f->n_set; k++) {
            if (x->key[k] == 0)
                continue;
            q->n++;
            ZJ_GROW(w->item, w->n_items, w->cap_items);
            w->item[w->n_items++] = (struct tt_plan_item){(short)f->set[k], 0};
            ZJ_GROW(f->key, f->n_keys, f->cap_keys);
            f->key[f->n_keys++] = x->key[k];
        }
    }
}

static void name_profiles(struct search *f)
{
    uint64_t *sorted = zj_malloc(((size_t)f->n_keys + 1) * sizeof *sorted);

    if (f->n_keys > 0)
        memcpy(sorted, f->key, (size_t)f->n_keys * sizeof *sorted);
    tt_profiles_make(f->w, sorted, f->n_keys);
    for (int i = 0; i < f->n_keys; i++)
        f->w->item[i].profile = (short)tt_profile_find(f->w, f->key[i]);
    free(sorted);
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
        f->nodes += w->option[c].n;
        for (int i = 0; i < w->option[c].n && w->day_class[c] == c; i++)
            if (is_within(f, &w->option[c].v[i], f->at[c] + f->n_usable[c] * TT_MAX_STAYS))
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
    f->may_rest = home < 0 || f->at_once || (!has(f->set, f->n_set, home) && f->n_set >= f->l->campuses_week);
    for (int c = 0; c < w->n_days && home >= 0; c++) {
        bool at_home = false;
        for (int i = 0; i < w->option[c].n; i++)
            at_home |= w->option[c].v[i].n == 1 && w->option[c].v[i].campus[0] == home;
        f->may_rest |= !at_home && w->day_class[c] == c;
    }
    all_days(f);
    keep_plans(f);
}

/* Are there so few ways to fill the days that the sets need not be told apart? */
static bool few_weeks(const struct tt_weeks *w)
{
    double ways = 1;

    for (int c = 0; c < w->n_days; c++) {
        double days = 0;
        for (int d = c; d < w->n_days && w->day_class[c] == c; d++)
            if (w->day_class[d] == c) {
                ways *= (w->option[c].n + 1 + days) / (days + 1);
                days++;
            }
    }
    return ways <= MOST_AT_ONCE;
}

static bool all_at_once(struct search *f)
{
    f->at_once = true;
    for (f->n_set = 0; f->n_set < f->r->n; f->n_set++)
        f->set[f->n_set] = f->n_set;
    one_set(f);
    return f->nodes <= MOST_NODES && !pool_stop;
}

/* Sets of campuses, each extended by larger places. */
static bool all_sets(struct search *f, int next)
{
    int most = f->l->campuses_week < f->r->n ? f->l->campuses_week : f->r->n;

    if (f->n_set > 0)
        one_set(f);
    if (f->nodes > MOST_NODES || f->w->n_plans > MOST_PLANS || pool_stop)
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

bool tt_week_list_plans(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                        const struct tt_reach *r, int teacher)
{
    struct search f = {.p = p, .r = r, .l = &p->limits[teacher], .c = c, .teacher = teacher, .w = w};

    for (int k = 0; k < w->n_days; k++) {
        f.usable[k] = zj_malloc(((size_t)w->option[k].n + 1) * sizeof *f.usable[k]);
        f.at[k] = zj_malloc(((size_t)w->option[k].n + 1) * TT_MAX_STAYS);
    }
    bool complete = r->n <= MOST_CAMPUSES && few_weeks(w) ? all_at_once(&f) : all_sets(&f, 0);
    if (complete)
        name_profiles(&f);
    for (int k = 0; k < w->n_days; k++) {
        free(f.usable[k]);
        free(f.at[k]);
    }
    free(f.now.v);
    free(f.next.v);
    free(f.slot);
    free(f.key);
    return complete && w->n_profiles <= INT16_MAX;
}
