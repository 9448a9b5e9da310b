/*
 * text_lessons.c - a timetable in two tables: the lessons that nobody gives, and those who travel most.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <stdlib.h>

/* Lessons that are missing at one school in one subject for one reason. */
struct gap {
    const struct zj_unmet *first;
    int classes;
    int64_t periods;
};

static bool same_gap(const struct zj_unmet *a, const struct zj_unmet *b)
{
    return a->school == b->school && a->subject == b->subject && a->because == b->because &&
           a->rule == b->rule;
}

/* The most first; then as in the plan. */
static int by_size(const void *a, const void *b)
{
    const struct gap *x = a, *y = b;

    if (x->periods != y->periods)
        return x->periods > y->periods ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* The gaps of a plan, each class alone when everything is asked for; *n is their number. Heap. */
static struct gap *gaps_of(const struct rep_summary *r, int *n)
{
    struct gap *v = NULL;
    int cap = 0;

    *n = 0;
    for (int i = 0; i < r->plan->n_unmet; i++) {
        const struct zj_unmet *u = &r->plan->unmet[i];
        int k = r->all ? *n : 0;
        while (k < *n && !same_gap(v[k].first, u))
            k++;
        if (k == *n) {
            ZJ_GROW(v, *n, cap);
            v[(*n)++] = (struct gap){.first = u};
        }
        v[k].classes++;
        v[k].periods += u->periods;
    }
    if (*n > 1)
        qsort(v, (size_t)*n, sizeof *v, by_size);
    return v;
}

static void add_gap(struct rep_table *t, const struct rep_summary *r, const struct gap *g)
{
    const struct zj_school *school = &r->in->school[g->first->school];

    rep_cell(t, "%s %s", school->id, school->name);
    rep_cell(t, "%s", zj_word(r->in, g->first->subject));
    if (g->classes == 1)
        rep_cell(t, "%s", zj_word(r->in, g->first->class_id));
    else
        rep_cell(t, ngettext("%d class", "%d classes", (unsigned long)g->classes), g->classes);
    rep_cell(t, "%lld", (long long)g->periods);
    if (g->first->because == ZJ_BY_RULE && g->first->rule >= 0)
        rep_cell(t, _("rules[%d] of the policy forbids it"), g->first->rule);
    else if (g->first->because == ZJ_BY_RULE)
        rep_cell(t, "%s", _("a limit in the tables forbids it"));
    else
        rep_cell(t, "%s", rep_because_text(g->first->because));
}

void rep_print_missing(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("school"), _("subject"), _("class"), _("lessons"), _("why")};
    struct rep_table t;
    int64_t missing = 0, all = 0;
    int n;
    struct gap *v = gaps_of(r, &n);

    for (int i = 0; i < n; i++)
        missing += v[i].periods;
    for (int b = 0; b < r->in->n_blocks; b++)
        all += r->in->block[b].periods;
    fputc('\n', out);
    if (missing == 0)
        fprintf(out, _("all %lld lessons a week have a teacher\n"), (long long)all);
    else
        fprintf(out, _("%lld of %lld lessons a week have no teacher\n"), (long long)missing, (long long)all);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < n; i++)
        add_gap(&t, r, &v[i]);
    if (n > 0)
        rep_table_print(&t, out, rep_limit(r, REP_UNMET_LINES));
    rep_table_release(&t);
    free(v);
}

/* What a week asks of one teacher. */
struct traveller {
    int teacher;
    int lessons, days, visits; /* days on the way; campuses reached, counted each day */
    int64_t minutes, metres;
};

/* Who is on the way longest comes first. */
static int by_minutes(const void *a, const void *b)
{
    const struct traveller *x = a, *y = b;

    if (x->minutes != y->minutes)
        return x->minutes > y->minutes ? -1 : 1;
    return x->teacher - y->teacher;
}

/* One for each teacher of the instance. Heap. */
static struct traveller *travellers_of(const struct rep_summary *r)
{
    struct traveller *v = zj_calloc((size_t)r->in->n_teachers, sizeof *v);
    const struct zj_lessons *lessons = &r->plan->lessons;
    const struct zj_legs *legs = &r->plan->legs;

    for (int t = 0; t < r->in->n_teachers; t++)
        v[t].teacher = t;
    for (int i = 0; i < lessons->n; i++)
        v[lessons->v[i].teacher].lessons++;
    for (int i = 0; i < legs->n; i++) {
        const struct zj_leg *x = &legs->v[i];
        struct traveller *t = &v[x->teacher];
        bool same_day = i > 0 && legs->v[i - 1].teacher == x->teacher && legs->v[i - 1].day == x->day;
        t->days += !same_day;
        t->visits += x->to != r->in->teacher[x->teacher].school;
        t->minutes += x->minutes == ZJ_NONE ? 0 : x->minutes;
        t->metres += x->metres == ZJ_NONE ? 0 : x->metres;
    }
    return v;
}

static void add_traveller(struct rep_table *t, const struct rep_summary *r, const struct traveller *x)
{
    const struct zj_school *home = &r->in->school[r->in->teacher[x->teacher].school];

    rep_cell(t, "%s", r->in->teacher[x->teacher].id);
    rep_cell(t, "%s %s", home->id, home->name);
    rep_cell(t, "%d", x->lessons);
    rep_cell(t, "%d", x->days);
    rep_cell(t, "%d", x->visits);
    rep_cell(t, "%lld", (long long)x->minutes);
    rep_cell(t, "%lld.%lld", (long long)(x->metres / 1000), (long long)(x->metres % 1000 / 100));
}

void rep_print_travellers(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("teacher"), _("home"),    _("lessons"), _("days out"),
                                  _("visits"),  _("minutes"), _("km")};
    struct traveller *v = travellers_of(r);
    struct rep_table t;
    int teaching = 0, travelling = 0;

    for (int i = 0; i < r->in->n_teachers; i++) {
        teaching += v[i].lessons > 0;
        travelling += v[i].days > 0;
    }
    fputc('\n', out);
    fprintf(out, _("teachers with lessons: %d; of them on the way: %d\n"), teaching, travelling);
    if (r->in->n_teachers > 1)
        qsort(v, (size_t)r->in->n_teachers, sizeof *v, by_minutes);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < r->in->n_teachers; i++)
        if (v[i].days > 0)
            add_traveller(&t, r, &v[i]);
    if (travelling > 0)
        rep_table_print(&t, out, rep_limit(r, REP_TRAVELLER_LINES));
    rep_table_release(&t);
    free(v);
}
