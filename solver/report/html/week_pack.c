/*
 * week_pack.c - timetables as numbers of words, from which the page's script draws the tables.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/week_parts.h"
#include "solver/report/parts.h"

/* The number of a text; texts are numbered as they first occur. */
static void pack(struct rep_packed *p, const char *text)
{
    rep_put(&p->lines, "%d", zj_intern(&p->words, &p->arena, text));
}

static void pack_list(struct rep_packed *p, const struct rep_lines *l, const char *between)
{
    for (int i = 0; i < l->n; i++) {
        rep_put(&p->lines, "%s", i ? between : "");
        pack(p, l->v[i]);
    }
}

void rep_pack_heads(struct rep_packed *p, const struct zj_instance *in)
{
    pack(p, _("period"));
    for (int d = 0; d < in->n_days; d++) {
        rep_put(&p->lines, ",");
        pack(p, rep_week_word(in->day[d]));
    }
    rep_put(&p->lines, "\n");
}

static void pack_row(struct rep_packed *p, const struct rep_grid *g, int row)
{
    const char *session = rep_grid_session(g, row);
    struct zj_arena a = {0};

    if (session) {
        pack(p, session);
        rep_put(&p->lines, ";");
    }
    rep_put(&p->lines, row % 2 ? "" : "w");
    pack(p, rep_week_row_head(&a, g, row));
    for (int d = 0; d < g->in->n_days; d++) {
        rep_put(&p->lines, ",");
        pack_list(p, rep_grid_cell(g, row, d), "+");
    }
    zj_arena_release(&a);
}

void rep_pack_week(struct rep_packed *p, const struct rep_page_week *w)
{
    const struct rep_grid *g = &w->week.grid;
    bool first = true;

    pack(p, w->title);
    for (int k = 0; k < REP_N_KEYS; k++) {
        rep_put(&p->lines, "/");
        pack_list(p, &w->key[k], ",");
    }
    rep_put(&p->lines, "/");
    pack_list(p, &w->note, ",");
    rep_put(&p->lines, "/");
    for (int row = 0; row < rep_grid_n_rows(g); row++) {
        if (rep_grid_height(g, row) == 0)
            continue;
        rep_put(&p->lines, first ? "" : ";");
        pack_row(p, g, row);
        first = false;
    }
    rep_put(&p->lines, "\n");
}

void rep_packed_close(struct rep_markup *m, struct rep_packed *p)
{
    rep_put(m, "<div class=\"packed\" hidden=\"hidden\"><div>");
    for (int i = 0; i < p->words.n; i++)
        rep_put(m, i ? "\n%s" : "%s", p->words.text[i]);
    rep_put(m, "</div><div>");
    rep_put_bytes(m, p->lines.bytes, p->lines.n - 1); /* without the last newline */
    rep_put(m, "</div></div>\n");
    rep_markup_release(&p->lines);
    zj_intern_release(&p->words);
    zj_arena_release(&p->arena);
}
