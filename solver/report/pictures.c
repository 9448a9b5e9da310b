#include "solver/report/pictures.h"

#include "solver/base/i18n.h"
#include "solver/report/draw/bars.h"

#include <stdlib.h>

static struct rep_picture *add(struct rep_pictures *p, enum rep_chapter chapter, const char *id,
                               const char *title)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n] = (struct rep_picture){.chapter = chapter, .drawing = {.id = id, .title = title}};
    return &p->v[p->n++];
}

/* The k-th of several pictures that are one: "terms-2-1", "城关共同体 (1/2)". */
static struct rep_picture *add_part(struct rep_pictures *p, enum rep_chapter chapter, const char *id,
                                    const char *title, int k, int parts)
{
    if (parts == 1)
        return add(p, chapter, id, title);
    return add(p, chapter, zj_printf(&p->arena, "%s-%d", id, k + 1),
               zj_printf(&p->arena, _("%s (%d of %d)"), title, k + 1, parts));
}

static void add_maps(struct rep_pictures *p, const struct rep_case *r, const struct rep_groups *g)
{
    if (rep_has_map(r->in)) {
        struct rep_picture *x = add(p, REP_MAP, "map", _("Schools and who goes where"));
        rep_draw_map(&x->svg, r, g, &x->drawing);
        return;
    }
    for (int i = 0; i < g->n; i++) {
        struct rep_picture *x =
            add(p, REP_MAP, zj_printf(&p->arena, "map-%d", i + 1), zj_strdup(&p->arena, g->group[i].title));
        rep_draw_ring(&x->svg, r, g, i, &x->drawing);
    }
}

static void add_terms(struct rep_pictures *p, const struct rep_case *r, const struct rep_groups *g)
{
    for (int i = 0; i < g->n; i++) {
        const int parts = rep_terms_parts(r, &g->group[i]);
        for (int k = 0; k < parts; k++) {
            struct rep_picture *x = add_part(p, REP_TERMS, zj_printf(&p->arena, "terms-%d", i + 1),
                                             zj_strdup(&p->arena, g->group[i].title), k, parts);
            rep_draw_terms(&x->svg, r, &g->group[i], k, &x->drawing);
        }
    }
}

/* Draw the bars, and release them. */
static void add_bars(struct rep_pictures *p, struct rep_bars *b, const char *id, const char *title)
{
    const int parts = rep_bars_parts(b);

    for (int k = 0; k < parts; k++) {
        struct rep_picture *x = add_part(p, REP_BALANCE, id, title, k, parts);
        rep_draw_bars(&x->svg, b, k, &x->drawing);
    }
    rep_bars_release(b);
}

static void add_balance(struct rep_pictures *p, const struct rep_case *r)
{
    static const char *const titles[ZJ_N_MODELS] = {
        [ZJ_SECONDMENT] = N_("Periods a week for each teacher, by school"),
        [ZJ_TIMETABLE] = N_("Lessons a week, by teacher"),
        [ZJ_PAIRING] = N_("Minutes to the members, by lead"),
    };
    struct rep_bars b;

    if (r->plan->model == ZJ_SECONDMENT && (r->before->n_unmet > 0 || r->verdict->n_unmet > 0)) {
        rep_bars_of_gaps(&b, r);
        add_bars(p, &b, "gaps", _("Periods that nobody covers, by school"));
    }
    rep_bars_of_load(&b, r);
    add_bars(p, &b, "load", gettext(titles[r->plan->model]));
}

static void add_ages(struct rep_pictures *p, const struct rep_case *r)
{
    static const struct {
        enum zj_sex sex;
        const char *id, *title;
    } ages[] = {{ZJ_MALE, "ages-m", N_("Ages of the men")}, {ZJ_FEMALE, "ages-f", N_("Ages of the women")}};

    for (size_t i = 0; i < sizeof ages / sizeof ages[0]; i++) {
        struct rep_picture *x = add(p, REP_AGES, ages[i].id, gettext(ages[i].title));
        rep_draw_ages(&x->svg, r, ages[i].sex, &x->drawing);
    }
}

/* The teachers who teach; the others have no week to show. */
static void add_weeks(struct rep_pictures *p, const struct rep_case *r)
{
    const struct zj_lessons *l = &r->plan->lessons;

    for (int i = 0; i < l->n; i++) {
        const struct rep_who who = {l->v[i].teacher, -1, -1};
        if (i > 0 && l->v[i - 1].teacher == who.teacher)
            continue;
        struct rep_picture *x =
            add(p, REP_WEEKS, zj_printf(&p->arena, "week-%s", r->in->teacher[who.teacher].id),
                rep_week_title(&p->arena, r->in, r->plan, who, true));
        rep_draw_week(&x->svg, r, who, &x->drawing);
    }
}

/* The terms in which something takes place. */
static void add_years(struct rep_pictures *p, const struct rep_case *r)
{
    const struct zj_calendar *c = &r->plan->calendar;

    for (int i = 0; i < c->n; i++) {
        const int term = r->in->date[c->v[i].date].term;
        if (i > 0 && r->in->date[c->v[i - 1].date].term == term)
            continue;
        struct rep_picture *x =
            add(p, REP_YEAR, zj_printf(&p->arena, "calendar-%d", term + 1),
                zj_printf(&p->arena, _("Activities of %s, by day"), r->in->term[term].id));
        rep_draw_year(&x->svg, r, term, &x->drawing);
    }
}

static void add_ladder(struct rep_pictures *p, const struct rep_case *r)
{
    const int parts = rep_ladder_parts(r);

    for (int k = 0; k < parts; k++) {
        struct rep_picture *x =
            add_part(p, REP_LADDER, "ladder", _("Need and have of the rules that count"), k, parts);
        rep_draw_ladder(&x->svg, r, k, &x->drawing);
    }
}

void rep_pictures_add(struct rep_pictures *p, const struct rep_case *r, enum rep_chapter chapter)
{
    const enum zj_model model = r->plan->model;
    struct rep_groups g;

    rep_groups_init(&g, r);
    if (chapter == REP_MAP && model != ZJ_CALENDAR)
        add_maps(p, r, &g);
    else if (chapter == REP_TERMS)
        add_terms(p, r, &g);
    else if (chapter == REP_BALANCE && model != ZJ_CALENDAR)
        add_balance(p, r);
    else if (chapter == REP_AGES && model == ZJ_SECONDMENT)
        add_ages(p, r);
    else if (chapter == REP_WEEKS)
        add_weeks(p, r);
    else if (chapter == REP_YEAR)
        add_years(p, r);
    else if (chapter == REP_LADDER)
        add_ladder(p, r);
    rep_groups_release(&g);
}

void rep_pictures_release(struct rep_pictures *p)
{
    for (int i = 0; i < p->n; i++)
        rep_markup_release(&p->v[i].svg);
    free(p->v);
    zj_arena_release(&p->arena);
}
