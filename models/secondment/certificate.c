#include "models/secondment/certificate.h"

#include "models/secondment/blocks.h"
#include "models/secondment/certified.h"
#include "solver/base/i18n.h"

struct job {
    const struct sec_blocks *b;
    const struct zj_plan *plan;
};

static struct proof_task task_of(const struct sec_certified_program *c)
{
    return (struct proof_task){.lp = c->p.lp,
                               .column = c->column,
                               .row = c->row,
                               .n_steps = c->n_steps,
                               .step = c->step,
                               .x = c->x,
                               .first = -1};
}

/*
 * The largest burden of all is proved where it can be: a block whose own largest one is smaller, or need not
 * be as large, only shows its plan.
 */
static enum zj_status prove_aim(struct sec_certified_program *c, const struct zj_plan *plan, int k,
                                struct mc_proof *p, struct zj_err *err)
{
    enum zj_tier tier = plan->order[k];

    sec_certified_aim(c, plan, k);
    struct proof_task t = task_of(c);
    t.value = c->value[tier];
    t.shown_only = tier == ZJ_T_FAIRNESS && c->value[tier] < c->fairness;
    t.first = tier == ZJ_T_FAIRNESS ? c->reaches : -1;
    ZJ_TRY(mc_prove(p, &t, err));
    if (tier != ZJ_T_FAIRNESS || p->status == PROOF_WRITTEN || p->status == PROOF_STOPPED)
        return ZJ_OK;
    t.shown_only = true;
    return mc_prove(p, &t, err);
}

static enum zj_status prove(void *ctx, int block, int aim, struct mc_proof *p, struct zj_err *err)
{
    const struct job *job = ctx;
    struct sec_certified_program c;
    enum zj_status st = ZJ_OK;

    if (!sec_certified_init(&c, &job->b->model[block], block + 1, aim < 0 ? NULL : job->plan)) {
        st = zj_fail(err, ZJ_EINTERNAL, _("the plan is no answer of the program that is to be certified"));
    } else if (aim >= 0) {
        st = prove_aim(&c, job->plan, aim, p, err);
    } else {
        const struct proof_task t = task_of(&c);
        st = mc_prove(p, &t, err);
    }
    sec_certified_release(&c);
    return st;
}

static int columns(void *ctx, int block)
{
    const struct job *job = ctx;

    return job->b->model[block].n_arcs + job->b->model[block].n_aux;
}

/* Teachers that the columns of one of them stand for. */
static void put_types(void *ctx, int block, FILE *f)
{
    const struct job *job = ctx;
    const struct sec_model *m = &job->b->model[block];

    for (int i = 0; i < m->n_types; i++) {
        const struct sec_type *type = &m->type[i];
        if (type->n < 2 || m->node[type->root].n_arcs == 0)
            continue;
        fprintf(f, "%% alike");
        for (int k = 0; k < type->n; k++)
            fprintf(f, " %s", m->ctx->in->teacher[type->teacher[k]].id);
        fprintf(f, "\n");
    }
}

enum zj_status sec_certify(const struct zj_instance *in, const struct zj_policy *pol,
                           const struct sec_options *opt, const struct zj_plan *plan,
                           struct mc_certificate *out, struct zj_err *err)
{
    struct sec_ctx c;
    struct sec_blocks b;
    struct job job = {&b, plan};

    *out = (struct mc_certificate){.how = MC_CERT_STOPPED};
    sec_ctx_init(&c, in, pol, opt->keep);
    c.stop = opt->stop;
    c.splits_burdens = plan->status == ZJ_PLAN_OPTIMAL;
    c.burden_split = plan->value[ZJ_T_FAIRNESS];
    sec_blocks_build(&b, &c, false);
    if (!sec_ctx_over(&c) && b.n_coupled > 0) {
        sec_blocks_release(&b);
        sec_blocks_build(&b, &c, true);
    }
    const struct mc_certifying all = {&job, plan, b.n, columns, put_types, prove};
    const struct pool pool = {.jobs = opt->jobs,
                              .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                              .stop = opt->stop};
    enum zj_status st = sec_ctx_over(&c) ? ZJ_OK : mc_certify(&all, &pool, out, err);
    sec_blocks_release(&b);
    sec_ctx_release(&c);
    return st;
}
