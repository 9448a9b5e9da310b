/*
 * aims.c - the tiers that are not sums over cells.
 *
 * Peak    for each school s a column P[s]: sum over cells of week k that s takes part in or hosts <= P[s];
 *         tier = sum of P. By months the sum of a month is at most P[s] times the weeks that have
 *         days for any of it.
 * Balance for each community a pair of columns: lo <= sum over cells that s hosts <= hi for the
 *         schools s that stand in a list of at least two hosts of its groups; only cells of such
 *         groups count. tier = sum of hi - lo.
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

/* Is it open, in some group of the community (word), whether the school or another is host? */
static bool may_be_host(const struct cal_model *m, int community, int school)
{
    for (int w = 0; w < m->n_who; w++) {
        const struct zj_group *g = m->who[w].g;
        if (g->community == community && g->hosts.n >= 2 && zj_ids_has(&g->hosts, school))
            return true;
    }
    return false;
}

/* The row of a cell that counts: its community and host; -1 = it does not. */
static int balance_row(const struct cal_model *m, const struct cal_cell *c)
{
    const struct zj_group *g = m->who[c->who].g;

    return c->host < 0 || g->hosts.n < 2 || g->community < 0 ? -1 : g->community * m->in->n_schools + c->host;
}

static void balance_of(struct cal_model *m, struct cal_gather *q, int row, int lo, int hi)
{
    cal_skip(q, row);
    int first = q->at;

    for (int side = 0; side < 2; side++) {
        q->at = first;
        mc_begin(&m->p);
        cal_take(q, m, row);
        mc_add(&m->p, side ? hi : lo, -1);
        mc_define(&m->p, side ? INT64_MIN : 0, side ? 0 : INT64_MAX);
    }
}

static void balance_community(struct cal_model *m, struct cal_gather *q, int word, int64_t most)
{
    int lo = -1;

    for (int s = 0; s < m->in->n_schools; s++) {
        if (!may_be_host(m, word, s))
            continue;
        if (lo < 0) {
            int hi = mc_col(&m->p, most) + 1;
            lo = hi - 1;
            mc_col(&m->p, most);
            m->p.col[lo].cost[CAL_BALANCE] = -1;
            m->p.col[hi].cost[CAL_BALANCE] = 1;
        }
        balance_of(m, q, word * m->in->n_schools + s, lo, lo + 1);
    }
}

void cal_balance(struct cal_model *m)
{
    struct cal_gather q = {0};
    int64_t total = 0;

    for (int c = 0; c < m->n_cells; c++) {
        int row = balance_row(m, &m->cell[c]);
        if (row < 0)
            continue;
        cal_put(&q, row, c, 1);
        total += m->cell[c].most;
    }
    cal_gathered(&q);
    for (int word = 0; word < m->in->words.n; word++)
        if (cal_is_community(m, word))
            balance_community(m, &q, word, total);
    cal_gather_release(&q);
}

/* ---- counted ----------------------------------------------------------------------------------------- */

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

/* Largest minus smallest number of times hosted in the community. */
static int64_t count_balance(const struct cal_model *m, const int *hosted, int word)
{
    int lo = INT32_MAX, hi = 0;

    for (int s = 0; s < m->in->n_schools; s++) {
        int n = hosted[word * m->in->n_schools + s];
        if (!may_be_host(m, word, s))
            continue;
        lo = n < lo ? n : lo;
        hi = n > hi ? n : hi;
    }
    return hi > lo ? hi - lo : 0;
}

void cal_count_aims(const struct cal_model *m, int64_t value[CAL_N_SUMS])
{
    int *hosted = zj_calloc((size_t)(m->in->n_schools * m->in->words.n) + 1, sizeof *hosted);

    value[CAL_HELD] = m->n_cells;
    value[CAL_TRAVEL] = value[CAL_BALANCE] = 0;
    value[CAL_PEAK] = count_peaks(m);
    for (int c = 0; c < m->n_cells; c++) {
        int row = balance_row(m, &m->cell[c]);
        value[CAL_TRAVEL] += cal_minutes(m, &m->cell[c]);
        if (row >= 0)
            hosted[row]++;
    }
    for (int word = 0; word < m->in->words.n; word++)
        if (cal_is_community(m, word))
            value[CAL_BALANCE] += count_balance(m, hosted, word);
    free(hosted);
}
