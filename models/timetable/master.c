#include "models/timetable/master.h"

#include <stdlib.h>
#include <string.h>

static const enum zj_tier additive[] = {ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL, ZJ_T_WISHES};
#define DEAR 1e6

enum { N_ADDITIVE = sizeof additive / sizeof additive[0] };

int64_t tt_column_cost(const struct tt_column *c, enum zj_tier tier)
{
    switch (tier) {
    case ZJ_T_SOFT:
        return c->soft;
    case ZJ_T_TRAVEL:
        return c->minutes;
    case ZJ_T_WISHES:
        return c->wish;
    default:
        return 0;
    }
}

/* ---- rows and columns -------------------------------------------------------------------------- */

static void add_group(struct tt_master *m, int g)
{
    const struct tt_group *q = &m->x->p->group[g];
    const double one = 1, priority = q->priority;

    m->lesson_row[g] = m->block_row[g] = m->unmet_col[g] = -1;
    if (m->demand[g] <= 0)
        return;
    m->lesson_row[g] = cg_row(m->lp, (double)m->demand[g], (double)m->demand[g]);
    if (q->limits.one_teacher)
        m->block_row[g] = cg_row(m->lp, -INFINITY, (double)m->blocks[g]);
    const int row[2] = {m->lesson_row[g], m->tier_row[ZJ_T_UNMET]};
    const double val[2] = {one, priority};
    m->unmet_col[g] = cg_col(m->lp, 0, (double)m->demand[g], 0, 2, row, val);
}

/* Who is pinned must have a week; going without is so dear that nobody does where there is one. */
static void add_people(struct tt_master *m, int t)
{
    const double one = 1;

    m->people_row[t] = -1;
    if (m->people[t] == 0)
        return;
    m->people_row[t] =
        cg_row(m->lp, m->x->type[t].pinned ? (double)m->people[t] : -(double)INFINITY, m->people[t]);
    if (m->x->type[t].pinned)
        cg_col(m->lp, 0, m->people[t], DEAR, 1, &m->people_row[t], &one);
}

void tt_master_init(struct tt_master *m, const struct tt_types *x, int *people, int64_t *demand,
                    int64_t *blocks)
{
    const size_t n_groups = (size_t)x->p->n_groups;

    memset(m, 0, sizeof *m);
    m->x = x;
    m->people = people;
    m->demand = demand;
    m->blocks = blocks;
    m->most_minutes = INT64_MAX;
    m->lp = cg_new();
    m->lesson_row = zj_malloc((n_groups + 1) * sizeof *m->lesson_row);
    m->block_row = zj_malloc((n_groups + 1) * sizeof *m->block_row);
    m->unmet_col = zj_malloc((n_groups + 1) * sizeof *m->unmet_col);
    m->people_row = zj_malloc(((size_t)x->n + 1) * sizeof *m->people_row);
    for (int k = 0; k < ZJ_MAX_TIERS; k++) {
        m->most[k] = INT64_MAX;
        m->tier_row[k] = -1;
    }
    for (int k = 0; k < N_ADDITIVE; k++)
        m->tier_row[additive[k]] = cg_row(m->lp, -INFINITY, INFINITY);
    for (int g = 0; g < x->p->n_groups; g++)
        add_group(m, g);
    for (int t = 0; t < x->n; t++)
        add_people(m, t);
    tt_master_aim(m, ZJ_T_UNMET);
}

void tt_master_release(struct tt_master *m)
{
    for (int i = 0; i < m->n_columns; i++)
        tt_column_release(&m->column[i]);
    cg_free(m->lp);
    free(m->lesson_row);
    free(m->block_row);
    free(m->unmet_col);
    free(m->people_row);
    free(m->visit);
    free(m->column);
    free(m->col);
    free(m->dual);
    memset(m, 0, sizeof *m);
}

void tt_master_weigh(struct tt_master *m, const int64_t weight[ZJ_MAX_TIERS])
{
    memcpy(m->weight, weight, sizeof m->weight);
    for (int g = 0; g < m->x->p->n_groups; g++)
        if (m->unmet_col[g] >= 0)
            cg_cost(m->lp, m->unmet_col[g], (double)(weight[ZJ_T_UNMET] * m->x->p->group[g].priority));
    for (int i = 0; i < m->n_columns; i++)
        cg_cost(m->lp, m->col[i], (double)tt_master_cost(m, &m->column[i]));
    for (int k = 0; k < N_ADDITIVE; k++) {
        int64_t most = m->most[additive[k]];
        cg_row_bounds(m->lp, m->tier_row[additive[k]], -INFINITY,
                      most == INT64_MAX ? INFINITY : (double)most);
    }
}

void tt_master_aim(struct tt_master *m, enum zj_tier tier)
{
    int64_t weight[ZJ_MAX_TIERS] = {0};

    weight[tier] = 1;
    tt_master_weigh(m, weight);
}

int64_t tt_master_cost(const struct tt_master *m, const struct tt_column *c)
{
    int64_t sum = 0;

    for (int k = 0; k < N_ADDITIVE; k++)
        sum += m->weight[additive[k]] * tt_column_cost(c, additive[k]);
    return sum;
}

bool tt_master_fits(const struct tt_master *m, const struct tt_column *c)
{
    bool fits = m->people[c->type] > 0;

    for (int i = 0; i < c->n_shares && fits; i++) {
        const struct tt_share *s = &c->share[i];
        int64_t lessons = 0, blocks = 0;
        for (int k = 0; k < c->n_shares; k++) { /* all levels of the group */
            if (c->share[k].group != s->group)
                continue;
            lessons += (int64_t)c->share[k].level * c->share[k].count;
            blocks += c->share[k].count;
        }
        fits =
            lessons <= m->demand[s->group] && (m->block_row[s->group] < 0 || blocks <= m->blocks[s->group]);
    }
    return fits;
}

bool tt_master_take(struct tt_master *m, const struct tt_column *c)
{
    if (!tt_master_fits(m, c))
        return false;
    m->people[c->type]--;
    cg_row_bounds(m->lp, m->people_row[c->type],
                  m->x->type[c->type].pinned ? (double)m->people[c->type] : -(double)INFINITY,
                  m->people[c->type]);
    for (int i = 0; i < c->n_shares; i++) {
        const struct tt_share *s = &c->share[i];
        m->demand[s->group] -= (int64_t)s->level * s->count;
        m->blocks[s->group] -= s->count;
        const double left = (double)m->demand[s->group];
        cg_row_bounds(m->lp, m->lesson_row[s->group], left, left);
        cg_col_bounds(m->lp, m->unmet_col[s->group], 0, left);
        if (m->block_row[s->group] >= 0)
            cg_row_bounds(m->lp, m->block_row[s->group], -INFINITY, (double)m->blocks[s->group]);
    }
    return true;
}

static int days_at(const struct tt_column *c, int campus)
{
    for (int i = 0; i < c->n_visits; i++)
        if (c->visit[i].campus == campus)
            return c->visit[i].days;
    return 0;
}

static void put(int *row, double *val, int *n, int at, double x)
{
    if (at < 0 || x == 0)
        return;
    for (int i = 0; i < *n; i++) {
        if (row[i] == at) {
            val[i] += x;
            return;
        }
    }
    row[*n] = at;
    val[(*n)++] = x;
}

void tt_master_add(struct tt_master *m, struct tt_column *c)
{
    const size_t room = 2 * (size_t)c->n_shares + (size_t)m->n_visits + N_ADDITIVE + 2;
    int *row = zj_malloc(room * sizeof *row), n = 0;
    double *val = zj_malloc(room * sizeof *val);

    for (int i = 0; i < c->n_shares; i++) {
        const struct tt_share *s = &c->share[i];
        put(row, val, &n, m->lesson_row[s->group], (double)s->level * s->count);
        put(row, val, &n, m->block_row[s->group], s->count);
    }
    put(row, val, &n, m->people_row[c->type], 1);
    for (int k = 0; k < N_ADDITIVE; k++)
        put(row, val, &n, m->tier_row[additive[k]], (double)tt_column_cost(c, additive[k]));
    for (int i = 0; i < m->n_visits; i++)
        if (m->visit[i].of[c->type])
            put(row, val, &n, m->visit[i].row, days_at(c, m->visit[i].campus));
    ZJ_GROW(m->column, m->n_columns, m->cap_columns);
    ZJ_GROW(m->col, m->n_columns, m->cap_col);
    m->col[m->n_columns] = cg_col(m->lp, 0, m->people[c->type], (double)tt_master_cost(m, c), n, row, val);
    m->column[m->n_columns++] = *c;
    memset(c, 0, sizeof *c);
    free(row);
    free(val);
}

void tt_master_visits(struct tt_master *m, int campus, const char *of, double lo, double hi)
{
    int *col = zj_malloc(((size_t)m->n_columns + 1) * sizeof *col), n = 0;
    double *val = zj_malloc(((size_t)m->n_columns + 1) * sizeof *val);

    ZJ_GROW(m->visit, m->n_visits, m->cap_visits);
    m->visit[m->n_visits++] = (struct tt_visit_row){campus, of, lo, hi, cg_row(m->lp, lo, hi)};
    for (int i = 0; i < m->n_columns; i++) {
        int days = of[m->column[i].type] ? days_at(&m->column[i], campus) : 0;
        if (days == 0)
            continue;
        col[n] = m->col[i];
        val[n++] = days;
    }
    cg_row_entries(m->lp, m->visit[m->n_visits - 1].row, n, col, val);
    free(col);
    free(val);
}

/* ---- prices ------------------------------------------------------------------------------------ */

/* Prices of one round, and what the bound is made of. */
struct round {
    double *lesson, *block, *visit; /* see tt_prices */
    struct tt_prices prices;
    double fixed; /* the bound without the weeks */
};

static double at_most_0(double x)
{
    return x < 0 ? x : 0;
}

static double dual_of(const struct tt_master *m, int row)
{
    return row < 0 ? 0 : m->dual[row];
}

/* Prices from the duals; each is given the sign that makes the bound valid. */
static void read_prices(const struct tt_master *m, struct round *r)
{
    const struct tt_problem *p = m->x->p;
    double tier[ZJ_MAX_TIERS] = {0};

    r->fixed = 0;
    for (int k = 0; k < N_ADDITIVE; k++) {
        enum zj_tier t = additive[k];
        if (m->most[t] == INT64_MAX)
            continue;
        tier[t] = at_most_0(dual_of(m, m->tier_row[t]));
        r->fixed += tier[t] * (double)m->most[t];
    }
    for (int g = 0; g < p->n_groups; g++) {
        r->lesson[g] = dual_of(m, m->lesson_row[g]);
        r->block[g] = at_most_0(dual_of(m, m->block_row[g]));
        if (m->lesson_row[g] < 0) {
            r->lesson[g] = -INFINITY; /* nothing is wanted of the group here */
            continue;
        }
        const double unmet =
            p->group[g].priority * ((double)m->weight[ZJ_T_UNMET] - tier[ZJ_T_UNMET]) - r->lesson[g];
        r->fixed += r->lesson[g] * (double)m->demand[g] + at_most_0(unmet) * (double)m->demand[g];
        r->fixed += r->block[g] * (double)(m->block_row[g] < 0 ? 0 : m->blocks[g]);
    }
    memset(r->visit, 0, (size_t)m->x->n * (size_t)m->x->campuses.n * sizeof *r->visit);
    for (int i = 0; i < m->n_visits; i++) {
        const struct tt_visit_row *v = &m->visit[i];
        double y = dual_of(m, v->row);
        if ((y > 0 && isinf(v->lo)) || (y < 0 && isinf(v->hi)))
            y = 0;
        r->fixed += y == 0 ? 0 : y * (y > 0 ? v->lo : v->hi);
        for (int t = 0; t < m->x->n; t++)
            if (v->of[t])
                r->visit[t * m->x->campuses.n + v->campus] += y;
    }
    r->prices = (struct tt_prices){.lesson = r->lesson,
                                   .block = r->block,
                                   .visit = r->visit,
                                   .travel = (double)m->weight[ZJ_T_TRAVEL] - tier[ZJ_T_TRAVEL],
                                   .soft = (double)m->weight[ZJ_T_SOFT] - tier[ZJ_T_SOFT],
                                   .wish = (double)m->weight[ZJ_T_WISHES] - tier[ZJ_T_WISHES],
                                   .partial = m->most[ZJ_T_UNMET],
                                   .most_minutes = m->most_minutes};
}

/* Price every type; add the weeks that improve. */
static double price_all(struct tt_master *m, struct round *r, const struct lp_limits *lim, int *added,
                        bool *stopped)
{
    double weeks = 0;

    for (int t = 0; t < m->x->n && !*stopped; t++) {
        struct tt_column c;
        if (m->people[t] == 0)
            continue;
        const double y = dual_of(m, m->people_row[t]);
        const double paid = m->x->type[t].pinned ? -(y < DEAR ? y : DEAR) : -at_most_0(y);
        r->prices.least = paid;
        double worth = tt_price(m->x, t, &r->prices, &c);
        weeks -= m->people[t] * worth;
        if (worth > paid + 1e-6) {
            tt_master_add(m, &c);
            ++*added;
        } else {
            tt_column_release(&c);
        }
        *stopped = (lim->stop && *lim->stop) || (lim->deadline && lp_clock_ms() > lim->deadline);
    }
    return weeks;
}

static enum zj_status one_round(struct tt_master *m, const struct lp_limits *lim, struct round *r,
                                struct tt_generated *out, int *added, struct zj_err *err)
{
    m->dual = zj_realloc(m->dual, (size_t)cg_n_rows(m->lp) + 1, sizeof *m->dual);
    struct cg_answer ans = {.dual = m->dual};
    bool stopped = false;

    ZJ_TRY(cg_solve(m->lp, lim, true, &ans, err));
    out->status = ans.status;
    if (ans.status != LP_OPTIMAL)
        return ZJ_OK;
    out->value = ans.value;
    read_prices(m, r);
    double weeks = price_all(m, r, lim, added, &stopped);
    if (stopped) {
        out->status = LP_UNKNOWN;
        return ZJ_OK;
    }
    int64_t bound = lp_least_integer(r->fixed + weeks);
    out->bound = bound > out->bound ? bound : out->bound;
    return ZJ_OK;
}

enum zj_status tt_master_relax(struct tt_master *m, const struct lp_limits *lim, double *x, bool *solved,
                               struct zj_err *err)
{
    double *all = zj_malloc(((size_t)cg_n_cols(m->lp) + 1) * sizeof *all);
    struct cg_answer ans = {.x = all};
    enum zj_status status = cg_solve(m->lp, lim, false, &ans, err);

    *solved = status == ZJ_OK && ans.status == LP_OPTIMAL;
    for (int i = 0; *solved && i < m->n_columns; i++)
        x[i] = all[m->col[i]];
    free(all);
    return status;
}

enum zj_status tt_master_generate(struct tt_master *m, const struct lp_limits *lim, int rounds,
                                  int64_t enough, struct tt_generated *out, struct zj_err *err)
{
    const size_t n_groups = (size_t)m->x->p->n_groups;
    struct round r = {.lesson = zj_calloc(n_groups + 1, sizeof *r.lesson),
                      .block = zj_calloc(n_groups + 1, sizeof *r.block),
                      .visit = zj_calloc((size_t)m->x->n * (size_t)m->x->campuses.n + 1, sizeof *r.visit)};
    enum zj_status status = ZJ_OK;

    *out = (struct tt_generated){.status = LP_UNKNOWN, .bound = -LP_INF};
    for (int added = 1; added > 0 && status == ZJ_OK;) {
        added = 0;
        status = one_round(m, lim, &r, out, &added, err);
        if (status != ZJ_OK || out->status != LP_OPTIMAL)
            break;
        if (added == 0 || out->bound >= enough)
            break;
        if (++out->rounds == rounds) {
            out->status = LP_UNKNOWN;
            break;
        }
    }
    free(r.lesson);
    free(r.block);
    free(r.visit);
    return status;
}

/* ---- integers ------------------------------------------------------------------------------------- */

/* A row of the integer program, gathered from the weeks. */
struct gathered {
    int *col, n;
    int64_t *val;
};

static void gather(struct gathered *q, int col, int64_t val)
{
    if (val == 0)
        return;
    if (q->n > 0 && q->col[q->n - 1] == col) {
        q->val[q->n - 1] += val;
        return;
    }
    q->col[q->n] = col;
    q->val[q->n++] = val;
}

static void group_rows(const struct tt_master *m, struct lp *lp, struct gathered *q, int g)
{
    if (m->lesson_row[g] < 0)
        return;
    for (int kind = 0; kind < 2; kind++) {
        q->n = 0;
        for (int i = 0; i < m->n_columns; i++)
            for (int s = 0; s < m->column[i].n_shares; s++)
                if (m->column[i].share[s].group == g)
                    gather(q, i,
                           (int64_t)m->column[i].share[s].count *
                               (kind == 0 ? m->column[i].share[s].level : 1));
        if (kind == 0) {
            gather(q, lp_n_cols(lp), 1);
            lp_cost(lp, lp_col(lp, 0, m->demand[g]),
                    (double)(m->weight[ZJ_T_UNMET] * m->x->p->group[g].priority));
            lp_row(lp, m->demand[g], m->demand[g], q->n, q->col, q->val);
        } else if (m->block_row[g] >= 0) {
            lp_row(lp, -LP_INF, m->blocks[g], q->n, q->col, q->val);
        }
    }
}

static void tier_rows(const struct tt_master *m, struct lp *lp, struct gathered *q, const int *unmet_col)
{
    for (int k = 0; k < N_ADDITIVE; k++) {
        enum zj_tier t = additive[k];
        if (m->most[t] == INT64_MAX)
            continue;
        q->n = 0;
        for (int i = 0; i < m->n_columns; i++)
            gather(q, i, tt_column_cost(&m->column[i], t));
        for (int g = 0; g < m->x->p->n_groups && t == ZJ_T_UNMET; g++)
            if (unmet_col[g] >= 0)
                gather(q, unmet_col[g], m->x->p->group[g].priority);
        lp_row(lp, -LP_INF, m->most[t], q->n, q->col, q->val);
    }
}

static struct lp *integer_program(const struct tt_master *m, int *unmet_col)
{
    struct lp *lp = lp_new();
    const size_t room = (size_t)m->n_columns + (size_t)m->x->p->n_groups + 1;
    struct gathered q = {.col = zj_malloc(room * sizeof *q.col), .val = zj_malloc(room * sizeof *q.val)};

    for (int i = 0; i < m->n_columns; i++)
        lp_cost(lp, lp_col(lp, 0, m->people[m->column[i].type]), (double)tt_master_cost(m, &m->column[i]));
    for (int g = 0; g < m->x->p->n_groups; g++) {
        unmet_col[g] = m->lesson_row[g] < 0 ? -1 : lp_n_cols(lp);
        group_rows(m, lp, &q, g);
    }
    for (int t = 0; t < m->x->n; t++) {
        q.n = 0;
        for (int i = 0; i < m->n_columns; i++)
            if (m->column[i].type == t)
                gather(&q, i, 1);
        if (q.n > 0)
            lp_row(lp, -LP_INF, m->people[t], q.n, q.col, q.val);
    }
    tier_rows(m, lp, &q, unmet_col);
    free(q.col);
    free(q.val);
    return lp;
}

/* What nobody gives, when so many teachers have each week. */
static void fill_unmet(const struct tt_master *m, const int *unmet_col, int64_t *x)
{
    for (int g = 0; g < m->x->p->n_groups; g++)
        if (unmet_col[g] >= 0)
            x[unmet_col[g]] = m->demand[g];
    for (int i = 0; i < m->n_columns; i++)
        for (int s = 0; s < m->column[i].n_shares; s++) {
            const struct tt_share *q = &m->column[i].share[s];
            if (unmet_col[q->group] >= 0)
                x[unmet_col[q->group]] -= x[i] * q->level * q->count;
        }
}

enum zj_status tt_master_integer(const struct tt_master *m, const struct lp_limits *lim, const int *start,
                                 int *count, bool *found, int64_t *value, struct zj_err *err)
{
    int *unmet_col = zj_malloc(((size_t)m->x->p->n_groups + 1) * sizeof *unmet_col);
    struct lp *lp = integer_program(m, unmet_col);
    int64_t *first = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *first);
    struct lp_answer ans = {.x = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *ans.x)};

    for (int i = 0; start && i < m->n_columns; i++)
        first[i] = start[i];
    if (start)
        fill_unmet(m, unmet_col, first);
    enum zj_status status = lp_solve(lp, lim, start ? first : NULL, &ans, err);
    *found = status == ZJ_OK && (ans.status == LP_OPTIMAL || ans.status == LP_FEASIBLE);
    *value = ans.value;
    for (int i = 0; *found && i < m->n_columns; i++)
        count[i] = (int)ans.x[i];
    lp_free(lp);
    free(unmet_col);
    free(first);
    free(ans.x);
    return status;
}
