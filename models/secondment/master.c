#include "models/secondment/master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void sec_master_init(struct sec_master *m, const struct sec_run *run)
{
    const struct sec_blocks *b = &run->blocks;

    *m = (struct sec_master){.run = run, .fair_cap = INT64_MAX};
    m->link = zj_calloc((size_t)b->n_county + 1, sizeof *m->link);
    for (int i = 0; i < b->model[0].n_rows; i++) {
        const struct sec_row *row = &b->model[0].row[i];
        if (row->county < 0 || b->owner[row->county] >= 0)
            continue;
        struct sec_row *own = zj_calloc(1, sizeof *own); /* models are built anew when burdens are capped */
        *own = *row;
        m->link[row->county] = own;
    }
}

void sec_master_release(struct sec_master *m)
{
    for (int i = 0; i < m->n; i++) {
        free(m->column[i].part);
        zj_postings_release(&m->column[i].plan);
    }
    for (int k = 0; k < m->run->blocks.n_county; k++)
        free((void *)m->link[k]);
    free(m->column);
    free(m->link);
}

bool sec_master_add(struct sec_master *m, int block, struct sec_answer *a)
{
    size_t parts = (size_t)m->run->blocks.n_county * sizeof *a->part;

    for (int i = 0; i < m->n; i++) {
        const struct sec_column *c = &m->column[i];
        if (c->block == block && memcmp(c->tier, a->tier, sizeof c->tier) == 0 &&
            memcmp(c->part, a->part, parts) == 0)
            return false;
    }
    ZJ_GROW(m->column, m->n, m->cap);
    struct sec_column *c = &m->column[m->n++];
    *c = (struct sec_column){.block = block, .part = a->part, .plan = a->plan};
    memcpy(c->tier, a->tier, sizeof c->tier);
    a->part = NULL;
    a->plan = (struct zj_postings){0};
    return true;
}

/* May the column be chosen in this pass? */
static bool usable(const struct sec_master *m, const struct sec_column *c)
{
    if (c->tier[ZJ_T_FAIRNESS] > m->fair_cap)
        return false;
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (m->done[t] && !m->loose[t] && t != ZJ_T_FAIRNESS && c->tier[t] > m->run->cap[c->block][t])
            return false;
    }
    return true;
}

/* ---- the program --------------------------------------------------------------------------------- */

struct program {
    const struct sec_master *m;
    struct lp *lp;
    int *column; /* by master column: column of the program, -1 = not usable */
    int *slack_lo, *slack_hi, *lack_lo, *lack_hi; /* by county row: soft shortfall, and artificial lack */
    int lack_tier[ZJ_N_TIERS];
    int *county_row, tier_row[ZJ_N_TIERS], *block_row;
    int *idx; /* room for a row */
    int64_t *val;
    int n;
};

enum { MOST = 100000000 };

static void put(struct program *p, int column, int64_t v)
{
    if (column < 0 || v == 0)
        return;
    p->idx[p->n] = column;
    p->val[p->n++] = v;
}

/* May the soft row fall short in this pass, and does the shortfall count in it? */
static bool may_fall_short(const struct sec_master *m, const struct sec_row *row)
{
    return !row->hard && !(m->done[ZJ_T_SOFT] && !m->loose[ZJ_T_SOFT]);
}

static void add_columns(struct program *p)
{
    const struct sec_master *m = p->m;
    int n_county = m->run->blocks.n_county;

    for (int i = 0; i < m->n; i++)
        p->column[i] = usable(m, &m->column[i]) ? lp_col(p->lp, 0, 1) : -1;
    for (int k = 0; k < n_county; k++) {
        const struct sec_row *row = m->link[k];
        p->slack_lo[k] =
            row && row->lo != -SEC_NO_LIMIT && may_fall_short(m, row) ? lp_col(p->lp, 0, MOST) : -1;
        p->slack_hi[k] =
            row && row->hi != SEC_NO_LIMIT && may_fall_short(m, row) ? lp_col(p->lp, 0, MOST) : -1;
        p->lack_lo[k] =
            row && row->lo != -SEC_NO_LIMIT && !may_fall_short(m, row) ? lp_col(p->lp, 0, MOST) : -1;
        p->lack_hi[k] =
            row && row->hi != SEC_NO_LIMIT && !may_fall_short(m, row) ? lp_col(p->lp, 0, MOST) : -1;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++)
        p->lack_tier[t] = m->loose[t] ? lp_col(p->lp, 0, MOST) : -1;
}

static void add_rows(struct program *p)
{
    const struct sec_master *m = p->m;

    for (int b = 0; b < m->run->blocks.n; b++) {
        p->n = 0;
        for (int i = 0; i < m->n; i++)
            put(p, m->column[i].block == b ? p->column[i] : -1, 1);
        p->block_row[b] = lp_row(p->lp, 1, 1, p->n, p->idx, p->val);
    }
    for (int k = 0; k < m->run->blocks.n_county; k++) {
        const struct sec_row *row = m->link[k];
        p->n = 0;
        for (int i = 0; row && i < m->n; i++)
            put(p, p->column[i], m->column[i].part[k]);
        put(p, p->slack_lo[k], row ? row->scale : 0);
        put(p, p->slack_hi[k], row ? -row->scale : 0);
        put(p, p->lack_lo[k], 1);
        put(p, p->lack_hi[k], -1);
        p->county_row[k] = row ? lp_row(p->lp, row->lo, row->hi, p->n, p->idx, p->val) : -1;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        p->n = 0;
        for (int i = 0; m->loose[t] && i < m->n; i++)
            put(p, p->column[i], m->column[i].tier[t]);
        for (int k = 0; m->loose[t] && t == ZJ_T_SOFT && k < m->run->blocks.n_county; k++) {
            put(p, p->slack_lo[k], m->link[k] ? m->link[k]->weight : 0);
            put(p, p->slack_hi[k], m->link[k] ? m->link[k]->weight : 0);
        }
        put(p, p->lack_tier[t], -1);
        p->tier_row[t] = m->loose[t] ? lp_row(p->lp, -LP_INF, m->value[t], p->n, p->idx, p->val) : -1;
    }
}

static void build(struct program *p, const struct sec_master *m)
{
    size_t n_county = (size_t)m->run->blocks.n_county + 1;
    size_t room = (size_t)m->n + 4 * n_county + ZJ_N_TIERS;

    *p = (struct program){.m = m, .lp = lp_new()};
    p->column = zj_calloc((size_t)m->n + 1, sizeof *p->column);
    p->slack_lo = zj_calloc(n_county, sizeof(int));
    p->slack_hi = zj_calloc(n_county, sizeof(int));
    p->lack_lo = zj_calloc(n_county, sizeof(int));
    p->lack_hi = zj_calloc(n_county, sizeof(int));
    p->county_row = zj_calloc(n_county, sizeof(int));
    p->block_row = zj_calloc((size_t)m->run->blocks.n + 1, sizeof(int));
    p->idx = zj_calloc(room, sizeof *p->idx);
    p->val = zj_calloc(room, sizeof *p->val);
    add_columns(p);
    add_rows(p);
}

static void release(struct program *p)
{
    lp_free(p->lp);
    free(p->column);
    free(p->slack_lo);
    free(p->slack_hi);
    free(p->lack_lo);
    free(p->lack_hi);
    free(p->county_row);
    free(p->block_row);
    free(p->idx);
    free(p->val);
}

/* `lack` = cost of a unit of artificial lack; < 0: forbidden. `own` = weight of the tier itself. */
static void set_costs(struct program *p, double lack, double own)
{
    const struct sec_master *m = p->m;

    for (int i = 0; i < m->n; i++) {
        if (p->column[i] >= 0)
            lp_cost(p->lp, p->column[i],
                    m->tier == ZJ_T_FAIRNESS ? 0 : own * (double)m->column[i].tier[m->tier]);
    }
    for (int k = 0; k < m->run->blocks.n_county; k++) {
        double w = m->link[k] && m->tier == ZJ_T_SOFT ? own * (double)m->link[k]->weight : 0;
        const int slack[] = {p->slack_lo[k], p->slack_hi[k]}, miss[] = {p->lack_lo[k], p->lack_hi[k]};
        for (int side = 0; side < 2; side++) {
            if (slack[side] >= 0)
                lp_cost(p->lp, slack[side], w);
            if (miss[side] >= 0) {
                lp_cost(p->lp, miss[side], lack < 0 ? 0 : lack);
                lp_col_bounds(p->lp, miss[side], 0, lack < 0 ? 0 : MOST);
            }
        }
    }
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (p->lack_tier[t] < 0)
            continue;
        lp_cost(p->lp, p->lack_tier[t], lack < 0 ? 0 : lack);
        lp_col_bounds(p->lp, p->lack_tier[t], 0, lack < 0 ? 0 : MOST);
    }
}

/* ---- prices -------------------------------------------------------------------------------------- */

/* The most that a unit of a soft county row may be worth: what falling short costs. */
static int64_t ceiling(const struct sec_master *m, const struct sec_row *row, const struct sec_prices *p)
{
    if (!may_fall_short(m, row))
        return INT64_MAX;
    int64_t a_unit = m->tier == ZJ_T_SOFT ? p->weight : m->done[ZJ_T_SOFT] ? p->tier[ZJ_T_SOFT] : 0;
    return a_unit * row->weight / row->scale;
}

static void read_prices(const struct program *lp, const double *dual, struct sec_prices *p)
{
    const struct sec_master *m = lp->m;

    for (int t = 0; t < ZJ_N_TIERS; t++) {
        double d = lp->tier_row[t] >= 0 ? -dual[lp->tier_row[t]] : 0;
        p->tier[t] = d > 0 ? llround(SEC_SCALE * d) : 0;
    }
    for (int k = 0; k < m->run->blocks.n_county; k++) {
        const struct sec_row *row = m->link[k];
        p->row[k] = row ? llround(SEC_SCALE * dual[lp->county_row[k]]) : 0;
        if (!row)
            continue;
        int64_t most = ceiling(m, row, p);
        if (p->row[k] > most || (p->row[k] > 0 && row->lo == -SEC_NO_LIMIT))
            p->row[k] = row->lo == -SEC_NO_LIMIT ? 0 : most;
        if (p->row[k] < -most || (p->row[k] < 0 && row->hi == SEC_NO_LIMIT))
            p->row[k] = row->hi == SEC_NO_LIMIT ? 0 : -most;
    }
}

enum zj_status sec_master_price(const struct sec_master *m, struct sec_prices *p, struct zj_err *err)
{
    struct program lp;
    struct lp_limits none = {0};

    build(&lp, m);
    double *dual = zj_calloc((size_t)lp_n_rows(lp.lp) + 1, sizeof *dual);
    struct lp_relaxed r = {.dual = dual};
    set_costs(&lp, 1, 0);
    enum zj_status st = lp_relax(lp.lp, &none, &r, err);
    p->shortage = p->value = r.status == LP_OPTIMAL ? r.value : 1;
    p->weight = 0;
    if (st == ZJ_OK && r.status == LP_OPTIMAL && r.value < 1e-6) {
        p->shortage = 0;
        p->weight = SEC_SCALE;
        set_costs(&lp, -1, 1);
        st = lp_relax(lp.lp, &none, &r, err);
        p->value = r.value;
    }
    if (st == ZJ_OK && r.status == LP_OPTIMAL)
        read_prices(&lp, dual, p);
    free(dual);
    release(&lp);
    return st;
}

int64_t sec_master_bound(const struct sec_master *m, const struct sec_prices *p, int64_t blocks)
{
    int64_t sum = blocks;

    for (int k = 0; k < m->run->blocks.n_county; k++) {
        if (m->link[k] && p->row[k])
            sum += p->row[k] * (p->row[k] > 0 ? m->link[k]->lo : m->link[k]->hi);
    }
    for (int t = 0; t < ZJ_N_TIERS; t++)
        sum -= p->tier[t] ? p->tier[t] * m->value[t] : 0;
    return sum;
}

/* ---- choosing ------------------------------------------------------------------------------------ */

enum zj_status sec_master_choose(const struct sec_master *m, int *choice, int64_t *value, struct zj_err *err)
{
    struct program lp;
    struct lp_limits lim = {
        .nodes = 2000, .deadline = m->run->deadline, .enough = -LP_INF, .stop = m->run->opt->stop};

    build(&lp, m);
    struct lp_answer a = {.x = zj_calloc((size_t)lp_n_cols(lp.lp) + 1, sizeof *a.x)};
    set_costs(&lp, -1, 1);
    enum zj_status st = lp_solve(lp.lp, &lim, NULL, &a, err);
    bool has = st == ZJ_OK && a.status <= LP_FEASIBLE;
    *value = has ? a.value : LP_INF;
    for (int i = 0; has && i < m->n; i++) {
        if (lp.column[i] >= 0 && a.x[lp.column[i]])
            choice[m->column[i].block] = i;
    }
    free(a.x);
    release(&lp);
    return st;
}

int64_t sec_master_soft(const struct sec_master *m, const int *choice)
{
    int64_t sum = 0;

    for (int k = 0; k < m->run->blocks.n_county; k++) {
        const struct sec_row *row = m->link[k];
        int64_t part = 0;
        for (int b = 0; row && b < m->run->blocks.n; b++)
            part += m->column[choice[b]].part[k];
        if (!row || row->hard)
            continue;
        int64_t over = row->hi != SEC_NO_LIMIT && part > row->hi ? part - row->hi : 0;
        int64_t under = row->lo != -SEC_NO_LIMIT && part < row->lo ? row->lo - part : 0;
        sum += row->weight * ((over + under + row->scale - 1) / row->scale);
    }
    return sum;
}
