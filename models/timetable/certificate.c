#include "models/timetable/certificate.h"

#include "models/timetable/component.h"
#include "models/timetable/exact.h"
#include "models/timetable/week_model.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 12000 }; /* of an exact program */

struct job {
    const struct tt_components *components;
    const struct zj_policy *pol;
    const struct zj_lessons *keep;
};

/* c17, r4: what columns and rows mean the models' headers say, in this order. */
static const char **numbers(struct zj_arena *a, char letter, int n)
{
    const char **name = zj_alloc_n(a, (size_t)n + 1, sizeof *name);

    for (int i = 0; i < n; i++)
        name[i] = zj_printf(a, "%c%d", letter, i);
    return name;
}

static enum zj_status prove_program(struct lp *lp, struct mc_proof *p, struct zj_err *err)
{
    struct zj_arena a = {0};

    for (int j = 0; j < lp_n_cols(lp); j++)
        lp_cost(lp, j, 0);
    const struct proof_task t = {.lp = lp,
                                 .column = numbers(&a, 'c', lp_n_cols(lp)),
                                 .row = numbers(&a, 'r', lp_n_rows(lp)),
                                 .first = -1};
    enum zj_status st = mc_prove(p, &t, err);
    zj_arena_release(&a);
    return st;
}

static enum zj_status prove_exact(const struct job *job, const struct tt_problem *problem, struct mc_proof *p,
                                  struct zj_err *err)
{
    bool *with = zj_calloc((size_t)problem->in->n_teachers + 1, sizeof *with);
    struct tt_exact s;
    enum zj_status st = ZJ_OK;

    tt_exact_close(problem, job->keep, with);
    p->status = PROOF_TOO_LARGE;
    if (tt_exact_init(&s, problem, job->keep, with, MOST_COLUMNS))
        st = prove_program(s.lp, p, err);
    tt_exact_release(&s);
    free(with);
    return st;
}

static enum zj_status prove(void *ctx, int block, int aim, struct mc_proof *p, struct zj_err *err)
{
    const struct job *job = ctx;
    struct tt_problem problem;

    (void)aim;
    tt_problem_init(&problem, &job->components->v[block].in, job->pol);
    struct lp *compact = tt_week_model(&problem);
    const struct lp_limits limits = {.stop = &pool_stop};
    struct lp_relaxed relaxed = {0};
    enum zj_status st = lp_relax(compact, &limits, &relaxed, err);

    if (st == ZJ_OK && relaxed.status == LP_INFEASIBLE)
        st = prove_program(compact, p, err);
    else if (st == ZJ_OK)
        st = prove_exact(job, &problem, p, err);
    lp_free(compact);
    tt_problem_release(&problem);
    return st;
}

enum zj_status tt_certify(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct tt_options *opt, const struct zj_plan *plan,
                          struct mc_certificate *out, struct zj_err *err)
{
    struct tt_components components;
    struct job job = {&components, pol, opt->keep};

    *out = (struct mc_certificate){.how = MC_CERT_NOT_COVERED};
    if (plan->status != ZJ_PLAN_INFEASIBLE)
        return ZJ_OK;
    tt_components_init(&components, in, pol, opt->keep);
    const struct mc_certifying all = {&job, plan, components.n, NULL, NULL, prove};
    const struct pool pool = {.jobs = opt->jobs > 0 ? opt->jobs : 1,
                              .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                              .stop = opt->stop};
    enum zj_status st = mc_certify(&all, &pool, out, err);
    tt_components_release(&components);
    return st;
}
