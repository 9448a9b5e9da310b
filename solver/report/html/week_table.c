/*
 * week_table.c - one timetable of the page, and the table that is read without a script.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/week_parts.h"
#include "solver/report/parts.h"

#include <stdlib.h>
#include <string.h>

static bool is_of(const struct zj_lesson *x, struct rep_who who)
{
    return who.teacher >= 0  ? x->teacher == who.teacher
           : who.school >= 0 ? x->school == who.school
                             : x->class_id == who.class_id;
}

static void add_line(struct rep_lines *l, const char *text)
{
    ZJ_GROW(l->v, l->n, l->cap);
    l->v[l->n++] = text;
}

/* An id that occurs again is left out: `slot` is its place among all ids. */
static void add_key(struct rep_lines *keys, bool *seen, int slot, const char *id)
{
    if (!seen[slot])
        add_line(keys, id);
    seen[slot] = true;
}

/* A class is found by its own name and its school even when nobody teaches it. */
static void add_keys(struct rep_page_week *w, const struct rep_case *r, struct rep_who who)
{
    const struct zj_instance *in = r->in;
    const int first_class = in->n_teachers + in->n_schools;
    bool *seen = zj_calloc((size_t)(first_class + in->words.n), sizeof *seen);

    if (who.class_id >= 0) {
        const int school = rep_school_of_class(in, who.class_id);
        add_key(&w->key[REP_KEY_SCHOOL], seen, in->n_teachers + school, in->school[school].id);
        add_key(&w->key[REP_KEY_CLASS], seen, first_class + who.class_id, zj_word(in, who.class_id));
    }
    for (int i = 0; i < r->plan->lessons.n; i++) {
        const struct zj_lesson *x = &r->plan->lessons.v[i];
        if (!is_of(x, who))
            continue;
        add_key(&w->key[REP_KEY_TEACHER], seen, x->teacher, in->teacher[x->teacher].id);
        add_key(&w->key[REP_KEY_SCHOOL], seen, in->n_teachers + x->school, in->school[x->school].id);
        add_key(&w->key[REP_KEY_CLASS], seen, first_class + x->class_id, zj_word(in, x->class_id));
    }
    free(seen);
}

static void add_notes(struct rep_page_week *w, const struct rep_case *r, struct rep_who who)
{
    if (who.teacher >= 0) {
        add_line(&w->note, rep_week_sums(&w->arena, r->plan, who.teacher));
        return;
    }
    for (int i = 0; i < r->plan->n_unmet; i++) {
        const struct zj_unmet *u = &r->plan->unmet[i];
        if (who.school >= 0 ? u->school == who.school : u->class_id == who.class_id)
            add_line(&w->note, rep_missing_text(&w->arena, r->in, u));
    }
}

void rep_page_week_init(struct rep_page_week *w, const struct rep_case *r, struct rep_who who)
{
    memset(w, 0, sizeof *w);
    rep_week_init(&w->week, r->in, r->plan, who, true);
    w->title = rep_week_title(&w->arena, r->in, r->plan, who, true);
    add_notes(w, r, who);
    add_keys(w, r, who);
}

void rep_page_week_release(struct rep_page_week *w)
{
    rep_week_release(&w->week);
    free(w->note.v);
    for (int k = 0; k < REP_N_KEYS; k++)
        free(w->key[k].v);
    zj_arena_release(&w->arena);
}

const char *rep_week_row_head(struct zj_arena *a, const struct rep_grid *g, int row)
{
    if (row % 2 == 0)
        return _("on the way");
    const struct zj_period *p = &g->periods->v[row / 2];
    return zj_printf(a, "%d %s-%s", p->id, rep_clock(a, p->start), rep_clock(a, p->end));
}

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
    rep_put(m, row % 2 ? "<tr>" : "<tr class=\"way\">");
    rep_put(m, "<th scope=\"row\">%s</th>", rep_week_row_head(&a, g, row));
    for (int d = 0; d < g->in->n_days; d++)
        put_cell(m, rep_grid_cell(g, row, d));
    rep_put(m, "</tr>\n");
    zj_arena_release(&a);
}

static void put_keys(struct rep_markup *m, const struct rep_page_week *w)
{
    static const char *const names[] = {"data-t", "data-s", "data-c"};

    for (int k = 0; k < REP_N_KEYS; k++) {
        rep_put(m, " %s=\"|", names[k]);
        for (int i = 0; i < w->key[k].n; i++)
            rep_put(m, "%s|", w->key[k].v[i]);
        rep_put(m, "\"");
    }
}

void rep_week_table(struct rep_markup *m, const struct rep_page_week *w)
{
    const struct rep_grid *g = &w->week.grid;

    rep_put(m, "<article class=\"week\"");
    put_keys(m, w);
    rep_put(m,
            ">\n<div class=\"scroll\" tabindex=\"0\">\n<table>\n<caption>%s</caption>\n<thead><tr>"
            "<th scope=\"col\">%s</th>",
            w->title, _("period"));
    for (int d = 0; d < g->in->n_days; d++)
        rep_put(m, "<th scope=\"col\">%s</th>", rep_week_word(g->in->day[d]));
    rep_put(m, "</tr></thead>\n<tbody>\n");
    for (int row = 0; row < rep_grid_n_rows(g); row++)
        if (rep_grid_height(g, row) > 0)
            put_row(m, g, row);
    rep_put(m, "</tbody>\n</table>\n</div>\n");
    for (int i = 0; i < w->note.n; i++)
        rep_put(m, "<p>%s</p>\n", w->note.v[i]);
    rep_put(m, "</article>\n");
}
