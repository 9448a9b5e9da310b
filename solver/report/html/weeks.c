/*
 * weeks.c - the timetables: one table for each teacher who teaches, each school and each class.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"
#include "solver/report/week.h"

#include <stdlib.h>

static void put_cell(struct rep_markup *m, const struct rep_lines *c)
{
    rep_put(m, "<td>");
    for (int i = 0; i < c->n; i++)
        rep_put(m, i ? "<br/>%s" : "%s", c->v[i]);
    rep_put(m, "</td>");
}

static void put_row(struct rep_markup *m, const struct rep_grid *g, int row)
{
    const char *session = rep_grid_session(g, row);
    struct zj_arena a = {0};

    if (session)
        rep_put(m, "<tr class=\"am\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", g->in->n_days + 1,
                session);
    if (row % 2 == 1) {
        const struct zj_period *p = &g->periods->v[row / 2];
        rep_put(m, "<tr><th scope=\"row\">%d %s-%s</th>", p->id, rep_clock(&a, p->start),
                rep_clock(&a, p->end));
    } else {
        rep_put(m, "<tr class=\"way\"><th scope=\"row\">%s</th>", _("on the way"));
    }
    for (int d = 0; d < g->in->n_days; d++)
        put_cell(m, rep_grid_cell(g, row, d));
    rep_put(m, "</tr>\n");
    zj_arena_release(&a);
}

static bool is_of(const struct zj_lesson *x, struct rep_who who)
{
    return who.teacher >= 0  ? x->teacher == who.teacher
           : who.school >= 0 ? x->school == who.school
                             : x->class_id == who.class_id;
}

/* What the filters look for: every id that occurs in the week, once, between bars. */
static void put_keys(struct rep_markup *m, const struct rep_case *r, struct rep_who who)
{
    static const char *const names[] = {"data-t", "data-s", "data-c"};
    const struct zj_instance *in = r->in;
    const size_t room = (size_t)(in->n_teachers + in->n_schools + in->words.n);
    bool *seen = zj_calloc(room, sizeof *seen);

    for (int key = 0; key < 3; key++) {
        rep_put(m, " %s=\"|", names[key]);
        for (int i = 0; i < r->plan->lessons.n; i++) {
            const struct zj_lesson *x = &r->plan->lessons.v[i];
            const int slot = key == 0   ? x->teacher
                             : key == 1 ? in->n_teachers + x->school
                                        : in->n_teachers + in->n_schools + x->class_id;
            if (!is_of(x, who) || seen[slot])
                continue;
            seen[slot] = true;
            rep_put(m, "%s|",
                    key == 0   ? in->teacher[x->teacher].id
                    : key == 1 ? in->school[x->school].id
                               : zj_word(in, x->class_id));
        }
        rep_put(m, "\"");
    }
    free(seen);
}

static void put_missing(struct rep_markup *m, const struct rep_case *r, struct rep_who who)
{
    struct zj_arena a = {0};

    for (int i = 0; i < r->plan->n_unmet && who.teacher < 0; i++) {
        const struct zj_unmet *u = &r->plan->unmet[i];
        if (who.school >= 0 ? u->school == who.school : u->class_id == who.class_id)
            rep_put(m, "<p>%s</p>\n", rep_missing_text(&a, r->in, u));
    }
    zj_arena_release(&a);
}

static void put_week(struct rep_markup *m, const struct rep_case *r, struct rep_who who)
{
    struct rep_week w;
    struct zj_arena a = {0};

    rep_week_init(&w, r->in, r->plan, who, true);
    rep_put(m, "<article class=\"week\"");
    put_keys(m, r, who);
    rep_put(m,
            ">\n<div class=\"scroll\" tabindex=\"0\">\n<table>\n<caption>%s</caption>\n<thead><tr>"
            "<th scope=\"col\">%s</th>",
            rep_week_title(&a, r->in, r->plan, who, true), _("period"));
    for (int d = 0; d < r->in->n_days; d++)
        rep_put(m, "<th scope=\"col\">%s</th>", rep_week_word(r->in->day[d]));
    rep_put(m, "</tr></thead>\n<tbody>\n");
    for (int row = 0; row < rep_grid_n_rows(&w.grid); row++)
        if (rep_grid_height(&w.grid, row) > 0)
            put_row(m, &w.grid, row);
    rep_put(m, "</tbody>\n</table>\n</div>\n");
    if (who.teacher >= 0)
        rep_put(m, "<p>%s</p>\n", rep_week_sums(&a, r->plan, who.teacher));
    put_missing(m, r, who);
    rep_put(m, "</article>\n");
    rep_week_release(&w);
    zj_arena_release(&a);
}

/* Everybody with a lesson; `seen` has room for each, and is cleared. */
static void put_teachers(struct rep_markup *m, const struct rep_case *r, bool *seen)
{
    for (int i = 0; i < r->plan->lessons.n; i++)
        seen[r->plan->lessons.v[i].teacher] = true;
    for (int t = 0; t < r->in->n_teachers; t++)
        if (seen[t])
            put_week(m, r, (struct rep_who){t, -1, -1});
}

static void put_schools(struct rep_markup *m, const struct rep_case *r, bool *seen)
{
    for (int i = 0; i < r->plan->lessons.n; i++)
        seen[r->plan->lessons.v[i].school] = true;
    for (int s = 0; s < r->in->n_schools; s++)
        if (seen[s])
            put_week(m, r, (struct rep_who){-1, s, -1});
}

/* Classes in the order of the blocks: by school. */
static void put_classes(struct rep_markup *m, const struct rep_case *r, bool *seen)
{
    for (int b = 0; b < r->in->n_blocks; b++) {
        const int class_id = r->in->block[b].class_id;
        if (!seen[class_id])
            put_week(m, r, (struct rep_who){-1, -1, class_id});
        seen[class_id] = true;
    }
}

static void put_all(struct rep_markup *m, const struct rep_case *r, const char *id, const char *title,
                    void (*put)(struct rep_markup *m, const struct rep_case *r, bool *seen))
{
    const size_t room = (size_t)(r->in->n_teachers + r->in->n_schools + r->in->words.n);
    bool *seen = zj_calloc(room, sizeof *seen);

    rep_section_open(m, id, title);
    put(m, r, seen);
    rep_section_close(m);
    free(seen);
}

void rep_html_teacher_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_all(m, r, "teachers", _("Timetables of teachers"), put_teachers);
}

void rep_html_school_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_all(m, r, "schools", _("Timetables of schools"), put_schools);
}

void rep_html_class_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_all(m, r, "classes", _("Timetables of classes"), put_classes);
}
