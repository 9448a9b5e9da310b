/*
 * master_generate.c - weeks are priced and added until none improves; the bound.
 */
#include "models/timetable/master.h"

#include <stdlib.h>
#include <string.h>

/* Prices of one round, and what the bound is made of. */
struct round {
    double *lesson, *block, *visit, *unit; /* see tt_prices */
    struct tt_prices prices;
    double fixed; /* the bound without the weeks */
};

static double at_most_0(double x)
{
    return x < 0 ? x : 0;
}

static double dual_of(const struct tt_master *m, int row)
{
    return row < 0 ? 0 : m->dual[row];
}

/* The price of what a row counts, for the types it counts. */
static void read_count(const struct tt_master *m, const struct tt_count_row *v, struct round *r)
{
    const int n_campuses = m->x->campuses.n, n_groups = m->x->p->n_groups;
    double y = dual_of(m, v->row);

    if ((y > 0 && isinf(v->lo)) || (y < 0 && isinf(v->hi)))
        y = 0;
    if (y == 0)
        return;
    r->fixed += y * (y > 0 ? v->lo : v->hi);
    for (int t = 0; t < m->x->n; t++) {
        if (v->of ? !v->of[t] : v->type != t)
            continue;
        if (v->group < 0)
            r->visit[t * n_campuses + v->campus] += y;
        else
            r->unit[t * n_groups + v->group] += y;
    }
}

/* Prices from the duals; each is given the sign that makes the bound valid. */
static void read_prices(const struct tt_master *m, struct round *r)
{
    const struct tt_problem *p = m->x->p;
    double tier[ZJ_MAX_TIERS] = {0};

    r->fixed = 0;
    for (int k = 0; k < TT_N_ADDITIVE; k++) {
        enum zj_tier t = tt_additive[k];
        if (m->most[t] == INT64_MAX)
            continue;
        tier[t] = at_most_0(dual_of(m, m->tier_row[t]));
        r->fixed += tier[t] * (double)m->most[t];
    }
    for (int g = 0; g < p->n_groups; g++) {
        r->lesson[g] = dual_of(m, m->lesson_row[g]);
        r->block[g] = at_most_0(dual_of(m, m->block_row[g]));
        if (m->lesson_row[g] < 0) {
            r->lesson[g] = -INFINITY; /* nothing is wanted of the group here */
            continue;
        }
        const double unmet =
            p->group[g].priority * ((double)m->weight[ZJ_T_UNMET] - tier[ZJ_T_UNMET]) - r->lesson[g];
        r->fixed += r->lesson[g] * (double)m->demand[g] + at_most_0(unmet) * (double)m->demand[g];
        r->fixed += r->block[g] * (double)(m->block_row[g] < 0 ? 0 : m->blocks[g]);
    }
    memset(r->visit, 0, (size_t)m->x->n * (size_t)m->x->campuses.n * sizeof *r->visit);
    memset(r->unit, 0, (size_t)m->x->n * (size_t)p->n_groups * sizeof *r->unit);
    for (int i = 0; i < m->n_counts; i++)
        read_count(m, &m->count[i], r);
    r->prices = (struct tt_prices){.lesson = r->lesson,
                                   .block = r->block,
                                   .visit = r->visit,
                                   .unit = r->unit,
                                   .travel = (double)m->weight[ZJ_T_TRAVEL] - tier[ZJ_T_TRAVEL],
                                   .soft = (double)m->weight[ZJ_T_SOFT] - tier[ZJ_T_SOFT],
                                   .wish = (double)m->weight[ZJ_T_WISHES] - tier[ZJ_T_WISHES],
                                   .partial = m->most[ZJ_T_UNMET],
                                   .most_minutes = m->most_minutes};
}

/* Price every type; add the weeks that improve. */
static double price_all(struct tt_master *m, struct round *r, const struct lp_limits *lim, int *added,
                        bool *stopped)
{
    double weeks = 0;

    for (int t = 0; t < m->x->n && !*stopped; t++) {
        struct tt_column c;
        if (m->people[t] == 0)
            continue;
        const double y = dual_of(m, m->people_row[t]);
        const double paid = m->x->type[t].pinned ? -(y < TT_DEAR ? y : TT_DEAR) : -at_most_0(y);
        r->prices.least = paid;
        double worth = tt_price(m->x, t, &r->prices, &c);
        weeks -= m->people[t] * worth;
        if (worth > paid + 1e-6) {
            tt_master_add(m, &c);
            ++*added;
        } else {
            tt_column_release(&c);
        }
        *stopped = lp_limits_over(lim);
    }
    return weeks;
}

static enum zj_status one_round(struct tt_master *m, const struct lp_limits *lim, struct round *r,
                                struct tt_generated *out, int *added, struct zj_err *err)
{
    m->dual = zj_realloc(m->dual, (size_t)cg_n_rows(m->lp) + 1, sizeof *m->dual);
    struct cg_answer ans = {.dual = m->dual};
    bool stopped = false;

    ZJ_TRY(cg_solve(m->lp, lim, out->rounds > 0, &ans, err));
    out->status = ans.status;
    if (ans.status != LP_OPTIMAL)
        return ZJ_OK;
    out->value = ans.value;
    read_prices(m, r);
    double weeks = price_all(m, r, lim, added, &stopped);
    if (stopped) {
        out->status = LP_UNKNOWN;
        return ZJ_OK;
    }
    int64_t bound = lp_least_integer(r->fixed + weeks);
    out->bound = bound > out->bound ? bound : out->bound;
    return ZJ_OK;
}

enum zj_status tt_master_relax(struct tt_master *m, const struct lp_limits *lim, double *x, bool *solved,
                               struct zj_err *err)
{
    double *all = zj_malloc(((size_t)cg_n_cols(m->lp) + 1) * sizeof *all);
    struct cg_answer ans = {.x = all};
    enum zj_status status = cg_solve(m->lp, lim, false, &ans, err);

    *solved = status == ZJ_OK && ans.status == LP_OPTIMAL;
    for (int i = 0; *solved && i < m->n_columns; i++)
        x[i] = all[m->col[i]];
    free(all);
    return status;
}

enum zj_status tt_master_generate(struct tt_master *m, const struct lp_limits *lim, int rounds,
                                  int64_t enough, struct tt_generated *out, struct zj_err *err)
{
    const size_t n_groups = (size_t)m->x->p->n_groups;
    struct round r = {.lesson = zj_calloc(n_groups + 1, sizeof *r.lesson),
                      .block = zj_calloc(n_groups + 1, sizeof *r.block),
                      .visit = zj_calloc((size_t)m->x->n * (size_t)m->x->campuses.n + 1, sizeof *r.visit),
                      .unit = zj_calloc((size_t)m->x->n * n_groups + 1, sizeof *r.unit)};
    enum zj_status status = ZJ_OK;

    *out = (struct tt_generated){.status = LP_UNKNOWN, .bound = -LP_INF};
    for (int added = 1; added > 0 && status == ZJ_OK;) {
        added = 0;
        status = one_round(m, lim, &r, out, &added, err);
        if (status != ZJ_OK || out->status != LP_OPTIMAL)
            break;
        if (added == 0 || out->bound >= enough)
            break;
        if (++out->rounds == rounds) {
            out->status = LP_UNKNOWN;
            break;
        }
    }
    free(r.lesson);
    free(r.block);
    free(r.visit);
    free(r.unit);
    return status;
}
