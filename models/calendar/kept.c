/*
 * kept.c - the tier stability: changes against a calendar that is to be kept.
 *
 * Sets    K kept occurrences, by (group, time, host, chair); K(c) those that the cell c stands for, of
 *         each chair k[c,s] of them. Those of no cell are lost whatever is done.
 * Vars    gone[c,s] from 0 to k[c,s]: kept occurrences that are left out; new[c] >= 0: occurrences that are
 *         not among the kept.
 * Rows    for each c with K(c):  x[c] + sum over s of gone[c,s] - new[c] = k[c]
 *         for each c, s:         u[c,s] + gone[c,s] >= k[c,s]  where the program decides chairs: those with
 *         chair s then are so many at least. By pieces all of a piece count together.
 * Tier    sum of gone + sum of new + sum of x over cells without any kept + those that are lost. Chairs that
 *         are dealt out (chairs.c) may differ besides.
 */
#include "models/calendar/run.h"

#include <stdlib.h>

/* A kept occurrence and the first cell that may stand for it. */
struct kept {
    int cell; /* -1: none does */
    const struct zj_occurrence *o;
};

static bool stands_for(const struct cal_model *m, const struct cal_cell *c, const struct zj_occurrence *o)
{
    const struct cal_who *x = &m->who[c->who];

    if (x->event != o->event || x->group != o->group || c->host != o->host)
        return false;
    if (m->grain != CAL_DAYS) /* some time of it; which one, the cells of days will tell */
        return m->piece_of[c->date] == m->piece_of[o->date];
    return c->date == o->date && c->session == o->session && c->period == o->period;
}

static int cell_of(const struct cal_model *m, const struct zj_occurrence *o, int w)
{
    for (int c = m->who[w].first; c < m->who[w].end; c++)
        if (stands_for(m, &m->cell[c], o))
            return c;
    return -1;
}

static int compare(const void *pa, const void *pb)
{
    const struct kept *a = pa, *b = pb;

    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    if (a->o->chair != b->o->chair)
        return a->o->chair < b->o->chair ? -1 : 1;
    return a->o < b->o ? -1 : a->o > b->o;
}

/* The kept occurrences of the program's groups, by cell and chair. Returns their number. */
static int find_kept(struct cal_model *m, struct kept *v)
{
    const struct zj_calendar *keep = m->scope.keep;
    int n = 0;

    for (int i = 0; i < keep->n; i++) {
        int w = cal_who_of(m, &keep->v[i]);
        if (cal_has(m, w)) {
            v[n] = (struct kept){cell_of(m, &keep->v[i], w), &keep->v[i]};
            n++;
        }
    }
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, compare);
    return n;
}

static int column(struct cal_model *m, int64_t hi)
{
    int col = mc_col(&m->p, hi);

    m->p.col[col].cost[CAL_STABILITY] = 1;
    return col;
}

/* The column of turns of the chair at the time of the cell; -1: the program does not decide it. */
static int turn_of(const struct cal_model *m, const struct cal_cell *c, int chair)
{
    for (int i = 0; i < m->chair.n; i++) {
        const struct cal_turn *t = &m->chair.v[i];
        bool then = m->grain != CAL_DAYS
                        ? t->who == c->who && m->piece_of[t->date] == m->piece_of[c->date]
                        : t->date == c->date && t->session == c->session && t->period == c->period;
        if (t->who == c->who && then && t->school == chair)
            return t->col;
    }
    return -1;
}

/* Cells from `first` on in which a kept occurrence of it may be: of pieces that filters have split, all. */
static bool is_alike(const struct cal_model *m, int first, int k)
{
    const struct cal_cell *a = &m->cell[first];

    if (k >= m->who[a->who].end)
        return false;
    return k == first || (m->grain != CAL_DAYS && m->piece_of[a->date] == m->piece_of[m->cell[k].date]);
}

/* The kept v[0] .. v[n - 1] of one cell. */
static void keep_cell(struct cal_model *m, const struct kept *v, int n)
{
    const struct cal_cell *c = &m->cell[v->cell];
    int *gone = zj_calloc((size_t)n, sizeof *gone);
    int chairs = 0;

    for (int i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && v[end].o->chair == v[i].o->chair;)
            end++;
        int turns = m->who[c->who].chairs ? turn_of(m, c, v[i].o->chair) : -1;
        gone[chairs] = column(m, end - i);
        if (turns >= 0) {
            mc_begin(&m->p);
            mc_add(&m->p, turns, 1);
            mc_add(&m->p, gone[chairs], 1);
            mc_define(&m->p, end - i, INT64_MAX);
        }
        chairs++;
    }
    int64_t most = 0;
    for (int k = v->cell; is_alike(m, v->cell, k); k++)
        most += m->cell[k].host == c->host ? m->cell[k].most : 0;
    int fresh = column(m, most);
    mc_begin(&m->p);
    for (int k = v->cell; is_alike(m, v->cell, k); k++)
        if (m->cell[k].host == c->host) {
            m->p.col[k].cost[CAL_STABILITY] = 0;
            mc_add(&m->p, k, 1);
        }
    for (int i = 0; i < chairs; i++)
        mc_add(&m->p, gone[i], 1);
    mc_add(&m->p, fresh, -1);
    mc_define(&m->p, n, n);
    free(gone);
}

void cal_keep(struct cal_model *m)
{
    const int n_cells = m->n_cells;

    if (!m->scope.keep)
        return;
    struct kept *v = zj_calloc((size_t)m->scope.keep->n + 1, sizeof *v);
    const int n = find_kept(m, v);
    for (int c = 0; c < n_cells; c++)
        m->p.col[c].cost[CAL_STABILITY] = 1;
    m->lost = 0;
    while (m->lost < n && v[m->lost].cell < 0)
        m->lost++;
    for (int i = (int)m->lost, end; i < n; i = end) {
        for (end = i + 1; end < n && v[end].cell == v[i].cell;)
            end++;
        keep_cell(m, v + i, end - i);
    }
    free(v);
}

int64_t cal_changes(const struct cal_model *m, const struct zj_calendar *calendar)
{
    const struct zj_calendar *keep = m->scope.keep;
    struct zj_calendar kept = {0};
    int64_t n = 0;

    for (int i = 0; keep && i < keep->n; i++)
        if (cal_has(m, cal_who_of(m, &keep->v[i])))
            zj_calendar_add(&kept, &keep->v[i]);
    zj_calendar_sort(&kept);
    for (int i = 0, k = 0; keep && (i < calendar->n || k < kept.n);) {
        int order = i == calendar->n ? 1
                    : k == kept.n    ? -1
                                     : zj_compare_occurrences(&calendar->v[i], &kept.v[k]);
        n += order != 0;
        i += order <= 0;
        k += order >= 0;
    }
    zj_calendar_release(&kept);
    return n;
}
