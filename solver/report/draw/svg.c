#include "solver/report/draw/svg.h"

#include "solver/report/table.h"

#include <stdbool.h>
#include <string.h>

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

int rep_svg_width(const char *text)
{
    return rep_width(text) * UNITS_A_COLUMN;
}

/* Bytes of the letters that fit; *blank: of those up to the last blank among them, 0 = none. */
static size_t letters_that_fit(const char *text, int columns, size_t *blank)
{
    struct zj_arena a = {0};
    size_t n = 0;

    *blank = 0;

    while (text[n]) {
        size_t next = n + 1;
        while ((text[next] & 0xC0) == 0x80) /* the rest of a letter in UTF-8 */
            next++;
        if (rep_width(zj_strndup(&a, text, next)) > columns)
            break;
        if (text[n] == ' ')
            *blank = n;
        n = next;
    }
    zj_arena_release(&a);
    return n;
}

size_t rep_svg_fit(const char *text, int columns)
{
    size_t blank, n = letters_that_fit(text, columns, &blank);

    return text[n] && blank > 0 ? blank : n;
}

/* No line begins with a sign that closes: the letter before it goes down with it. */
static size_t before_closing(const char *text, size_t n)
{
    static const char *const closing[] = {"，", "。", "；", "：", "、", "！", "？", "）", "》", "”", "」"};
    size_t i = 0, back = n;

    while (i < sizeof closing / sizeof closing[0] && strncmp(text + n, closing[i], strlen(closing[i])) != 0)
        i++;
    if (i == sizeof closing / sizeof closing[0] || n == 0)
        return n;
    do
        back--;
    while (back > 0 && (text[back] & 0xC0) == 0x80);
    return back > 0 ? back : n;
}

/* A line may end within Chinese: a blank early in it would leave it nearly empty. */
static size_t line_of(const char *text, int columns)
{
    size_t blank, n = letters_that_fit(text, columns, &blank);
    const bool in_word = text[n] && (text[n] & 0x80) == 0;

    return text[n] && blank > (in_word ? 0 : n / 2) ? blank : before_closing(text, n);
}

int rep_svg_lines(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor, int width,
                  int most, const char *text)
{
    struct zj_arena a = {0};
    int n = 0;

    for (; *text && n < most; n++) {
        const size_t length = line_of(text, width / UNITS_A_COLUMN);
        const bool is_last = n == most - 1 || length == 0;
        if (m)
            rep_svg_text(m, x, y + n * REP_DRAW_LINE, class, anchor, is_last ? width : 0,
                         is_last ? text : zj_strndup(&a, text, length));
        text = is_last ? "" : text + length;
        text += strspn(text, " ");
    }
    zj_arena_release(&a);
    return n;
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
