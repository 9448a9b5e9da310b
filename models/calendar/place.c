/*
 * place.c - weeks for what was found by months, days for what was found by weeks.
 *
 * A program of smaller pieces has the cells that lie in pieces in use; as many of each as were found.
 * The weeks of a school may be no fuller than its peak; where that fails, the least peaks are sought.
 * What is looked at couples few weeks, so the programs fall into many small blocks. What the calendar
 * comes to is then read off the whole program by days, with its cells alone.
 */
#include "models/calendar/cells.h"
#include "models/calendar/rotation.h"
#include "models/calendar/run.h"

#include <stdlib.h>

/* Of a program that places: what it does not find soon it does not find. */
enum { NODES_TO_PLACE = 100 };
/* A first calendar may have so many more in a week before the least peaks are sought, which takes longer. */
enum { CAPS_RAISED = 3 };

void cal_unload(struct cal_model *m, const int64_t *x, struct zj_calendar *calendar)
{
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *k = &m->cell[c];
        const struct cal_who *w = &m->who[k->who];
        if (x[c] > 0)
            zj_calendar_add(calendar, &(struct zj_occurrence){.event = w->event,
                                                              .group = w->group,
                                                              .date = k->date,
                                                              .session = k->session,
                                                              .period = k->period,
                                                              .host = k->host,
                                                              .chair = -1});
    }
    zj_calendar_sort(calendar);
    cal_deal_chairs(m, x, calendar);
}

/* ---- a program within the answer of another ---------------------------------------------------------- */

/* A program and its answer. */
struct level {
    struct cal_model m;
    struct mc_sums s;
};

/* Keep cells that lie in one of the larger pieces which is in use. */
static void keep_used(struct cal_model *m, const struct cal_model *larger, const int64_t *y)
{
    int n = 0;

    for (int c = 0; c < m->n_cells; c++) {
        struct cal_cell *x = &m->cell[c];
        const struct cal_who *w = &larger->who[x->who];
        int k = w->first;
        while (k < w->end && !cal_is_part(larger, &larger->cell[k], x))
            k++;
        x->whole = k;
        if (k < w->end && y[k] > 0)
            m->cell[n++] = *x;
    }
    m->n_cells = n;
    cal_find_ranges(m);
}

/* As many in each of the larger pieces as were found. */
static void fix_pieces(struct cal_model *m, const struct cal_model *larger, const int64_t *y)
{
    int *first = zj_calloc((size_t)larger->n_cells + 2, sizeof *first);
    int *list = zj_calloc((size_t)m->n_cells + 1, sizeof *list);

    for (int c = 0; c < m->n_cells; c++)
        first[m->cell[c].whole + 2]++;
    for (int k = 0; k < larger->n_cells; k++)
        first[k + 2] += first[k + 1];
    for (int c = 0; c < m->n_cells; c++)
        list[first[m->cell[c].whole + 1]++] = c;
    for (int k = 0; k < larger->n_cells; k++) {
        mc_begin(&m->p);
        for (int i = first[k]; i < first[k + 1]; i++)
            mc_add(&m->p, list[i], 1);
        if (first[k + 1] > first[k])
            mc_define(&m->p, y[k], y[k]);
        else
            mc_drop(&m->p);
    }
    free(first);
    free(list);
}

static void level_release(struct level *l)
{
    mc_sums_release(&l->s);
    cal_model_release(&l->m);
}

/* Solve by pieces of that grain within the answer x of `larger`. cap: as in the model. */
static enum zj_status refine(struct cal_run *r, const struct cal_model *larger, const int64_t *x,
                             enum cal_grain grain, const int64_t *cap, struct level *l, struct zj_err *err)
{
    cal_model_cells(&l->m, &r->scope, grain);
    keep_used(&l->m, larger, x);
    l->m.settled = larger->grain;
    l->m.cap = cap;
    cal_model_rows(&l->m);
    fix_pieces(&l->m, larger, x);
    mc_sums_init(&l->s, &l->m.p, &r->limits);
    cal_limit_nodes(&l->s.limits, NODES_TO_PLACE);
    enum zj_status st = r->quick ? cal_blend(&l->s, err) : mc_sums_solve(&l->s, err);
    r->nodes += l->s.nodes;
    return st;
}

/* ---- days -------------------------------------------------------------------------------------------- */

/* The cells of an answer by days. */
struct found {
    struct cal_cell *v; /* heap */
    int n;
};

static int compare_cells(const void *a, const void *b)
{
    return cal_compare_cells(a, b);
}

static struct found cells_found(struct level *placed)
{
    struct found f = {zj_calloc((size_t)placed->m.n_cells + 1, sizeof *f.v), 0};

    for (int c = 0; c < placed->m.n_cells; c++)
        if (placed->s.x[c] > 0)
            f.v[f.n++] = placed->m.cell[c];
    return f;
}

/* Only these cells. False when the model does not have all of them. */
static bool keep_found(struct cal_model *m, const struct found *f)
{
    int n = 0;

    for (int c = 0, k = 0; c < m->n_cells; c++) {
        while (k < f->n && cal_compare_cells(&f->v[k], &m->cell[c]) < 0)
            k++;
        if (k < f->n && cal_compare_cells(&f->v[k], &m->cell[c]) == 0)
            m->cell[n++] = m->cell[c];
    }
    m->n_cells = n;
    cal_find_ranges(m);
    return n == f->n;
}

/* What the answer comes to: soft rules by the whole program by days, the rest is counted. */
static enum zj_status weigh(struct cal_run *r, const struct found *f, struct cal_answer *a,
                            struct zj_err *err)
{
    struct level l;

    cal_model_cells(&l.m, &r->scope, CAL_DAYS);
    bool all = keep_found(&l.m, f);
    l.m.p.n_sums = 1;
    cal_model_rows(&l.m);
    for (int c = 0; c < l.m.n_cells; c++)
        l.m.p.col[c].lo = 1;
    mc_sums_init(&l.s, &l.m.p, &r->limits);
    enum zj_status st = all ? mc_sums_solve(&l.s, err) : ZJ_OK;
    a->found = l.s.has_plan;
    if (st == ZJ_OK && a->found) {
        a->value[CAL_SOFT] = mc_sums_value(&l.s, CAL_SOFT);
        cal_count_aims(&l.m, a->value);
        cal_unload(&l.m, l.s.x, &a->calendar);
        a->value[CAL_STABILITY] = cal_changes(&l.m, &a->calendar);
    }
    level_release(&l);
    return st;
}

static enum zj_status offer(struct cal_run *r, const struct found *f, struct zj_err *err)
{
    struct cal_answer a = {.found = false};
    enum zj_status st = weigh(r, f, &a, err);

    cal_offer(r, &a);
    return st;
}

static enum zj_status place_days(struct cal_run *r, const struct cal_model *weeks, const int64_t *x,
                                 struct zj_err *err)
{
    struct level l;
    const int64_t none = 0;
    enum zj_status st = refine(r, weeks, x, CAL_DAYS, &none, &l, err);

    if (st == ZJ_OK && l.s.has_plan) {
        struct found f = cells_found(&l);
        if (r->scope.keep) /* with the hosts as they are, which may be those of the calendar to keep */
            st = offer(r, &f, err);
        cal_deal_hosts(&l.m, f.v, f.n);
        if (f.n > 1)
            qsort(f.v, (size_t)f.n, sizeof *f.v, compare_cells);
        if (st == ZJ_OK)
            st = offer(r, &f, err);
        free(f.v);
    }
    level_release(&l);
    return st;
}

/* The most a school may have in a week: its peak in the answer by months. */
static int64_t *caps_of(const struct cal_run *r)
{
    int64_t *cap = zj_calloc((size_t)r->m.in->n_schools + 1, sizeof *cap);

    for (int s = 0; s < r->m.in->n_schools; s++)
        cap[s] = r->m.peak[s] >= 0 ? r->s.x[r->m.peak[s]] : 0;
    return cap;
}

enum zj_status cal_place(struct cal_run *r, struct zj_err *err)
{
    if (r->m.grain == CAL_WEEKS)
        return place_days(r, &r->m, r->s.x, err);

    int64_t *cap = caps_of(r);
    struct level l;
    enum zj_status st = refine(r, &r->m, r->s.x, CAL_WEEKS, cap, &l, err);
    for (int more = 1; more <= CAPS_RAISED && r->quick && st == ZJ_OK && !l.s.has_plan; more++) {
        level_release(&l);
        for (int s = 0; s < r->m.in->n_schools; s++)
            cap[s]++;
        st = refine(r, &r->m, r->s.x, CAL_WEEKS, cap, &l, err);
    }
    if (st == ZJ_OK && !l.s.has_plan) {
        level_release(&l);
        st = refine(r, &r->m, r->s.x, CAL_WEEKS, NULL, &l, err);
    }
    if (st == ZJ_OK && l.s.has_plan)
        st = place_days(r, &l.m, l.s.x, err);
    level_release(&l);
    free(cap);
    return st;
}
