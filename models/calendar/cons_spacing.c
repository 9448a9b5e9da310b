/*
 * cons_spacing.c - days from one activity to the next.
 *
 * Policy  "每半月一交流座谈"
 * Sets    places q, terms t with their vacation; days d on which something that counts at q may be, at n[q,d]
 *         times; windows of min_days (max_days) consecutive days. C(q,k) cells of q in piece k (by days:
 *         on day k).
 * Vars    x[c]; s[q,d]: occurrences from the term's begin to day d.
 * Rows    for each q, k:  sum over c in C(q,k) of x[c] = s[q, last day of k] - s[q, last day before k]
 *         for each q, d:  0 <= s[q,d] - s[q, day before d] <= n[q,d]
 *         for each q, t, window a .. b of min_days:              s[q,b] - s[q, day before a] <= 1
 *         for each q, t, window a .. b of max_days in the term:  s[q,b] - s[q, day before a] >= 1
 *         Soft, each window has a shortfall: over all windows of min_days it adds up to the days that
 *         are missing between neighbours, over those of max_days to the days that are too many.
 *         By pieces, hard, s[q,d] stands at the ends of pieces alone, and for each two of these:
 *         lo <= s[q,b] - s[q,a] <= hi, what the rows above leave to them (gaps.h); soft, days are chosen as
 *         above, though not for which group and host.
 * Size    for each place and day (end of a piece) a column and at most three rows, all with two columns but
 *         for the pieces'.
 * Check   solver/verify/calendar/check_spacing.c
 */
#include "models/calendar/gaps.h"
#include "models/calendar/places.h"

#include <stdlib.h>

/* The cells of one place in one term. */
struct line {
    struct cal_model *m;
    const struct zj_rule *r;
    const struct cal_term *v; /* col = cell; in order of groups, then days */
    int n, part;
    int first, last; /* days of the term, vacation included */
    int64_t *times;  /* by day of the term */
    int *sum; /* by day of the term: the column s[q,d] of the last day so far with any; -1 = none yet */
};

static int key_of(const struct line *l, int date)
{
    return l->m->grain == CAL_DAYS ? date : l->m->piece_of[date];
}

/* ---- days -------------------------------------------------------------------------------------------- */

/* Times on each day of pieces in use; hosts of one piece share them. */
static void count_times(const struct line *l)
{
    int who = -1, key = -1;

    for (int i = 0; i < l->n; i++) {
        const struct cal_cell *c = &l->m->cell[l->v[i].col];
        if (c->who == who && key_of(l, c->date) == key)
            continue;
        who = c->who;
        key = key_of(l, c->date);
        for (int d = l->first; d <= l->last; d++)
            if (key_of(l, d) == key)
                l->times[d - l->first] += l->m->who[who].times[d];
    }
}

/* s[q,d], and by how much it may grow. */
static void add_sums(const struct line *l)
{
    int64_t all = 0;
    int before = -1;

    for (int d = l->first; d <= l->last; d++) {
        const int64_t n = l->times[d - l->first];
        if (n > 0) {
            int col = mc_col(&l->m->p, all + n);
            mc_begin(&l->m->p);
            mc_add(&l->m->p, col, 1);
            if (before >= 0)
                mc_add(&l->m->p, before, -1);
            mc_define(&l->m->p, 0, n);
            before = col;
            all += n;
        }
        l->sum[d - l->first] = before;
    }
}

/* Occurrences up to the day; days beyond the term count as its first or last. */
static int sum_at(const struct line *l, int date)
{
    return date < l->first ? -1 : l->sum[(date > l->last ? l->last : date) - l->first];
}

/* Begin a row with the occurrences of the days from .. to. */
static void begin_days(const struct line *l, int from, int to)
{
    int a = sum_at(l, from - 1), b = sum_at(l, to);

    mc_begin(&l->m->p);
    if (a == b)
        return;
    mc_add(&l->m->p, b, 1);
    if (a >= 0)
        mc_add(&l->m->p, a, -1);
}

static int compare(const void *pa, const void *pb)
{
    const struct cal_term *a = pa, *b = pb;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->nth < b->nth ? -1 : a->nth > b->nth;
}

/* Of each piece, or day, the occurrences of its cells are those of its days. */
static void join_cells(const struct line *l)
{
    struct cal_term *v = zj_calloc((size_t)l->n + 1, sizeof *v);

    for (int i = 0; i < l->n; i++) {
        v[i] = l->v[i];
        v[i].row = key_of(l, l->m->cell[v[i].col].date);
    }
    if (l->n > 1)
        qsort(v, (size_t)l->n, sizeof *v, compare);
    for (int i = 0, end; i < l->n; i = end) {
        int from = l->m->cell[v[i].col].date, to = from;
        while (from > l->first && key_of(l, from - 1) == v[i].row)
            from--;
        while (to < l->last && key_of(l, to + 1) == v[i].row)
            to++;
        begin_days(l, from, to);
        for (end = i; end < l->n && v[end].row == v[i].row; end++)
            mc_add(&l->m->p, v[end].col, -1);
        mc_define(&l->m->p, 0, 0);
    }
    free(v);
}

/* ---- windows ----------------------------------------------------------------------------------------- */

/* Windows of so many days that begin on day `from` .. `until`, each with lo .. hi occurrences. */
static void windows(const struct line *l, int days, int from, int until, int64_t lo, int64_t hi)
{
    struct zj_rule r = *l->r;

    for (int times = 1; from <= until; from++, times++) {
        /* One row for all that have the same days with any times. */
        if (from < until && sum_at(l, from - 1) == sum_at(l, from) &&
            sum_at(l, from + days - 1) == sum_at(l, from + days))
            continue;
        r.weight = l->r->weight * times;
        begin_days(l, from, from + days - 1);
        if (r.hard)
            mc_demand_part(&l->m->p, l->part, lo, hi);
        else
            mc_demand(&l->m->p, &r, "", lo, hi, 1);
        times = 0;
    }
}

/* ---- ends of pieces ---------------------------------------------------------------------------------- */

static bool is_end(const struct line *l, int date)
{
    return date == l->last || key_of(l, date) != key_of(l, date + 1);
}

/* The column s at the end of each piece that has any times. */
static void add_ends(const struct line *l)
{
    int64_t all = 0, before = 0;
    int col = -1;

    for (int d = l->first; d <= l->last; d++) {
        all += l->times[d - l->first];
        if (is_end(l, d) && all > before) {
            col = mc_col(&l->m->p, all);
            before = all;
        }
        l->sum[d - l->first] = col;
    }
}

/* Rows between the ends of pieces: what those between them do not already say. */
static void limit_ends(const struct line *l, const struct cal_ends *e)
{
    for (int b = 1; b < e->n; b++)
        for (int a = b - 1; a >= 0; a--) {
            int64_t lo, hi;
            if (!cal_ends_limit(e, a, b, &lo, &hi))
                continue;
            begin_days(l, l->first + e->day[a], l->first + e->day[b] - 1);
            mc_demand_part(&l->m->p, l->part, lo, hi);
        }
}

static void limit_pieces(const struct line *l, int n_inside)
{
    const struct cal_gaps g = {.n_days = l->last - l->first + 1,
                               .n_inside = n_inside,
                               .times = l->times,
                               .min_days = l->r->min_days,
                               .max_days = l->r->max_days};
    int *day = zj_calloc((size_t)g.n_days + 1, sizeof *day), n = 1;
    struct cal_ends e;

    for (int d = l->first; d <= l->last; d++)
        if (is_end(l, d))
            day[n++] = d - l->first + 1;
    if (cal_ends_init(&e, &g, day, n)) {
        limit_ends(l, &e);
    } else {
        mc_begin(&l->m->p);
        mc_demand_part(&l->m->p, l->part, 1, INT64_MAX);
    }
    cal_ends_release(&e);
    free(day);
}

/* ---- terms ------------------------------------------------------------------------------------------- */

/* end: the term's last day before the vacation. */
static void by_days(const struct line *l, int end)
{
    add_sums(l);
    join_cells(l);
    if (l->r->min_days != ZJ_NONE && l->n > 0)
        windows(l, l->r->min_days, l->first - l->r->min_days + 1, l->last, INT64_MIN, 1);
    if (l->r->max_days != ZJ_NONE)
        windows(l, l->r->max_days, l->first, end - l->r->max_days + 1, 1, INT64_MAX);
}

static void term(struct line *l, int t)
{
    const struct zj_instance *in = l->m->in;

    while (in->date[l->first].term != t)
        l->first++;
    for (l->last = l->first; l->last + 1 < in->n_dates && in->date[l->last + 1].term == t;)
        l->last++;
    const size_t n = (size_t)(l->last - l->first) + 1;
    const int end = l->first + (int)(in->term[t].end - in->term[t].start);
    l->times = zj_calloc(n, sizeof *l->times);
    l->sum = zj_calloc(n, sizeof *l->sum);
    count_times(l);
    if (l->r->hard && l->m->grain != CAL_DAYS) {
        add_ends(l);
        join_cells(l);
        limit_pieces(l, end - l->first + 1);
    } else {
        by_days(l, end);
    }
    free(l->times);
    free(l->sum);
}
/* ---- places ------------------------------------------------------------------------------------------ */

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
        struct line l = {
            .m = m, .r = r, .v = q.v + at, .part = r->hard ? mc_part(&m->p, r, NULL, where) : -1};

        for (; at < q.n && q.v[at].row == row; at++)
            l.n++;
        if (p.mine[row / m->in->n_terms])
            term(&l, t);
    }
    cal_gather_release(&q);
}
