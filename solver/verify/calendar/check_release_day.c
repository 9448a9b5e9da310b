/*
 * check_release_day.c - teachers have days away from teaching, and colleagues take their lessons.
 *
 * Policy    In every month with at least `month_min_days` school days a teacher has at least `min` such
 *           days. With `cover`, where the timetable of the term is given: for each of the lessons that
 *           those away have on the day there is a colleague: a teacher of the lesson's school who has
 *           the subject, has no lesson at that time, is not busy, and is not away that day.
 * Place     (teacher that `where` selects, month); (school, subject, day, period) with lessons of
 *           teachers who are away.
 * Counted   have = days, need = min; have = such colleagues, need = lessons.
 * Shortfall Days missing; lessons without a colleague.
 * Units     Days; lessons.
 * Example   Libo scheme: 每月抽出至少 1 天时间到集团总校跟班听课学习.
 */
#include "solver/data/week.h"
#include "solver/verify/calendar/spot.h"

#include <stdlib.h>

/* A day with teachers away, in a term with a timetable. */
struct day_away {
    const struct zj_rule *rule;
    const struct zj_lessons *lessons;
    struct zj_ids away; /* teachers */
    int date, day;      /* indexes into in->date, days */
};

static bool is_free(const struct vf_year *y, const struct day_away *a, int teacher, const struct zj_period *p)
{
    if (zj_ids_has(&a->away, teacher) || zj_teacher_busy(y->in, teacher, a->day, p))
        return false;
    for (int i = 0; i < a->lessons->n; i++) {
        const struct zj_lesson *l = &a->lessons->v[i];
        const struct zj_period *own =
            l->teacher == teacher && l->day == a->day ? zj_period_at(y->in, l->school, l->period) : NULL;

        if (own && zj_periods_overlap(own, p))
            return false;
    }
    return true;
}

/* Teachers of the lesson's school who can take a lesson like it. */
static int n_colleagues(const struct vf_year *y, const struct day_away *a, const struct zj_lesson *l)
{
    const struct zj_period *p = zj_period_at(y->in, l->school, l->period);
    int n = 0;

    for (int t = 0; p && t < y->in->n_teachers; t++)
        n += y->in->teacher[t].school == l->school && zj_ids_has(&y->in->teacher[t].subjects, l->subject) &&
             is_free(y, a, t, p);
    return n;
}

static bool is_to_cover(const struct day_away *a, const struct zj_lesson *l)
{
    return l->day == a->day && zj_ids_has(&a->away, l->teacher);
}

static bool are_alike(const struct zj_lesson *a, const struct zj_lesson *b)
{
    return a->school == b->school && a->subject == b->subject && a->period == b->period;
}

/* The lessons like number i, which is the first of them. */
static void check_lessons(struct vf_year *y, const struct day_away *a, int i)
{
    const struct zj_lesson *l = &a->lessons->v[i];
    int need = 0, have = n_colleagues(y, a, l);
    char date[16];

    for (int k = 0; k < a->lessons->n; k++) {
        if (!is_to_cover(a, &a->lessons->v[k]) || !are_alike(l, &a->lessons->v[k]))
            continue;
        if (k < i)
            return;
        need++;
    }
    zj_date_text(y->in->date[a->date].date, date);
    vf_tell(y->v, a->rule,
            zj_printf(&y->v->arena, "%s/%s %s/%d", y->in->school[l->school].id, zj_word(y->in, l->subject),
                      date, l->period),
            need, have, vf_over(need - have));
}

static void check_cover(struct vf_year *y, const struct zj_rule *r, int date)
{
    const struct zj_date *d = &y->in->date[date];
    struct day_away a = {.rule = r, .lessons = y->taught->of_term[d->term], .date = date};

    if (!a.lessons || d->follows < 0)
        return;
    a.day = y->in->day_of_weekday[d->follows];
    a.away.v = zj_alloc_n(&y->scratch, (size_t)y->plan.n, sizeof(int));
    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (x->date == date && vf_is_meant(y, r, x) && !zj_ids_has(&a.away, vf_group(y, x)->teacher))
            a.away.v[a.away.n++] = vf_group(y, x)->teacher;
    }
    for (int i = 0; i < a.lessons->n && a.away.n > 0; i++)
        if (is_to_cover(&a, &a.lessons->v[i]))
            check_lessons(y, &a, i);
}

void check_calendar_release_day(struct vf_year *y, const struct zj_rule *r)
{
    vf_check_months(y, r);
    for (int date = 0; date < y->in->n_dates && r->cover; date++)
        check_cover(y, r, date);
}
