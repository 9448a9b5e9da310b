/*
 * solve.c - from an instance to one of the four honest answers.
 *
 * By months the program is small, and its values are bounds. Where days are found for them, that is all. Else
 * the same is done by days, or where these are too many by weeks.
 */
#include "models/calendar/run.h"

#include <string.h>

/* Up to so many cells by days, one program has them all. */
enum { DAYS_AT_ONCE = 1500 };
/* Nodes of a program by weeks, which may have no end. */
enum { NODES_BY_WEEKS = 200 };

static const enum zj_tier tier_of[CAL_N_SUMS] = {[CAL_SOFT] = ZJ_T_SOFT,
                                                 [CAL_HELD] = ZJ_T_HELD,
                                                 [CAL_TRAVEL] = ZJ_T_TRAVEL,
                                                 [CAL_PEAK] = ZJ_T_PEAK,
                                                 [CAL_BALANCE] = ZJ_T_BALANCE};

static bool stopped(const struct cal_run *r)
{
    return r->opt->stop && *r->opt->stop;
}

/* ---- answers and bounds ------------------------------------------------------------------------------ */

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

/*
 * Of a program that is no narrower than the calendar. The bound of a tier holds for the bounds before
 * it: where one of these rises, those behind it are not known any more, and behind a gap they never are.
 */
static void take_bounds(struct cal_run *r)
{
    bool exact = true;

    for (int t = 0; t < CAL_N_SUMS && exact; t++) {
        for (int later = t + 1; later < CAL_N_SUMS && r->s.bound[t] > r->bound[t]; later++)
            r->bound[later] = 0;
        r->bound[t] = r->s.bound[t] > r->bound[t] ? r->s.bound[t] : r->bound[t];
        exact = r->s.has_plan && mc_sums_value(&r->s, t) == r->bound[t];
    }
}

static bool is_best(const struct cal_run *r)
{
    return r->best.found && compare_values(r->best.value, r->bound) == 0;
}

/* ---- the plan ---------------------------------------------------------------------------------------- */

/* A bound holds for plans with the values before it: behind a gap only 0 is known. */
static void fill_tiers(const struct cal_run *r, struct zj_plan *plan)
{
    bool exact = true;

    for (int t = 0; t < CAL_N_SUMS; t++) {
        int64_t bound = exact ? r->bound[t] : 0;
        plan->value[tier_of[t]] = r->best.found ? r->best.value[t] : ZJ_NO_VALUE;
        plan->bound[tier_of[t]] = bound;
        exact = exact && r->best.found && r->best.value[t] == bound;
    }
    plan->value[ZJ_T_STABILITY] = r->best.found ? 0 : ZJ_NO_VALUE;
    plan->bound[ZJ_T_STABILITY] = 0;
}

static void fill_plan(struct cal_run *r, struct zj_plan *plan)
{
    bool proved = is_best(r);

    fill_tiers(r, plan);
    plan->status = proved          ? ZJ_PLAN_OPTIMAL
                   : stopped(r)    ? ZJ_PLAN_INTERRUPTED
                   : r->best.found ? ZJ_PLAN_FEASIBLE
                                   : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = zj_stop_name(mc_sums_stop(&r->s));
    plan->gap_permille = r->best.found ? zj_gap_permille(plan) : 0;
    plan->calendar = r->best.calendar;
}

/* ---- the search -------------------------------------------------------------------------------------- */

static void begin(struct cal_run *r, enum cal_grain grain)
{
    cal_model_cells(&r->m, r->in, r->pol, r->opt->taught, grain, NULL);
    cal_model_rows(&r->m);
    mc_sums_init(&r->s, &r->m.p, &r->limits);
    r->s.jobs = r->opt->jobs;
    if (grain == CAL_WEEKS && (r->limits.nodes == 0 || r->limits.nodes > NODES_BY_WEEKS))
        r->s.limits.nodes = NODES_BY_WEEKS;
}

static void end(struct cal_run *r)
{
    r->nodes += r->s.nodes;
    mc_sums_release(&r->s);
    cal_model_release(&r->m);
}

static enum zj_status unload_days(struct cal_run *r)
{
    struct cal_answer a = {.found = true};

    for (int t = 0; t < CAL_N_SUMS; t++)
        a.value[t] = mc_sums_value(&r->s, t);
    cal_unload(&r->m, r->s.x, &a.calendar);
    cal_offer(r, &a);
    return ZJ_OK;
}

/* One program, and days for its answer. */
static enum zj_status search(struct cal_run *r, struct zj_err *err)
{
    ZJ_TRY(mc_sums_solve(&r->s, err));
    take_bounds(r);
    if (!r->s.has_plan)
        return ZJ_OK;
    return r->m.grain == CAL_DAYS ? unload_days(r) : cal_place(r, err);
}

/* Few days are searched at once. */
static bool is_small(const struct cal_run *r)
{
    struct cal_model m;

    cal_model_cells(&m, r->in, r->pol, r->opt->taught, CAL_DAYS, NULL);
    bool small = m.n_cells <= (r->opt->days_at_once > 0 ? r->opt->days_at_once : DAYS_AT_ONCE);
    cal_model_release(&m);
    return small;
}

/* The next program, in place of the last. */
static enum zj_status search_next(struct cal_run *r, enum cal_grain grain, struct zj_err *err)
{
    end(r);
    begin(r, grain);
    return search(r, err);
}

static bool goes_on(const struct cal_run *r)
{
    return !is_best(r) && !lp_limits_over(&r->limits);
}

/*
 * By months for the bounds; then, of few days, by days at once, else by weeks. When no days were found for
 * any week, by days at once after all.
 */
static enum zj_status search_all(struct cal_run *r, struct zj_err *err)
{
    begin(r, CAL_MONTHS);
    enum zj_status st = search(r, err);
    const bool small = is_small(r);
    if (st == ZJ_OK && goes_on(r) && (!r->s.infeasible || small))
        st = search_next(r, small ? CAL_DAYS : CAL_WEEKS, err);
    if (st == ZJ_OK && goes_on(r) && !r->best.found && !r->s.infeasible && r->m.grain == CAL_WEEKS)
        st = search_next(r, CAL_DAYS, err);
    return st;
}

static enum zj_status solve(struct cal_run *r, struct zj_plan *plan, struct zj_err *err)
{
    enum zj_status st = search_all(r, err);
    if (st == ZJ_OK && r->s.infeasible) {
        zj_plan_infeasible(plan);
        st = cal_conflict(r, plan, err);
    } else if (st == ZJ_OK) {
        fill_plan(r, plan);
    }
    end(r);
    plan->nodes = r->nodes;
    return st;
}

static enum zj_status export(struct cal_run *r, struct zj_err *err) {
    begin(r, CAL_DAYS); enum zj_status st = cal_export(&r->m, r->opt, err); end(r); return st;
}

enum zj_status cal_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct cal_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct cal_run r = {.opt = opt, .in = in, .pol = pol};

    *plan = (struct zj_plan){.model = ZJ_CALENDAR, .status = ZJ_PLAN_UNKNOWN, .term = -1};
    plan->n_tiers = ZJ_N_CALENDAR_TIERS;
    memcpy(plan->order, zj_calendar_tiers, sizeof zj_calendar_tiers);
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    r.limits = (struct lp_limits){.nodes = opt->node_limit,
                                  .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                                  .enough = -LP_INF,
                                  .effort = LP_FULL,
                                  .gap_permille = opt->gap_permille,
                                  .stop = opt->stop};
    return opt->write_lp || opt->write_mps ? export(&r, err) : solve(&r, plan, err);
}
