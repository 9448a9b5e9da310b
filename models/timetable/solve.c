/*
 * solve.c - the components in worker processes, and their answers put together.
 *
 * Values of components add, but for fairness, which is the largest. So do bounds: the bound of a tier
 * supposes
 * that the component has no more of the earlier tiers than its plan; as long as those are proved,
 * no other division of them among the components is possible. From the first tier
 * that is not proved on, a component might have more of it while another has less, and
 * then later tiers of several components have no common bound but their plain one.
 */
#include "models/timetable/run.h"

#include "models/timetable/conflict.h"
#include "models/timetable/export.h"
#include "models/timetable/problem.h"
#include "solver/engine/pool.h"

#include <stdlib.h>
#include <string.h>

struct county {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct tt_options *opt;
    struct tt_components components;
    struct lp_limits limits;
    struct tt_outcome *outcome;
    int64_t started;
};

/* ---- workers ----------------------------------------------------------------------------------- */

/* Work of component k: one more than the subjects of its classes. */
static int64_t work_of(const struct county *c, int k)
{
    return 1 + c->components.v[k].in.n_blocks;
}

/*
 * When component i, which begins now, is to end: what is left of the time of all workers is shared among it
 * and those that have not begun, by their work; of those that other workers are at, half is still to be done.
 */
static int64_t share_of_time(const struct county *c, int i)
{
    const int64_t now = lp_clock_ms(), left = c->limits.deadline - now;
    const int jobs = c->opt->jobs > 0 ? c->opt->jobs : 1;
    int64_t halves = 0; /* of a unit of work */

    for (int k = i; k < c->components.n; k++)
        halves += 2 * work_of(c, k);
    for (int k = i - 1; k >= 0 && k > i - jobs; k--)
        halves += work_of(c, k);
    const int64_t mine = left * jobs * 2 * work_of(c, i) / halves;
    return now + (mine < left ? mine : left);
}

static enum zj_status task(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    struct county *c = ctx;
    const int n = c->components.n;
    struct lp_limits limits = c->limits;
    struct tt_outcome o;

    if (limits.deadline)
        limits.deadline = share_of_time(c, i % n);
    ZJ_TRY(tt_run(&c->components.v[i % n], c->pol, c->opt, &limits, i / n, &o, err));
    pool_put(out, &o, sizeof o);
    pool_put(out, o.lessons.v, (size_t)o.lessons.n * sizeof *o.lessons.v);
    pool_put(out, o.unmet, (size_t)o.n_unmet * sizeof *o.unmet);
    tt_outcome_release(&o);
    return ZJ_OK;
}

/* An answer's bytes; a worker that was killed answers nothing: no lesson, no bound. */
static bool read_outcome(const struct pool_bytes *b, struct tt_outcome *o)
{
    size_t at = 0;

    if (!pool_get(b, &at, o, sizeof *o))
        return false;
    o->lessons.v = zj_malloc(((size_t)o->lessons.n + 1) * sizeof *o->lessons.v);
    o->lessons.cap = o->lessons.n;
    o->unmet = zj_malloc(((size_t)o->n_unmet + 1) * sizeof *o->unmet);
    return pool_get(b, &at, o->lessons.v, (size_t)o->lessons.n * sizeof *o->lessons.v) &&
           pool_get(b, &at, o->unmet, (size_t)o->n_unmet * sizeof *o->unmet);
}

static void tick(void *ctx, int done, int total)
{
    const struct county *c = ctx;
    const struct tt_progress p = {.stage = "unmet",
                                  .elapsed = (double)(lp_clock_ms() - c->started) / 1000,
                                  .value = ZJ_NO_VALUE,
                                  .bound = ZJ_NO_VALUE,
                                  .done = done * c->components.n / total,
                                  .total = c->components.n};

    c->opt->progress(c->opt->progress_ctx, &p);
}

/*
 * Searches for each component. Where workers would be idle, several search for the same plan, each with
 * other choices; not without a time limit, for the outcome must not depend on the number of workers then.
 */
static int copies(const struct county *c)
{
    const int n = c->components.n;

    return c->opt->time_limit_ms && !c->opt->node_limit && n > 0 && c->opt->jobs > n ? c->opt->jobs / n : 1;
}

/* The answers for one component. False when there is none: its workers were killed. */
static enum zj_status join(struct county *c, int i, const struct pool_bytes *out, int n_copies, bool *any,
                           struct zj_err *err)
{
    struct tt_outcome *o = &c->outcome[i];

    *any = false;
    for (int k = 0; k < n_copies; k++) {
        struct tt_outcome other;
        if (!read_outcome(&out[k * c->components.n + i], &other))
            continue;
        if (*any)
            tt_outcome_join(o, &other);
        else
            *o = other;
        *any = true;
    }
    return *any ? tt_outcome_check(o, err) : ZJ_OK;
}

static enum zj_status run_all(struct county *c, bool *complete, struct zj_err *err)
{
    const int n_copies = copies(c), n = n_copies * c->components.n;
    struct pool_bytes *out = zj_calloc((size_t)n + 1, sizeof *out);
    const struct pool pool = {.jobs = c->opt->jobs > 0 ? c->opt->jobs : 1,
                              .deadline = c->limits.deadline,
                              .stop = c->opt->stop,
                              .tick = c->opt->progress ? tick : NULL,
                              .tick_ctx = c};
    enum zj_status status = pool_run(&pool, n, task, c, out, err);

    *complete = true;
    for (int i = 0; i < c->components.n && status == ZJ_OK; i++) {
        bool any;
        status = join(c, i, out, n_copies, &any, err);
        *complete &= any;
    }
    for (int i = 0; i < n; i++)
        pool_release(&out[i]);
    free(out);
    return status;
}

/* ---- together ---------------------------------------------------------------------------------- */

static int64_t together(const struct county *c, enum zj_tier tier, bool bound)
{
    int64_t all = tier == ZJ_T_STABILITY && c->opt->keep ? c->components.foreign : 0;

    for (int i = 0; i < c->components.n; i++) {
        int64_t x = bound ? c->outcome[i].bound[tier] : c->outcome[i].value[tier];
        if (x == -LP_INF)
            return ZJ_NO_VALUE;
        if (tier != ZJ_T_FAIRNESS)
            all += x;
        else if (x > all)
            all = x;
    }
    return all;
}

/* No plan has less of the tier, whatever the others: nothing, or all good wishes come true. */
static int64_t plain_bound(const struct county *c, enum zj_tier tier)
{
    int64_t sum = 0;

    if (tier != ZJ_T_WISHES)
        return 0;
    for (int i = 0; i < c->in->n_wishes; i++) {
        const struct zj_teacher *t = &c->in->teacher[c->in->wish[i].teacher];
        if (c->in->wish[i].level > 0)
            sum -= (int64_t)c->in->wish[i].level * (t->max_week == ZJ_NONE ? 140 : t->max_week);
    }
    return sum;
}

static void fill_values(const struct county *c, struct zj_plan *plan)
{
    bool open = false; /* an earlier tier is not proved, and there are components to shift it between */

    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        enum zj_tier tier = zj_lesson_tiers[k];
        plan->value[tier] = together(c, tier, false);
        plan->bound[tier] = open ? ZJ_NO_VALUE : together(c, tier, true);
        if (plan->bound[tier] == ZJ_NO_VALUE)
            plan->bound[tier] = plain_bound(c, tier);
        open |= c->components.n > 1 && plan->bound[tier] < plan->value[tier];
    }
}

static void fill_lists(const struct county *c, struct zj_plan *plan)
{
    int n = 0;

    for (int i = 0; i < c->components.n; i++) {
        n += c->outcome[i].n_unmet;
        plan->nodes += c->outcome[i].rounds;
        for (int k = 0; k < c->outcome[i].lessons.n; k++)
            zj_lessons_add(&plan->lessons, &c->outcome[i].lessons.v[k]);
    }
    zj_lessons_sort(c->in, &plan->lessons);
    plan->unmet = zj_alloc_n(&plan->arena, (size_t)n, sizeof *plan->unmet);
    for (int i = 0; i < c->components.n; i++)
        for (int k = 0; k < c->outcome[i].n_unmet; k++)
            plan->unmet[plan->n_unmet++] = c->outcome[i].unmet[k];
}

static enum zj_stop stop_of(const struct county *c)
{
    if (c->opt->stop && *c->opt->stop)
        return ZJ_STOP_signal;
    if (c->limits.deadline && lp_clock_ms() >= c->limits.deadline)
        return ZJ_STOP_time;
    for (int i = 0; i < c->components.n; i++)
        if (c->outcome[i].out_of_rounds)
            return ZJ_STOP_nodes;
    return c->opt->gap_permille > 0 ? ZJ_STOP_gap : ZJ_STOP_columns;
}

static void fill_plan(const struct county *c, bool complete, struct zj_plan *plan)
{
    bool lacks = c->components.hopeless > 0, hopeless = c->components.hopeless > 0;
    bool by_signal = c->opt->stop && *c->opt->stop, optimal = true;

    for (int i = 0; i < c->components.n; i++) {
        lacks |= c->outcome[i].lack > 0;
        hopeless |= c->outcome[i].hopeless;
    }
    if (!complete || lacks) {
        plan->status = hopeless ? ZJ_PLAN_INFEASIBLE : by_signal ? ZJ_PLAN_INTERRUPTED : ZJ_PLAN_UNKNOWN;
        if (!hopeless)
            plan->stopped_by = zj_stop_name(stop_of(c));
        return;
    }
    fill_values(c, plan);
    fill_lists(c, plan);
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++)
        optimal &= plan->value[zj_lesson_tiers[k]] == plan->bound[zj_lesson_tiers[k]];
    plan->status = optimal ? ZJ_PLAN_OPTIMAL : by_signal ? ZJ_PLAN_INTERRUPTED : ZJ_PLAN_FEASIBLE;
    if (!optimal)
        plan->stopped_by = zj_stop_name(stop_of(c));
}

/* What the components that are hopeless cannot keep. */
static enum zj_status explain(const struct county *c, struct zj_plan *plan, struct zj_err *err)
{
    bool *hopeless = zj_calloc((size_t)c->components.n + 1, sizeof *hopeless);

    for (int i = 0; i < c->components.n; i++)
        hopeless[i] = c->outcome[i].hopeless;
    enum zj_status st = tt_conflict(&c->components, hopeless, c->pol, c->opt, &c->limits, plan, err);
    free(hopeless);
    return st;
}

static void add_legs(const struct zj_instance *in, const struct zj_policy *pol, struct zj_plan *plan)
{
    struct tt_problem p;

    tt_problem_init(&p, in, pol);
    zj_lesson_legs_of(in, &plan->lessons, p.settle_of, &plan->legs);
    tt_problem_release(&p);
}

enum zj_status tt_solve(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct tt_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct county c = {.in = in, .pol = pol, .opt = opt, .started = lp_clock_ms()};
    bool complete;

    memset(plan, 0, sizeof *plan);
    plan->model = ZJ_TIMETABLE;
    plan->term = in->now;
    plan->n_tiers = ZJ_N_LESSON_TIERS;
    memcpy(plan->order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        plan->value[k] = plan->bound[k] = ZJ_NO_VALUE;
    if (opt->write_lp || opt->write_mps)
        return tt_export(in, pol, opt, err);
    c.limits = (struct lp_limits){.deadline = opt->time_limit_ms ? c.started + opt->time_limit_ms : 0,
                                  .enough = -LP_INF,
                                  .stop = &pool_stop};
    tt_components_init(&c.components, in, pol, opt->keep);
    c.outcome = zj_calloc((size_t)c.components.n + 1, sizeof *c.outcome);
    enum zj_status status = run_all(&c, &complete, err);
    if (status == ZJ_OK) {
        fill_plan(&c, complete, plan);
        if (plan->status == ZJ_PLAN_INFEASIBLE && !opt->unexplained)
            status = explain(&c, plan, err);
    }
    if (status == ZJ_OK) {
        add_legs(in, pol, plan);
        plan->gap_permille = zj_gap_permille(plan);
    }
    for (int i = 0; i < c.components.n; i++)
        tt_outcome_release(&c.outcome[i]);
    free(c.outcome);
    tt_components_release(&c.components);
    return status;
}
