/*
 * master_price.c - prices of the county's rows and of loose tiers, and what they prove.
 */
#include "models/secondment/master_program.h"

#include <math.h>
#include <stdlib.h>

/* The most that a unit of a soft county row may be worth: what falling short costs. */
static int64_t ceiling(const struct sec_master *m, const struct sec_row *row, const struct sec_prices *p)
{
    if (!sec_master_may_fall_short(m, row))
        return INT64_MAX;
    int64_t a_unit = m->tier == ZJ_T_SOFT ? p->weight : m->done[ZJ_T_SOFT] ? p->tier[ZJ_T_SOFT] : 0;
    return a_unit * row->weight / row->scale;
}

/* Prices are whole multiples of 1/scale: of tiers of small numbers a finer part. */
static int64_t scale_for(double value)
{
    return fabs(value) < 1000 ? 100000 : 1000;
}

static void read_prices(const struct sec_master_program *lp, const double *dual, int64_t scale,
                        struct sec_prices *p)
{
    const struct sec_master *m = lp->m;

    for (int t = 0; t < ZJ_N_TIERS; t++) {
        double d = lp->tier_row[t] >= 0 ? -dual[lp->tier_row[t]] : 0;
        p->tier[t] = d > 0 ? llround((double)scale * d) : 0;
    }
    for (int k = 0; k < m->run->blocks.n_county; k++) {
        const struct sec_row *row = m->link[k];
        p->row[k] = row ? llround((double)scale * dual[lp->county_row[k]]) : 0;
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
    struct sec_master_program lp;
    struct lp_limits none = {0};

    sec_master_program_build(&lp, m);
    double *dual = zj_calloc((size_t)lp_n_rows(lp.lp) + 1, sizeof *dual);
    struct lp_relaxed r = {.dual = dual};
    sec_master_program_costs(&lp, 1, 0);
    enum zj_status st = lp_relax(lp.lp, &none, &r, err);
    p->shortage = p->value = r.status == LP_OPTIMAL ? r.value : 1;
    p->weight = 0;
    if (st == ZJ_OK && r.status == LP_OPTIMAL && r.value < 1e-6) {
        p->shortage = 0;
        sec_master_program_costs(&lp, -1, 1);
        st = lp_relax(lp.lp, &none, &r, err);
        p->value = r.value;
        p->weight = scale_for(r.value);
    }
    if (st == ZJ_OK && r.status == LP_OPTIMAL)
        read_prices(&lp, dual, scale_for(p->value), p);
    free(dual);
    sec_master_program_release(&lp);
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
