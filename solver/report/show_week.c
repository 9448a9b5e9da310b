/*
 * show_week.c - the week of one teacher, school or class.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/data/week.h"
#include "solver/report/grid.h"
#include "solver/report/parts.h"
#include "solver/report/show.h"

#include <string.h>

const char *rep_week_word(const char *name)
{
    static const char *const known[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"),
                                        N_("Sat"), N_("Sun"), N_("am"),  N_("pm"),  N_("evening")};

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(name, known[i]) == 0)
            return gettext(known[i]);
    return name;
}

/* The periods of the instance itself, in the order of the clock. */
static struct zj_day_plan base_periods(const struct zj_instance *in)
{
    return (struct zj_day_plan){in->n_periods, in->period};
}

static const struct zj_period *period_of(const struct zj_instance *in, const struct zj_lesson *x)
{
    return zj_period_at(in, x->school, x->period);
}

/* A lesson at a school whose bells ring at another time says when it is. */
static void add_own_time(struct rep_grid *g, int row, const struct zj_lesson *x)
{
    const struct zj_period *p = period_of(g->in, x), *base = &g->periods->v[row / 2];

    if (p && (p->start != base->start || p->end != base->end))
        rep_grid_add(g, row, x->day, "%s-%s", rep_clock(&g->arena, p->start), rep_clock(&g->arena, p->end));
}

static void add_teacher_lesson(struct rep_grid *g, const struct zj_lesson *x, int home)
{
    int row = rep_grid_row(g, x->period);

    if (row < 0)
        return;
    rep_grid_add(g, row, x->day, "%s %s", zj_word(g->in, x->subject), zj_word(g->in, x->class_id));
    if (x->school != home)
        rep_grid_add(g, row, x->day, "@ %s %s", g->in->school[x->school].id, g->in->school[x->school].name);
    add_own_time(g, row, x);
}

/*
 * The row of a way: after the lesson that it follows, or before the first of the day. Rows are those of
 * base periods, whatever the bells of the schools.
 */
static int row_of_way(const struct rep_grid *g, const struct zj_lessons *lessons, const struct zj_leg *leg)
{
    int first = -1, before = -1;

    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *x = &lessons->v[i];
        const struct zj_period *p = period_of(g->in, x);
        if (x->teacher != leg->teacher || x->day != leg->day || !p)
            continue;
        if (first < 0)
            first = rep_grid_row(g, x->period);
        if (p->end <= leg->depart)
            before = rep_grid_row(g, x->period);
    }
    if (before >= 0)
        return before + 1;
    return first > 0 ? first - 1 : 0;
}

static void add_way(struct rep_grid *g, const struct zj_lessons *lessons, const struct zj_leg *leg)
{
    const struct zj_school *to = &g->in->school[leg->to];
    int row = row_of_way(g, lessons, leg);

    rep_grid_add(g, row, leg->day, "→ %s %s", to->id, to->name);
    if (leg->minutes == ZJ_NONE)
        rep_grid_add(g, row, leg->day, "%s", _("no way is known"));
    else
        rep_grid_add(g, row, leg->day, "%s-%s", rep_clock(&g->arena, leg->depart),
                     rep_clock(&g->arena, leg->arrive));
}

static void add_busy(struct rep_grid *g, int teacher)
{
    for (int p = 0; p < g->periods->n; p++)
        for (int d = 0; d < g->in->n_days; d++)
            if (zj_teacher_busy(g->in, teacher, d, &g->periods->v[p]))
                rep_grid_add(g, 2 * p + 1, d, "%s", _("not free"));
}

static void print_sums(FILE *out, const struct zj_plan *plan, int teacher)
{
    long long lessons = 0, minutes = 0, metres = 0;

    for (int i = 0; i < plan->lessons.n; i++)
        lessons += plan->lessons.v[i].teacher == teacher;
    for (int i = 0; i < plan->legs.n; i++) {
        const struct zj_leg *x = &plan->legs.v[i];
        if (x->teacher != teacher || x->minutes == ZJ_NONE)
            continue;
        minutes += x->minutes;
        metres += x->metres == ZJ_NONE ? 0 : x->metres;
    }
    fprintf(out, _("a week: %lld lessons, %lld minutes and %lld.%lld km on the way\n"), lessons, minutes,
            metres / 1000, metres % 1000 / 100);
}

void rep_show_teacher_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int teacher)
{
    const struct zj_day_plan periods = base_periods(in);
    const struct zj_school *home = &in->school[in->teacher[teacher].school];
    struct rep_grid g;

    rep_grid_init(&g, in, &periods);
    for (int i = 0; i < plan->lessons.n; i++)
        if (plan->lessons.v[i].teacher == teacher)
            add_teacher_lesson(&g, &plan->lessons.v[i], in->teacher[teacher].school);
    for (int i = 0; i < plan->legs.n; i++)
        if (plan->legs.v[i].teacher == teacher)
            add_way(&g, &plan->lessons, &plan->legs.v[i]);
    add_busy(&g, teacher);
    fprintf(out, _("teacher %s, at home at %s %s\n"), in->teacher[teacher].id, home->id, home->name);
    rep_grid_print(&g, out);
    print_sums(out, plan, teacher);
    rep_grid_release(&g);
}

/* Who comes to the school and who leaves it, between its periods. */
static void add_traffic(struct rep_grid *g, const struct zj_leg *leg, int school)
{
    const char *teacher = g->in->teacher[leg->teacher].id;

    if (leg->minutes == ZJ_NONE)
        return;
    if (leg->to == school)
        rep_grid_add(g, rep_grid_gap_before(g, leg->arrive), leg->day, "%s %s ← %s",
                     rep_clock(&g->arena, leg->arrive), teacher, g->in->school[leg->from].id);
    if (leg->from == school)
        rep_grid_add(g, rep_grid_gap_after(g, leg->depart), leg->day, "%s %s → %s",
                     rep_clock(&g->arena, leg->depart), teacher, g->in->school[leg->to].id);
}

static int count_lessons(const struct zj_plan *plan, int school, int class_id)
{
    int n = 0;

    for (int i = 0; i < plan->lessons.n; i++)
        n += school >= 0 ? plan->lessons.v[i].school == school : plan->lessons.v[i].class_id == class_id;
    return n;
}

static void print_unmet(FILE *out, const struct zj_instance *in, const struct zj_unmet *u)
{
    fprintf(out,
            ngettext("missing: %s %s, %lld lesson: %s\n", "missing: %s %s, %lld lessons: %s\n",
                     (unsigned long)u->periods),
            zj_word(in, u->class_id), zj_word(in, u->subject), (long long)u->periods,
            rep_because_text(u->because));
}

void rep_show_school_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int school)
{
    struct rep_grid g;

    rep_grid_init(&g, in, &in->bells[school]);
    for (int i = 0; i < plan->lessons.n; i++) {
        const struct zj_lesson *x = &plan->lessons.v[i];
        int row = x->school == school ? rep_grid_row(&g, x->period) : -1;
        if (row >= 0)
            rep_grid_add(&g, row, x->day, "%s %s %s", zj_word(in, x->class_id), zj_word(in, x->subject),
                         in->teacher[x->teacher].id);
    }
    for (int i = 0; i < plan->legs.n; i++)
        add_traffic(&g, &plan->legs.v[i], school);
    fprintf(out, _("school %s %s, %d lessons a week\n"), in->school[school].id, in->school[school].name,
            count_lessons(plan, school, -1));
    rep_grid_print(&g, out);
    for (int i = 0; i < plan->n_unmet; i++)
        if (plan->unmet[i].school == school)
            print_unmet(out, in, &plan->unmet[i]);
    rep_grid_release(&g);
}

void rep_show_class_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int class_id)
{
    struct rep_grid g;
    int school = 0;

    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == class_id)
            school = in->block[b].school;
    rep_grid_init(&g, in, &in->bells[school]);
    for (int i = 0; i < plan->lessons.n; i++) {
        const struct zj_lesson *x = &plan->lessons.v[i];
        int row = x->class_id == class_id ? rep_grid_row(&g, x->period) : -1;
        if (row >= 0)
            rep_grid_add(&g, row, x->day, "%s %s", zj_word(in, x->subject), in->teacher[x->teacher].id);
    }
    fprintf(out, _("class %s of %s %s, %d lessons a week\n"), zj_word(in, class_id), in->school[school].id,
            in->school[school].name, count_lessons(plan, -1, class_id));
    rep_grid_print(&g, out);
    for (int i = 0; i < plan->n_unmet; i++)
        if (plan->unmet[i].class_id == class_id)
            print_unmet(out, in, &plan->unmet[i]);
    rep_grid_release(&g);
}
