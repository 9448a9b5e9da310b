/*
 * solve.c - from an instance to one of the four honest answers.
 *
 * The parts of the county that nothing joins are searched one by one, in worker processes; their
 * values and bounds are added up, and their calendars are one.
 */
#include "models/calendar/run.h"
#include "solver/engine/pool.h"

#include <stdlib.h>
#include <string.h>

static const enum zj_tier tier_of[CAL_N_SUMS] = {
    [CAL_SOFT] = ZJ_T_SOFT, [CAL_HELD] = ZJ_T_HELD,       [CAL_TRAVEL] = ZJ_T_TRAVEL,
    [CAL_PEAK] = ZJ_T_PEAK, [CAL_BALANCE] = ZJ_T_BALANCE, [CAL_STABILITY] = ZJ_T_STABILITY};

/* All parts together. */
struct county {
    const struct cal_options *opt;
    struct cal_scope scope;
    struct lp_limits limits;
    int64_t started; /* clock, milliseconds */
    int *part;       /* by group */
    int n_groups, n_parts;
};

/* What a part has to say, in the form of bytes; then its occurrences. */
struct said {
    bool found, infeasible, went_on, by_nodes, by_numerics;
    enum cal_grain grain; /* of the proof that it is infeasible */
    int64_t nodes, value[CAL_N_SUMS], bound[CAL_N_SUMS];
    int n; /* occurrences */
};

struct answer {
    struct said said; /* zero: nothing yet */
    struct zj_calendar calendar;
};

/* Parts to be searched: for the first time, or further. */
struct round {
    const struct county *c;
    struct answer *of; /* by part */
    int *part;
    int n;
};

/* The answer of all parts. */
struct total {
    struct said all; /* grain: the coarsest by which a part is infeasible */
    bool *bad;       /* by part: it is infeasible by that grain; heap */
    struct zj_calendar calendar;
};

/* ---- one part ---------------------------------------------------------------------------------------- */

/* A run of the parts that `chosen` names. *only is its list of groups; the caller frees. */
static struct cal_run run_of(const struct county *c, const bool *chosen, bool **only)
{
    struct cal_run r = {.opt = c->opt, .scope = c->scope, .limits = c->limits};

    *only = zj_calloc((size_t)c->n_groups + 1, sizeof **only);
    for (int w = 0; w < c->n_groups; w++)
        (*only)[w] = chosen[c->part[w]];
    r.scope.only = *only;
    r.scope.rest = chosen[0];
    return r;
}

static struct said said_by(const struct cal_run *r)
{
    struct said x = {.found = r->best.found,
                     .infeasible = r->infeasible,
                     .went_on = r->went_on || cal_is_best(r),
                     .by_nodes = r->by_nodes,
                     .by_numerics = r->by_numerics,
                     .grain = r->m.grain,
                     .nodes = r->nodes,
                     .n = r->best.calendar.n};

    memcpy(x.value, r->best.value, sizeof x.value);
    memcpy(x.bound, r->bound, sizeof x.bound);
    return x;
}

/* What the first round said; the calendar is copied. */
static void recall(struct cal_run *r, const struct answer *a)
{
    r->best.found = a->said.found;
    r->nodes = a->said.nodes;
    r->by_nodes = a->said.by_nodes;
    r->by_numerics = a->said.by_numerics;
    memcpy(r->best.value, a->said.value, sizeof a->said.value);
    memcpy(r->bound, a->said.bound, sizeof a->said.bound);
    for (int i = 0; i < a->calendar.n; i++)
        zj_calendar_add(&r->best.calendar, &a->calendar.v[i]);
}

/* What is left is for all parts of the round that have not begun; so many run at once. */
static int64_t deadline_of(const struct round *round, int i)
{
    const struct county *c = round->c;
    int64_t now = lp_clock_ms(), left = c->limits.deadline - now, parts = round->n - i;
    int64_t at_once = c->opt->jobs > 1 ? c->opt->jobs : 1;

    if (c->limits.deadline == 0 || left <= 0 || at_once >= parts)
        return c->limits.deadline;
    return now + left * at_once / parts;
}

/* In the worker. */
static enum zj_status solve_part(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct round *round = ctx;
    const struct county *c = round->c;
    const struct answer *a = &round->of[round->part[i]];
    bool *only, *chosen = zj_calloc((size_t)c->n_parts, sizeof *chosen);

    chosen[round->part[i]] = true;
    struct cal_run r = run_of(c, chosen, &only);
    r.limits.stop = &pool_stop;
    r.limits.deadline = deadline_of(round, i);
    recall(&r, a);
    enum zj_status st = a->said.found ? cal_search_on(&r, err) : cal_search(&r, err);
    cal_end(&r);
    if (st == ZJ_OK) {
        const struct said x = said_by(&r);
        pool_put(out, &x, sizeof x);
        pool_put(out, r.best.calendar.v, (size_t)x.n * sizeof *r.best.calendar.v);
    }
    zj_calendar_release(&r.best.calendar);
    free(only);
    free(chosen);
    return st;
}

/* ---- all parts --------------------------------------------------------------------------------------- */

/* A part that was killed says nothing: what it said before stands. */
static void read_answer(const struct pool_bytes *in, struct answer *a)
{
    struct zj_occurrence o;
    size_t at = 0;

    if (!pool_get(in, &at, &a->said, sizeof a->said))
        return;
    zj_calendar_release(&a->calendar);
    for (int i = 0; i < a->said.n && pool_get(in, &at, &o, sizeof o); i++)
        zj_calendar_add(&a->calendar, &o);
}

static void tick(void *ctx, int done, int total)
{
    const struct round *round = ctx;
    const struct cal_options *opt = round->c->opt;
    const struct cal_progress p = {
        .elapsed = (double)(lp_clock_ms() - round->c->started) / 1000, .done = done, .total = total};

    opt->progress(opt->progress_ctx, &p);
}

static enum zj_status run_round(struct round *round, struct zj_err *err)
{
    const struct county *c = round->c;
    const struct pool pool = {.jobs = c->opt->jobs > 1 ? c->opt->jobs : 1,
                              .deadline = c->limits.deadline,
                              .stop = c->opt->stop,
                              .tick = c->opt->progress ? tick : NULL,
                              .tick_ctx = round};
    struct pool_bytes *out = zj_calloc((size_t)round->n + 1, sizeof *out);
    enum zj_status st = pool_run(&pool, round->n, solve_part, round, out, err);

    for (int i = 0; i < round->n; i++) {
        if (st == ZJ_OK)
            read_answer(&out[i], &round->of[round->part[i]]);
        pool_release(&out[i]);
    }
    free(out);
    return st;
}

/* Every part once, so that all have a calendar before any has a better one; then those that may improve. */
static enum zj_status solve_parts(const struct county *c, struct answer *of, struct zj_err *err)
{
    struct round round = {.c = c, .of = of, .part = zj_calloc((size_t)c->n_parts, sizeof *round.part)};
    bool hopeless = false;

    for (int i = 0; i < c->n_parts; i++)
        round.part[round.n++] = i;
    enum zj_status st = run_round(&round, err);
    round.n = 0;
    for (int i = 0; i < c->n_parts; i++) {
        hopeless |= of[i].said.infeasible;
        if (of[i].said.found && !of[i].said.went_on)
            round.part[round.n++] = i;
    }
    if (st == ZJ_OK && !hopeless && round.n > 0)
        st = run_round(&round, err);
    free(round.part);
    return st;
}

/* A bound holds for plans with the values before it, in this part and in every other. */
static void add(struct total *t, const struct answer *a)
{
    const struct said *x = &a->said;

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

static void add_up(const struct county *c, struct answer *of, struct total *t)
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
static bool fill_tiers(const struct said *all, struct zj_plan *plan)
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
static const char *what_stopped(const struct county *c, const struct said *all)
{
    const struct mc_sums s = {
        .limits = c->limits, .by_nodes = all->by_nodes, .by_numerics = all->by_numerics};
    bool stopped = c->opt->stop && *c->opt->stop;

    if (c->limits.deadline > 0 && !all->by_nodes && !all->by_numerics && !stopped)
        return zj_stop_name(ZJ_STOP_time);
    return zj_stop_name(mc_sums_stop(&s));
}

static void fill_plan(const struct county *c, struct total *t, struct zj_plan *plan)
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
static enum zj_status explain(const struct county *c, const struct total *t, struct zj_plan *plan,
                              struct zj_err *err)
{
    bool *only;
    struct cal_run r = run_of(c, t->bad, &only);

    cal_begin(&r, t->all.grain);
    r.m.p.n_sums = 1; /* which blocks have no answer is all there is to find out */
    enum zj_status st = mc_sums_solve(&r.s, err);
    if (st == ZJ_OK)
        st = cal_conflict(&r, plan, err);
    cal_end(&r);
    free(only);
    return st;
}

static enum zj_status solve(const struct county *c, struct zj_plan *plan, struct zj_err *err)
{
    struct total t = {.bad = zj_calloc((size_t)c->n_parts, sizeof *t.bad)};
    struct answer *of = zj_calloc((size_t)c->n_parts, sizeof *of);
    enum zj_status st = solve_parts(c, of, err);

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

static enum zj_status export(const struct county *c, struct zj_err *err) {
    struct cal_run r = {.opt = c->opt, .scope = c->scope, .limits = c->limits};

    cal_begin(&r, CAL_DAYS);
    enum zj_status st = cal_export(&r.m, c->opt, err);
    cal_end(&r);
    return st;
}

enum zj_status cal_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct cal_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct county c = {.opt = opt,
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
