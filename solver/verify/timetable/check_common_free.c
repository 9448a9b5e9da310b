/*
 * check_common_free.c - the teachers of a group can meet.
 *
 * Policy    The teachers of the group share so many free periods of the base bells a week: periods in which
 *           none of them teaches, is busy, or is between two lessons at different campuses. Ways from and to
 *           home do not count.
 * Place     The group: teachers that pass `group` and `where`. A group of nobody binds nothing.
 * Counted   need = the periods asked for; have = those shared.
 * Shortfall Periods missing.
 * Units     Base periods.
 * Example   Joint preparation of a subject group: 每周一次集体备课.
 */
#include "solver/verify/timetable/week.h"

/* The cells of the week: day * n_periods + position in the base bells; true = somebody is not free. */
static void take(const struct vf_week *w, bool *taken, int day, int start, int end)
{
    for (int p = 0; p < w->in->n_periods; p++)
        if (w->base[p].start < end && start < w->base[p].end)
            taken[day * w->in->n_periods + p] = true;
}

static void take_week(const struct vf_week *w, bool *taken, int teacher)
{
    for (int k = w->first_day[teacher]; k < w->first_day[teacher + 1]; k++) {
        const struct vf_day *d = &w->day[k];

        for (int i = d->first; i < d->end; i++)
            take(w, taken, d->day, w->lesson[i].at->start, w->lesson[i].at->end);
        for (int i = d->first_way; i < d->end_way; i++) {
            const struct vf_way *way = &w->way[i];

            if (way->before >= 0 && way->after >= 0)
                take(w, taken, d->day, w->lesson[way->before].at->end, w->lesson[way->after].at->start);
        }
    }
}

static void take_busy(const struct vf_week *w, bool *taken, const struct zj_busy *b)
{
    for (int day = 0; day < w->in->n_days; day++)
        for (int p = 0; p < w->in->n_periods; p++)
            if ((b->day < 0 || b->day == day) &&
                (b->from == 0 || (b->from <= w->base[p].id && w->base[p].id <= b->to)))
                take(w, taken, day, w->base[p].start, w->base[p].end);
}

static bool in_group(const struct vf_week *w, const struct zj_rule *r, int teacher)
{
    return vf_speaks_of(w, r, teacher) && vf_teacher_passes(w->in, &r->group, teacher, w->today);
}

void check_lessons_common_free(struct vf_week *w, const struct zj_rule *r)
{
    int cells = w->in->n_days * w->in->n_periods, shared = 0, members = 0;
    bool *taken = zj_alloc_n(&w->scratch, (size_t)cells, sizeof *taken);

    for (int t = 0; t < w->in->n_teachers; t++) {
        if (!in_group(w, r, t))
            continue;
        members++;
        take_week(w, taken, t);
    }
    for (int i = 0; i < w->in->n_busy; i++)
        if (w->in->busy[i].who == ZJ_WHO_TEACHER && w->in->busy[i].index >= 0 &&
            in_group(w, r, w->in->busy[i].index))
            take_busy(w, taken, &w->in->busy[i]);
    for (int i = 0; i < cells; i++)
        shared += !taken[i];
    if (members > 0)
        vf_tell(w->v, r, "group", r->periods_per_week, shared, vf_over(r->periods_per_week - shared));
}
