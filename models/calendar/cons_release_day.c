/*
 * cons_release_day.c - whole days away to learn at another school, with the lessons covered.
 *
 * Policy  "每月抽出至少 1 天时间到集团总校跟班听课学习"
 * Sets    groups w of one teacher, months t; C(w,t) cells of w in t, C(k,d) those of teacher k on day
 *         d. For day d, school s, subject j, period p: L teachers with a lesson of j at s
 *         then; F others of s who have subject j, no lesson that overlaps, and are not busy.
 * Vars    x[c].
 * Rows    for each w, t:       sum over c in C(w,t) of x[c] >= min
 *         for each d, s, j, p: sum over k in L, c in C(k,d) of x[c] + sum over k in F, c in C(k,d) of
 *         x[c] <= |F| (a colleague who is away too cannot help). |F| = 0: x[c] = 0. Only by days.
 * Size    one row for each group and month, and for each day and lesson to cover.
 * Check   solver/verify/calendar/check_release_day.c
 */
#include "models/calendar/lessons.h"
#include "models/calendar/places.h"
#include "solver/data/week.h"

#include <stdlib.h>

/* A lesson that must be covered when its teacher is away. */
struct slot {
    int school, subject, day;
    const struct zj_period *at;
};

static bool overlaps(const struct cal_model *m, const struct cal_week_lessons *w, int teacher,
                     const struct slot *s)
{
    for (int i = w->first[teacher]; i < w->first[teacher + 1]; i++) {
        const struct zj_lesson *x = &w->all->v[w->list[i]];
        const struct zj_period *p = x->day == s->day ? cal_time_of(m, x) : NULL;
        if (p && zj_periods_overlap(p, s->at))
            return true;
    }
    return false;
}

/* Is the teacher a free colleague at that time, unless away too? */
static bool is_colleague(const struct cal_model *m, const struct cal_week_lessons *w, int teacher,
                         const struct slot *s)
{
    const struct zj_teacher *t = &m->in->teacher[teacher];

    return t->school == s->school && zj_ids_has(&t->subjects, s->subject) && !overlaps(m, w, teacher, s) &&
           !zj_teacher_busy(m->in, teacher, s->day, s->at);
}

static bool anybody(const struct cal_model *m, const struct cal_week_lessons *w, const struct slot *s)
{
    for (int t = 0; t < m->in->n_teachers; t++)
        if (is_colleague(m, w, t, s))
            return true;
    return false;
}

/* Is it a lesson of that day? Then it must be covered; nobody can cover a period that the school lacks. */
static bool to_cover(const struct cal_model *m, const struct zj_lesson *x, int day, struct slot *s)
{
    *s = (struct slot){x->school, x->subject, day, cal_time_of(m, x)};
    return x->day == day;
}

int64_t cal_cover_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c)
{
    int teacher = m->who[c->who].g->teacher, day;
    const struct cal_week_lessons *w = cal_lessons_on(m, c->date, &day);
    struct slot s;

    (void)r;
    for (int i = w && day >= 0 ? w->first[teacher] : 0; w && day >= 0 && i < w->first[teacher + 1]; i++)
        if (to_cover(m, &w->all->v[w->list[i]], day, &s) && (!s.at || !anybody(m, w, &s)))
            return 1;
    return 0;
}

/* ---- rows -------------------------------------------------------------------------------------------- */

/* Cells of the entry, by day. */
struct day {
    const struct cal_term *v; /* row = day, col = cell */
    int n;
};

static int teacher_of(const struct cal_model *m, const struct cal_term *t)
{
    return m->who[m->cell[t->col].who].g->teacher;
}

static int lessons_at(const struct cal_model *m, const struct cal_week_lessons *w, int teacher,
                      const struct slot *s)
{
    int n = 0;

    for (int i = w->first[teacher]; i < w->first[teacher + 1]; i++) {
        struct slot x;
        n += to_cover(m, &w->all->v[w->list[i]], s->day, &x) && x.at && x.school == s->school &&
             x.subject == s->subject && x.at->id == s->at->id;
    }
    return n;
}

static void cover(struct cal_model *m, const struct zj_rule *r, const struct cal_week_lessons *w,
                  const struct day *d, const struct slot *s, int part)
{
    int64_t free_colleagues = 0;

    mc_begin(&m->p);
    for (int t = 0; t < m->in->n_teachers; t++)
        free_colleagues += is_colleague(m, w, t, s);
    for (int i = 0; i < d->n; i++) {
        int teacher = teacher_of(m, &d->v[i]), n = lessons_at(m, w, teacher, s);
        mc_add(&m->p, d->v[i].col, n > 0 ? n : is_colleague(m, w, teacher, s));
    }
    if (r->hard)
        mc_demand_part(&m->p, part, INT64_MIN, free_colleagues);
    else
        mc_demand(&m->p, r, "", INT64_MIN, free_colleagues, 1);
}

/* Was the slot met at a cell of the day before this one, or an earlier lesson of its teacher? */
static bool is_known(const struct cal_model *m, const struct cal_week_lessons *w, const struct day *d, int i,
                     int lesson, const struct slot *s)
{
    for (int k = 0; k < i; k++)
        if (lessons_at(m, w, teacher_of(m, &d->v[k]), s) > 0)
            return true;
    for (int k = w->first[teacher_of(m, &d->v[i])]; k < lesson; k++) {
        struct slot x;
        if (to_cover(m, &w->all->v[w->list[k]], s->day, &x) && x.at && x.school == s->school &&
            x.subject == s->subject && x.at->id == s->at->id)
            return true;
    }
    return false;
}

static void cover_day(struct cal_model *m, const struct zj_rule *r, const struct day *d, const int *part)
{
    int day;
    const struct cal_week_lessons *w = cal_lessons_on(m, d->v[0].row, &day);
    struct slot s;

    if (!w || day < 0)
        return;
    for (int i = 0; i < d->n; i++) {
        int teacher = teacher_of(m, &d->v[i]);
        for (int k = w->first[teacher]; k < w->first[teacher + 1]; k++)
            if (to_cover(m, &w->all->v[w->list[k]], day, &s) && s.at && !is_known(m, w, d, i, k, &s))
                cover(m, r, w, d, &s, part[s.school]);
    }
}

static void cover_all(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_gather q = {0};
    int *part = zj_alloc_n(&m->arena, (size_t)m->in->n_schools + 1, sizeof *part);

    for (int s = 0; s < m->in->n_schools && r->hard; s++)
        part[s] =
            mc_part(&m->p, r, NULL, zj_printf(&m->arena, "%s %s", m->in->school[s].id, cal_activities(m, r)));
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_who *x = &m->who[m->cell[c].who];
        if (cal_names(r, x->event) && cal_selects(m, r, x->g))
            cal_put(&q, m->cell[c].date, c, 1);
    }
    cal_gathered(&q);
    for (int first = 0, end; first < q.n; first = end) {
        for (end = first + 1; end < q.n && q.v[end].row == q.v[first].row;)
            end++;
        cover_day(m, r, &(struct day){q.v + first, end - first}, part);
    }
    cal_gather_release(&q);
}

void cal_release_day(struct cal_model *m, const struct zj_rule *r)
{
    if (m->settled == CAL_DAYS)
        cal_count_each_month(m, r);
    if (r->cover && m->grain == CAL_DAYS)
        cover_all(m, r);
}
