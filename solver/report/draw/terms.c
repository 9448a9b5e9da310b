/*
 * terms.c - a line for each teacher who is posted, a column for each term, a bar for each posting.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <string.h>

enum { TOP = 130, LINE = 44, TALL = LINE + REP_DRAW_LINE, LEFT = 250, EDGE = 20, GAP = 10, NARROW = 200 };
/* Units of a picture that a phone still shows, and that stays below 300 kB. */
enum { MOST_UNITS = 26 * LINE };

/* The lines of a picture are as high as the longest name of a host asks for. */
struct frame {
    const struct rep_case *r;
    int line; /* LINE or TALL */
};

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

/* What a bar says, and the room it has for that. */
static const char *bar_text(struct zj_arena *a, const struct rep_case *r, const struct zj_posting *p,
                            int *room)
{
    const int width = column_at(r->in, p->start + p->terms) - column_at(r->in, p->start) - 6;
    const char *kind = rep_kind_text(zj_word(r->in, r->pol->kind[p->kind].name));

    *room = width - 12;
    return width < NARROW ? zj_printf(a, "%s %s", kind, r->in->school[p->to].id)
                          : zj_printf(a, _("%s: %s"), kind, r->in->school[p->to].name);
}

static int line_height(const struct rep_case *r, const struct rep_group *g)
{
    const struct zj_postings *p = &r->plan->postings;
    struct zj_arena a = {0};
    int height = LINE, room;

    for (int i = 0; i < p->n; i++) {
        const char *text = bar_text(&a, r, &p->v[i], &room);
        if (rep_group_has(g, p->v[i].from) && rep_svg_lines(NULL, 0, 0, "on", REP_START, room, 2, text) > 1)
            height = TALL;
    }
    zj_arena_release(&a);
    return height;
}

int rep_terms_parts(const struct rep_case *r, const struct rep_group *g)
{
    if (r->plan->model != ZJ_SECONDMENT)
        return 0;
    const int most = MOST_UNITS / line_height(r, g);

    return (n_lines(r, g) + most - 1) / most;
}

static void draw_frame(struct rep_markup *m, const struct zj_instance *in, int end)
{
    for (int t = 0; t <= in->n_terms; t++)
        rep_svg_line(m, column_at(in, t), TOP - 40, column_at(in, t), end, "grid");
    for (int t = 0; t < in->n_terms; t++)
        rep_svg_text(m, (column_at(in, t) + column_at(in, t + 1)) / 2, TOP - 14, "strong", REP_MIDDLE,
                     column_at(in, t + 1) - column_at(in, t), in->term[t].id);
}

static void draw_head(struct rep_markup *m, const struct frame *f, const struct zj_teacher *t, int y)
{
    struct zj_arena a = {0};

    rep_svg_line(m, EDGE, y, REP_DRAW_WIDTH - EDGE, y, "grid");
    rep_svg_text(m, EDGE, y + f->line / 2 + 9, "", REP_START, LEFT - EDGE - 10,
                 zj_printf(&a, "%s %s", t->id, t->name));
    zj_arena_release(&a);
}

static void draw_posting(struct rep_markup *m, const struct frame *f, const struct zj_posting *p, int y)
{
    const int x = column_at(f->r->in, p->start) + 3, end = column_at(f->r->in, p->start + p->terms) - 3;
    struct zj_arena a = {0};
    int room;
    const char *text = bar_text(&a, f->r, p, &room);
    const int more = rep_svg_lines(NULL, 0, 0, "on", REP_START, room, 2, text) - 1;

    rep_svg_rect(m, x, y + GAP / 2, end - x, f->line - GAP, rep_svg_area(p->kind));
    rep_svg_lines(m, x + 8, y + f->line / 2 + 9 - more * REP_DRAW_LINE / 2, "on", REP_START, room, 2, text);
    zj_arena_release(&a);
}

void rep_draw_terms(struct rep_markup *m, const struct rep_case *r, const struct rep_group *g, int part,
                    struct rep_drawing *d)
{
    const struct zj_postings *p = &r->plan->postings;
    const int all = n_lines(r, g), parts = rep_terms_parts(r, g);
    const struct frame f = {r, line_height(r, g)};
    const int first = all * part / parts, n = all * (part + 1) / parts - first, end = TOP + n * f.line;
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
            draw_head(m, &f, &r->in->teacher[last], TOP + line * f.line);
        if (line >= 0 && line < n)
            draw_posting(m, &f, &p->v[i], TOP + line * f.line);
    }
    rep_svg_close(m);
    zj_arena_release(&a);
}
