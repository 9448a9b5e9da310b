#include "solver/report/ics.h"

#include "solver/base/i18n.h"
#include "solver/data/week.h"
#include "solver/report/ics_parts.h"
#include "solver/report/parts.h"

#include <stdlib.h>
#include <string.h>

/* The term that the timetable is made for, or -1. */
static int term_of(const struct rep_case *r)
{
    const int term = r->plan->term >= 0 ? r->plan->term : r->in->now;

    return term < r->in->n_terms ? term : -1;
}

/* Does the day have the lessons of day d (index into in->day)? */
static bool has_lessons_of(const struct zj_instance *in, const struct zj_date *x, int d)
{
    return x->follows >= 0 && in->day_of_weekday[x->follows] == d;
}

/* What happens every week at the same time, between two clock times of a day. */
struct weekly {
    int day, start, end; /* index into in->day; minutes after 00:00 */
    const char *summary, *place, *details;
};

/*
 * First the days in their own weeks, as one event that repeats and has exceptions; then each day that is
 * worked instead of another as an event of its own, for not every phone knows dates that are added.
 */
static void put_weekly(struct rep_ics *c, const struct rep_case *r, int term, const struct weekly *w)
{
    const struct zj_instance *in = r->in;
    int first = -1, last = -1;

    for (int i = 0; i < in->n_dates; i++) {
        const struct zj_date *x = &in->date[i];
        if (x->term != term || !has_lessons_of(in, x, w->day))
            continue;
        if (x->follows != x->weekday) {
            rep_ics_begin(c, w->summary, w->place, w->details);
            rep_ics_times(c, x->date, w->start, w->end);
            rep_ics_end(c);
            continue;
        }
        first = first < 0 ? i : first;
        last = i;
    }
    if (first < 0)
        return;
    rep_ics_begin(c, w->summary, w->place, w->details);
    rep_ics_times(c, in->date[first].date, w->start, w->end);
    rep_ics_repeat(c, in->date[last].date, w->start);
    for (int i = first; i <= last; i += 7) /* in->date has every day */
        if (!has_lessons_of(in, &in->date[i], w->day) || in->date[i].term != term)
            rep_ics_except(c, in->date[i].date, w->start);
    rep_ics_end(c);
}

static void put_lesson(struct rep_ics *c, const struct rep_case *r, int term, const struct zj_lesson *x)
{
    const struct zj_instance *in = r->in;
    const struct zj_period *p = zj_period_at(in, x->school, x->period);
    const struct weekly w = {
        .day = x->day,
        .start = p ? p->start : 0,
        .end = p ? p->end : 0,
        .summary = zj_printf(&c->arena, "%s %s", zj_word(in, x->subject), zj_word(in, x->class_id)),
        .place = in->school[x->school].name,
        .details = zj_printf(&c->arena, _("period %d"), x->period)};

    if (p)
        put_weekly(c, r, term, &w);
}

static void put_journey(struct rep_ics *c, const struct rep_case *r, int term, const struct zj_leg *x)
{
    const struct zj_instance *in = r->in;
    const struct weekly w = {.day = x->day,
                             .start = x->depart,
                             .end = x->arrive,
                             .summary = zj_printf(&c->arena, _("on the way to %s"), in->school[x->to].name),
                             .place = in->school[x->from].name,
                             .details = zj_printf(&c->arena, _("%d minutes, %d metres"), x->minutes,
                                                  x->metres == ZJ_NONE ? 0 : x->metres)};

    if (x->minutes != ZJ_NONE)
        put_weekly(c, r, term, &w);
}

static void put_posting(struct rep_ics *c, const struct rep_case *r, const struct zj_posting *x)
{
    const struct zj_instance *in = r->in;
    const char *kind = rep_kind_text(zj_word(in, r->pol->kind[x->kind].name));

    rep_ics_begin(c, zj_printf(&c->arena, _("%s at %s"), kind, in->school[x->to].name),
                  in->school[x->to].name, zj_word(in, x->subject));
    rep_ics_days(c, in->term[x->start].start, in->term[x->start + x->terms - 1].end);
    rep_ics_end(c);
}

/* Everything that the plan has for the teacher; false when that is nothing. */
static bool put_teacher(struct rep_ics *c, const struct rep_case *r, int teacher)
{
    const struct zj_plan *p = r->plan;
    const int term = term_of(r);
    bool any = false;

    for (int i = 0; i < p->postings.n; i++) {
        if (p->postings.v[i].teacher != teacher)
            continue;
        put_posting(c, r, &p->postings.v[i]);
        any = true;
    }
    for (int i = 0; i < p->lessons.n && term >= 0; i++) {
        if (p->lessons.v[i].teacher != teacher)
            continue;
        put_lesson(c, r, term, &p->lessons.v[i]);
        any = true;
    }
    for (int i = 0; i < p->legs.n && term >= 0; i++)
        if (p->legs.v[i].teacher == teacher)
            put_journey(c, r, term, &p->legs.v[i]);
    return any;
}

/* Plans of one instance, and the files so far. */
struct files {
    const struct rep_case *r;
    int n_plans;
    bool activities; /* a calendar is among them */
    struct zj_folder_file *v;
    int n, cap;
};

/* Everything of every plan for the teacher or school (the other is -1); false when that is nothing. */
static bool put_all(struct rep_ics *c, const struct files *f, int school, int teacher)
{
    bool any = false;

    for (int i = 0; i < f->n_plans; i++) {
        const struct rep_case *r = &f->r[i];
        if (r->plan->model == ZJ_CALENDAR)
            any = rep_ics_put_activities(c, r, school, teacher) || any;
        else if (teacher >= 0)
            any = put_teacher(c, r, teacher) || any;
    }
    return any;
}

/* The calendar of a teacher or school (the other is -1), if there is anything in it. */
static void add_file(struct files *f, int school, int teacher)
{
    const struct zj_instance *in = f->r->in;
    const char *id = school >= 0 ? in->school[school].id : in->teacher[teacher].id;
    const char *prefix = school >= 0 ? "school-" : f->activities ? "teacher-" : "";
    struct zj_folder_file file = {0};
    struct rep_ics c;
    char *name;

    rep_ics_open(&c, id, in->term[0].start, in->sha256);
    const bool any = put_all(&c, f, school, teacher);
    char *bytes = rep_ics_close(&c, &file.n);
    if (!any) {
        free(bytes);
        return;
    }
    if (asprintf(&name, "%s%s.ics", prefix, id) < 0)
        zj_out_of_memory();
    file.name = name;
    file.bytes = bytes;
    ZJ_GROW(f->v, f->n, f->cap);
    f->v[f->n++] = file;
}

int rep_ics_files(const struct rep_case *r, int n, struct zj_folder_file **file)
{
    struct files f = {.r = r, .n_plans = n};

    for (int i = 0; i < n; i++)
        f.activities = f.activities || (zj_has_plan(r[i].plan) && r[i].plan->model == ZJ_CALENDAR);
    if (r->in->n_terms > 0) {
        for (int s = 0; s < r->in->n_schools && f.activities; s++)
            add_file(&f, s, -1);
        for (int t = 0; t < r->in->n_teachers; t++)
            add_file(&f, -1, t);
    }
    *file = f.v;
    return f.n;
}

void rep_ics_release(struct zj_folder_file *file, int n)
{
    for (int i = 0; i < n; i++) {
        free((char *)(uintptr_t)file[i].name);
        free((char *)(uintptr_t)file[i].bytes);
    }
    free(file);
}
