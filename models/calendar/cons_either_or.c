/*
 * cons_either_or.c - one of several ways is enough.
 *
 * Policy  "每学期至少为共同体学校的一个薄弱学科送教一次或在共同体内采取走教的形式定期送教"
 * Sets    places q, spans t; options k: C(q,t,k) cells of its activities, or lessons a week that
 *         travelling teachers give at the schools of q (a number that the timetable fixes).
 * Vars    x[c]; o[q,t,k] in {0,1}: option k is chosen; e[q,t] >= 0: what it lacks (hard: 0).
 * Rows    for each q, t:     sum over k of o[q,t,k] = 1
 *         for each q, t, k:  sum over c in C(q,t,k) of x[c] + e[q,t] >= min[k] o[q,t,k]
 *         of travelling lessons: e[q,t] >= (min[k] - lessons) o[q,t,k]
 * Size    one row for each place, span and option.
 * Check   solver/verify/calendar/check_either_or.c
 */
#include "models/calendar/lessons.h"
#include "models/calendar/places.h"

/* Lessons a week at the schools of the place by teachers of other schools, in the least of the terms. */
static int64_t travelling(const struct cal_model *m, const struct zj_ids *schools, const struct cal_spans *s,
                          int span)
{
    int64_t least = INT64_MAX;

    for (int t = s->term[span]; t <= s->last_term[span]; t++) {
        const struct zj_lessons *all = m->lessons->term[t].all;
        int64_t n = 0;
        for (int i = 0; all && i < all->n; i++)
            n += zj_ids_has(schools, all->v[i].school) &&
                 m->in->teacher[all->v[i].teacher].school != all->v[i].school;
        least = n < least ? n : least;
    }
    return least;
}

/* Rows of all places and spans, option by option. */
static void gather(struct cal_model *m, const struct zj_rule *r, const struct cal_places *p,
                   const struct cal_spans *s, struct cal_gather *q)
{
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *x = &m->cell[c];
        const int *place;
        int one, span = s->of_date[x->date];
        for (int n = span < 0 ? 0 : cal_places_of(p, x, &one, &place); n > 0; n--, place++)
            for (int k = 0; k < r->options.n; k++)
                if (zj_ids_has(&r->options.v[k].events, m->who[x->who].event))
                    cal_put(q, (*place * s->n + span) * r->options.n + k, c, 1);
    }
    cal_gathered(q);
}

/* The option is chosen (column o) only when it is reached, but for e. */
static void reach(struct cal_model *m, struct cal_gather *q, int row, int64_t min, int o, int e)
{
    mc_begin(&m->p);
    cal_take(q, m, row);
    mc_add(&m->p, o, -min);
    if (e >= 0)
        mc_add(&m->p, e, 1);
    mc_define(&m->p, 0, INT64_MAX);
}

static void place(struct cal_model *m, const struct zj_rule *r, struct cal_gather *q, int row,
                  const struct zj_ids *schools, const struct cal_spans *s, const char *where)
{
    const int n = r->options.n, o = m->p.n_cols;
    int span = row % s->n, e = -1;
    int64_t most = 0;

    for (int k = 0; k < n; k++) {
        mc_col(&m->p, 1);
        most = r->options.v[k].min > most ? r->options.v[k].min : most;
    }
    if (!r->hard) {
        e = mc_col(&m->p, most);
        m->p.col[e].cost[CAL_SOFT] = r->weight;
    }
    for (int k = 0; k < n; k++) {
        const struct zj_option *x = &r->options.v[k];
        int64_t lacks = x->events.n > 0 ? x->min : x->min - travelling(m, schools, s, span);
        reach(m, q, row * n + k, lacks > 0 ? lacks : 0, o + k, e);
    }
    mc_begin(&m->p);
    for (int k = 0; k < n; k++)
        mc_add(&m->p, o + k, 1);
    if (r->hard)
        mc_demand_part(&m->p, mc_part(&m->p, r, NULL, where), 1, INT64_MAX);
    else
        mc_define(&m->p, 1, INT64_MAX);
}

void cal_either_or(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_places p;
    struct cal_spans s;
    struct cal_gather q = {0};

    cal_places_init(&p, m, r);
    cal_spans_init(&s, m, r->span, r->month_min_days);
    gather(m, r, &p, &s, &q);
    for (int i = 0; i < p.n; i++)
        for (int t = 0; t < s.n && p.mine[i]; t++)
            place(m, r, &q, i * s.n + t, &p.schools[i], &s,
                  zj_printf(&m->arena, "%s %s", p.text[i], s.text[t]));
    cal_gather_release(&q);
}
