#include "models/timetable/conflict.h"

#include "models/common/part_bytes.h"
#include "models/timetable/collide.h"
#include "models/timetable/demand_parts.h"

#include <stdlib.h>
#include <string.h>

struct job {
    const struct tt_components *c;
    const struct zj_policy *pol;
    const struct tt_options *opt;
    const struct lp_limits *limits;
    const int *component;
};

/* In a worker: the parts of the component's conflicts. */
static enum zj_status search(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct job *job = ctx;
    struct tt_collide c = {.in = &job->c->v[job->component[i]].in,
                           .pol = job->pol,
                           .keep = job->opt->keep,
                           .limits = *job->limits};
    struct zj_plan found = {.conflict_minimal = true};

    c.limits.nodes = job->opt->node_limit;
    enum zj_status st = tt_collide(&c, 0, &found, err);

    pool_put(out, &found.conflict_minimal, sizeof found.conflict_minimal);
    for (int k = 0; k < found.n_conflict; k++)
        mc_part_put(out, &found.conflict[k]);
    zj_plan_release(&found);
    return st;
}

static void add(struct zj_plan *plan, struct zj_conflict_part part)
{
    struct zj_conflict_part *all = zj_alloc_n(&plan->arena, (size_t)plan->n_conflict + 1, sizeof *all);

    if (plan->n_conflict > 0)
        memcpy(all, plan->conflict, (size_t)plan->n_conflict * sizeof *all);
    plan->conflict = all;
    all[plan->n_conflict++] = part;
}

static bool read_parts(struct zj_plan *plan, const struct pool_bytes *in)
{
    const int first = zj_n_conflicts(plan), before = plan->n_conflict;
    struct zj_conflict_part part;
    size_t at = 0;
    bool minimal = false;

    pool_get(in, &at, &minimal, sizeof minimal);
    while (mc_part_get(in, &at, &plan->arena, &part)) {
        part.group += first;
        add(plan, part);
    }
    plan->conflict_minimal &= minimal;
    return plan->n_conflict > before;
}

/* No conflict was found, though it is proved that there is one: name all that must be. */
static void name_demands(struct zj_plan *plan, const struct zj_instance *in, const struct zj_policy *pol)
{
    const int group = zj_n_conflicts(plan);
    bool *nobody = zj_calloc((size_t)in->n_teachers + 1, sizeof *nobody);
    struct tt_demand_parts parts;
    struct tt_problem p;

    tt_problem_init(&p, in, pol);
    tt_demand_parts_init(&parts, &p, nobody, NULL);
    for (int k = 0; k < parts.n_demands; k++) {
        struct zj_conflict_part part = parts.v[k];
        part.where = zj_strdup(&plan->arena, part.where);
        part.group = group;
        add(plan, part);
    }
    plan->conflict_minimal = false;
    tt_demand_parts_release(&parts);
    tt_problem_release(&p);
    free(nobody);
}

/* Pins that name a teacher or a school where nothing is taught: each alone is a conflict. */
static void name_lost_pins(const struct tt_components *c, struct zj_plan *plan)
{
    for (int i = 0; i < c->hopeless; i++)
        add(plan, (struct zj_conflict_part){.rule = ZJ_R_pins,
                                            .index = -1,
                                            .table = "pins.csv",
                                            .where = zj_printf(&plan->arena, "pins.csv:%d", c->lost[i]),
                                            .need = ZJ_NO_VALUE,
                                            .have = ZJ_NO_VALUE,
                                            .group = i});
}

enum zj_status tt_conflict(const struct tt_components *c, const bool *hopeless, const struct zj_policy *pol,
                           const struct tt_options *opt, const struct lp_limits *limits, struct zj_plan *plan,
                           struct zj_err *err)
{
    int *component = zj_calloc((size_t)c->n + 1, sizeof *component), n = 0;
    struct job job = {c, pol, opt, limits, component};
    const struct pool pool = {
        .jobs = opt->jobs > 0 ? opt->jobs : 1, .deadline = limits->deadline, .stop = opt->stop};

    for (int i = 0; i < c->n; i++)
        if (hopeless[i])
            component[n++] = i;
    struct pool_bytes *out = zj_calloc((size_t)n + 1, sizeof *out);
    plan->conflict_minimal = true;
    name_lost_pins(c, plan);
    enum zj_status st = pool_run(&pool, n, search, &job, out, err);
    for (int i = 0; i < n; i++) {
        if (st == ZJ_OK && !read_parts(plan, &out[i]))
            name_demands(plan, &c->v[component[i]].in, pol);
        pool_release(&out[i]);
    }
    if (plan->n_conflict > 0)
        qsort(plan->conflict, (size_t)plan->n_conflict, sizeof *plan->conflict, mc_part_compare);
    free(out);
    free(component);
    return st;
}
