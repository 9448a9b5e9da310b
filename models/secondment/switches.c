#include "models/secondment/switches.h"

#include "models/secondment/families.h"

#include <stdlib.h>
#include <string.h>

/* ---- the parts -------------------------------------------------------------------------------- */

static bool is_wanted(const struct mc_waivers *list, const struct zj_conflict_part *part)
{
    return !list || mc_waived(list, part->rule, part->index, part->where);
}

static int add_part(struct sec_switches *s, const struct zj_conflict_part *part, bool is_row, bool near)
{
    ZJ_GROW(s->v, s->n, s->cap);
    s->v[s->n] = (struct sec_switch){*part, is_row, near};
    s->v[s->n].part.need = s->v[s->n].part.have = ZJ_NO_VALUE;
    return s->n++;
}

/* One part for each teacher of the type who is bound. */
static void add_units(struct sec_switches *s, int i, const struct mc_waivers *rows)
{
    const struct sec_model *m = &s->m;
    const struct sec_row *row = &m->row[i];

    for (int k = 0; k < m->type[row->type].n; k++) {
        const char *who = m->ctx->in->teacher[m->type[row->type].teacher[k]].id;
        const struct zj_conflict_part part = {.rule = row->rule, .index = row->index, .where = who};
        if (mc_waived(m->ctx->waived, row->rule, row->index, who) || !is_wanted(rows, &part))
            continue;
        int number = add_part(s, &part, true, true);
        s->of_row[i] = s->n_units[i]++ == 0 ? number : s->of_row[i];
    }
}

static void add_row(struct sec_switches *s, int i, const struct mc_waivers *rows)
{
    const struct sec_row *row = &s->m.row[i];
    const struct sec_switch *last = s->n ? &s->v[s->n - 1] : NULL;
    struct zj_conflict_part part = {.rule = row->rule, .index = row->index, .where = row->where};

    if (row->type >= 0) {
        add_units(s, i, rows);
        return;
    }
    part.table = row->rule == ZJ_R_pins ? "pins.csv" : NULL;
    if (!is_wanted(rows, &part))
        return;
    bool again = last && last->part.rule == row->rule && last->part.index == row->index &&
                 strcmp(last->part.where, row->where) == 0;
    s->of_row[i] = again ? s->n - 1 : add_part(s, &part, true, true);
}

/* Rows that are no part any more are none of the program. */
static void add_rows(struct sec_switches *s, const struct mc_waivers *rows)
{
    struct sec_model *m = &s->m;

    for (int i = 0; i < m->n_rows; i++) {
        struct sec_row *row = &m->row[i];
        s->of_row[i] = -1;
        if (row->implied_by >= 0) {
            row->dead |= s->of_row[row->implied_by] < 0;
            continue;
        }
        if (!row->settled || row->dead || row->indicator >= 0)
            continue;
        add_row(s, i, rows);
        row->dead = s->of_row[i] < 0;
    }
}

/* The part of a bar, made when new. number[] is by (rule or pin, school), 0 = none yet, -1 = not wanted. */
static int part_of_bar(struct sec_switches *s, const struct sec_bar *bar, int *number,
                       const struct mc_waivers *filters)
{
    const struct sec_ctx *c = s->m.ctx;
    size_t n_schools = (size_t)c->in->n_schools;
    size_t at = bar->rule ? (size_t)(bar->rule - c->pol->rule) * n_schools + (size_t)bar->at
                          : (size_t)c->pol->n_rules * n_schools + (size_t)bar->at;

    if (number[at] == 0) {
        struct zj_conflict_part part = {.rule = ZJ_R_pins, .index = -1, .table = "pins.csv"};
        if (bar->rule)
            part = (struct zj_conflict_part){
                .rule = bar->rule->id, .index = bar->rule->index, .where = c->in->school[bar->at].id};
        else
            part.where = sec_where(&s->m, "pins.csv:%d", c->in->pin[bar->at].line);
        bool near = !bar->rule || c->touch[bar->at];
        number[at] = is_wanted(filters, &part) ? add_part(s, &part, false, near) + 1 : -1;
    }
    return number[at] > 0 ? number[at] - 1 : -1;
}

static void add_bars(struct sec_switches *s, const struct mc_waivers *filters)
{
    const struct sec_ctx *c = s->m.ctx;
    size_t size = (size_t)c->pol->n_rules * (size_t)c->in->n_schools + (size_t)c->in->n_pins;
    int *number = zj_calloc(size + 1, sizeof *number);

    s->of_bar = zj_calloc((size_t)s->m.n_bars + 1, sizeof *s->of_bar);
    for (int k = 0; k < s->m.n_bars; k++)
        s->of_bar[k] = s->useful[s->m.bar[k].arc] ? part_of_bar(s, &s->m.bar[k], number, filters) : -1;
    free(number);
}

/* Arcs that no row of the program counts are left at 0: a teacher who stays at home serves as well. */
static void find_useful(struct sec_switches *s)
{
    const struct sec_model *m = &s->m;

    s->useful = zj_calloc((size_t)m->n_arcs + 1, sizeof *s->useful);
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        if (!row->settled || row->dead || row->indicator >= 0)
            continue;
        for (int k = row->first; k < row->first + row->n; k++) {
            if (m->idx[k] < m->n_arcs)
                s->useful[m->idx[k]] = true;
        }
    }
}

/* ---- the search waives the parts in this order ------------------------------------------------- */

/* What people change last, tables and quotas, is kept longest; of one rule the first places and terms. */
static int rank(const struct sec_switch *v)
{
    return (v->near ? ZJ_N_ALL_RULES : 0) + (v->part.table ? ZJ_N_ALL_RULES : -(int)v->part.rule);
}

static const struct sec_switches *sorted;

static int compare(const void *a, const void *b)
{
    const int *x = a, *y = b;
    int p = rank(&sorted->v[*x]), q = rank(&sorted->v[*y]);

    return p != q ? (p > q) - (p < q) : (*x < *y) - (*x > *y);
}

/* Units of one row stay together, the last of them first. */
static void sort_parts(struct sec_switches *s)
{
    int *order = zj_calloc((size_t)s->n + 1, sizeof *order),
        *place = zj_calloc((size_t)s->n + 1, sizeof *place);
    struct sec_switch *v = zj_calloc((size_t)s->n + 1, sizeof *v);

    for (int k = 0; k < s->n; k++)
        order[k] = k;
    sorted = s;
    if (s->n)
        qsort(order, (size_t)s->n, sizeof *order, compare);
    for (int k = 0; k < s->n; k++) {
        v[k] = s->v[order[k]];
        place[order[k]] = k;
    }
    for (int i = 0; i < s->m.n_rows; i++) {
        int last = s->n_units[i] ? s->n_units[i] - 1 : 0;
        s->of_row[i] = s->of_row[i] < 0 ? -1 : place[s->of_row[i] + last];
    }
    for (int k = 0; k < s->m.n_bars; k++)
        s->of_bar[k] = s->of_bar[k] < 0 ? -1 : place[s->of_bar[k]];
    free(s->v);
    s->v = v;
    s->cap = s->n + 1;
    free(order);
    free(place);
}

void sec_switches_init(struct sec_switches *s, const struct sec_ctx *c, const bool *schools, const bool *mine,
                       const struct mc_waivers *rows, const struct mc_waivers *filters)
{
    *s = (struct sec_switches){.lenient = -1};
    sec_model_build(&s->m, c, schools, INT64_MAX);
    bool *all = zj_calloc((size_t)s->m.n_county + 1, sizeof *all);
    for (int k = 0; k < s->m.n_county; k++)
        all[k] = !mine || mine[k];
    sec_model_settle(&s->m, all);
    free(all);
    s->of_row = zj_calloc((size_t)s->m.n_rows + 1, sizeof *s->of_row);
    s->n_units = zj_calloc((size_t)s->m.n_rows + 1, sizeof *s->n_units);
    add_rows(s, rows);
    find_useful(s);
    add_bars(s, filters);
    sort_parts(s);
    sec_program_init_flow(&s->p, &s->m);
    s->x = zj_calloc((size_t)s->p.n_cols + 1, sizeof *s->x);
}

void sec_switches_release(struct sec_switches *s)
{
    sec_program_release(&s->p);
    sec_model_release(&s->m);
    free(s->v);
    free(s->of_row);
    free(s->n_units);
    free(s->of_bar);
    free(s->useful);
    free(s->x);
}
