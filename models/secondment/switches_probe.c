/*
 * switches_probe.c - parts in force and waived, and what the program says of them.
 */
#include "models/secondment/switches_impl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOISE 1e-6

static void bound_shortfall(struct sec_switches *s, int aux, int64_t most)
{
    if (aux >= 0)
        lp_col_bounds(s->p.lp, s->m.n_arcs + aux, 0, most < s->m.aux[aux].hi ? most : s->m.aux[aux].hi);
}

/* `everything` may fall short, also what is in force. */
static void set_rows(struct sec_switches *s, const bool *in, bool everything)
{
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        int part = s->of_row[i];
        if (part < 0)
            continue;
        int64_t most = everything || !in[part] ? INT64_MAX : 0;
        if (row->type >= 0 && !everything) {
            most = row->lo;
            for (int k = 0; k < s->n_units[i]; k++)
                most -= in[part + k];
        }
        if (part == s->lenient && in[part])
            most = s->allowance;
        const bool upper = s->upper_only && row->type < 0 && part != s->lenient;
        bound_shortfall(s, row->aux_lo, upper ? INT64_MAX : most);
        bound_shortfall(s, row->aux_hi, most);
    }
}

static void set_arcs(struct sec_switches *s, const bool *in)
{
    const struct sec_model *m = &s->m;

    for (int a = 0, k = 0; a < m->n_arcs; a++) {
        bool barred = !s->useful[a];
        for (; k < m->n_bars && m->bar[k].arc == a; k++)
            barred |= s->of_bar[k] >= 0 && in[s->of_bar[k]];
        lp_col_bounds(s->p.lp, a, 0, barred ? 0 : m->type[m->node[m->arc[a].node].type].n);
    }
}

static bool falls_too_short(const struct sec_switches *s, int aux)
{
    int64_t lo, hi;

    if (aux < 0)
        return false;
    lp_col_get(s->p.lp, s->m.n_arcs + aux, &lo, &hi);
    return s->x[s->m.n_arcs + aux] > hi;
}

void sec_switches_load(struct sec_switches *s, int i)
{
    const struct sec_model *m = &s->m;

    sec_program_add_row(&s->p, i);
    if (i > 0 && m->row[i - 1].indicator >= 0 && s->p.rule_row[i - 1] < 0)
        sec_program_add_row(&s->p, i - 1);
    for (int k = 0; k < m->n_rows; k++) {
        if (m->row[k].implied_by == i && !m->row[k].dead)
            sec_program_add_row(&s->p, k);
    }
}

/* Put the rows that the last answer breaks into the program; false when there is none. */
static bool load_broken(struct sec_switches *s)
{
    bool any = false;

    sec_program_tidy(&s->p, s->x);
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        if (s->of_row[i] < 0 || s->p.rule_row[i] >= 0 ||
            (!falls_too_short(s, row->aux_lo) && !falls_too_short(s, row->aux_hi)))
            continue;
        sec_switches_load(s, i);
        any = true;
    }
    return any;
}

enum zj_status sec_switches_solve(struct sec_switches *s, const bool *in, const struct lp_limits *limits,
                                  struct lp_answer *a, struct zj_err *err)
{
    set_rows(s, in, false);
    set_arcs(s, in);
    do {
        *a = (struct lp_answer){.x = s->x};
        ZJ_TRY(lp_solve(s->p.lp, limits, NULL, a, err));
    } while ((a->status == LP_OPTIMAL || a->status == LP_FEASIBLE) && load_broken(s));
    return ZJ_OK;
}

enum zj_status sec_switches_probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct sec_switches *s = ctx;
    struct lp_answer a;

    enum zj_status st = sec_switches_solve(s, in, &s->limits, &a, err);
    *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
    return st;
}

/* Of the rows in force, or of all rows when `in` is NULL. */
static void price_shortfalls(struct sec_switches *s, const bool *in, double cost)
{
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        if (s->of_row[i] < 0 || (in && !in[s->of_row[i]]))
            continue;
        if (row->aux_lo >= 0)
            lp_cost(s->p.lp, s->m.n_arcs + row->aux_lo, cost);
        if (row->aux_hi >= 0)
            lp_cost(s->p.lp, s->m.n_arcs + row->aux_hi, cost);
    }
}

/* Rows with a price, and filters that bar a posting which would lower the sum. */
static void take_support(struct sec_switches *s, const double *dual, const double *reduced, bool *in)
{
    const struct sec_model *m = &s->m;

    for (int i = 0; i < m->n_rows; i++) {
        int base = m->row[i].implied_by >= 0 ? m->row[i].implied_by : i, part = s->of_row[base];
        if (part < 0 || s->p.rule_row[i] < 0 || fabs(dual[s->p.rule_row[i]]) < NOISE)
            continue;
        for (int k = 0; k < (s->n_units[base] ? s->n_units[base] : 1); k++)
            in[part + k] = true;
    }
    for (int k = 0; k < m->n_bars; k++) {
        if (s->of_bar[k] >= 0 && reduced[m->bar[k].arc] < -NOISE)
            in[s->of_bar[k]] = true;
    }
}

enum zj_status sec_switches_support(struct sec_switches *s, bool *in, bool *found, struct zj_err *err)
{
    int n_rows = lp_n_rows(s->p.lp);
    double *dual = zj_calloc((size_t)n_rows + 1, sizeof *dual);
    double *reduced = zj_calloc((size_t)s->p.n_cols + 1, sizeof *reduced);
    struct lp_relaxed a = {.dual = dual, .reduced = reduced};

    set_rows(s, in, true);
    set_arcs(s, in);
    price_shortfalls(s, in, 1);
    enum zj_status st = lp_relax(s->p.lp, &s->limits, &a, err);
    *found = st == ZJ_OK && a.status == LP_OPTIMAL && a.value > NOISE;
    if (*found) {
        memset(in, 0, (size_t)s->n * sizeof *in);
        take_support(s, dual, reduced, in);
    }
    price_shortfalls(s, NULL, 0);
    free(dual);
    free(reduced);
    return st;
}
