/*
 * cons_spacing.c - days from one activity to the next.
 *
 * Policy  "每半月一交流座谈"
 * Sets    places q, terms t with their vacation; windows of min_days (max_days) consecutive days.
 *         C(q,v) cells of q that lie in window v; by weeks those whose pieces do. D(q,v) the same
 *         with pieces that touch it. With max_days all pieces are single days (model.h).
 * Vars    x[c].
 * Rows    for each q, t, window v of min_days:              sum over c in C(q,v) of x[c] <= 1
 *         for each q, t, window v of max_days in the term:  sum over c in D(q,v) of x[c] >= 1
 *         Soft, each window has a shortfall: over all windows of min_days it adds up to the days that
 *         are missing between neighbours, over those of max_days to the days that are too many.
 * Size    at most two rows for each place and day.
 * Check   solver/verify/calendar/check_spacing.c
 */
#include "models/calendar/places.h"

/* The cells of one place in one term. */
struct line {
    struct cal_model *m;
    const struct zj_rule *r;
    const struct cal_term *v; /* col = cell; in order of groups, then days */
    int n, part;
};

static bool lies_in(const struct cal_cell *c, int from, int to, bool whole)
{
    return whole ? c->date >= from && c->last <= to : c->date <= to && c->last >= from;
}

/* Would this window give the same row as the one a day later? Then that one stands for both. */
static bool is_repeated(const struct line *l, int from, int to, bool whole)
{
    for (int i = 0; i < l->n; i++) {
        const struct cal_cell *c = &l->m->cell[l->v[i].col];
        if (lies_in(c, from, to, whole) != lies_in(c, from + 1, to + 1, whole))
            return false;
    }
    return true;
}

/* A row that holds for `times` windows. */
static void window(const struct line *l, int from, int to, bool whole, int times)
{
    struct zj_rule r = *l->r;
    int64_t lo = whole ? INT64_MIN : 1, hi = whole ? 1 : INT64_MAX;

    r.weight *= times;
    mc_begin(&l->m->p);
    for (int i = 0; i < l->n; i++)
        if (lies_in(&l->m->cell[l->v[i].col], from, to, whole))
            mc_add(&l->m->p, l->v[i].col, 1);
    if (r.hard)
        mc_demand_part(&l->m->p, l->part, lo, hi);
    else
        mc_demand(&l->m->p, &r, "", lo, hi, 1);
}

/* Windows of so many days that begin on day `first` .. `last`. */
static void windows(const struct line *l, int days, int first, int last, bool whole)
{
    int times = 1;

    for (int from = first; from <= last; from++) {
        if (from < last && is_repeated(l, from, from + days - 1, whole)) {
            times++;
            continue;
        }
        window(l, from, from + days - 1, whole, times);
        times = 1;
    }
}

static void term(const struct line *l, int t)
{
    const struct zj_instance *in = l->m->in;
    int first = 0, last, end;

    while (in->date[first].term != t)
        first++;
    for (last = first; last + 1 < in->n_dates && in->date[last + 1].term == t;)
        last++;
    end = first + (int)(in->term[t].end - in->term[t].start);
    if (l->r->min_days != ZJ_NONE && l->n > 0)
        windows(l, l->r->min_days, first - l->r->min_days + 1, last, true);
    if (l->r->max_days != ZJ_NONE)
        windows(l, l->r->max_days, first, end - l->r->max_days + 1, false);
}

static void gather(struct cal_model *m, const struct zj_rule *r, const struct cal_places *p,
                   struct cal_gather *q)
{
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *x = &m->cell[c];
        const int *place;
        int one;
        if (!cal_names(r, m->who[x->who].event))
            continue;
        for (int n = cal_places_of(p, x, &one, &place); n > 0; n--, place++)
            cal_put(q, *place * m->in->n_terms + m->in->date[x->date].term, c, 1);
    }
    cal_gathered(q);
}

void cal_spacing(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_places p;
    struct cal_gather q = {0};
    const char *activities = cal_activities(m, r);
    int at = 0;

    cal_places_init(&p, m, r);
    gather(m, r, &p, &q);
    for (int row = 0; row < p.n * m->in->n_terms; row++) {
        const int t = row % m->in->n_terms;
        const char *where =
            zj_printf(&m->arena, "%s %s %s", p.text[row / m->in->n_terms], activities, m->in->term[t].id);
        struct line l = {m, r, q.v + at, 0, r->hard ? mc_part(&m->p, r, NULL, where) : -1};

        for (; at < q.n && q.v[at].row == row; at++)
            l.n++;
        if (p.mine[row / m->in->n_terms])
            term(&l, t);
    }
    cal_gather_release(&q);
}
