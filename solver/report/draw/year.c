/*
 * year.c - the activities of a term as a sheet of weeks: a row for each week, a column for each weekday.
 *
 * A day is the darker the more takes place on it, and says how many; a day without school says why.
 */
#include "solver/base/i18n.h"
#include "solver/data/dates.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

#include <stdlib.h>

enum { TOP = 130, LINE = 52, LEFT = 290, EDGE = 20, DAYS = 7, SHADES = 4 };

static int column_at(int weekday)
{
    return LEFT + (REP_DRAW_WIDTH - EDGE - LEFT) * weekday / DAYS;
}

/* Activities of each date of the horizon; heap. *most is the largest. */
static int *count_days(const struct rep_case *r, int *most)
{
    int *n = zj_calloc((size_t)r->in->n_dates + 1, sizeof *n);

    *most = 1;
    for (int i = 0; i < r->plan->calendar.n; i++) {
        const int date = r->plan->calendar.v[i].date;
        n[date]++;
        *most = n[date] > *most ? n[date] : *most;
    }
    return n;
}

/* "h1" … "h4": one of four shades. */
static const char *shade(int n, int most)
{
    static const char *const names[SHADES] = {"h1", "h2", "h3", "h4"};

    return names[(n * SHADES - 1) / most >= SHADES ? SHADES - 1 : (n * SHADES - 1) / most];
}

static const char *no_school(enum zj_day_kind kind)
{
    static const char *const words[ZJ_N_DAY_KINDS] = {
        [ZJ_MAKEUP] = N_("make-up"), [ZJ_HOLIDAY] = N_("holiday")};

    return words[kind] ? gettext(words[kind]) : "";
}

static void draw_day(struct rep_markup *m, const struct zj_date *d, int n, int most, int y)
{
    const int x = column_at(d->weekday), width = column_at(d->weekday + 1) - x;

    if (n > 0)
        rep_svg_rect(m, x + 2, y + 2, width - 4, LINE - 4, shade(n, most));
    else
        rep_svg_rect(m, x + 2, y + 2, width - 4, LINE - 4, zj_is_school_day(d) ? "track" : "paper");
    if (n > 0)
        rep_svg_number(m, x + width / 2, y + 35, 2 * n > most ? "on strong" : "strong", REP_MIDDLE, n);
    else
        rep_svg_text(m, x + width / 2, y + 35, "soft", REP_MIDDLE, width - 4, no_school(d->kind));
}

/* The week's number and the day it begins with. */
static void draw_week(struct rep_markup *m, const struct zj_date *d, int y)
{
    struct zj_arena a = {NULL};
    char date[16];

    rep_svg_text(m, EDGE, y + 35, "strong", REP_START, 0, zj_printf(&a, _("week %d"), d->week));
    rep_svg_text(m, LEFT - 16, y + 35, "soft", REP_END, 0, zj_date_text(d->date - d->weekday, date));
    zj_arena_release(&a);
}

void rep_draw_year(struct rep_markup *m, const struct rep_case *r, int term, struct rep_drawing *d)
{
    const struct zj_instance *in = r->in;
    int most, week = 0, weeks = 0;
    int *n = count_days(r, &most);

    for (int i = 0; i < in->n_dates; i++) /* the weeks of vacation behind the term have nothing to show */
        if (in->date[i].term == term && (in->date[i].kind != ZJ_VACATION || n[i] > 0))
            weeks = in->date[i].week;
    d->height = TOP + weeks * LINE + EDGE;
    rep_svg_open(m, d->id, d->height, d->title, _("activities of each day; the page lists them in a table"));
    rep_svg_text(m, EDGE, 48, "head", REP_START, REP_DRAW_WIDTH - EDGE, d->title);
    for (int k = 0; k < DAYS; k++)
        rep_svg_text(m, (column_at(k) + column_at(k + 1)) / 2, TOP - 16, "strong", REP_MIDDLE, 0,
                     rep_weekday(in, k));
    for (int i = 0; i < in->n_dates; i++) {
        const struct zj_date *date = &in->date[i];
        if (date->term != term || date->week > weeks)
            continue;
        const int y = TOP + (date->week - 1) * LINE;
        if (date->week != week)
            draw_week(m, date, y);
        week = date->week;
        draw_day(m, date, n[i], most, y);
    }
    rep_svg_close(m);
    free(n);
}
