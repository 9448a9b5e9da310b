/*
 * weeks.c - timetables on paper: a table for each teacher, school and class, journeys drawn in.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"
#include "solver/report/week.h"

/* All lines of a cell, one below the other. */
static void lines_cell(struct rep_maker *m, const struct rep_lines *lines)
{
    const char *text = "";

    for (int i = 0; i < lines->n; i++)
        text = zj_printf(&m->all->arena, "%s%s%s", text, i ? "\n" : "", lines->v[i]);
    rep_text_cell(m, "%s", text);
}

static void add_days(struct rep_maker *m)
{
    rep_begin_row(m, REP_ROW_HEAD);
    rep_text_cell(m, "%s", _("period"));
    rep_text_cell(m, "%s", _("time"));
    for (int d = 0; d < m->r->in->n_days; d++)
        rep_text_cell(m, "%s", rep_week_word(m->r->in->day[d]));
}

static void add_row(struct rep_maker *m, const struct rep_grid *g, int row)
{
    const struct zj_period *p = row % 2 ? &g->periods->v[row / 2] : NULL;

    rep_begin_row(m, REP_ROW_BODY);
    if (p) {
        rep_int_cell(m, p->id);
        rep_text_cell(m, "%s-%s", rep_clock(&m->all->arena, p->start), rep_clock(&m->all->arena, p->end));
    } else {
        rep_text_cell(m, "%s", "");
        rep_text_cell(m, "%s", _("on the way"));
    }
    for (int d = 0; d < m->r->in->n_days; d++)
        lines_cell(m, rep_grid_cell(g, row, d));
}

static void add_week(struct rep_maker *m, struct rep_who who)
{
    const struct rep_case *r = m->r;
    struct rep_week w;

    rep_week_init(&w, r->in, r->plan, who, true);
    rep_title_row(m, "%s", rep_week_title(&m->all->arena, r->in, r->plan, who, true));
    add_days(m);
    for (int row = 0; row < rep_grid_n_rows(&w.grid); row++)
        if (rep_grid_height(&w.grid, row) > 0)
            add_row(m, &w.grid, row);
    rep_week_release(&w);
}

static void of_teachers(struct rep_maker *m)
{
    const struct zj_lessons *p = &m->r->plan->lessons;

    rep_begin_sheet(m, "teachers", _("weeks of teachers"))->pages = true;
    for (int i = 0; i < p->n; i++) /* sorted by teacher */
        if (i == 0 || p->v[i].teacher != p->v[i - 1].teacher)
            add_week(m, (struct rep_who){.teacher = p->v[i].teacher, .school = -1, .class_id = -1});
}

static void of_schools(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;

    rep_begin_sheet(m, "schools", _("weeks of schools"))->pages = true;
    for (int b = 0; b < in->n_blocks; b++) /* sorted by school */
        if (b == 0 || in->block[b].school != in->block[b - 1].school)
            add_week(m, (struct rep_who){.teacher = -1, .school = in->block[b].school, .class_id = -1});
}

static void of_classes(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;

    rep_begin_sheet(m, "classes", _("weeks of classes"))->pages = true;
    for (int b = 0; b < in->n_blocks; b++) /* sorted by school, then class */
        if (b == 0 || in->block[b].class_id != in->block[b - 1].class_id)
            add_week(m, (struct rep_who){.teacher = -1, .school = -1, .class_id = in->block[b].class_id});
}

void rep_sheet_weeks(struct rep_maker *m)
{
    of_teachers(m);
    of_schools(m);
    of_classes(m);
}
