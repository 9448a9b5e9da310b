#include "models/calendar/lessons.h"

#include "solver/data/week.h"

static void sort_by_teacher(struct cal_model *m, struct cal_week_lessons *w)
{
    const int n = m->in->n_teachers;

    w->first = zj_alloc_n(&m->arena, (size_t)n + 2, sizeof(int));
    w->list = zj_alloc_n(&m->arena, (size_t)w->all->n + 1, sizeof(int));
    for (int i = 0; i < w->all->n; i++)
        w->first[w->all->v[i].teacher + 2]++;
    for (int t = 0; t < n; t++)
        w->first[t + 2] += w->first[t + 1];
    for (int i = 0; i < w->all->n; i++)
        w->list[w->first[w->all->v[i].teacher + 1]++] = i;
}

struct cal_timetable *cal_lessons_by_teacher(struct cal_model *m)
{
    struct cal_timetable *x = zj_alloc_n(&m->arena, 1, sizeof *x);
    const int n = m->in->n_terms;

    x->term = zj_alloc_n(&m->arena, (size_t)n + 1, sizeof *x->term);
    for (int t = 0; t < n && t < ZJ_MAX_TERMS && m->taught; t++) {
        struct cal_week_lessons *w = &x->term[t];
        w->all = m->taught->of_term[t];
        if (t > 0 && w->all && w->all == x->term[t - 1].all)
            *w = x->term[t - 1];
        else if (w->all)
            sort_by_teacher(m, w);
    }
    return x;
}

const struct cal_week_lessons *cal_lessons_on(const struct cal_model *m, int date, int *day)
{
    const struct zj_date *d = &m->in->date[date];
    const struct cal_week_lessons *w = &m->lessons->term[d->term];

    *day = d->follows < 0 ? -1 : m->in->day_of_weekday[d->follows];
    return w->all ? w : NULL;
}

const struct zj_period *cal_time_of(const struct cal_model *m, const struct zj_lesson *x)
{
    return zj_period_at(m->in, x->school, x->period);
}

bool cal_teaches(const struct cal_model *m, int teacher, int date, int period)
{
    int day;
    const struct cal_week_lessons *w = cal_lessons_on(m, date, &day);

    if (!w || day < 0)
        return false;
    for (int i = w->first[teacher]; i < w->first[teacher + 1]; i++) {
        const struct zj_lesson *x = &w->all->v[w->list[i]];
        if (x->day == day && x->period == period)
            return true;
    }
    return false;
}
