/*
 * check_load.c - periods that one teacher teaches a day, a week and in a row.
 *
 * Policy    A teacher teaches at most so many periods a day, so many a week, and so many without a break. A
 *           row is made of neighbours in the order of the base bells, within one session, whatever the
 *           campus; with bells of a school's own the id of the period says where it stands. The columns of
 *           the teachers' table hold always.
 * Place     Teachers that `where` selects (of the columns: all), with lessons: (teacher, day) for the limits
 *           of a day and of a row, the teacher for that of the week.
 * Counted   need = the limit; have = periods on the day, in the week, in the longest row of the day.
 * Shortfall Periods beyond the limit; of a row: positions beyond it, summed over the rows of the day.
 * Units     Periods.
 * Example   Teaching by travel: 走教教师周课时不超过本校同类教师.
 */
#include "solver/verify/timetable/week.h"

struct limits {
    int day, week, row;
};

static struct limits limits_of(const struct vf_week *w, const struct zj_rule *r, int teacher)
{
    const struct zj_teacher *t = &w->in->teacher[teacher];

    return r->index < 0 ? (struct limits){t->max_day, t->max_week, ZJ_NONE}
                        : (struct limits){r->max_day, r->max_week, r->max_row};
}

static bool teaches_at(const struct vf_week *w, const struct vf_day *d, int base)
{
    for (int i = d->first; i < d->end; i++)
        if (w->lesson[i].base == base)
            return true;
    return false;
}

static void check_rows(struct vf_week *w, const struct zj_rule *r, const struct vf_day *d, int limit)
{
    int row = 0, longest = 0, beyond = 0;

    for (int p = 0; p < w->in->n_periods; p++) {
        if (p > 0 && w->base[p].session != w->base[p - 1].session)
            row = 0;
        row = teaches_at(w, d, p) ? row + 1 : 0;
        beyond += row > limit;
        if (row > longest)
            longest = row;
    }
    vf_tell_day(w, r, d, limit, longest, beyond);
}

static void check_teacher(struct vf_week *w, const struct zj_rule *r, int teacher)
{
    struct limits limit = limits_of(w, r, teacher);
    int week = 0;

    for (int k = w->first_day[teacher]; k < w->first_day[teacher + 1]; k++) {
        const struct vf_day *d = &w->day[k];
        int n = d->end - d->first;

        week += n;
        if (limit.day != ZJ_NONE)
            vf_tell_day(w, r, d, limit.day, n, vf_over(n - limit.day));
        if (limit.row != ZJ_NONE)
            check_rows(w, r, d, limit.row);
    }
    if (week > 0 && limit.week != ZJ_NONE)
        vf_tell(w->v, r, w->in->teacher[teacher].id, limit.week, week, vf_over(week - limit.week));
}

void check_lessons_load(struct vf_week *w, const struct zj_rule *r)
{
    for (int t = 0; t < w->in->n_teachers; t++)
        if (r->index < 0 || vf_speaks_of(w, r, t))
            check_teacher(w, r, t);
}
