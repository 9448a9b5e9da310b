/*
 * svg.h - the strokes that every picture is drawn with.
 *
 * Pictures are 1080 units wide and their text is 24 units high, so that a phone that shows one full width
 * shows it legibly. Colours come from classes (html/picture.css), light or dark as the reader has it; what a
 * colour says is said by a pattern, a number or a word too.
 */
#ifndef ZJ_REPORT_DRAW_SVG_H
#define ZJ_REPORT_DRAW_SVG_H

#include "solver/report/markup.h"

enum { REP_DRAW_WIDTH = 1080, REP_N_COLOURS = 6, REP_DRAW_LINE = 29 };
enum rep_anchor { REP_START, REP_MIDDLE, REP_END };

/* <svg> with its name for those who do not see it. `id` is made of letters, digits and -. */
void rep_svg_open(struct rep_markup *m, const char *id, int height, const char *title,
                  const char *description);
void rep_svg_close(struct rep_markup *m);
/* A line of text of this class, cut with an ellipsis to the width (0: as it is). */
void rep_svg_text(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor, int width,
                  const char *text);
/* Units that the text takes on one line, at most. */
int rep_svg_width(const char *text);
/* Bytes of the text that fit so many columns: up to the last blank, or as many letters as fit. */
size_t rep_svg_fit(const char *text, int columns);
/* A text on as many lines as it takes, REP_DRAW_LINE apart, the last of `most` cut. m NULL: only how many. */
int rep_svg_lines(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor, int width,
                  int most, const char *text);
/* The same for a number. */
void rep_svg_number(struct rep_markup *m, int x, int y, const char *class, enum rep_anchor anchor,
                    long long n);
void rep_svg_rect(struct rep_markup *m, int x, int y, int width, int height, const char *class);
void rep_svg_line(struct rep_markup *m, int x1, int y1, int x2, int y2, const char *class);
/* The class of the colour for number i (0, 1, …), as area and as stroke; colours repeat. */
const char *rep_svg_area(int i);
const char *rep_svg_stroke(int i);

#endif
