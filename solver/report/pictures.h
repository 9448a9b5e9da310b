/*
 * pictures.h - the pictures that a case has, drawn: for the page and for files alike.
 */
#ifndef ZJ_REPORT_PICTURES_H
#define ZJ_REPORT_PICTURES_H

#include "solver/report/draw/draw.h"

enum rep_chapter {
    REP_MAP,
    REP_TERMS,
    REP_BALANCE,
    REP_LADDER,
    REP_AGES,
    REP_WEEKS,
    REP_YEAR,
    REP_N_CHAPTERS
};

struct rep_picture {
    enum rep_chapter chapter;
    struct rep_drawing drawing; /* id: "map-1", "terms-1", "ages-m", "week-T0007", … */
    struct rep_markup svg;
};

struct rep_pictures {
    struct zj_arena arena;
    struct rep_picture *v; /* heap */
    int n, cap;
};

/* Draw those of one chapter; one that has nothing to show for the case stays empty. Appends. */
void rep_pictures_add(struct rep_pictures *p, const struct rep_case *r, enum rep_chapter chapter);
void rep_pictures_release(struct rep_pictures *p);

#endif
