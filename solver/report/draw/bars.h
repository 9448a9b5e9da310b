/*
 * bars.h - lines with a name and one or two bars: before and after, or how much and how much there may be.
 */
#ifndef ZJ_REPORT_DRAW_BARS_H
#define ZJ_REPORT_DRAW_BARS_H

#include "solver/report/draw/draw.h"

struct rep_bar {
    const char *name;      /* on two lines where it is long */
    int64_t before, after; /* in tenths where `tenths` is set; before ZJ_NO_VALUE: no such bar */
    int64_t limit;         /* a mark across the bars; ZJ_NO_VALUE: none */
    int order;             /* among equals; for the one who sorts */
    const char *note;      /* behind the bars; NULL: the numbers alone */
};

struct rep_bars {
    struct rep_bar *v; /* heap */
    int n, cap;
    bool tenths;
    int left_out; /* lines that are not drawn; the last picture says how many */
    const char *description, *before, *after, *limit; /* what the bars and the mark are; translated */
    struct zj_arena arena;                            /* of names and notes */
};

/* Periods that nobody covers, by school: none of them has a bar when every period has a teacher. */
void rep_bars_of_gaps(struct rep_bars *b, const struct rep_case *r);
/* The load of schools, teachers or leads, by the model of the plan. */
void rep_bars_of_load(struct rep_bars *b, const struct rep_case *r);
/* So many pictures show them, at least one; draw one of them, from 0. */
int rep_bars_parts(const struct rep_bars *b);
void rep_draw_bars(struct rep_markup *m, const struct rep_bars *b, int part, struct rep_drawing *d);
void rep_bars_release(struct rep_bars *b);

#endif
