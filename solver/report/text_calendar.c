/*
 * text_calendar.c - joint activities as a table by week: what, who, who is host and who has the chair;
 * and those of one school or teacher.
 */
#include "solver/base/i18n.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/report/parts.h"
#include "solver/report/show.h"
#include "solver/report/table.h"

/* Which occurrences are told; -1 = any. */
struct choice {
    int school, teacher;
};

static bool is_chosen(const struct zj_group *g, const struct zj_occurrence *x, const struct choice *c)
{
    if (c->school >= 0)
        return x->host == c->school || zj_ids_has(&g->schools, c->school);
    return c->teacher < 0 || zj_ids_has(&g->people, c->teacher);
}

const char *rep_weekday(const struct zj_instance *in, int weekday)
{
    static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const int day = in->day_of_weekday[weekday];

    return rep_week_word(day >= 0 ? in->day[day] : weekdays[weekday]);
}

const char *rep_occurrence_time(struct zj_arena *a, const struct zj_instance *in,
                                const struct zj_occurrence *x)
{
    if (x->period > 0)
        return zj_printf(a, "%s %d", rep_week_word(in->session[x->session]), x->period);
    return x->session < 0 ? _("all day") : rep_week_word(in->session[x->session]);
}

const char *rep_event_title(const struct zj_instance *in, const struct zj_event *e)
{
    return e->title ? e->title : zj_word(in, e->name);
}

static void add_day(struct rep_table *t, const struct zj_instance *in, const struct zj_occurrence *x)
{
    const struct zj_date *d = &in->date[x->date];
    char date[16];

    rep_cell(t, "%s/%d", in->term[d->term].id, d->week);
    rep_cell(t, "%s %s", zj_date_text(d->date, date), rep_weekday(in, d->weekday));
    rep_cell(t, "%s", rep_occurrence_time(&t->arena, in, x));
}

static void add_school(struct rep_table *t, const struct zj_instance *in, int school)
{
    if (school < 0)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%s %s", in->school[school].id, in->school[school].name);
}

/* One line for each occurrence, a page of `limit` lines (0 = all). */
static void print_table(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_calendar *c, const struct choice *choice, int limit)
{
    const char *const titles[] = {_("week"), _("date"), _("time"), _("activity"),
                                  _("who"),  _("host"), _("chair")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < c->n; i++) {
        const struct zj_occurrence *x = &c->v[i];
        const struct zj_event *e = &pol->event[x->event];
        const struct zj_group *g = &e->group[x->group];

        if (!is_chosen(g, x, choice))
            continue;
        add_day(&t, in, x);
        rep_cell(&t, "%s", rep_event_title(in, e));
        rep_cell(&t, "%s", g->text);
        add_school(&t, in, x->host);
        add_school(&t, in, x->chair);
    }
    rep_table_print(&t, out, limit);
    rep_table_release(&t);
}

/* How often each activity takes place. */
static void print_counts(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("activity"), _("times"), _("held by")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int e = 0; e < r->pol->n_events; e++) {
        const struct zj_event *event = &r->pol->event[e];
        int n = 0;

        for (int i = 0; i < r->plan->calendar.n; i++)
            n += r->plan->calendar.v[i].event == e;
        rep_cell(&t, "%s", rep_event_title(r->in, event));
        rep_cell(&t, "%d", n);
        rep_cell(&t, "%d", event->n_groups);
    }
    rep_table_print(&t, out, rep_limit(r, REP_GROUP_LINES));
    rep_table_release(&t);
}

void rep_print_calendar(FILE *out, const struct rep_summary *r)
{
    const struct choice all = {-1, -1};

    fputc('\n', out);
    print_counts(out, r);
    fputc('\n', out);
    print_table(out, r->in, r->pol, &r->plan->calendar, &all, rep_limit(r, REP_GROUP_LINES));
}

void rep_show_school_calendar(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *plan, int school)
{
    const struct choice choice = {school, -1};

    fprintf(out, _("school %s %s\n"), in->school[school].id, in->school[school].name);
    print_table(out, in, pol, &plan->calendar, &choice, 0);
}

void rep_show_teacher_calendar(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                               const struct zj_plan *plan, int teacher)
{
    const struct choice choice = {-1, teacher};

    fprintf(out, _("teacher %s\n"), in->teacher[teacher].id);
    print_table(out, in, pol, &plan->calendar, &choice, 0);
}
