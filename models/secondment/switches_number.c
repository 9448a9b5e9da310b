/*
 * switches_number.c - what a part asks for, and what can be had of it.
 */
#include "models/secondment/switches_impl.h"

#include <stdlib.h>

/* Price the shortfalls of a row. */
static void price(struct sec_switches *s, const struct sec_row *row, double cost)
{
    if (row->aux_lo >= 0)
        lp_cost(s->p.lp, s->m.n_arcs + row->aux_lo, cost);
    if (row->aux_hi >= 0)
        lp_cost(s->p.lp, s->m.n_arcs + row->aux_hi, cost);
}

/* How far the row falls short at least; its part is waived, the others are in force. */
static enum zj_status least_of_row(struct sec_switches *s, bool *in, int k, int i, struct lp_answer *a,
                                   struct zj_err *err)
{
    struct lp_limits limits = s->limits;

    limits.enough = -LP_INF;
    price(s, &s->m.row[i], 1);
    if (s->p.rule_row[i] < 0)
        sec_switches_load(s, i);
    in[k] = false;
    enum zj_status st = sec_switches_solve(s, in, &limits, a, err);
    in[k] = true;
    price(s, &s->m.row[i], 0);
    return st;
}

enum zj_status sec_switches_least(struct sec_switches *s, bool *in, int k, int64_t *least, struct zj_err *err)
{
    struct lp_answer a = {.status = LP_UNKNOWN};
    int i = 0;

    while (s->of_row[i] != k)
        i++;
    ZJ_TRY(least_of_row(s, in, k, i, &a, err));
    *least = a.status == LP_OPTIMAL ? a.value : -1;
    return ZJ_OK;
}

static enum zj_status numbers_of_row(struct sec_switches *s, bool *in, int k, const struct sec_row *row,
                                     struct zj_err *err)
{
    struct lp_answer a;

    ZJ_TRY(least_of_row(s, in, k, (int)(row - s->m.row), &a, err));
    if (a.status != LP_OPTIMAL || a.value <= 0)
        return ZJ_OK;
    const bool below = row->aux_lo >= 0 && s->x[s->m.n_arcs + row->aux_lo] > 0;
    const bool mirrored = below && row->mirrored;
    const int64_t need = (below ? row->lo : row->hi) + row->given;
    s->v[k].part.need = mirrored ? -need : need;
    s->v[k].part.have = s->v[k].part.need + (below && !mirrored ? -a.value : a.value);
    return ZJ_OK;
}

/* Teachers with an arc that the filter bars. */
static int64_t left_out(const struct sec_switches *s, int k)
{
    const struct sec_model *m = &s->m;
    bool *seen = zj_calloc((size_t)m->n_types + 1, sizeof *seen);
    int64_t sum = 0;

    for (int b = 0; b < m->n_bars; b++) {
        int type = m->node[m->arc[m->bar[b].arc].node].type;
        if (s->of_bar[b] != k || seen[type])
            continue;
        seen[type] = true;
        sum += m->type[type].n;
    }
    free(seen);
    return sum;
}

enum zj_status sec_switches_number(struct sec_switches *s, bool *in, int k, struct zj_err *err)
{
    const struct sec_row *row = NULL;
    int n_rows = 0;

    if (!s->v[k].is_row) {
        if (!s->v[k].part.table)
            s->v[k].part.have = left_out(s, k);
        return ZJ_OK;
    }
    for (int i = 0; i < s->m.n_rows; i++) {
        int n = s->n_units[i] ? s->n_units[i] : 1;
        if (s->of_row[i] < 0 || k < s->of_row[i] || k >= s->of_row[i] + n)
            continue;
        row = &s->m.row[i];
        n_rows++;
    }
    if (row && row->type < 0 && n_rows == 1 && row->given != SEC_NOT_COUNTED)
        return numbers_of_row(s, in, k, row, err);
    if (row && row->type >= 0) {
        s->v[k].part.need = 1;
        s->v[k].part.have = 0;
    }
    return ZJ_OK;
}
