/*
 * terms.c - a line for each teacher who is posted, a column for each term, a bar for each posting.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <string.h>

enum { TOP = 130, LINE = 44, LEFT = 250, EDGE = 20, BAR = 34, NARROW = 200 };
enum { MOST_LINES = 26 }; /* of a picture that a phone still shows, and that stays below 300 kB */

static int column_at(const struct zj_instance *in, int term)
{
    return LEFT + (REP_DRAW_WIDTH - EDGE - LEFT) * term / in->n_terms;
}

/* Lines of the picture: postings are sorted by teacher. */
static int n_lines(const struct rep_case *r, const struct rep_group *g)
{
    const struct zj_postings *p = &r->plan->postings;
    int n = 0, last = -1;

    for (int i = 0; i < p->n; i++) {
        n += p->v[i].teacher != last && rep_group_has(g, p->v[i].from);
        last = p->v[i].teacher;
    }
    return n;
}

int rep_terms_parts(const struct rep_case *r, const struct rep_group *g)
{
    return r->plan->model == ZJ_SECONDMENT ? (n_lines(r, g) + MOST_LINES - 1) / MOST_LINES : 0;
}

static void draw_frame(struct rep_markup *m, const struct zj_instance *in, int end)
{
    for (int t = 0; t <= in->n_terms; t++)
        rep_svg_line(m, column_at(in, t), TOP - 40, column_at(in, t), end, "grid");
    for (int t = 0; t < in->n_terms; t++)
        rep_svg_text(m, (column_at(in, t) + column_at(in, t + 1)) / 2, TOP - 14, "strong", REP_MIDDLE,
                     column_at(in, t + 1) - column_at(in, t), in->term[t].id);
}

static void draw_head(struct rep_markup *m, const struct zj_teacher *t, int y)
{
    struct zj_arena a = {0};

    rep_svg_line(m, EDGE, y, REP_DRAW_WIDTH - EDGE, y, "grid");
    rep_svg_text(m, EDGE, y + LINE / 2 + 9, "", REP_START, LEFT - EDGE - 10,
                 zj_printf(&a, "%s %s", t->id, t->name));
    zj_arena_release(&a);
}

static void draw_posting(struct rep_markup *m, const struct rep_case *r, const struct zj_posting *p, int y)
{
    const int x = column_at(r->in, p->start) + 3, end = column_at(r->in, p->start + p->terms) - 3;
    const char *kind = rep_kind_text(zj_word(r->in, r->pol->kind[p->kind].name));
    struct zj_arena a = {0};

    rep_svg_rect(m, x, y + (LINE - BAR) / 2, end - x, BAR, rep_svg_area(p->kind));
    rep_svg_text(m, x + 8, y + LINE / 2 + 9, "on", REP_START, end - x - 12,
                 end - x < NARROW ? zj_printf(&a, "%s %s", kind, r->in->school[p->to].id)
                                  : zj_printf(&a, _("%s: %s"), kind, r->in->school[p->to].name));
    zj_arena_release(&a);
}

void rep_draw_terms(struct rep_markup *m, const struct rep_case *r, const struct rep_group *g, int part,
                    struct rep_drawing *d)
{
    const struct zj_postings *p = &r->plan->postings;
    const int all = n_lines(r, g), parts = rep_terms_parts(r, g);
    const int first = all * part / parts, n = all * (part + 1) / parts - first, end = TOP + n * LINE;
    struct zj_arena a = {0};
    int line = -1 - first, last = -1;

    d->height = end + EDGE;
    rep_svg_open(m, d->id, d->height, d->title,
                 zj_printf(&a, _("teachers who are posted: %d; the same is in the table of postings"), n));
    rep_svg_text(m, EDGE, 48, "head", REP_START, REP_DRAW_WIDTH - EDGE, d->title);
    draw_frame(m, r->in, end);
    for (int i = 0; i < p->n; i++) {
        if (!rep_group_has(g, p->v[i].from))
            continue;
        const bool is_next = p->v[i].teacher != last;
        last = p->v[i].teacher;
        line += is_next;
        if (line >= 0 && line < n && is_next)
            draw_head(m, &r->in->teacher[last], TOP + line * LINE);
        if (line >= 0 && line < n)
            draw_posting(m, r, &p->v[i], TOP + line * LINE);
    }
    rep_svg_close(m);
    zj_arena_release(&a);
}
