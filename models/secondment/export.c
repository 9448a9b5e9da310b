#include "models/secondment/export.h"

#include "models/secondment/blocks.h"
#include "models/secondment/program.h"

#include <stdio.h>
#include <stdlib.h>

static const int64_t tier_weight[ZJ_N_TIERS] = {[ZJ_T_SOFT] = 10000, [ZJ_T_NEED] = 100, [ZJ_T_TRAVEL] = 1};

static int64_t weigh(const int64_t cost[ZJ_N_TIERS])
{
    int64_t sum = 0;

    for (int t = 0; t < ZJ_N_TIERS; t++)
        sum += tier_weight[t] * cost[t];
    return sum;
}

/*
 * The two formats disagree about the sign of a constant, and some readers drop it: a column cannot be
 * misread.
 */
static void set_objective(struct sec_program *p)
{
    const struct sec_model *m = p->m;

    for (int a = 0; a < m->n_arcs; a++)
        lp_cost(p->lp, a, (double)weigh(m->arc[a].cost));
    for (int k = 0; k < m->n_aux; k++)
        lp_cost(p->lp, m->n_arcs + k, (double)weigh(m->aux[k].cost));
    if (weigh(m->constant) == 0)
        return; /* a column without coefficients is more than some readers can bear */
    int constant = lp_col(p->lp, 1, 1);
    lp_name(p->lp, -1, constant, "constant");
    lp_cost(p->lp, constant, (double)weigh(m->constant));
}

/*
 * x_T0007_S003_k0_s2_l2_a15: teacher, host, kind, start, length, number of the column. short_16: a
 * shortfall.
 */
static void name_columns(struct sec_program *p)
{
    const struct sec_model *m = p->m;
    char name[200];

    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *q = &m->arc[a].p;
        snprintf(name, sizeof name, "x_%s_%s_k%d_s%d_l%d_a%d", m->ctx->in->teacher[q->teacher].id,
                 m->ctx->in->school[q->to].id, q->kind, q->start, q->terms, a);
        lp_name(p->lp, -1, a, name);
    }
    for (int k = m->n_arcs; k < p->n_cols; k++) {
        snprintf(name, sizeof name, "short_%d", k);
        lp_name(p->lp, -1, k, name);
    }
    for (int i = 0; i < m->n_rows; i++) {
        if (p->rule_row[i] < 0)
            continue;
        snprintf(name, sizeof name, "%s_%d_%d", zj_rule_name(m->row[i].rule), m->row[i].index + 1, i);
        lp_name(p->lp, p->rule_row[i], -1, name);
    }
}

enum zj_status sec_export(const struct sec_ctx *c, const struct sec_options *opt, struct zj_err *err)
{
    struct sec_ctx whose = *c; /* borrows everything */
    struct sec_blocks b;
    struct sec_program p;
    enum zj_status st = ZJ_OK;

    whose.one_by_one = opt->naive;
    sec_blocks_build(&b, &whose, true);
    if (sec_ctx_over(&whose)) {
        sec_blocks_release(&b);
        return ZJ_OK;
    }
    sec_program_init_bare(&p, &b.model[0]);
    set_objective(&p);
    name_columns(&p);
    if (opt->write_lp && !sec_ctx_over(&whose))
        st = lp_write(p.lp, opt->write_lp, false, err);
    if (st == ZJ_OK && opt->write_mps && !sec_ctx_over(&whose))
        st = lp_write(p.lp, opt->write_mps, true, err);
    sec_program_release(&p);
    sec_blocks_release(&b);
    return st;
}
