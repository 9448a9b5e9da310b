#include "solver/cli/repair.h"

#include "solver/engine/lp.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_GROUPS = 12, MAX_REPAIRS = 10, USUAL_QUESTIONS = 80, MAX_CANDIDATES = 8 };

struct search {
    const struct repair_options *opt;
    struct zj_plan *plan;
    int64_t deadline;
    int left;                                /* questions; the search for a base leaves half of them */
    struct repair_changes group[MAX_GROUPS]; /* candidates of each conflict, cheapest first */
    int n_groups;
    struct repair_changes base; /* one of each conflict, together enough */
    struct repair_changes
        wide; /* numbers of rules that several places of a conflict have, changed everywhere */
};

static bool is_over(const struct search *s)
{
    return s->left <= 0 || (s->deadline && lp_clock_ms() >= s->deadline) || (s->opt->stop && *s->opt->stop);
}

/* Solve with the changes. *yes: there is a plan, judged. `found` (may be NULL) gets the answer. */
static enum zj_status probe(struct search *s, const struct repair_changes *list, bool explain, bool *yes,
                            struct zj_plan *found, struct zj_err *err)
{
    struct zj_change c;
    struct zj_plan own, *answer = found ? found : &own;
    const int64_t left = s->deadline ? s->deadline - lp_clock_ms() : 0;

    s->left--;
    zj_change_init(&c, s->opt->what.in, s->opt->what.pol);
    repair_apply(&c, list);
    enum zj_status st =
        s->opt->try(s->opt->ctx, &c, explain, s->deadline && left < 1 ? 1 : left, answer, yes, err);
    zj_change_release(&c);
    if (!found)
        zj_plan_release(&own);
    return st;
}

/* ---- conflicts and their candidates ------------------------------------------------------------------- */

static int compare_change(const void *a, const void *b)
{
    const struct repair_change *x = a, *y = b;
    int64_t p = (int64_t)x->cost * x->least, q = (int64_t)y->cost * y->least;

    return p != q ? (p > q) - (p < q) : (x->what > y->what) - (x->what < y->what);
}

/* A number that several places of the conflict have: changed everywhere, at the price of all of them. */
static void add_wide(struct search *s, const struct repair_changes *all)
{
    for (int i = 0; i < all->n; i++) {
        struct repair_change c = all->v[i];
        int places = 0;
        for (int k = 0; k < all->n; k++)
            places +=
                all->v[k].what == REPAIR_NUMBER && all->v[k].rule == c.rule && all->v[k].field == c.field;
        c.spot = (struct zj_spot){-1, -1, -1, -1};
        c.place = ZJ_EVERYWHERE;
        c.cost *= places;
        bool again = c.what != REPAIR_NUMBER || places < 2;
        for (int k = 0; k < s->wide.n; k++)
            again |= repair_same(&c, &s->wide.v[k]);
        if (!again && s->wide.n < MAX_CANDIDATES)
            repair_add(&s->wide, &c);
    }
}

/* The candidates of all parts of one conflict of a plan; the same change only once. */
static void add_group(struct search *s, const struct zj_plan *p, int group)
{
    struct repair_changes all = {0}, *list = &s->group[s->n_groups];

    for (int i = 0; i < p->n_conflict; i++) {
        if (p->conflict[i].group == group)
            repair_candidates(&s->opt->what, &p->conflict[i], &s->plan->arena, &all);
    }
    if (all.n)
        qsort(all.v, (size_t)all.n, sizeof *all.v, compare_change);
    for (int i = 0; i < all.n; i++) {
        bool again = false;
        for (int k = 0; k < list->n; k++)
            again |= repair_same(&all.v[i], &list->v[k]);
        if (!again && list->n < MAX_CANDIDATES)
            repair_add(list, &all.v[i]);
    }
    add_wide(s, &all);
    free(all.v);
    s->n_groups += list->n > 0;
}

/* Add k steps of the change; more steps of one that is there already. */
static void merge(struct repair_changes *list, const struct repair_change *change, int k)
{
    for (int i = 0; i < list->n; i++) {
        if (!repair_same(&list->v[i], change))
            continue;
        list->v[i].k = list->v[i].k > k ? list->v[i].k : k;
        return;
    }
    repair_add(list, change);
    list->v[list->n - 1].k = k;
}

/* What a part asks for after the steps so far: the next conflict counts from there. */
static int steps_so_far(const struct search *s, const struct repair_change *change)
{
    for (int i = 0; i < s->base.n; i++) {
        if (repair_same(&s->base.v[i], change))
            return s->base.v[i].k;
    }
    return 0;
}

/* The cheapest change that has steps left. */
static bool repair_group(struct search *s, int group)
{
    for (int i = 0; i < s->group[group].n; i++) {
        const struct repair_change *c = &s->group[group].v[i];
        int before = steps_so_far(s, c), k = before + c->least;
        if (before >= c->most)
            continue;
        merge(&s->base, c, k > c->most ? c->most : k);
        return true;
    }
    return false;
}

/* One conflict after the other until there is a plan. */
static enum zj_status find_base(struct search *s, bool *yes, struct zj_err *err)
{
    const int half = s->left / 2;
    int first = 0;

    for (int k = 0; k < zj_n_conflicts(s->plan) && s->n_groups < MAX_GROUPS; k++)
        add_group(s, s->plan, k);
    *yes = false;
    while (!*yes && first < s->n_groups && s->left > half && !is_over(s)) {
        struct zj_plan found;
        bool any = false;
        for (; first < s->n_groups; first++)
            any |= repair_group(s, first);
        if (!any)
            return ZJ_OK;
        enum zj_status st = probe(s, &s->base, true, yes, &found, err);
        for (int k = 0; st == ZJ_OK && !*yes && k < zj_n_conflicts(&found) && s->n_groups < MAX_GROUPS; k++)
            add_group(s, &found, k);
        zj_plan_release(&found);
        ZJ_TRY(st);
    }
    return ZJ_OK;
}

/* ---- alternatives ------------------------------------------------------------------------------------- */

/* One order of the changes of a repair, so that the same repair is known again. */
static int compare_place(const void *a, const void *b)
{
    const struct repair_change *x = a, *y = b;
    const int i = x->rule ? x->rule->index : -1, k = y->rule ? y->rule->index : -1;

    if (i != k)
        return i < k ? -1 : 1;
    if (strcmp(x->place, y->place) != 0)
        return strcmp(x->place, y->place);
    return x->whom != y->whom ? x->whom - y->whom : x->to - y->to;
}

static int compare_steps(const struct zj_repair *x, const struct zj_repair *y)
{
    for (int i = 0; i < x->n_steps && i < y->n_steps; i++) {
        const int by = zj_step_compare(&x->step[i], &y->step[i]);
        if (by)
            return by;
    }
    return x->n_steps - y->n_steps;
}

static void keep(struct search *s, struct repair_changes *list)
{
    struct zj_plan *p = s->plan;

    qsort(list->v, (size_t)list->n, sizeof *list->v, compare_place);
    const struct zj_repair told = repair_told(s->opt->what.in, &p->arena, list);

    for (int i = 0; i < p->n_repairs; i++) {
        if (compare_steps(&p->repair[i], &told) == 0)
            return;
    }
    if (p->n_repairs < MAX_REPAIRS)
        p->repair[p->n_repairs++] = told;
}

static enum zj_status probe_steps(struct search *s, struct repair_changes *list, int which, int k, bool *yes,
                                  struct zj_err *err)
{
    list->v[which].k = k;
    return probe(s, list, false, yes, NULL, err);
}

/* The least number of steps of one change, the others standing; keeps the repair when there is one. */
static enum zj_status bisect(struct search *s, struct repair_changes *list, int which, struct zj_err *err)
{
    int lo = 1, hi = list->v[which].least, most = list->v[which].most;
    bool yes = false;

    while (!is_over(s)) { /* a number that is enough */
        ZJ_TRY(probe_steps(s, list, which, hi, &yes, err));
        if (yes || hi == most)
            break;
        lo = hi + 1;
        hi = 2 * hi < most ? 2 * hi : most;
    }
    if (!yes)
        return ZJ_OK;
    while (lo < hi && !is_over(s)) {
        int middle = lo + (hi - lo) / 2;
        bool enough = false;
        ZJ_TRY(probe_steps(s, list, which, middle, &enough, err));
        if (enough)
            hi = middle;
        else
            lo = middle + 1;
    }
    if (lo < hi)
        return ZJ_OK; /* stopped before the least was known */
    list->v[which].k = hi;
    keep(s, list);
    return ZJ_OK;
}

/* The base without its change for this conflict, and with another one. */
static enum zj_status try_candidate(struct search *s, int group, const struct repair_change *c,
                                    struct zj_err *err)
{
    struct repair_changes list = {0};
    int which = -1;

    for (int i = 0; i < s->base.n; i++) {
        bool own = false;
        for (int k = 0; k < s->group[group].n; k++)
            own |= repair_same(&s->base.v[i], &s->group[group].v[k]);
        if (!own)
            merge(&list, &s->base.v[i], s->base.v[i].k);
    }
    merge(&list, c, c->least);
    for (int i = 0; i < list.n; i++)
        which = repair_same(&list.v[i], c) ? i : which;
    enum zj_status st = bisect(s, &list, which, err);
    free(list.v);
    return st;
}

/* One change at every place in the stead of all others. */
static enum zj_status try_wide(struct search *s, const struct repair_change *c, struct zj_err *err)
{
    struct repair_changes list = {0};

    merge(&list, c, c->least);
    enum zj_status st = bisect(s, &list, 0, err);
    free(list.v);
    return st;
}

static int compare_repair(const void *a, const void *b)
{
    const struct zj_repair *x = a, *y = b;

    return x->cost != y->cost ? (x->cost > y->cost) - (x->cost < y->cost) : compare_steps(x, y);
}

enum zj_status cli_repair(const struct repair_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct search s = {.opt = opt, .plan = plan, .left = opt->questions ? opt->questions : USUAL_QUESTIONS};
    bool yes = false;

    s.deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0;
    plan->n_repairs = 0;
    plan->repair = zj_alloc_n(&plan->arena, MAX_REPAIRS, sizeof *plan->repair);
    enum zj_status st = find_base(&s, &yes, err);
    if (st == ZJ_OK && yes)
        keep(&s, &s.base);
    for (int i = 0; i < s.wide.n && st == ZJ_OK && !is_over(&s); i++)
        st = try_wide(&s, &s.wide.v[i], err);
    if (st == ZJ_OK && !yes) { /* one change in the place of all may still do for a single conflict */
        s.base.n = 0;
        s.n_groups = zj_n_conflicts(plan) == 1 && s.n_groups > 1 ? 1 : s.n_groups;
    }
    for (int g = 0; g < s.n_groups && st == ZJ_OK && (yes || s.n_groups == 1); g++) {
        for (int i = 0; i < s.group[g].n && st == ZJ_OK && !is_over(&s); i++)
            st = try_candidate(&s, g, &s.group[g].v[i], err);
    }
    if (plan->n_repairs)
        qsort(plan->repair, (size_t)plan->n_repairs, sizeof *plan->repair, compare_repair);
    for (int g = 0; g < MAX_GROUPS; g++)
        free(s.group[g].v);
    free(s.base.v);
    free(s.wide.v);
    return st;
}
