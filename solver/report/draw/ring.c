/*
 * ring.c - a community without a map: its leads in the middle, its members around them.
 *
 * Members stand on an ellipse at even heights, first down the right side and then down the left, so that
 * every name has a line of its own.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/flows.h"
#include "solver/report/draw/svg.h"

#include <math.h>
#include <stdlib.h>

enum { TOP = 70, STEP = 140, RADIUS = 250, MIDDLE = REP_DRAW_WIDTH / 2, NAME = 258, NAME_LINES = 3 };

/* Heights of n schools around the middle. */
static int height_of(int i, int n, int middle)
{
    return middle + (2 * i - (n - 1)) * STEP / 2;
}

static void place(const struct rep_group *g, int middle, struct rep_point *at)
{
    const int right = (g->n_members + 1) / 2, left = g->n_members / 2;
    const double reach = right * STEP / 2.0 + STEP / 2.0;

    for (int i = 0; i < g->n_leads; i++)
        at[g->lead[i]] = (struct rep_point){MIDDLE, height_of(i, g->n_leads, middle), true};
    for (int i = 0; i < g->n_members; i++) {
        int y = i < right ? height_of(i, right, middle) : height_of(i - right, left, middle);
        double off = (y - middle) / reach;
        int x = (int)(RADIUS * sqrt(1 - off * off) + 0.5);
        at[g->member[i]] = (struct rep_point){i < right ? MIDDLE + x : MIDDLE - x, y, true};
    }
}

static void draw_names(struct rep_markup *m, const struct rep_case *r, const struct rep_group *g,
                       const struct rep_point *at)
{
    for (int i = 0; i < g->n_members; i++) {
        const struct zj_school *s = &r->in->school[g->member[i]];
        const struct rep_point *p = &at[g->member[i]];
        const bool right = p->x >= MIDDLE;
        const enum rep_anchor anchor = right ? REP_START : REP_END;
        const int x = right ? p->x + 28 : p->x - 28;
        rep_draw_school(m, s, p);
        const int room = right ? REP_DRAW_WIDTH - x : x;
        const int more = rep_svg_lines(NULL, 0, 0, "", anchor, room, NAME_LINES, s->name) - 1;
        rep_svg_lines(m, x, p->y + 2 - more * REP_DRAW_LINE / 2, "", anchor, room, NAME_LINES, s->name);
        rep_svg_text(m, x, p->y + 30 + more * REP_DRAW_LINE / 2, "soft", anchor, NAME, s->id);
    }
    for (int i = 0; i < g->n_leads; i++) {
        const struct zj_school *s = &r->in->school[g->lead[i]];
        const struct rep_point *p = &at[g->lead[i]];
        rep_draw_school(m, s, p);
        rep_svg_text(m, p->x, p->y + 48, "halo strong", REP_MIDDLE, 2 * RADIUS - 60, s->name);
    }
}

static int rows_of(const struct rep_group *g)
{
    const int right = (g->n_members + 1) / 2;

    return right > g->n_leads ? right : g->n_leads;
}

void rep_draw_ring(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *all, int group,
                   struct rep_drawing *d)
{
    const struct rep_group *g = &all->group[group];
    struct rep_point *at = zj_calloc((size_t)r->in->n_schools, sizeof *at);
    const int ring = rows_of(g) * STEP + STEP / 2, end = TOP + ring;
    struct zj_arena a = {0};

    d->height = end + rep_legend_height(r) + 20;
    rep_svg_open(m, d->id, d->height, d->title,
                 zj_printf(&a,
                           _("schools: %d leads in the middle, %d members around them; the arrows are in "
                             "the tables too"),
                           g->n_leads, g->n_members));
    rep_svg_text(m, MIDDLE, 48, "head", REP_MIDDLE, REP_DRAW_WIDTH, d->title);
    place(g, TOP + ring / 2, at);
    rep_draw_flows(m, r, all, at);
    draw_names(m, r, g, at);
    rep_draw_legend(m, r, end + 30);
    rep_svg_close(m);
    zj_arena_release(&a);
    free(at);
}
