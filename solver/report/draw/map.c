/*
 * map.c - the schools where they are: longitude and latitude on a plane, the ways between them.
 *
 * A county is small: the plane touches the earth at the middle latitude, which no road would notice. Schools
 * that stand at one place are moved apart, a circle around it.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/flows.h"
#include "solver/report/draw/svg.h"

#include <math.h>
#include <stdlib.h>

enum { TOP = 80, EDGE = 180, HIGHEST = 1100, APART = 46, LINE = 30 };

bool rep_has_map(const struct zj_instance *in)
{
    int places = 0;

    for (int s = 0; s < in->n_schools; s++) {
        const struct zj_school *x = &in->school[s];
        if (!x->has_coordinates)
            return false;
        places += x->lat_e6 != in->school[0].lat_e6 || x->lon_e6 != in->school[0].lon_e6;
    }
    return places > 0;
}

struct extent {
    double west, east, south, north; /* degrees; the first two as long as degrees of latitude */
    double narrow;                   /* length of a degree of longitude in those of latitude */
};

static struct extent extent_of(const struct zj_instance *in)
{
    struct extent e = {1e9, -1e9, 1e9, -1e9, 1};

    for (int s = 0; s < in->n_schools; s++) {
        e.south = fmin(e.south, in->school[s].lat_e6 / 1e6);
        e.north = fmax(e.north, in->school[s].lat_e6 / 1e6);
    }
    e.narrow = cos((e.south + e.north) / 2 * 3.14159265358979 / 180);
    for (int s = 0; s < in->n_schools; s++) {
        e.west = fmin(e.west, in->school[s].lon_e6 / 1e6 * e.narrow);
        e.east = fmax(e.east, in->school[s].lon_e6 / 1e6 * e.narrow);
    }
    return e;
}

/* How many of the schools before this one stand at its place. */
static int rank_at_place(const struct zj_instance *in, int school)
{
    int n = 0;

    for (int s = 0; s < school; s++)
        n += in->school[s].lat_e6 == in->school[school].lat_e6 &&
             in->school[s].lon_e6 == in->school[school].lon_e6;
    return n;
}

/* Move the map down or up to where it begins; returns where it ends. Schools moved apart may lie outside. */
static int settle(struct rep_point *at, int n)
{
    int top = at[0].y, bottom = at[0].y;

    for (int s = 1; s < n; s++) {
        top = at[s].y < top ? at[s].y : top;
        bottom = at[s].y > bottom ? at[s].y : bottom;
    }
    for (int s = 0; s < n; s++)
        at[s].y += TOP + APART - top;
    return TOP + 2 * APART + bottom - top;
}

/* The points of all schools; returns where the map ends. */
static int place(const struct zj_instance *in, struct rep_point *at)
{
    const struct extent e = extent_of(in);
    const double wide = fmax(e.east - e.west, 1e-4), high = fmax(e.north - e.south, 1e-4);
    const double scale = fmin((REP_DRAW_WIDTH - 2 * EDGE) / wide, HIGHEST / high);
    const double left = (REP_DRAW_WIDTH - wide * scale) / 2;

    for (int s = 0; s < in->n_schools; s++) {
        const struct zj_school *x = &in->school[s];
        const int rank = rank_at_place(in, s);
        const double angle = 2.4 * rank, off = rank == 0 ? 0 : APART * sqrt(rank);
        at[s] = (struct rep_point){
            (int)(left + (x->lon_e6 / 1e6 * e.narrow - e.west) * scale + off * cos(angle) + 0.5),
            (int)((e.north - x->lat_e6 / 1e6) * scale + off * sin(angle) + 0.5), true};
    }
    return settle(at, in->n_schools);
}

/* A name at one of four places around its school. */
struct label {
    int x, y;
    enum rep_anchor anchor;
    int width;
};

static struct label label_at(const struct rep_point *p, int side, int width)
{
    switch (side) {
    case 0:
        return (struct label){p->x + 26, p->y + 9, REP_START, width};
    case 1:
        return (struct label){p->x - 26, p->y + 9, REP_END, width};
    case 2:
        return (struct label){p->x, p->y - 28, REP_MIDDLE, width};
    default:
        return (struct label){p->x, p->y + 46, REP_MIDDLE, width};
    }
}

static int left_of(const struct label *l)
{
    return l->anchor == REP_START ? l->x : l->anchor == REP_END ? l->x - l->width : l->x - l->width / 2;
}

/* Names that are drawn already, and schools, which no name should cover. */
static bool is_free(const struct label *l, const struct label *drawn, int n, const struct rep_point *at,
                    int n_points)
{
    const int left = left_of(l), right = left + l->width;

    if (left < 0 || right > REP_DRAW_WIDTH)
        return false;
    for (int i = 0; i < n; i++) {
        const int start = left_of(&drawn[i]), end = start + drawn[i].width;
        if (left < end && start < right && abs(l->y - drawn[i].y) < LINE)
            return false;
    }
    for (int i = 0; i < n_points; i++)
        if (at[i].x > left - 18 && at[i].x < right + 18 && at[i].y > l->y - 40 && at[i].y < l->y + 20)
            return false;
    return true;
}

/* Each school's id and name, at the first side where nothing else is; where there is none, the id alone. */
static void draw_names(struct rep_markup *m, const struct zj_instance *in, const struct rep_point *at)
{
    struct label *drawn = zj_calloc((size_t)in->n_schools, sizeof *drawn);
    struct zj_arena a = {0};
    int n = 0;

    for (int s = 0; s < in->n_schools; s++) {
        const struct zj_school *x = &in->school[s];
        const int width = rep_svg_width(x->name);
        int side = 0;
        while (side < 4) {
            struct label l = label_at(&at[s], side, width);
            if (is_free(&l, drawn, n, at, in->n_schools))
                break;
            side++;
        }
        const struct label l = label_at(&at[s], side % 4, width);
        if (side < 4)
            drawn[n++] = l;
        rep_svg_text(m, l.x, l.y, "halo", l.anchor, 0, side < 4 ? x->name : x->id);
    }
    zj_arena_release(&a);
    free(drawn);
}

void rep_draw_map(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *all,
                  struct rep_drawing *d)
{
    struct rep_point *at = zj_calloc((size_t)r->in->n_schools, sizeof *at);
    const int end = place(r->in, at);
    struct zj_arena a = {0};

    d->height = end + rep_legend_height(r) + 20;
    rep_svg_open(m, d->id, d->height, d->title,
                 zj_printf(&a, _("map of %d schools, north is up; the arrows are in the tables too"),
                           r->in->n_schools));
    rep_svg_text(m, REP_DRAW_WIDTH / 2, 48, "head", REP_MIDDLE, REP_DRAW_WIDTH, d->title);
    rep_draw_flows(m, r, all, at);
    for (int s = 0; s < r->in->n_schools; s++)
        rep_draw_school(m, &r->in->school[s], &at[s]);
    draw_names(m, r->in, at);
    rep_draw_legend(m, r, end + 30);
    rep_svg_close(m);
    zj_arena_release(&a);
    free(at);
}
