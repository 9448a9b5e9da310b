/*
 * ladder.c - the rules that count: what each asks for, and what the plan gives it, place by place.
 *
 * Places of a rule that ask for the same and have the same share a rung, which says how many they are; a
 * place that falls short has a rung of its own. Of a rule with more rungs the last says how many places there
 * are besides.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <stdlib.h>

enum { TOP = 130, RUNG = 44, HEAD = 62, LEFT = 330, RIGHT = 720, EDGE = 20, MOST_RUNGS = 12 };
enum { HEAD_LINES = 4, PLACE_LINES = 2 };
/* Units of a picture that a phone still shows, and that stays below 300 kB. */
enum { MOST_UNITS = 1150 };

struct rung {
    const struct zj_finding *f;
    int places;
};

/* The rungs of one rule, in the order of the findings. */
struct rungs {
    struct rung *v; /* heap */
    int n, cap;
    int64_t most;
};

/* The rules that ask for a number at a place and are not shown elsewhere. */
static bool counts(enum zj_rule_id id)
{
    return id == ZJ_R_quota || id == ZJ_R_exchange_rate || id == ZJ_R_cycle || id == ZJ_R_equal_exchange ||
           id == ZJ_R_mentor_capacity || id == ZJ_R_size || id == ZJ_R_coverage || id == ZJ_R_groups ||
           id == ZJ_R_load || id == ZJ_R_schools || id == ZJ_R_count || id == ZJ_R_weekly_cap ||
           id == ZJ_R_distinct_subjects;
}

static bool same_rung(const struct zj_finding *a, const struct zj_finding *b)
{
    return a->ok && b->ok && a->need == b->need && a->have == b->have;
}

static void add_rung(struct rungs *x, const struct zj_finding *f)
{
    int i = 0;

    while (i < x->n && !same_rung(x->v[i].f, f))
        i++;
    if (i == x->n) {
        ZJ_GROW(x->v, x->n, x->cap);
        x->v[x->n++] = (struct rung){.f = f};
    }
    x->v[i].places++;
    x->most = f->need > x->most ? f->need : f->have > x->most ? f->have : x->most;
}

/* What falls short comes first; then by what is set and what there is. */
static int by_shortfall(const void *a, const void *b)
{
    const struct rung *x = a, *y = b;

    if (x->f->ok != y->f->ok)
        return x->f->ok ? 1 : -1;
    if (x->f->need != y->f->need)
        return x->f->need < y->f->need ? -1 : 1;
    if (x->f->have != y->f->have)
        return x->f->have < y->f->have ? -1 : 1;
    return (x->f > y->f) - (x->f < y->f);
}

static struct rungs rungs_of(const struct zj_verdict *v, const struct rep_total *sum)
{
    struct rungs x = {.most = 1};

    for (int i = sum->first; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->rule == sum->rule && f->index == sum->index && f->need != ZJ_NO_VALUE &&
            f->have != ZJ_NO_VALUE)
            add_rung(&x, f);
    }
    if (x.n > 1)
        qsort(x.v, (size_t)x.n, sizeof *x.v, by_shortfall);
    return x;
}

/* "at least 3, is 4 ✓" */
static const char *rung_text(struct zj_arena *a, const struct rep_case *r, const struct zj_finding *f)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, f->index);
    const bool most = f->rule == ZJ_R_mentor_capacity || f->rule == ZJ_R_load || f->rule == ZJ_R_schools ||
                      f->rule == ZJ_R_weekly_cap || (f->rule == ZJ_R_quota && rule && rule->min == ZJ_NONE) ||
                      (f->ok && f->have < f->need);
    const bool least = f->rule == ZJ_R_quota || f->rule == ZJ_R_exchange_rate || f->rule == ZJ_R_cycle;
    const char *text = zj_printf(a,
                                 most    ? _("at most %lld, is %lld")
                                 : least ? _("at least %lld, is %lld")
                                         : _("set %lld, is %lld"),
                                 (long long)f->need, (long long)f->have);

    return zj_printf(a, f->ok ? "%s ✓" : "%s ✗", text);
}

static const char *rung_place(struct zj_arena *a, const struct rung *g)
{
    return g->places == 1 ? rep_place_text(a, g->f->where) : zj_printf(a, _("%d places"), g->places);
}

static int rung_height(const struct rung *g)
{
    struct zj_arena a = {0};
    const int n = rep_svg_lines(NULL, 0, 0, "", REP_END, LEFT - 40, PLACE_LINES, rung_place(&a, g));

    zj_arena_release(&a);
    return RUNG + (n > 1 ? (n - 1) * REP_DRAW_LINE : 0);
}

/* Returns its height; draws nothing when m is NULL. */
static int draw_rung(struct rep_markup *m, const struct rep_case *r, const struct rung *g, int y,
                     int64_t most)
{
    const int height = rung_height(g), middle = y + (height - RUNG) / 2;
    const int need = LEFT + (int)((RIGHT - LEFT) * g->f->need / most);
    const int have = (int)((RIGHT - LEFT) * g->f->have / most);
    struct zj_arena a = {0};

    if (!m)
        return height;
    rep_svg_lines(m, LEFT - 14, y + 30, g->f->ok ? "soft" : "bad", REP_END, LEFT - 40, PLACE_LINES,
                  rung_place(&a, g));
    rep_svg_rect(m, LEFT, middle + 8, RIGHT - LEFT, RUNG - 16, "track");
    rep_svg_rect(m, LEFT, middle + 8, have, RUNG - 16, g->f->ok ? "c1" : "c5");
    rep_svg_line(m, need, middle + 2, need, middle + RUNG - 2, "limit");
    rep_svg_text(m, RIGHT + 20, middle + 30, g->f->ok ? "" : "bad", REP_START, REP_DRAW_WIDTH - RIGHT - 24,
                 rung_text(&a, r, g->f));
    zj_arena_release(&a);
    return height;
}

/* The places whose rungs are not drawn, from rung `first` on. */
static void draw_rest(struct rep_markup *m, const struct rungs *x, int first, int y)
{
    struct zj_arena a = {0};
    int places = 0, bad = 0;

    for (int i = first; i < x->n; i++) {
        places += x->v[i].places;
        bad += x->v[i].f->ok ? 0 : x->v[i].places;
    }
    rep_svg_text(m, LEFT, y + 30, bad ? "bad" : "soft", REP_START, 0,
                 bad ? zj_printf(&a, _("places besides: %d; short at %d of them ✗"), places, bad)
                     : zj_printf(&a, _("places besides, all kept: %d ✓"), places));
    zj_arena_release(&a);
}

/* One rule from y on; returns where it ends. Draws nothing when m is NULL. */
static int draw_rule(struct rep_markup *m, const struct rep_case *r, const struct rep_total *sum, int y)
{
    struct rungs x = rungs_of(r->verdict, sum);
    const int n = x.n > MOST_RUNGS ? MOST_RUNGS : x.n, drawn = n < x.n ? n - 1 : n;
    struct zj_arena a = {0};
    const char *head =
        zj_printf(&a, "%s  %s", zj_rule_name(sum->rule), rep_rule_text(r->pol, sum->rule, sum->index));

    if (n > 0)
        y += HEAD + REP_DRAW_LINE * (rep_svg_lines(m, EDGE, y + 42, "strong", REP_START,
                                                   REP_DRAW_WIDTH - 2 * EDGE, HEAD_LINES, head) -
                                     1);
    for (int i = 0; i < drawn; i++)
        y += draw_rung(m, r, &x.v[i], y, x.most);
    if (m && drawn < x.n)
        draw_rest(m, &x, drawn, y);
    if (drawn < x.n)
        y += RUNG;
    free(x.v);
    zj_arena_release(&a);
    return y;
}

/*
 * The rules of one picture, or none of them when m is NULL; *height: where they end. A picture ends before
 * the rule that would make it too high. Returns how many pictures there are.
 */
static int draw_rules(struct rep_markup *m, const struct rep_case *r, int part, int *height)
{
    int n, y = TOP, parts = 0;
    struct rep_total *totals = rep_add_up(r->verdict, &n);

    for (int i = 0; i < n; i++) {
        const int end = counts(totals[i].rule) ? draw_rule(NULL, r, &totals[i], y) : y;
        if (end == y)
            continue;
        const bool begins = parts == 0 || (y > TOP && end > MOST_UNITS);
        const int top = begins ? TOP : y;
        parts += begins;
        y = top + end - y;
        if (parts - 1 != part)
            continue;
        draw_rule(m, r, &totals[i], top);
        *height = y;
    }
    free(totals);
    return parts;
}

int rep_ladder_parts(const struct rep_case *r)
{
    int height;

    return draw_rules(NULL, r, -1, &height);
}

void rep_draw_ladder(struct rep_markup *m, const struct rep_case *r, int part, struct rep_drawing *d)
{
    int end;

    draw_rules(NULL, r, part, &end);
    d->height = end + EDGE;
    rep_svg_open(m, d->id, d->height, d->title, _("what each rule asks for and what the plan gives it"));
    rep_svg_text(m, EDGE, 48, "head", REP_START, REP_DRAW_WIDTH - EDGE, d->title);
    rep_svg_rect(m, EDGE, 78, 40, 20, "c1");
    rep_svg_text(m, EDGE + 52, 97, "soft", REP_START, 0, _("what there is"));
    rep_svg_line(m, EDGE + 330, 72, EDGE + 330, 104, "limit");
    rep_svg_text(m, EDGE + 346, 97, "soft", REP_START, 0, _("what is set: at least, or at most"));
    draw_rules(m, r, part, &end);
    rep_svg_close(m);
}
