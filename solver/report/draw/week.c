/*
 * week.c - a timetable as a picture: days are columns, periods rows, ways shaded and named between them.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <string.h>

enum { TOP = 140, LINE = 30, PAD = 8, LEFT = 150, EDGE = 16, FOOT = 60, LETTER = 12 };

static int column_at(const struct zj_instance *in, int day)
{
    return LEFT + (REP_DRAW_WIDTH - EDGE - LEFT) * day / in->n_days;
}

/* Put the lines of a cell one below the other, broken where too long; m may be NULL. Their number. */
static int put_lines(struct rep_markup *m, const struct rep_lines *c, int x, int y, int columns)
{
    struct zj_arena a = {0};
    int n = 0;

    for (int i = 0; i < c->n; i++) {
        const char *text = c->v[i];
        while (*text) {
            const size_t length = rep_svg_fit(text, columns);
            if (length == 0) /* a column narrower than a letter */
                break;
            if (m)
                rep_svg_text(m, x, y + n * LINE, "", REP_START, 0, zj_strndup(&a, text, length));
            text += length;
            text += strspn(text, " ");
            n++;
        }
    }
    zj_arena_release(&a);
    return n;
}

static int columns_of(const struct zj_instance *in, int day)
{
    return (column_at(in, day + 1) - column_at(in, day) - PAD) / LETTER;
}

static int row_height(const struct rep_grid *g, int row)
{
    int most = row % 2 == 1 ? 2 : 0; /* a period takes two lines, its number and its time */

    for (int d = 0; d < g->in->n_days; d++) {
        const int n = put_lines(NULL, rep_grid_cell(g, row, d), 0, 0, columns_of(g->in, d));
        most = n > most ? n : most;
    }
    return most == 0 ? 0 : most * LINE + 2 * PAD;
}

static void draw_label(struct rep_markup *m, const struct rep_grid *g, int row, int y)
{
    struct zj_arena a = {0};

    if (row % 2 == 0) {
        rep_svg_text(m, EDGE, y + PAD + 24, "soft", REP_START, LEFT - EDGE, _("on the way"));
    } else {
        const struct zj_period *p = &g->periods->v[row / 2];
        rep_svg_text(m, EDGE, y + PAD + 24, "strong", REP_START, LEFT - EDGE,
                     zj_printf(&a, _("period %d"), p->id));
        rep_svg_text(m, EDGE, y + PAD + 24 + LINE, "soft", REP_START, 0,
                     zj_printf(&a, "%s-%s", rep_clock(&a, p->start), rep_clock(&a, p->end)));
    }
    zj_arena_release(&a);
}

static void draw_row(struct rep_markup *m, const struct rep_grid *g, int row, int y, int height)
{
    draw_label(m, g, row, y);
    for (int d = 0; d < g->in->n_days; d++) {
        const struct rep_lines *c = rep_grid_cell(g, row, d);
        const int x = column_at(g->in, d), width = column_at(g->in, d + 1) - x;
        if (c->n > 0)
            rep_svg_rect(m, x, y, width, height, row % 2 ? "cell" : "way");
        put_lines(m, c, x + PAD, y + PAD + 24, columns_of(g->in, d));
    }
    rep_svg_line(m, EDGE, y + height, REP_DRAW_WIDTH - EDGE, y + height, "grid");
}

static int total_height(const struct rep_grid *g)
{
    int y = TOP;

    for (int row = 0; row < rep_grid_n_rows(g); row++)
        y += row_height(g, row);
    return y;
}

void rep_draw_week(struct rep_markup *m, const struct rep_case *r, struct rep_who who, struct rep_drawing *d)
{
    struct rep_week w;
    struct zj_arena a = {0};
    int y = TOP;

    rep_week_init(&w, r->in, r->plan, who, true);
    const int end = total_height(&w.grid);
    d->height = end + FOOT;
    rep_svg_open(m, d->id, d->height, d->title, _("a week; the page has it as a table"));
    rep_svg_text(m, EDGE, 48, "head", REP_START, REP_DRAW_WIDTH - 2 * EDGE - 200, d->title);
    for (int day = 0; day < r->in->n_days; day++)
        rep_svg_text(m, (column_at(r->in, day) + column_at(r->in, day + 1)) / 2, TOP - 16, "strong",
                     REP_MIDDLE, 0, rep_week_word(r->in->day[day]));
    rep_svg_line(m, EDGE, TOP, REP_DRAW_WIDTH - EDGE, TOP, "line");
    for (int row = 0; row < rep_grid_n_rows(&w.grid); row++) {
        const int height = row_height(&w.grid, row);
        if (height > 0)
            draw_row(m, &w.grid, row, y, height);
        y += height;
    }
    for (int day = 0; day <= r->in->n_days; day++)
        rep_svg_line(m, column_at(r->in, day), TOP - 46, column_at(r->in, day), end, "grid");
    if (who.teacher >= 0)
        rep_svg_text(m, EDGE, end + 40, "soft", REP_START, 0, rep_week_sums(&a, r->plan, who.teacher));
    rep_svg_close(m);
    rep_week_release(&w);
    zj_arena_release(&a);
}
