/*
 * together.c - what the timetables already give: lessons that two classes have together (sync.csv).
 *
 * A constant of the rows that count it: for each row of the table and each day of the span, the periods in
 * which both classes have the subject on that weekday.
 */
#include "models/calendar/lessons.h"
#include "models/calendar/places.h"

/* Where a class is, and its lessons of the subject at that time. */
struct class_at {
    int school;
    bool then;
};

static struct class_at find_class(const struct zj_lessons *all, int class_id, int subject, int day,
                                  int period)
{
    struct class_at x = {-1, false};

    for (int i = 0; i < all->n; i++) {
        const struct zj_lesson *l = &all->v[i];
        if (l->class_id != class_id)
            continue;
        x.school = l->school;
        x.then |= l->subject == subject && l->day == day && l->period == period;
    }
    return x;
}

/* The place has both schools, or where it has one school, community or county that one of them belongs to. */
static bool counts_at(const struct cal_model *m, const struct cal_spot *s, int a, int b, int subject)
{
    if (s->who >= 0) {
        const struct zj_group *g = m->who[s->who].g;
        return zj_ids_has(&g->schools, a) && zj_ids_has(&g->schools, b) &&
               (g->subject < 0 || g->subject == subject);
    }
    if (s->lead >= 0)
        return (a == s->lead && b == s->member) || (a == s->member && b == s->lead);
    if (s->school >= 0)
        return a == s->school || b == s->school;
    return s->word < 0 || m->in->school[a].community == s->word || m->in->school[b].community == s->word;
}

/* Of one lesson of the first class: on how many days of the span the second has it, too. */
static int64_t days_together(const struct cal_model *m, const struct cal_spot *s,
                             const struct cal_spans *spans, int span, const struct zj_sync *row,
                             const struct zj_lessons *all, const struct zj_lesson *x, int term)
{
    const struct class_at b = find_class(all, row->class_b, row->subject, x->day, x->period);
    int64_t n = 0;

    if (!b.then || !counts_at(m, s, x->school, b.school, row->subject))
        return 0;
    for (int d = 0; d < m->in->n_dates; d++) {
        const struct zj_date *date = &m->in->date[d];
        n += spans->of_date[d] == span && date->term == term && date->follows >= 0 &&
             m->in->day_of_weekday[date->follows] == x->day;
    }
    return n;
}

int64_t cal_together(const struct cal_model *m, const struct zj_rule *r, const struct cal_spot *s,
                     const struct cal_spans *spans, int span, int subject)
{
    int64_t n = 0;

    for (int i = 0; i < m->in->n_sync && r->lessons; i++) {
        const struct zj_sync *row = &m->in->sync[i];
        for (int t = spans->term[span]; t <= spans->last_term[span]; t++) {
            const struct zj_lessons *all = m->lessons->term[t].all;
            for (int k = 0; all && k < all->n && (subject < 0 || subject == row->subject); k++)
                if (all->v[k].class_id == row->class_a && all->v[k].subject == row->subject)
                    n += days_together(m, s, spans, span, row, all, &all->v[k], t);
        }
    }
    return n;
}
