/*
 * aims.c - the tiers that are not sums over cells.
 *
 * Peak    for each school s a column P[s]: sum over cells of week k that s takes part in or hosts <= P[s]; tier = sum of P.
 * Balance for each community a pair of columns: lo <= sum over cells that s hosts <= hi for its schools s that
 *         stand in a list of at least two hosts; only cells of such groups count. tier = sum of hi - lo.
 */
#include "models/calendar/places.h"

static void peak_of(struct cal_model *m, struct cal_gather *q, int school)
{
    int peak = -1;

    for (int k = 0; k < m->n_weeks; k++) {
        int row = school * m->n_weeks + k;
        int64_t most = 0;
        for (int i = q->at; i < q->n && q->v[i].row == row; i++)
            most += m->cell[q->v[i].col].most;
        if (most == 0)
            continue;
        if (peak < 0) {
            peak = mc_col(&m->p, 0);
            m->p.col[peak].cost[CAL_PEAK] = 1;
        }
        m->p.col[peak].hi = most > m->p.col[peak].hi ? most : m->p.col[peak].hi;
        mc_begin(&m->p);
        cal_take(q, m, row);
        mc_add(&m->p, peak, -1);
        mc_define(&m->p, INT64_MIN, 0);
    }
}

void cal_peak(struct cal_model *m)
{
    struct cal_gather q = {0};

    for (int c = 0; c < m->n_cells; c++)
        cal_put_schools(m, &q, c, m->n_weeks, m->week_of[m->cell[c].date]);
    cal_gathered(&q);
    for (int s = 0; s < m->in->n_schools; s++)
        peak_of(m, &q, s);
    cal_gather_release(&q);
}

/* Does the school stand in a list of at least two hosts? */
static bool may_be_host(const struct cal_model *m, int school)
{
    for (int w = 0; w < m->n_who; w++)
        if (m->who[w].g->hosts.n >= 2 && zj_ids_has(&m->who[w].g->hosts, school))
            return true;
    return false;
}

static void balance_of(struct cal_model *m, struct cal_gather *q, int school, int lo, int hi)
{
    int first = q->at;

    for (int side = 0; side < 2; side++) {
        q->at = first;
        mc_begin(&m->p);
        cal_take(q, m, school);
        mc_add(&m->p, side ? hi : lo, -1);
        mc_define(&m->p, side ? INT64_MIN : 0, side ? 0 : INT64_MAX);
    }
}

void cal_balance(struct cal_model *m)
{
    struct cal_gather q = {0};
    int64_t total = 0;
    int *column = zj_alloc_n(&m->arena, (size_t)m->in->words.n + 1, sizeof *column); /* lo, by community; 0 = none */

    for (int c = 0; c < m->n_cells; c++)
        if (m->cell[c].host >= 0 && m->who[m->cell[c].who].g->hosts.n >= 2) {
            cal_put(&q, m->cell[c].host, c, 1);
            total += m->cell[c].most;
        }
    cal_gathered(&q);
    for (int s = 0; s < m->in->n_schools; s++) {
        int word = m->in->school[s].community;
        if (word < 0 || !may_be_host(m, s))
            continue;
        if (column[word] == 0) {
            column[word] = mc_col(&m->p, total);
            m->p.col[column[word]].cost[CAL_BALANCE] = -1;
            m->p.col[mc_col(&m->p, total)].cost[CAL_BALANCE] = 1;
        }
        balance_of(m, &q, s, column[word], column[word] + 1);
    }
    cal_gather_release(&q);
}
