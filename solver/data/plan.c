#include "solver/data/plan.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char *const status_names[ZJ_N_PLAN_STATUS] = {"optimal", "feasible", "infeasible", "unknown",
                                                           "interrupted"};
static const char *const because_names[ZJ_N_BECAUSE] = {"no_teacher", "no_load", "no_time",
                                                        "rule",       "traded",  "limit"};
static const char *const model_names[ZJ_N_MODELS] = {"secondment", "timetable", "pairing", "calendar"};

static const char *const stop_names[ZJ_N_STOPS] = {
#define ZJ_STOP(word, sentence) #word,
#include "solver/data/stops.def"
#undef ZJ_STOP
};

bool zj_has_plan(const struct zj_plan *p)
{
    if (p->status == ZJ_PLAN_INTERRUPTED)
        return p->value[p->order[0]] != ZJ_NO_VALUE;
    return p->status == ZJ_PLAN_OPTIMAL || p->status == ZJ_PLAN_FEASIBLE;
}

int zj_n_conflicts(const struct zj_plan *p)
{
    return p->n_conflict ? p->conflict[p->n_conflict - 1].group + 1 : 0;
}

const char *zj_plan_status_name(enum zj_plan_status status)
{
    return status_names[status];
}

const char *zj_stop_name(enum zj_stop stop)
{
    return stop_names[stop];
}

const char *zj_because_name(enum zj_because because)
{
    return because_names[because];
}

const char *zj_model_name(enum zj_model model)
{
    return model_names[model];
}

void zj_postings_add(struct zj_postings *p, const struct zj_posting *x)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = *x;
}

static int compare_postings(const void *a, const void *b)
{
    const struct zj_posting *x = a, *y = b;
    const int p[] = {x->teacher, x->start, x->kind, x->to, x->subject, x->terms, x->from};
    const int q[] = {y->teacher, y->start, y->kind, y->to, y->subject, y->terms, y->from};

    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

void zj_postings_sort(struct zj_postings *p)
{
    if (p->n > 1)
        qsort(p->v, (size_t)p->n, sizeof *p->v, compare_postings);
}

void zj_postings_release(struct zj_postings *p)
{
    free(p->v);
    memset(p, 0, sizeof *p);
}

void zj_verdict_release(struct zj_verdict *v)
{
    free(v->finding);
    free(v->unmet);
    zj_arena_release(&v->arena);
    memset(v, 0, sizeof *v);
}

void zj_plan_release(struct zj_plan *p)
{
    zj_postings_release(&p->postings);
    zj_lessons_release(&p->lessons);
    zj_legs_release(&p->legs);
    zj_pairs_release(&p->pairs);
    zj_calendar_release(&p->calendar);
    zj_arena_release(&p->arena);
    memset(p, 0, sizeof *p);
}

const enum zj_tier *zj_plan_tiers(const struct zj_policy *pol, enum zj_model model, int *n)
{
    switch (model) {
    case ZJ_SECONDMENT:
        *n = ZJ_N_TIERS;
        return pol->objective;
    case ZJ_PAIRING:
        *n = ZJ_N_PAIRING_TIERS;
        return zj_pairing_tiers;
    case ZJ_CALENDAR:
        *n = ZJ_N_CALENDAR_TIERS;
        return zj_calendar_tiers;
    default:
        *n = model == ZJ_TIMETABLE ? ZJ_N_LESSON_TIERS : 0;
        return zj_lesson_tiers;
    }
}

/* ceil(1000 (value - bound) / max(1, |value|)), at most INT_MAX; value > bound. */
static int gap_of(int64_t value, int64_t bound)
{
    uint64_t difference = (uint64_t)value - (uint64_t)bound;
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t base = size ? size : 1;
    uint64_t whole = difference / base, rest = difference % base;

    if (whole > INT_MAX / 1000 - 1 || rest > UINT64_MAX / 1000 - base)
        return INT_MAX;
    return (int)(1000 * whole + (1000 * rest + base - 1) / base);
}

void zj_plan_infeasible(struct zj_plan *p)
{
    p->status = ZJ_PLAN_INFEASIBLE;
    p->stopped_by = NULL;
    p->gap_permille = 0;
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        p->value[t] = p->bound[t] = ZJ_NO_VALUE;
}

int zj_gap_permille(const struct zj_plan *p)
{
    for (int i = 0; i < p->n_tiers; i++) {
        int64_t value = p->value[p->order[i]], bound = p->bound[p->order[i]];
        if (value != ZJ_NO_VALUE && bound != ZJ_NO_VALUE && value > bound)
            return gap_of(value, bound);
    }
    return 0;
}
