#include "solver/cli/repair_search.h"

#include "solver/engine/lp.h"

#include <stdlib.h>
#include <string.h>

bool repair_over(const struct repair_search *s)
{
    return s->left <= 0 || (s->deadline && lp_clock_ms() >= s->deadline) || (s->opt->stop && *s->opt->stop);
}

enum zj_status repair_probe(struct repair_search *s, const struct repair_changes *list, bool explain,
                            bool *yes, struct zj_plan *found, struct zj_err *err)
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

void repair_merge(struct repair_changes *list, const struct repair_change *change, int k)
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

int repair_place_of(const struct repair_changes *list, const struct repair_change *change)
{
    for (int i = 0; i < list->n; i++)
        if (repair_same(&list->v[i], change))
            return i;
    return -1;
}

/* ---- what is kept ------------------------------------------------------------------------------------- */

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

/* Leave out what the others do without, the dearest first. */
static enum zj_status prune(struct repair_search *s, struct repair_changes *list, struct zj_err *err)
{
    bool needed[64] = {false};

    while (list->n > 1 && list->n <= 64 && !repair_over(s)) {
        int worst = -1;
        bool yes = false;
        for (int i = 0; i < list->n; i++)
            if (!needed[i] && (worst < 0 || (int64_t)list->v[i].cost * list->v[i].k >
                                                (int64_t)list->v[worst].cost * list->v[worst].k))
                worst = i;
        if (worst < 0)
            break;
        const struct repair_change out = list->v[worst];
        list->v[worst] = list->v[--list->n];
        ZJ_TRY(repair_probe(s, list, false, &yes, NULL, err));
        if (yes) {
            needed[worst] = needed[list->n];
        } else {
            list->v[list->n++] = list->v[worst];
            list->v[worst] = out;
            needed[worst] = true;
        }
    }
    return ZJ_OK;
}

int repair_compare(const struct zj_repair *x, const struct zj_repair *y)
{
    for (int i = 0; i < x->n_steps && i < y->n_steps; i++) {
        const int by = zj_step_compare(&x->step[i], &y->step[i]);
        if (by)
            return by;
    }
    return x->n_steps - y->n_steps;
}

enum zj_status repair_keep(struct repair_search *s, struct repair_changes *list, struct zj_err *err)
{
    struct zj_plan *p = s->plan;

    ZJ_TRY(prune(s, list, err));
    qsort(list->v, (size_t)list->n, sizeof *list->v, compare_place);
    const struct zj_repair told = repair_told(s->opt->what.in, &p->arena, list);

    for (int i = 0; i < p->n_repairs; i++)
        if (repair_compare(&p->repair[i], &told) == 0)
            return ZJ_OK;
    if (p->n_repairs < REPAIR_MAX_KEPT)
        p->repair[p->n_repairs++] = told;
    return ZJ_OK;
}

/* ---- one number --------------------------------------------------------------------------------------- */

static enum zj_status probe_steps(struct repair_search *s, struct repair_changes *list, int which, int k,
                                  bool *yes, struct zj_err *err)
{
    list->v[which].k = k;
    return repair_probe(s, list, false, yes, NULL, err);
}

/* Was the list asked before, whatever the steps of this change? Else note it. */
static bool again(struct repair_search *s, struct repair_changes *list, int which)
{
    const int k = list->v[which].k;

    list->v[which].k = 0;
    const struct zj_repair told = repair_told(s->opt->what.in, &s->plan->arena, list);
    list->v[which].k = k;
    for (int i = 0; i < s->n_tried; i++)
        if (repair_compare(&s->tried[i], &told) == 0)
            return true;
    if (s->n_tried < REPAIR_MAX_TRIED)
        s->tried[s->n_tried++] = told;
    return false;
}

/* Some number in lo..*hi is the least that is enough, and *hi is. Upwards in doubling steps, then between. */
static enum zj_status least_steps(struct repair_search *s, struct repair_changes *list, int which, int lo,
                                  int *hi, struct zj_err *err)
{
    bool yes = false;

    for (int k = lo; k < *hi && !yes && !repair_over(s); k = 2 * k) {
        ZJ_TRY(probe_steps(s, list, which, k, &yes, err));
        if (yes)
            *hi = k;
        else
            lo = k + 1;
    }
    lo = yes && lo == *hi ? 1 : lo;
    while (lo < *hi && !repair_over(s)) {
        const int middle = lo + (*hi - lo) / 2;
        ZJ_TRY(probe_steps(s, list, which, middle, &yes, err));
        if (yes)
            *hi = middle;
        else
            lo = middle + 1;
    }
    if (lo < *hi)
        *hi = -1; /* stopped before the least was known */
    return ZJ_OK;
}

enum zj_status repair_try_steps(struct repair_search *s, struct repair_changes *list, int which,
                                struct zj_err *err)
{
    int steps = list->v[which].most;
    bool yes = false;

    if (again(s, list, which) || repair_over(s))
        return ZJ_OK;
    ZJ_TRY(probe_steps(s, list, which, steps, &yes, err));
    if (!yes)
        return ZJ_OK;
    ZJ_TRY(least_steps(s, list, which, list->v[which].least, &steps, err));
    if (steps < 0)
        return ZJ_OK;
    list->v[which].k = steps;
    return repair_keep(s, list, err);
}
