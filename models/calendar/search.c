/*
 * search.c - the calendar of one part of the county.
 *
 * By months the program is small, and its values are bounds. Where days are found for them, that is all. Else
 * the same is done by days, or where these are too many by weeks. A county of many activities has its first
 * calendar from all aims added up.
 */
#include "models/calendar/run.h"

/* Up to so many cells by days, one program has them all. */
enum { DAYS_AT_ONCE = 1500 };
/* Nodes of a program by weeks, which may have no end. */
enum { NODES_BY_WEEKS = 20 };
/* From so many groups on, a first calendar is looked for before any bounds; its nodes, its gap. */
enum { LARGE = 40, NODES_TO_BLEND = 40, GAP_TO_BLEND = 20 };

/* An occurrence more is worse than any way; one soft demand more is worse than some occurrences. */
static const int64_t weights[MC_MAX_SUMS] = {[CAL_SOFT] = 5000, [CAL_HELD] = 200,  [CAL_TRAVEL] = 1,
                                             [CAL_PEAK] = 20,   [CAL_BALANCE] = 5, [CAL_STABILITY] = 50};

static int compare_values(const int64_t *a, const int64_t *b)
{
    for (int t = 0; t < CAL_N_SUMS; t++)
        if (a[t] != b[t])
            return a[t] < b[t] ? -1 : 1;
    return 0;
}

void cal_offer(struct cal_run *r, struct cal_answer *a)
{
    if (!a->found || (r->best.found && compare_values(a->value, r->best.value) >= 0)) {
        zj_calendar_release(&a->calendar);
        return;
    }
    zj_calendar_release(&r->best.calendar);
    r->best = *a;
}

bool cal_is_best(const struct cal_run *r)
{
    return r->best.found && compare_values(r->best.value, r->bound) == 0;
}

/* What a tier of the program comes to, and to how much at least. */
static int64_t constant_of(const struct cal_run *r, int tier)
{
    return tier == CAL_STABILITY ? r->m.lost : 0;
}

/*
 * Of a program that is no narrower than the calendar. The bound of a tier holds for the bounds before
 * it: where one of these rises, those behind it are not known any more, and behind a gap they never are.
 */
static void take_bounds(struct cal_run *r)
{
    bool exact = true;

    for (int t = 0; t < CAL_N_SUMS && exact; t++) {
        int64_t bound = r->s.bound[t] + constant_of(r, t);
        for (int later = t + 1; later < CAL_N_SUMS && bound > r->bound[t]; later++)
            r->bound[later] = 0;
        r->bound[t] = bound > r->bound[t] ? bound : r->bound[t];
        exact = r->s.has_plan && mc_sums_value(&r->s, t) + constant_of(r, t) == r->bound[t];
    }
}

void cal_limit_nodes(struct lp_limits *limits, int64_t nodes)
{
    if (limits->nodes == 0 || limits->nodes > nodes)
        limits->nodes = nodes;
}

void cal_begin(struct cal_run *r, enum cal_grain grain)
{
    cal_model_cells(&r->m, &r->scope, grain);
    cal_model_rows(&r->m);
    mc_sums_init(&r->s, &r->m.p, &r->limits);
    if (r->limits.deadline > 0 && grain != CAL_DAYS) /* days are to be found, too */
        r->s.limits.deadline -= (r->limits.deadline - lp_clock_ms()) / 3;
    if (grain == CAL_WEEKS)
        cal_limit_nodes(&r->s.limits, NODES_BY_WEEKS);
}

void cal_end(struct cal_run *r)
{
    r->nodes += r->s.nodes;
    mc_sums_release(&r->s);
    cal_model_release(&r->m);
}

enum zj_status cal_blend(struct mc_sums *s, struct zj_err *err)
{
    struct lp_limits few = s->limits;

    cal_limit_nodes(&few, NODES_TO_BLEND);
    few.gap_permille = few.gap_permille > GAP_TO_BLEND ? few.gap_permille : GAP_TO_BLEND;
    return mc_sums_blend(s, weights, &few, err);
}

static void unload_days(struct cal_run *r)
{
    struct cal_answer a = {.found = true};

    for (int t = 0; t < CAL_N_SUMS; t++)
        a.value[t] = mc_sums_value(&r->s, t);
    cal_unload(&r->m, r->s.x, &a.calendar);
    a.value[CAL_STABILITY] = cal_changes(&r->m, &a.calendar);
    cal_offer(r, &a);
}

/* One program, and days for its answer. */
static enum zj_status search(struct cal_run *r, struct zj_err *err)
{
    ZJ_TRY(mc_sums_solve(&r->s, err));
    r->bounded = true;
    r->infeasible = r->s.infeasible;
    r->by_nodes |= r->s.by_nodes;
    r->by_numerics |= r->s.by_numerics;
    take_bounds(r);
    if (!r->s.has_plan)
        return ZJ_OK;
    if (r->m.grain != CAL_DAYS)
        return cal_place(r, err);
    unload_days(r);
    return ZJ_OK;
}

/* Few days are searched at once. */
static bool is_small(const struct cal_run *r)
{
    struct cal_model m;

    cal_model_cells(&m, &r->scope, CAL_DAYS);
    bool small = m.n_cells <= (r->opt->days_at_once > 0 ? r->opt->days_at_once : DAYS_AT_ONCE);
    cal_model_release(&m);
    return small;
}

/* The next program, in place of the last. */
static enum zj_status search_next(struct cal_run *r, enum cal_grain grain, struct zj_err *err)
{
    cal_end(r);
    cal_begin(r, grain);
    return search(r, err);
}

static bool goes_on(const struct cal_run *r)
{
    return !cal_is_best(r) && !lp_limits_over(&r->limits);
}

/* Days for an answer by months that is good rather than proved best. */
static enum zj_status search_soon(struct cal_run *r, struct zj_err *err)
{
    r->quick = true;
    enum zj_status st = cal_blend(&r->s, err);
    if (st == ZJ_OK && r->s.has_plan)
        st = cal_place(r, err);
    r->quick = false;
    return st;
}

/* Groups that may hold something. */
static int n_groups(const struct cal_model *m)
{
    int n = 0;

    for (int w = 0; w < m->n_who; w++)
        n += m->who[w].end > m->who[w].first;
    return n;
}

enum zj_status cal_search(struct cal_run *r, struct zj_err *err)
{
    enum zj_status st = ZJ_OK;

    cal_begin(r, CAL_MONTHS);
    if (n_groups(&r->m) >= (r->opt->large > 0 ? r->opt->large : LARGE))
        st = search_soon(r, err);
    if (st != ZJ_OK || r->best.found)
        return st;
    st = search(r, err);
    if (st == ZJ_OK && r->infeasible && goes_on(r) && is_small(r))
        st = search_next(r, CAL_DAYS, err);
    else if (st == ZJ_OK && !r->infeasible && !r->best.found)
        st = cal_search_on(r, err);
    return st;
}

enum zj_status cal_search_on(struct cal_run *r, struct zj_err *err)
{
    enum zj_status st = ZJ_OK;

    r->went_on = true;
    if (!r->bounded && !lp_limits_over(&r->limits)) {
        cal_begin(r, CAL_MONTHS);
        st = search(r, err);
    }
    if (goes_on(r) && st == ZJ_OK && !r->infeasible)
        st = search_next(r, is_small(r) ? CAL_DAYS : CAL_WEEKS, err);
    if (st == ZJ_OK && goes_on(r) && !r->best.found && !r->infeasible && r->m.grain == CAL_WEEKS)
        st = search_next(r, CAL_DAYS, err);
    return st;
}
