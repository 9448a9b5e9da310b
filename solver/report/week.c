#include "solver/report/week.h"

#include "solver/base/i18n.h"
#include "solver/data/week.h"
#include "solver/report/parts.h"

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

/* "T01", or "T01 王芳" where names may be shown. */
static const char *teacher_text(struct rep_grid *g, int teacher, bool names)
{
    const struct zj_teacher *t = &g->in->teacher[teacher];

    return names ? zj_printf(&g->arena, "%s %s", t->id, t->name) : t->id;
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

/* Who comes to the school and who leaves it, between its periods. */
static void add_traffic(struct rep_grid *g, const struct zj_leg *leg, int school, bool names)
{
    const char *teacher = teacher_text(g, leg->teacher, names);

    if (leg->minutes == ZJ_NONE)
        return;
    if (leg->to == school)
        rep_grid_add(g, rep_grid_gap_before(g, leg->arrive), leg->day, "%s %s ← %s",
                     rep_clock(&g->arena, leg->arrive), teacher, g->in->school[leg->from].id);
    if (leg->from == school)
        rep_grid_add(g, rep_grid_gap_after(g, leg->depart), leg->day, "%s %s → %s",
                     rep_clock(&g->arena, leg->depart), teacher, g->in->school[leg->to].id);
}

static void fill_teacher(struct rep_grid *g, const struct zj_plan *plan, int teacher)
{
    for (int i = 0; i < plan->lessons.n; i++)
        if (plan->lessons.v[i].teacher == teacher)
            add_teacher_lesson(g, &plan->lessons.v[i], g->in->teacher[teacher].school);
    for (int i = 0; i < plan->legs.n; i++)
        if (plan->legs.v[i].teacher == teacher)
            add_way(g, &plan->lessons, &plan->legs.v[i]);
    add_busy(g, teacher);
}

static void fill_school(struct rep_grid *g, const struct zj_plan *plan, int school, bool names)
{
    for (int i = 0; i < plan->lessons.n; i++) {
        const struct zj_lesson *x = &plan->lessons.v[i];
        int row = x->school == school ? rep_grid_row(g, x->period) : -1;
        if (row >= 0)
            rep_grid_add(g, row, x->day, "%s %s %s", zj_word(g->in, x->class_id), zj_word(g->in, x->subject),
                         teacher_text(g, x->teacher, names));
    }
    for (int i = 0; i < plan->legs.n; i++)
        add_traffic(g, &plan->legs.v[i], school, names);
}

static void fill_class(struct rep_grid *g, const struct zj_plan *plan, int class_id, bool names)
{
    for (int i = 0; i < plan->lessons.n; i++) {
        const struct zj_lesson *x = &plan->lessons.v[i];
        int row = x->class_id == class_id ? rep_grid_row(g, x->period) : -1;
        if (row >= 0)
            rep_grid_add(g, row, x->day, "%s %s", zj_word(g->in, x->subject),
                         teacher_text(g, x->teacher, names));
    }
}

int rep_school_of_class(const struct zj_instance *in, int class_id)
{
    int school = 0;

    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == class_id)
            school = in->block[b].school;
    return school;
}

void rep_week_init(struct rep_week *w, const struct zj_instance *in, const struct zj_plan *plan,
                   struct rep_who who, bool names)
{
    if (who.teacher >= 0)
        w->periods = (struct zj_day_plan){in->n_periods, in->period}; /* those of the instance itself */
    else
        w->periods = in->bells[who.school >= 0 ? who.school : rep_school_of_class(in, who.class_id)];
    rep_grid_init(&w->grid, in, &w->periods);
    if (who.teacher >= 0)
        fill_teacher(&w->grid, plan, who.teacher);
    else if (who.school >= 0)
        fill_school(&w->grid, plan, who.school, names);
    else
        fill_class(&w->grid, plan, who.class_id, names);
}

void rep_week_release(struct rep_week *w)
{
    rep_grid_release(&w->grid);
}
