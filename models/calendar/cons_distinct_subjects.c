/*
 * cons_distinct_subjects.c - activities cover different subjects.
 *
 * Policy  "同步课堂，年内不少于2门学科，累计不少于20节"
 * Sets    places q, spans t; J(q,t) subjects of groups with cells there, C(q,t,j) the cells of subject j.
 * Vars    x[c]; d[q,t,j] in {0,1}: subject j is covered.
 * Rows    for each q, t, j:  sum over c in C(q,t,j) of x[c] >= d[q,t,j]
 *         for each q, t:     sum over j in J(q,t) of d[q,t,j] >= min
 * Size    one row for each place, span and subject.
 * Check   solver/verify/calendar/check_distinct_subjects.c
 */
#include "models/calendar/places.h"

/* One subject of a place and span: the column that says it is covered, or -1. */
static int covered(struct cal_model *m, struct cal_gather *q, int row)
{
    if (q->at >= q->n || q->v[q->at].row != row)
        return -1;
    int d = mc_col(&m->p, 1);
    mc_begin(&m->p);
    cal_take(q, m, row);
    mc_add(&m->p, d, -1);
    mc_define(&m->p, 0, INT64_MAX);
    return d;
}

void cal_distinct_subjects(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_places p;
    struct cal_spans s;
    struct cal_gather q = {0};
    const char *activities = cal_activities(m, r);
    int *d = zj_alloc_n(&m->arena, (size_t)m->in->words.n + 1, sizeof *d);

    cal_places_init(&p, m, r);
    cal_spans_init(&s, m, r->span, r->month_min_days);
    cal_gather_places(m, r, &p, &s, true, &q);
    for (int i = 0; i < p.n; i++)
        for (int t = 0; t < s.n && p.mine[i]; t++) {
            int64_t given = 0; /* subjects that the timetables cover anyway */
            for (int j = 0; j < m->in->words.n; j++) {
                bool taught = cal_together(m, r, &p.spot[i], &s, t, j) > 0;
                d[j] = covered(m, &q, (i * s.n + t) * m->in->words.n + j);
                d[j] = taught ? -1 : d[j];
                given += taught;
            }
            mc_begin(&m->p);
            for (int j = 0; j < m->in->words.n; j++)
                if (d[j] >= 0)
                    mc_add(&m->p, d[j], 1);
            mc_counts(&m->p, given);
            mc_demand(&m->p, r, zj_printf(&m->arena, "%s %s %s", p.text[i], activities, s.text[t]),
                      r->min - given, INT64_MAX, 1);
        }
    cal_gather_release(&q);
}
