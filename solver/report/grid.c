#include "solver/report/grid.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/report/parts.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

int rep_grid_n_rows(const struct rep_grid *g)
{
    return 2 * g->periods->n + 1;
}

void rep_grid_init(struct rep_grid *g, const struct zj_instance *in, const struct zj_day_plan *periods)
{
    *g = (struct rep_grid){.in = in, .periods = periods};
    g->cell = zj_calloc((size_t)rep_grid_n_rows(g) * (size_t)in->n_days, sizeof *g->cell);
}

static struct rep_lines *cell_at(const struct rep_grid *g, int row, int day)
{
    return &g->cell[row * g->in->n_days + day];
}

const struct rep_lines *rep_grid_cell(const struct rep_grid *g, int row, int day)
{
    return cell_at(g, row, day);
}

void rep_grid_add(struct rep_grid *g, int row, int day, const char *fmt, ...)
{
    struct rep_lines *c = cell_at(g, row, day);
    char *text = NULL;
    va_list ap;

    va_start(ap, fmt);
    if (vasprintf(&text, fmt, ap) < 0)
        zj_out_of_memory();
    va_end(ap);
    ZJ_GROW(c->v, c->n, c->cap);
    c->v[c->n++] = zj_strdup(&g->arena, text);
    free(text);
}

int rep_grid_row(const struct rep_grid *g, int period_id)
{
    for (int p = 0; p < g->periods->n; p++)
        if (g->periods->v[p].id == period_id)
            return 2 * p + 1;
    return -1;
}

int rep_grid_gap_before(const struct rep_grid *g, int time)
{
    int p = 0;

    while (p < g->periods->n && g->periods->v[p].start < time)
        p++;
    return 2 * p;
}

int rep_grid_gap_after(const struct rep_grid *g, int time)
{
    int p = g->periods->n;

    while (p > 0 && g->periods->v[p - 1].end > time)
        p--;
    return 2 * p;
}

const char *rep_clock(struct zj_arena *a, int minutes)
{
    return zj_printf(a, "%02d:%02d", minutes / 60, minutes % 60);
}

int rep_grid_height(const struct rep_grid *g, int row)
{
    int most = row % 2; /* a period takes a line even when nothing happens in it */

    for (int d = 0; d < g->in->n_days; d++)
        if (cell_at(g, row, d)->n > most)
            most = cell_at(g, row, d)->n;
    return most;
}

/* The first column of line `line` of a row. */
static const char *label(const struct rep_grid *g, struct zj_arena *a, int row, int line)
{
    if (row % 2 == 0 || line > 0)
        return "";
    const struct zj_period *p = &g->periods->v[row / 2];
    return zj_printf(a, "%d  %s-%s", p->id, rep_clock(a, p->start), rep_clock(a, p->end));
}

const char *rep_grid_session(const struct rep_grid *g, int row)
{
    const struct zj_period *p = g->periods->v;
    int at = row / 2;

    if (row % 2 == 0 || (at > 0 && p[at].session == p[at - 1].session))
        return NULL;
    return rep_week_word(g->in->session[p[at].session]);
}

/* The name of a session stands above its first period; what happens before that stands above the name. */
static void add_session(struct rep_table *t, const struct rep_grid *g, int row)
{
    const char *session = rep_grid_session(g, row);

    if (session)
        rep_heading(t, "%s", session);
}

static void add_row(struct rep_table *t, const struct rep_grid *g, int row)
{
    int lines = rep_grid_height(g, row);

    add_session(t, g, row);
    for (int i = 0; i < lines; i++) {
        rep_cell(t, "%s", label(g, &t->arena, row, i));
        for (int d = 0; d < g->in->n_days; d++) {
            const struct rep_lines *c = cell_at(g, row, d);
            rep_cell(t, "%s", i < c->n ? c->v[i] : "");
        }
    }
}

void rep_grid_print(const struct rep_grid *g, FILE *out)
{
    const char *titles[REP_MAX_COLUMNS] = {_("period")};
    struct rep_table t;

    for (int d = 0; d < g->in->n_days; d++)
        titles[d + 1] = rep_week_word(g->in->day[d]);
    rep_table_init(&t, g->in->n_days + 1, titles);
    for (int row = 0; row < rep_grid_n_rows(g); row++)
        add_row(&t, g, row);
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

void rep_grid_release(struct rep_grid *g)
{
    for (int i = 0; i < rep_grid_n_rows(g) * g->in->n_days; i++)
        free(g->cell[i].v);
    free(g->cell);
    zj_arena_release(&g->arena);
    memset(g, 0, sizeof *g);
}
