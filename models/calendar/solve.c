/*
 * solve.c - from an instance to one of the four honest answers.
 *
 * The parts of the county that nothing joins are searched one by one, in worker processes; their
 * values and bounds are added up, and their calendars are one.
 */
#include "models/calendar/rounds.h"

#include <stdlib.h>
#include <string.h>

static const enum zj_tier tier_of[CAL_N_SUMS] = {
    [CAL_SOFT] = ZJ_T_SOFT, [CAL_HELD] = ZJ_T_HELD,       [CAL_TRAVEL] = ZJ_T_TRAVEL,
    [CAL_PEAK] = ZJ_T_PEAK, [CAL_BALANCE] = ZJ_T_BALANCE, [CAL_STABILITY] = ZJ_T_STABILITY};

/* The answer of all parts. */
struct total {
    struct cal_said all; /* grain: the coarsest by which a part is infeasible */
    bool *bad;           /* by part: it is infeasible by that grain; heap */
    struct zj_calendar calendar;
};

/* ---- all parts --------------------------------------------------------------------------------------- */

/* A bound holds for plans with the values before it, in this part and in every other. */
static void add(struct total *t, const struct cal_part *a)
{
    const struct cal_said *x = &a->said;

    t->all.found &= x->found;
    t->all.infeasible |= x->infeasible;
    t->all.by_nodes |= x->by_nodes;
    t->all.by_numerics |= x->by_numerics;
    t->all.nodes += x->nodes;
    for (int k = 0; k < CAL_N_SUMS; k++) {
        t->all.value[k] += x->value[k];
        t->all.bound[k] += x->bound[k];
    }
    if (x->infeasible && x->grain > t->all.grain)
        t->all.grain = x->grain;
    for (int i = 0; i < a->calendar.n; i++)
        zj_calendar_add(&t->calendar, &a->calendar.v[i]);
}

static void add_up(const struct cal_county *c, struct cal_part *of, struct total *t)
{
    t->all.found = true;
    for (int i = 0; i < c->n_parts; i++) {
        add(t, &of[i]);
        zj_calendar_release(&of[i].calendar);
    }
    for (int i = 0; i < c->n_parts; i++)
        t->bad[i] = of[i].said.infeasible && of[i].said.grain == t->all.grain;
    zj_calendar_sort(&t->calendar);
}

/* ---- the plan ---------------------------------------------------------------------------------------- */

/* Behind a gap only 0 is known. Returns whether everything is proved. */
static bool fill_tiers(const struct cal_said *all, struct zj_plan *plan)
{
    bool exact = all->found;

    for (int t = 0; t < CAL_N_SUMS; t++) {
        int64_t bound = t == 0 || exact ? all->bound[t] : 0;
        plan->value[tier_of[t]] = all->found ? all->value[t] : ZJ_NO_VALUE;
        plan->bound[tier_of[t]] = bound;
        exact = exact && all->value[t] == bound;
    }
    return exact;
}

/* Each part had its share of the time. */
static const char *what_stopped(const struct cal_county *c, const struct cal_said *all)
{
    const struct mc_sums s = {
        .limits = c->limits, .by_nodes = all->by_nodes, .by_numerics = all->by_numerics};
    bool stopped = c->opt->stop && *c->opt->stop;

    if (c->limits.deadline > 0 && !all->by_nodes && !all->by_numerics && !stopped)
        return zj_stop_name(ZJ_STOP_time);
    return zj_stop_name(mc_sums_stop(&s));
}

static void fill_plan(const struct cal_county *c, struct total *t, struct zj_plan *plan)
{
    bool proved = fill_tiers(&t->all, plan), stopped = c->opt->stop && *c->opt->stop;

    plan->status = proved         ? ZJ_PLAN_OPTIMAL
                   : stopped      ? ZJ_PLAN_INTERRUPTED
                   : t->all.found ? ZJ_PLAN_FEASIBLE
                                  : ZJ_PLAN_UNKNOWN;
    if (!proved)
        plan->stopped_by = what_stopped(c, &t->all);
    plan->gap_permille = t->all.found ? zj_gap_permille(plan) : 0;
    if (t->all.found) {
        plan->calendar = t->calendar;
        t->calendar = (struct zj_calendar){0};
    }
}

/* The parts that are infeasible, in one program again. */
static enum zj_status explain(const struct cal_county *c, const struct total *t, struct zj_plan *plan,
                              struct zj_err *err)
{
    bool *only;
    struct cal_run r = cal_run_of(c, t->bad, &only);

    cal_begin(&r, t->all.grain);
    r.m.p.n_sums = 1; /* which blocks have no answer is all there is to find out */
    enum zj_status st = mc_sums_solve(&r.s, err);
    if (st == ZJ_OK)
        st = cal_conflict(&r, plan, err);
    cal_end(&r);
    free(only);
    return st;
}

static enum zj_status solve(const struct cal_county *c, struct zj_plan *plan, struct zj_err *err)
{
    struct total t = {.bad = zj_calloc((size_t)c->n_parts, sizeof *t.bad)};
    struct cal_part *of = zj_calloc((size_t)c->n_parts, sizeof *of);
    enum zj_status st = cal_solve_parts(c, of, err);

    add_up(c, of, &t);
    free(of);
    if (st == ZJ_OK && t.all.infeasible) {
        zj_plan_infeasible(plan);
        st = explain(c, &t, plan, err);
    } else if (st == ZJ_OK) {
        fill_plan(c, &t, plan);
    }
    plan->nodes = t.all.nodes;
    zj_calendar_release(&t.calendar);
    free(t.bad);
    return st;
}

static enum zj_status export(const struct cal_county *c, struct zj_err *err) {
    struct cal_run r = {.opt = c->opt, .scope = c->scope, .limits = c->limits};

    cal_begin(&r, CAL_DAYS);
    enum zj_status st = cal_export(&r.m, c->opt, err);
    cal_end(&r);
    return st;
}

enum zj_status cal_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct cal_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct cal_county c = {.opt = opt,
                           .scope = {.in = in, .pol = pol, .taught = opt->taught, .keep = opt->keep},
                           .started = lp_clock_ms()};

    *plan = (struct zj_plan){.model = ZJ_CALENDAR, .status = ZJ_PLAN_UNKNOWN, .term = -1};
    plan->n_tiers = ZJ_N_CALENDAR_TIERS;
    memcpy(plan->order, zj_calendar_tiers, sizeof zj_calendar_tiers);
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    c.limits = (struct lp_limits){.nodes = opt->node_limit,
                                  .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                                  .enough = -LP_INF,
                                  .effort = LP_FULL,
                                  .gap_permille = opt->gap_permille,
                                  .stop = opt->stop};
    if (opt->write_lp || opt->write_mps)
        return export(&c, err);
    c.part = cal_find_parts(&c.scope, &c.n_parts, &c.n_groups);
    enum zj_status st = solve(&c, plan, err);
    free(c.part);
    return st;
}
