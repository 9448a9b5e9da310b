#include "models/secondment/switches.h"

#include "models/secondment/families.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOISE 1e-6

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
    *s = (struct sec_switches){0};
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

/* ---- in force and waived ----------------------------------------------------------------------- */

static void bound_shortfall(struct sec_switches *s, int aux, int64_t most)
{
    if (aux >= 0)
        lp_col_bounds(s->p.lp, s->m.n_arcs + aux, 0, most < s->m.aux[aux].hi ? most : s->m.aux[aux].hi);
}

/* `everything` may fall short, also what is in force. */
static void set_rows(struct sec_switches *s, const bool *in, bool everything)
{
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        int part = s->of_row[i];
        if (part < 0)
            continue;
        int64_t most = everything || !in[part] ? INT64_MAX : 0;
        if (row->type >= 0 && !everything) {
            most = row->lo;
            for (int k = 0; k < s->n_units[i]; k++)
                most -= in[part + k];
        }
        bound_shortfall(s, row->aux_lo, most);
        bound_shortfall(s, row->aux_hi, most);
    }
}

static void set_arcs(struct sec_switches *s, const bool *in)
{
    const struct sec_model *m = &s->m;

    for (int a = 0, k = 0; a < m->n_arcs; a++) {
        bool barred = !s->useful[a];
        for (; k < m->n_bars && m->bar[k].arc == a; k++)
            barred |= s->of_bar[k] >= 0 && in[s->of_bar[k]];
        lp_col_bounds(s->p.lp, a, 0, barred ? 0 : m->type[m->node[m->arc[a].node].type].n);
    }
}

static bool falls_too_short(const struct sec_switches *s, int aux)
{
    int64_t lo, hi;

    if (aux < 0)
        return false;
    lp_col_get(s->p.lp, s->m.n_arcs + aux, &lo, &hi);
    return s->x[s->m.n_arcs + aux] > hi;
}

/* The row, the one that says when it binds, and those that strengthen it. */
static void load_row(struct sec_switches *s, int i)
{
    const struct sec_model *m = &s->m;

    sec_program_add_row(&s->p, i);
    if (i > 0 && m->row[i - 1].indicator >= 0 && s->p.rule_row[i - 1] < 0)
        sec_program_add_row(&s->p, i - 1);
    for (int k = 0; k < m->n_rows; k++) {
        if (m->row[k].implied_by == i && !m->row[k].dead)
            sec_program_add_row(&s->p, k);
    }
}

/* Put the rows that the last answer breaks into the program; false when there is none. */
static bool load_broken(struct sec_switches *s)
{
    bool any = false;

    sec_program_tidy(&s->p, s->x);
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        if (s->of_row[i] < 0 || s->p.rule_row[i] >= 0 ||
            (!falls_too_short(s, row->aux_lo) && !falls_too_short(s, row->aux_hi)))
            continue;
        load_row(s, i);
        any = true;
    }
    return any;
}

/* Solve with all rows, as far as they matter. */
static enum zj_status solve(struct sec_switches *s, const struct lp_limits *limits, struct lp_answer *a,
                            struct zj_err *err)
{
    do {
        *a = (struct lp_answer){.x = s->x};
        ZJ_TRY(lp_solve(s->p.lp, limits, NULL, a, err));
    } while ((a->status == LP_OPTIMAL || a->status == LP_FEASIBLE) && load_broken(s));
    return ZJ_OK;
}

enum zj_status sec_switches_probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct sec_switches *s = ctx;
    struct lp_answer a;

    set_rows(s, in, false);
    set_arcs(s, in);
    enum zj_status st = solve(s, &s->limits, &a, err);
    *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
    return st;
}

/* Of the rows in force, or of all rows when `in` is NULL. */
static void price_shortfalls(struct sec_switches *s, const bool *in, double cost)
{
    for (int i = 0; i < s->m.n_rows; i++) {
        const struct sec_row *row = &s->m.row[i];
        if (s->of_row[i] < 0 || (in && !in[s->of_row[i]]))
            continue;
        if (row->aux_lo >= 0)
            lp_cost(s->p.lp, s->m.n_arcs + row->aux_lo, cost);
        if (row->aux_hi >= 0)
            lp_cost(s->p.lp, s->m.n_arcs + row->aux_hi, cost);
    }
}

/* Rows with a price, and filters that bar a posting which would lower the sum. */
static void take_support(struct sec_switches *s, const double *dual, const double *reduced, bool *in)
{
    const struct sec_model *m = &s->m;

    for (int i = 0; i < m->n_rows; i++) {
        int base = m->row[i].implied_by >= 0 ? m->row[i].implied_by : i, part = s->of_row[base];
        if (part < 0 || s->p.rule_row[i] < 0 || fabs(dual[s->p.rule_row[i]]) < NOISE)
            continue;
        for (int k = 0; k < (s->n_units[base] ? s->n_units[base] : 1); k++)
            in[part + k] = true;
    }
    for (int k = 0; k < m->n_bars; k++) {
        if (s->of_bar[k] >= 0 && reduced[m->bar[k].arc] < -NOISE)
            in[s->of_bar[k]] = true;
    }
}

enum zj_status sec_switches_support(struct sec_switches *s, bool *in, bool *found, struct zj_err *err)
{
    int n_rows = lp_n_rows(s->p.lp);
    double *dual = zj_calloc((size_t)n_rows + 1, sizeof *dual);
    double *reduced = zj_calloc((size_t)s->p.n_cols + 1, sizeof *reduced);
    struct lp_relaxed a = {.dual = dual, .reduced = reduced};

    set_rows(s, in, true);
    set_arcs(s, in);
    price_shortfalls(s, in, 1);
    enum zj_status st = lp_relax(s->p.lp, &s->limits, &a, err);
    *found = st == ZJ_OK && a.status == LP_OPTIMAL && a.value > NOISE;
    if (*found) {
        memset(in, 0, (size_t)s->n * sizeof *in);
        take_support(s, dual, reduced, in);
    }
    price_shortfalls(s, NULL, 0);
    free(dual);
    free(reduced);
    return st;
}

/* ---- numbers ----------------------------------------------------------------------------------- */

/* How far the row falls short at least; its part is waived, the others are in force. */
static enum zj_status least_shortfall(struct sec_switches *s, bool *in, int k, const struct sec_row *row,
                                      struct zj_err *err)
{
    struct lp_answer a;
    struct lp_limits limits = s->limits;
    int lo = row->aux_lo < 0 ? -1 : s->m.n_arcs + row->aux_lo;
    int hi = row->aux_hi < 0 ? -1 : s->m.n_arcs + row->aux_hi;

    limits.enough = -LP_INF;
    in[k] = false;
    set_rows(s, in, false);
    set_arcs(s, in);
    in[k] = true;
    for (int side = 0; side < 2; side++) {
        if ((side ? hi : lo) >= 0)
            lp_cost(s->p.lp, side ? hi : lo, 1);
    }
    if (s->p.rule_row[(int)(row - s->m.row)] < 0)
        load_row(s, (int)(row - s->m.row));
    ZJ_TRY(solve(s, &limits, &a, err));
    if (a.status == LP_OPTIMAL && a.value > 0) {
        bool below = lo >= 0 && s->x[lo] > 0;
        int64_t need = (below ? row->lo : row->hi) + row->given;
        bool mirrored = below && row->mirrored;
        s->v[k].part.need = mirrored ? -need : need;
        s->v[k].part.have = s->v[k].part.need + (below && !mirrored ? -a.value : a.value);
    }
    for (int side = 0; side < 2; side++) {
        if ((side ? hi : lo) >= 0)
            lp_cost(s->p.lp, side ? hi : lo, 0);
    }
    return ZJ_OK;
}

/* Teachers with an arc that the filter bars. */
static int64_t left_out(const struct sec_switches *s, int k)
{
    const struct sec_model *m = &s->m;
    bool *seen = zj_calloc((size_t)m->n_types + 1, sizeof *seen);
    int64_t sum = 0;

    for (int b = 0; b < m->n_bars; b++) {
        int type = m->node[m->arc[m->bar[b].arc].node].type;
        if (s->of_bar[b] != k || seen[type])
            continue;
        seen[type] = true;
        sum += m->type[type].n;
    }
    free(seen);
    return sum;
}

enum zj_status sec_switches_number(struct sec_switches *s, bool *in, int k, struct zj_err *err)
{
    const struct sec_row *row = NULL;
    int n_rows = 0;

    if (!s->v[k].is_row) {
        if (!s->v[k].part.table)
            s->v[k].part.have = left_out(s, k);
        return ZJ_OK;
    }
    for (int i = 0; i < s->m.n_rows; i++) {
        int n = s->n_units[i] ? s->n_units[i] : 1;
        if (s->of_row[i] < 0 || k < s->of_row[i] || k >= s->of_row[i] + n)
            continue;
        row = &s->m.row[i];
        n_rows++;
    }
    if (row && row->type < 0 && n_rows == 1 && row->given != SEC_NOT_COUNTED)
        return least_shortfall(s, in, k, row, err);
    if (row && row->type >= 0) {
        s->v[k].part.need = 1;
        s->v[k].part.have = 0;
    }
    return ZJ_OK;
}
