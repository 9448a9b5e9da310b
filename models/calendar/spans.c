/*
 * spans.c - months, terms and years that an entry counts one by one.
 */
#include "models/calendar/places.h"

#include "solver/data/dates.h"

static int school_days_of_month(const struct cal_model *m, int first)
{
    int n = 0;

    for (int d = first; d < m->in->n_dates && m->in->date[d].month == m->in->date[first].month; d++)
        n += zj_is_school_day(&m->in->date[d]);
    return n;
}

/* Does the day begin a new span after the day before? */
static bool begins(const struct cal_model *m, enum zj_span span, int d)
{
    const struct zj_date *a = &m->in->date[d - 1], *b = &m->in->date[d];

    if (span == ZJ_SPAN_MONTH)
        return a->month != b->month;
    if (span == ZJ_SPAN_TERM)
        return a->term != b->term;
    return span == ZJ_SPAN_YEAR && m->in->term[a->term].year_index != m->in->term[b->term].year_index;
}

static const char *span_text(struct cal_model *m, enum zj_span span, const struct zj_date *d)
{
    switch (span) {
    case ZJ_SPAN_MONTH:
        return zj_printf(&m->arena, "%04d-%02d", d->month / 12, d->month % 12 + 1);
    case ZJ_SPAN_TERM:
        return m->in->term[d->term].id;
    case ZJ_SPAN_YEAR:
        return m->in->term[d->term].year;
    default:
        return "horizon";
    }
}

void cal_spans_init(struct cal_spans *s, struct cal_model *m, enum zj_span span, int month_min_days)
{
    const size_t n = (size_t)m->in->n_dates + 1;
    bool binds = true;

    *s = (struct cal_spans){.text = zj_alloc_n(&m->arena, n, sizeof *s->text),
                            .of_date = zj_alloc_n(&m->arena, n, sizeof(int)),
                            .term = zj_alloc_n(&m->arena, n, sizeof(int)),
                            .last_term = zj_alloc_n(&m->arena, n, sizeof(int))};
    for (int d = 0; d < m->in->n_dates; d++) {
        const struct zj_date *x = &m->in->date[d];
        if (d == 0 || begins(m, span, d)) {
            binds = span != ZJ_SPAN_MONTH || school_days_of_month(m, d) >= month_min_days;
            s->text[s->n] = span_text(m, span, x);
            s->term[s->n] = x->term;
            s->n += binds;
        }
        s->of_date[d] = binds ? s->n - 1 : -1;
        if (binds)
            s->last_term[s->n - 1] = x->term;
    }
}
