/*
 * flows.h - arrows between points: as wide as what flows, bent so that two ways do not cover each other.
 */
#ifndef ZJ_REPORT_DRAW_FLOWS_H
#define ZJ_REPORT_DRAW_FLOWS_H

#include "solver/report/draw/groups.h"
#include "solver/report/markup.h"

struct rep_point {
    int x, y;
    bool shown; /* the school stands in this picture */
};

/* Draw every flow between two schools that are shown; at[school]. Numbers stand on the arrows. */
void rep_draw_flows(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *g,
                    const struct rep_point *at);
/* What the arrows say: lines of text, the first at y. */
void rep_draw_legend(struct rep_markup *m, const struct rep_case *r, int y);
/* The height that it takes. */
int rep_legend_height(const struct rep_case *r);
/* A school: a square for leads, a circle for members. */
void rep_draw_school(struct rep_markup *m, const struct zj_school *s, const struct rep_point *at);

#endif
