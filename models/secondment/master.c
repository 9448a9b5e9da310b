#include "models/secondment/master_program.h"

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

bool sec_master_usable(const struct sec_master *m, const struct sec_column *c)
{
    if (c->tier[ZJ_T_FAIRNESS] > m->fair_cap)
        return false;
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (m->done[t] && !m->loose[t] && t != ZJ_T_FAIRNESS && c->tier[t] > m->run->cap[c->block][t])
            return false;
    }
    return true;
}

enum zj_status sec_master_choose(const struct sec_master *m, int *choice, int64_t *value, struct zj_err *err)
{
    struct sec_master_program lp;
    struct lp_limits lim = {
        .nodes = 2000, .deadline = m->run->deadline, .enough = -LP_INF, .stop = m->run->opt->stop};

    sec_master_program_build(&lp, m);
    struct lp_answer a = {.x = zj_calloc((size_t)lp_n_cols(lp.lp) + 1, sizeof *a.x)};
    sec_master_program_costs(&lp, -1, 1);
    enum zj_status st = lp_solve(lp.lp, &lim, NULL, &a, err);
    bool has = st == ZJ_OK && a.status <= LP_FEASIBLE;
    *value = has ? a.value : LP_INF;
    for (int i = 0; has && i < m->n; i++) {
        if (lp.column[i] >= 0 && a.x[lp.column[i]])
            choice[m->column[i].block] = i;
    }
    free(a.x);
    sec_master_program_release(&lp);
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
