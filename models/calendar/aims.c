/*
 * aims.c - the tiers that are not sums over cells.
 *
 * Peak    for each school s a column P[s]: sum over cells of week k that s takes part in or hosts <= P[s];
 *         tier = sum of P. By months the sum of a month is at most P[s] times the weeks that have days for any of it.
 * Balance for each community a pair of columns: lo <= sum over cells that s hosts <= hi for its schools s that
 *         stand in a list of at least two hosts; only cells of such groups count. tier = sum of hi - lo.
 */
#include "models/calendar/places.h"
#include "solver/data/travel.h"

#include <stdlib.h>

/* A row of the school at hand; its column is made with the first. */
static void peak_row(struct cal_model *m, void *ctx, int64_t weeks, int64_t most, bool chain)
{
    int school = *(const int *)ctx;

    (void)chain;
    if (m->cap) {
        mc_define(&m->p, INT64_MIN, m->cap[school] * weeks);
        return;
    }
    if (m->peak[school] < 0) {
        m->peak[school] = mc_col(&m->p, 0);
        m->p.col[m->peak[school]].cost[CAL_PEAK] = 1;
    }
    struct mc_col *peak = &m->p.col[m->peak[school]];
    peak->hi = most > peak->hi ? most : peak->hi;
    mc_add(&m->p, m->peak[school], -weeks);
    mc_define(&m->p, INT64_MIN, 0);
}

void cal_peak(struct cal_model *m)
{
    struct cal_gather q = {0};

    m->peak = zj_alloc_n(&m->arena, (size_t)m->in->n_schools + 1, sizeof *m->peak);
    for (int c = 0; c < m->n_cells; c++)
        cal_put_schools(m, &q, c, cal_n_weeks(m), cal_week_at(m, c));
    cal_gathered(&q);
    for (int s = 0; s < m->in->n_schools; s++) {
        m->peak[s] = -1;
        cal_limit_weeks(m, &q, s, peak_row, &s);
    }
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

static bool counts_for_balance(const struct cal_model *m, const struct cal_cell *c)
{
    return c->host >= 0 && m->who[c->who].g->hosts.n >= 2;
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
    int *column =
        zj_alloc_n(&m->arena, (size_t)m->in->words.n + 1, sizeof *column); /* lo, by community; 0 = none */

    for (int c = 0; c < m->n_cells; c++)
        if (counts_for_balance(m, &m->cell[c])) {
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

/* ---- counted -------------------------------------------------------------------------------------------- */

int64_t cal_minutes(const struct cal_model *m, const struct cal_cell *c)
{
    const struct cal_who *x = &m->who[c->who];
    int64_t sum = 0;

    for (int i = 0; i < x->g->schools.n && c->host >= 0 && !x->e->online; i++) {
        int minutes = zj_minutes(m->in, x->g->schools.v[i], c->host);
        sum += minutes == ZJ_NONE ? 0 : minutes;
    }
    return sum;
}

static int64_t count_peaks(const struct cal_model *m)
{
    const int n = m->n_weeks;
    int *times = zj_calloc((size_t)(m->in->n_schools * n) + 1, sizeof *times);
    struct cal_gather q = {0};
    int64_t sum = 0;

    for (int c = 0; c < m->n_cells; c++)
        cal_put_schools(m, &q, c, n, m->week_of[m->cell[c].date]);
    for (int i = 0; i < q.n; i++)
        times[q.v[i].row]++;
    for (int s = 0; s < m->in->n_schools; s++) {
        int most = 0;
        for (int k = 0; k < n; k++)
            most = times[s * n + k] > most ? times[s * n + k] : most;
        sum += most;
    }
    free(times);
    cal_gather_release(&q);
    return sum;
}

/* Largest minus smallest number of times hosted, in the community of this school, which is its first. */
static int64_t count_balance(const struct cal_model *m, const int *hosted, int first)
{
    int lo = INT32_MAX, hi = 0;

    for (int s = first; s < m->in->n_schools; s++) {
        if (m->in->school[s].community != m->in->school[first].community || !may_be_host(m, s))
            continue;
        lo = hosted[s] < lo ? hosted[s] : lo;
        hi = hosted[s] > hi ? hosted[s] : hi;
    }
    return hi > lo ? hi - lo : 0;
}

void cal_count_aims(const struct cal_model *m, int64_t value[CAL_N_SUMS])
{
    int *hosted = zj_calloc((size_t)m->in->n_schools + 1, sizeof *hosted);

    value[CAL_HELD] = m->n_cells;
    value[CAL_TRAVEL] = value[CAL_BALANCE] = 0;
    value[CAL_PEAK] = count_peaks(m);
    for (int c = 0; c < m->n_cells; c++) {
        value[CAL_TRAVEL] += cal_minutes(m, &m->cell[c]);
        if (counts_for_balance(m, &m->cell[c]))
            hosted[m->cell[c].host]++;
    }
    for (int s = 0; s < m->in->n_schools; s++) {
        int first = 0;
        while (m->in->school[first].community != m->in->school[s].community)
            first++;
        if (first == s && m->in->school[s].community >= 0)
            value[CAL_BALANCE] += count_balance(m, hosted, s);
    }
    free(hosted);
}
