#include "solver/report/draw/svg.h"

#include "solver/report/table.h"

enum { UNITS_A_COLUMN = 13 }; /* half a Chinese character of 24 units, and a little for wide letters */

void rep_svg_open(struct rep_markup *m, const char *id, int height, const char *title,
                  const char *description)
{
    rep_put(m,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
            "aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n",
            REP_DRAW_WIDTH, height, id, id, id, title, id, description);
}

void rep_svg_close(struct rep_markup *m)
{
    rep_put(m, "</svg>\n");
}

static const char *anchor_text(enum rep_anchor anchor)
{
    static const char *const words[] = {"start", "middle", "end"};

    return words[anchor];
}

void rep_svg_text(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor, int width,
                  const char *text)
{
    struct zj_arena a = {0};

    rep_put(m, "<text x=\"%d\" y=\"%d\"", x, y);
    if (*class)
        rep_put(m, " class=\"%s\"", class);
    if (anchor != REP_START)
        rep_put(m, " text-anchor=\"%s\"", anchor_text(anchor));
    rep_put(m, ">%s</text>\n", width > 0 ? rep_clip(&a, text, width / UNITS_A_COLUMN) : text);
    zj_arena_release(&a);
}

void rep_svg_number(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor,
                    long long n)
{
    struct zj_arena a = {0};

    rep_svg_text(m, x, y, class, anchor, 0, zj_printf(&a, "%lld", n));
    zj_arena_release(&a);
}

void rep_svg_rect(struct rep_markup *m, int x, int y, int width, int height, const char *class)
{
    rep_put(m, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"%s\"/>\n", x, y, width, height,
            class);
}

void rep_svg_line(struct rep_markup *m, int x1, int y1, int x2, int y2, const char *class)
{
    rep_put(m, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"%s\"/>\n", x1, y1, x2, y2, class);
}

const char *rep_svg_area(int i)
{
    static const char *const names[REP_N_COLOURS] = {"c1", "c2", "c3", "c4", "c5", "c6"};

    return names[i % REP_N_COLOURS];
}

const char *rep_svg_stroke(int i)
{
    static const char *const names[REP_N_COLOURS] = {"f1", "f2", "f3", "f4", "f5", "f6"};

    return names[i % REP_N_COLOURS];
}
