/*
 * bars.h - lines with a name and one or two bars: before and after, or how much and how much there may be.
 */
#ifndef ZJ_REPORT_DRAW_BARS_H
#define ZJ_REPORT_DRAW_BARS_H

#include "solver/report/draw/draw.h"

struct rep_bar {
    const char *name;      /* cut where it is too long */
    int64_t before, after; /* in tenths where `tenths` is set; before ZJ_NO_VALUE: no such bar */
    int64_t limit;         /* a mark across the bars; ZJ_NO_VALUE: none */
    int order;             /* among equals; for the one who sorts */
    const char *note;      /* behind the bars; NULL: the numbers alone */
};

struct rep_bars {
    struct rep_bar *v; /* heap */
    int n, cap;
    bool tenths;
    const char *description, *before, *after, *limit; /* what the bars and the mark are; translated */
};

/* Draw and free the bars. */
void rep_draw_bars(struct rep_markup *m, struct rep_bars *b, struct rep_drawing *d);

#endif
