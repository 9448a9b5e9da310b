#include "models/secondment/certified.h"

#include "models/common/certificate.h"
#include "models/secondment/strengthen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char *const no_name = "";

/* ---- names --------------------------------------------------------------------------------------- */

static void name_column(struct sec_certified_program *c, int j, const char *name)
{
    while (j >= c->cap_columns)
        ZJ_GROW(c->column, c->cap_columns, c->cap_columns);
    c->column[j] = name;
}

static void name_row(struct sec_certified_program *c, int i, const char *name)
{
    while (i >= c->cap_rows)
        ZJ_GROW(c->row, c->cap_rows, c->cap_rows);
    c->row[i] = name;
}

/* b1:T0007>S003:支教:2026A+2:a15 - block, teacher, host, kind, first term and length, column. */
static void name_columns(struct sec_certified_program *c, int number)
{
    const struct sec_model *m = c->m;
    const struct zj_instance *in = m->ctx->in;

    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *q = &m->arc[a].p;
        name_column(c, a,
                    mc_name(&c->arena,
                            zj_printf(&c->arena, "b%d:%s>%s:%s:%s+%d:a%d", number, in->teacher[q->teacher].id,
                                      in->school[q->to].id, zj_word(in, m->ctx->pol->kind[q->kind].name),
                                      in->term[q->start].id, q->terms, a)));
    }
    for (int j = m->n_arcs; j < c->p.n_cols; j++)
        name_column(c, j, zj_printf(&c->arena, "b%d:short:%d", number, j));
}

/* quota:1:S001>S002_2026-2027 - rule, its place in the policy, where. */
static void name_rows(struct sec_certified_program *c)
{
    const struct sec_model *m = c->m;

    for (int i = 0; i < lp_n_rows(c->p.lp); i++)
        name_row(c, i, zj_printf(&c->arena, "flow:%d", i));
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        if (c->p.rule_row[i] >= 0)
            name_row(c, c->p.rule_row[i],
                     mc_name(&c->arena, zj_printf(&c->arena, "%s:%d:%s", zj_rule_name(row->rule),
                                                  row->index + 1, row->where ? row->where : no_name)));
    }
}

/* ---- more columns ---------------------------------------------------------------------------------- */

static int add_column(struct sec_certified_program *c, int64_t lo, const char *name)
{
    int j = lp_col(c->p.lp, lo, 1);

    name_column(c, j, name);
    return j;
}

/* A column that is 1 when an arc whose burden is at least this is taken; -1 when there is no such arc. */
static int add_burden(struct sec_certified_program *c, int64_t least, const char *name)
{
    const struct sec_model *m = c->m;
    int *idx = zj_calloc((size_t)m->n_arcs + 2, sizeof *idx), n = 0, column = -1;
    int64_t *val = zj_calloc((size_t)m->n_arcs + 2, sizeof *val), most = 0;

    for (int a = 0; a < m->n_arcs; a++) {
        if (m->arc[a].burden < least)
            continue;
        idx[n] = a;
        val[n++] = 1;
        most += m->type[m->node[m->arc[a].node].type].n;
    }
    if (n > 0) {
        column = idx[n] = add_column(c, 0, name);
        val[n++] = -most;
        name_row(c, lp_row(c->p.lp, -LP_INF, 0, n, idx, val), name);
    }
    free(idx);
    free(val);
    return column;
}

static void add_burdens(struct sec_certified_program *c, int number)
{
    c->reaches =
        c->fairness > 0
            ? add_burden(c, c->fairness, zj_printf(&c->arena, "b%d:burden_%" PRId64, number, c->fairness))
            : -1;
    c->above =
        add_burden(c, c->fairness + 1, zj_printf(&c->arena, "b%d:above_%" PRId64, number, c->fairness));
    if (c->reaches < 0 || c->above < 0)
        return;
    const int idx[] = {c->above, c->reaches};
    const int64_t val[] = {1, -1};
    c->not_alone = lp_row(c->p.lp, -LP_INF, 0, 2, idx, val);
    name_row(c, c->not_alone, "above_reaches");
}

/* What one unit of a column adds to an aim. */
static int64_t cost_of(const struct sec_certified_program *c, int j, enum zj_tier tier)
{
    if (tier == ZJ_T_FAIRNESS)
        return j == c->reaches ? c->fairness : j == c->above;
    if (j == c->one)
        return c->m->constant[tier];
    return j < c->p.n_cols ? sec_program_cost(c->m, j, tier) : 0;
}

/* ---- the plan ---------------------------------------------------------------------------------------- */

static bool takes(const struct sec_certified_program *c, int64_t least)
{
    for (int a = 0; a < c->m->n_arcs; a++) {
        if (c->x[a] > 0 && c->m->arc[a].burden >= least)
            return true;
    }
    return false;
}

static bool load(struct sec_certified_program *c, const struct zj_plan *plan)
{
    int n = lp_n_cols(c->p.lp);

    c->x = zj_calloc((size_t)n + 3, sizeof *c->x); /* the columns still to come */
    return sec_program_load(&c->p, &plan->postings, c->x);
}

static void fill_vector(struct sec_certified_program *c)
{
    if (c->one >= 0)
        c->x[c->one] = 1;
    if (c->reaches >= 0)
        c->x[c->reaches] = takes(c, c->fairness);
    if (c->above >= 0)
        c->x[c->above] = takes(c, c->fairness + 1);
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        c->value[t] = 0;
        for (int j = 0; j < lp_n_cols(c->p.lp); j++)
            c->value[t] += c->x[j] ? c->x[j] * cost_of(c, j, (enum zj_tier)t) : 0;
    }
}

/* ---- the whole --------------------------------------------------------------------------------------- */

static void add_step(struct sec_certified_program *c, struct proof_step step)
{
    ZJ_GROW(c->step, c->n_steps, c->cap_steps);
    c->step[c->n_steps++] = step;
}

static void add_rounding(struct sec_certified_program *c)
{
    const struct sec_model *m = c->m;
    int64_t divisor[SEC_MAX_DIVISORS];

    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        int n = c->p.rule_row[i] < 0 ? 0 : sec_divisors(m, row, divisor);
        for (int k = 0; k < n; k++)
            add_step(c, (struct proof_step){.how = PROOF_SPLIT,
                                            .row = c->p.rule_row[i],
                                            .divisor = divisor[k],
                                            .slack = row->aux_lo < 0 ? -1 : m->n_arcs + row->aux_lo,
                                            .surplus = row->aux_hi < 0 ? -1 : m->n_arcs + row->aux_hi});
    }
}

bool sec_certified_init(struct sec_certified_program *c, const struct sec_model *m, int number,
                        const struct zj_plan *plan)
{
    *c = (struct sec_certified_program){.m = m, .one = -1, .reaches = -1, .above = -1, .not_alone = -1};
    sec_program_init_own(&c->p, m);
    name_columns(c, number);
    name_rows(c);
    add_rounding(c);
    if (!plan)
        return true;
    c->fairness = plan->value[ZJ_T_FAIRNESS];
    bool good = load(c, plan);
    c->one = add_column(c, 1, zj_printf(&c->arena, "b%d:one", number));
    add_burdens(c, number);
    fill_vector(c);
    return good;
}

void sec_certified_release(struct sec_certified_program *c)
{
    sec_program_release(&c->p);
    zj_arena_release(&c->arena);
    free(c->x);
    free(c->column);
    free(c->row);
    free(c->step);
}

static void add_aim_row(struct sec_certified_program *c, enum zj_tier tier)
{
    int n_cols = lp_n_cols(c->p.lp), n = 0;
    int *idx = zj_calloc((size_t)n_cols + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)n_cols + 1, sizeof *val);

    for (int j = 0; j < n_cols; j++) {
        idx[n] = j;
        val[n] = cost_of(c, j, tier);
        n += val[n] != 0;
    }
    bool fairness = tier == ZJ_T_FAIRNESS;
    int row = lp_row(c->p.lp, -LP_INF, fairness ? c->fairness : c->value[tier], n, idx, val);
    name_row(c, row, zj_printf(&c->arena, "aim_%s", zj_tier_name(tier)));
    if (fairness && c->not_alone >= 0) /* (F + 1) above_F <= F burden_F + above_F <= F */
        add_step(c, (struct proof_step){.how = PROOF_ROUND,
                                        .row = row,
                                        .other = c->not_alone,
                                        .factor = c->fairness,
                                        .divisor = c->fairness + 1});
    free(idx);
    free(val);
}

void sec_certified_aim(struct sec_certified_program *c, const struct zj_plan *plan, int k)
{
    for (int i = 0; i < k; i++)
        add_aim_row(c, plan->order[i]);
    for (int j = 0; j < lp_n_cols(c->p.lp); j++)
        lp_cost(c->p.lp, j, (double)cost_of(c, j, plan->order[k]));
}
