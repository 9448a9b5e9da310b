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

static void add_day(struct rep_table *t, const struct zj_instance *in, const struct zj_occurrence *x)
{
    static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const struct zj_date *d = &in->date[x->date];
    int day = in->day_of_weekday[d->weekday];
    char date[16];

    rep_cell(t, "%s/%d", in->term[d->term].id, d->week);
    rep_cell(t, "%s %s", zj_date_text(d->date, date),
             rep_week_word(day >= 0 ? in->day[day] : weekdays[d->weekday]));
    if (x->period > 0)
        rep_cell(t, "%s %d", rep_week_word(in->session[x->session]), x->period);
    else
        rep_cell(t, "%s", x->session < 0 ? _("all day") : rep_week_word(in->session[x->session]));
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
        rep_cell(&t, "%s", e->title ? e->title : zj_word(in, e->name));
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
        rep_cell(&t, "%s", event->title ? event->title : zj_word(r->in, event->name));
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
