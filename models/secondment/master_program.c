#include "models/secondment/master_program.h"

#include <stdlib.h>

enum { MOST = 100000000 };

static void put(struct sec_master_program *p, int column, int64_t v)
{
    if (column < 0 || v == 0)
        return;
    p->idx[p->n] = column;
    p->val[p->n++] = v;
}

bool sec_master_may_fall_short(const struct sec_master *m, const struct sec_row *row)
{
    return !row->hard && !(m->done[ZJ_T_SOFT] && !m->loose[ZJ_T_SOFT]);
}

static void add_columns(struct sec_master_program *p)
{
    const struct sec_master *m = p->m;
    int n_county = m->run->blocks.n_county;

    for (int i = 0; i < m->n; i++)
        p->column[i] = sec_master_usable(m, &m->column[i]) ? lp_col(p->lp, 0, 1) : -1;
    for (int k = 0; k < n_county; k++) {
        const struct sec_row *row = m->link[k];
        p->slack_lo[k] = row && row->lo != -SEC_NO_LIMIT && sec_master_may_fall_short(m, row)
                             ? lp_col(p->lp, 0, MOST)
                             : -1;
        p->slack_hi[k] =
            row && row->hi != SEC_NO_LIMIT && sec_master_may_fall_short(m, row) ? lp_col(p->lp, 0, MOST) : -1;
        p->lack_lo[k] = row && row->lo != -SEC_NO_LIMIT && !sec_master_may_fall_short(m, row)
                            ? lp_col(p->lp, 0, MOST)
                            : -1;
        p->lack_hi[k] = row && row->hi != SEC_NO_LIMIT && !sec_master_may_fall_short(m, row)
                            ? lp_col(p->lp, 0, MOST)
                            : -1;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++)
        p->lack_tier[t] = m->loose[t] ? lp_col(p->lp, 0, MOST) : -1;
}

static void add_rows(struct sec_master_program *p)
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

void sec_master_program_build(struct sec_master_program *p, const struct sec_master *m)
{
    size_t n_county = (size_t)m->run->blocks.n_county + 1;
    size_t room = (size_t)m->n + 4 * n_county + ZJ_N_TIERS;

    *p = (struct sec_master_program){.m = m, .lp = lp_new()};
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

void sec_master_program_release(struct sec_master_program *p)
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

void sec_master_program_costs(struct sec_master_program *p, double lack, double own)
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
