#include "solver/report/draw/flows.h"

#include "solver/base/i18n.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <math.h>

enum {
    WIDEST = 36,
    NARROWEST = 4,
    UNITS_EACH = 5,
    BEND = 34,
    NODE = 18,
    LEGEND_LINE = 40,
    LEGEND_LEFT = 40,
    SAMPLES = 3
};

/* A curve of the second degree: from a over the control point c to b. */
struct curve {
    double ax, ay, cx, cy, bx, by;
};

static struct curve curve_of(const struct rep_point *a, const struct rep_point *b, int lane)
{
    struct curve q = {a->x, a->y, 0, 0, b->x, b->y};
    double dx = q.bx - q.ax, dy = q.by - q.ay, length = sqrt(dx * dx + dy * dy);
    double bend = BEND * (lane + 1);

    if (length < 1)
        length = 1;
    q.cx = (q.ax + q.bx) / 2 - dy / length * bend;
    q.cy = (q.ay + q.by) / 2 + dx / length * bend;
    return q;
}

static int whole(double x)
{
    return (int)floor(x + 0.5);
}

/* The point of the curve at t in [0, 1], moved `side` to the right of its direction. */
static struct rep_point point_on(const struct curve *q, double t, double along, double side)
{
    double u = 1 - t;
    double x = u * u * q->ax + 2 * u * t * q->cx + t * t * q->bx;
    double y = u * u * q->ay + 2 * u * t * q->cy + t * t * q->by;
    double dx = u * (q->cx - q->ax) + t * (q->bx - q->cx), dy = u * (q->cy - q->ay) + t * (q->by - q->cy);
    double length = sqrt(dx * dx + dy * dy);

    if (length < 1)
        length = 1;
    return (struct rep_point){whole(x + (dx * along - dy * side) / length),
                              whole(y + (dy * along + dx * side) / length), true};
}

static int width_of(int count, int most)
{
    int each = UNITS_EACH * most > WIDEST ? WIDEST * count / most : UNITS_EACH * count;

    return each < NARROWEST ? NARROWEST : each;
}

/*
 * How far along the arrow its number stands: near the end that is no lead, where fewer ways meet, each kind
 * a little further from it. The head stands further on the side of the lead.
 */
static double place_of_count(const struct zj_instance *in, const struct rep_flow *f)
{
    const bool from_lead = in->school[f->from].role == ZJ_LEAD, to_lead = in->school[f->to].role == ZJ_LEAD;
    const double off = 0.07 * (f->kind > 1 ? f->kind - 1 : 0);

    return from_lead == to_lead ? 0.4 : from_lead ? 0.7 - off : 0.3 + off;
}

static double place_of_head(const struct zj_instance *in, const struct rep_flow *f)
{
    return place_of_count(in, f) < 0.5 ? 0.56 : 0.46;
}

static void draw_head(struct rep_markup *m, const struct curve *q, double place, int width, int colour)
{
    double half = width / 2.0 + 9;
    struct rep_point tip = point_on(q, place, half + 5, 0), left = point_on(q, place, -half, half);
    struct rep_point right = point_on(q, place, -half, -half);

    rep_put(m, "<path d=\"M%d %dL%d %dL%d %dZ\" class=\"%s\"/>\n", tip.x, tip.y, left.x, left.y, right.x,
            right.y, rep_svg_area(colour));
}

/* What follows the path of a stroke: its colour, and a pattern for those who do not tell colours apart. */
static void put_stroke(struct rep_markup *m, int colour, int width)
{
    rep_put(m, " class=\"flow %s\" stroke-width=\"%d\"", rep_svg_stroke(colour), width);
    if (colour > 0)
        rep_put(m, " stroke-dasharray=\"%d %d\"", 8 * colour + 8, 6);
    rep_put(m, "/>\n");
}

static void draw_flow(struct rep_markup *m, const struct rep_case *r, const struct rep_flow *f,
                      const struct rep_point *at, int width)
{
    const int colour = f->kind < 0 ? 0 : f->kind;
    const struct curve q = curve_of(&at[f->from], &at[f->to], colour);

    rep_put(m, "<path d=\"M%d %dQ%d %d %d %d\"", whole(q.ax), whole(q.ay), whole(q.cx), whole(q.cy),
            whole(q.bx), whole(q.by));
    put_stroke(m, colour, width);
    draw_head(m, &q, place_of_head(r->in, f), width, colour);
}

static void draw_count(struct rep_markup *m, const struct rep_case *r, const struct rep_flow *f,
                       const struct rep_point *at)
{
    const struct curve q = curve_of(&at[f->from], &at[f->to], f->kind < 0 ? 0 : f->kind);
    const struct rep_point p = point_on(&q, place_of_count(r->in, f), 0, 0);
    struct zj_arena a = {0};

    if (r->plan->model == ZJ_PAIRING && f->count == ZJ_NONE)
        return;
    rep_svg_text(m, p.x, p.y + 9, "halo", REP_MIDDLE, 0,
                 r->plan->model == ZJ_PAIRING ? zj_printf(&a, _("%d min"), f->count)
                                              : zj_printf(&a, "%d", f->count));
    zj_arena_release(&a);
}

void rep_draw_flows(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *g,
                    const struct rep_point *at)
{
    const bool pairs = r->plan->model == ZJ_PAIRING;
    int most = 1;

    for (int i = 0; i < g->n_flows && !pairs; i++)
        if (g->flow[i].count > most)
            most = g->flow[i].count;
    for (int i = 0; i < g->n_flows; i++)
        if (at[g->flow[i].from].shown && at[g->flow[i].to].shown)
            draw_flow(m, r, &g->flow[i], at, pairs ? 8 : width_of(g->flow[i].count, most));
    for (int i = 0; i < g->n_flows; i++)
        if (at[g->flow[i].from].shown && at[g->flow[i].to].shown)
            draw_count(m, r, &g->flow[i], at);
}

/* Samples of the kinds stand in rows of three. */
static void draw_sample(struct rep_markup *m, int x, int y, int kind, const char *text)
{
    rep_put(m, "<path d=\"M%d %dh70\"", x, y - 9);
    put_stroke(m, kind < 0 ? 0 : kind, 12);
    rep_svg_text(m, x + 84, y, "soft", REP_START, kind < 0 ? 0 : 220, text);
}

int rep_legend_height(const struct rep_case *r)
{
    const int n = r->plan->model == ZJ_SECONDMENT ? (r->pol->n_kinds + SAMPLES - 1) / SAMPLES : 0;

    return LEGEND_LINE * (n + 1);
}

void rep_draw_legend(struct rep_markup *m, const struct rep_case *r, int y)
{
    const int height = rep_legend_height(r);

    if (r->plan->model != ZJ_SECONDMENT) {
        draw_sample(m, LEGEND_LEFT, y, -1,
                    r->plan->model == ZJ_PAIRING ? _("from the lead to the member, one way")
                                                 : _("ways of a week; the wider the more"));
        return;
    }
    for (int k = 0; k < r->pol->n_kinds; k++)
        draw_sample(m, LEGEND_LEFT + 320 * (k % SAMPLES), y + LEGEND_LINE * (k / SAMPLES), k,
                    rep_kind_text(zj_word(r->in, r->pol->kind[k].name)));
    rep_svg_text(m, LEGEND_LEFT, y + height - LEGEND_LINE, "soft", REP_START, 0,
                 _("numbers: postings of the whole plan; the wider the more; a square is a lead"));
}

void rep_draw_school(struct rep_markup *m, const struct zj_school *s, const struct rep_point *at)
{
    if (s->role == ZJ_LEAD)
        rep_put(m, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" class=\"node lead\"/>\n",
                at->x - NODE, at->y - NODE, 2 * NODE, 2 * NODE);
    else
        rep_put(m, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" class=\"node\"/>\n", at->x, at->y, NODE - 3);
}
