#include "solver/report/draw/bars.h"

#include "solver/base/i18n.h"
#include "solver/report/draw/svg.h"

#include <stdlib.h>

enum { TOP = 130, LINE = 56, BAR = 20, LEFT = 350, RIGHT = 760, EDGE = 20, NAME = LEFT - EDGE - 12 };
enum { MOST_LINES = 30 }; /* of a picture that a phone still shows, and that stays below 300 kB */

static int length_of(int64_t value, int64_t most)
{
    return (int)((RIGHT - LEFT) * value / most);
}

static int64_t largest(const struct rep_bars *b)
{
    int64_t most = 1;

    for (int i = 0; i < b->n; i++) {
        const struct rep_bar *x = &b->v[i];
        most = x->before > most ? x->before : most;
        most = x->after > most ? x->after : most;
        most = x->limit > most ? x->limit : most;
    }
    return most;
}

static const char *number_text(struct zj_arena *a, const struct rep_bars *b, int64_t n)
{
    return b->tenths ? zj_printf(a, "%lld.%lld", (long long)(n / 10), (long long)(n % 10))
                     : zj_printf(a, "%lld", (long long)n);
}

static void draw_line(struct rep_markup *m, const struct rep_bars *b, const struct rep_bar *x, int y,
                      int64_t most)
{
    const bool two = x->before != ZJ_NO_VALUE;
    struct zj_arena a = {0};
    const char *numbers = number_text(&a, b, x->after);

    const int lines = rep_svg_lines(NULL, 0, 0, "", REP_START, NAME, 2, x->name);
    rep_svg_lines(m, EDGE, lines > 1 ? y + 21 : y + 33, "", REP_START, NAME, 2, x->name);
    if (two) {
        rep_svg_rect(m, LEFT, y + 6, length_of(x->before, most), BAR, "pale");
        numbers = zj_printf(&a, "%s → %s", number_text(&a, b, x->before), numbers);
    }
    rep_svg_rect(m, LEFT, two ? y + 6 + BAR : y + 14, length_of(x->after, most), two ? BAR : 28, "c1");
    if (x->limit != ZJ_NO_VALUE)
        rep_svg_line(m, LEFT + length_of(x->limit, most), y + 4, LEFT + length_of(x->limit, most),
                     y + LINE - 4, "limit");
    rep_svg_text(m, RIGHT + 16, y + 33, "", REP_START, REP_DRAW_WIDTH - RIGHT - 20,
                 x->note ? zj_printf(&a, "%s  %s", numbers, x->note) : numbers);
    zj_arena_release(&a);
}

static void draw_key(struct rep_markup *m, const struct rep_bars *b)
{
    int x = EDGE;

    if (b->before) {
        rep_svg_rect(m, x, 78, 40, BAR, "pale");
        rep_svg_text(m, x + 52, 97, "soft", REP_START, 260, b->before);
        x += 330;
    }
    rep_svg_rect(m, x, 78, 40, BAR, "c1");
    rep_svg_text(m, x + 52, 97, "soft", REP_START, 260, b->after);
    if (b->limit) {
        rep_svg_line(m, x + 360, 72, x + 360, 104, "limit");
        rep_svg_text(m, x + 376, 97, "soft", REP_START, 0, b->limit);
    }
}

int rep_bars_parts(const struct rep_bars *b)
{
    return b->n > MOST_LINES ? (b->n + MOST_LINES - 1) / MOST_LINES : 1;
}

void rep_draw_bars(struct rep_markup *m, const struct rep_bars *b, int part, struct rep_drawing *d)
{
    const int64_t most = largest(b);
    const int parts = rep_bars_parts(b), first = b->n * part / parts, n = b->n * (part + 1) / parts - first;
    const bool with_rest = part == parts - 1 && b->left_out > 0;
    struct zj_arena a = {0};

    d->height = TOP + (n + with_rest) * LINE + EDGE;
    rep_svg_open(m, d->id, d->height, d->title, b->description);
    rep_svg_text(m, EDGE, 48, "head", REP_START, REP_DRAW_WIDTH - EDGE, d->title);
    draw_key(m, b);
    for (int i = 0; i < n; i++)
        draw_line(m, b, &b->v[first + i], TOP + i * LINE, most);
    if (with_rest)
        rep_svg_text(m, EDGE, TOP + n * LINE + 33, "soft", REP_START, 0,
                     zj_printf(&a, _("the longest bars; not drawn: %d"), b->left_out));
    rep_svg_close(m);
    zj_arena_release(&a);
}

void rep_bars_release(struct rep_bars *b)
{
    free(b->v);
    zj_arena_release(&b->arena);
}
