#include "models/timetable/master.h"

#include <stdlib.h>
#include <string.h>

const enum zj_tier tt_additive[TT_N_ADDITIVE] = {ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL, ZJ_T_WISHES};

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
        cg_col(m->lp, 0, m->people[t], TT_DEAR, 1, &m->people_row[t], &one);
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
    for (int k = 0; k < TT_N_ADDITIVE; k++)
        m->tier_row[tt_additive[k]] = cg_row(m->lp, -INFINITY, INFINITY);
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
    free(m->count);
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
    for (int k = 0; k < TT_N_ADDITIVE; k++) {
        int64_t most = m->most[tt_additive[k]];
        cg_row_bounds(m->lp, m->tier_row[tt_additive[k]], -INFINITY,
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

    for (int k = 0; k < TT_N_ADDITIVE; k++)
        sum += m->weight[tt_additive[k]] * tt_column_cost(c, tt_additive[k]);
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

/* What a row counts in the column. */
static int count_of(const struct tt_count_row *r, const struct tt_column *c)
{
    int n = 0;

    if (r->of ? !r->of[c->type] : r->type != c->type)
        return 0;
    for (int i = 0; i < c->n_visits && r->group < 0; i++)
        n += c->visit[i].campus == r->campus ? c->visit[i].days : 0;
    for (int i = 0; i < c->n_shares && r->group >= 0; i++)
        n += c->share[i].group == r->group ? c->share[i].count : 0;
    return n;
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
    const size_t room = 2 * (size_t)c->n_shares + (size_t)m->n_counts + TT_N_ADDITIVE + 2;
    int *row = zj_malloc(room * sizeof *row), n = 0;
    double *val = zj_malloc(room * sizeof *val);

    for (int i = 0; i < c->n_shares; i++) {
        const struct tt_share *s = &c->share[i];
        put(row, val, &n, m->lesson_row[s->group], (double)s->level * s->count);
        put(row, val, &n, m->block_row[s->group], s->count);
    }
    put(row, val, &n, m->people_row[c->type], 1);
    for (int k = 0; k < TT_N_ADDITIVE; k++)
        put(row, val, &n, m->tier_row[tt_additive[k]], (double)tt_column_cost(c, tt_additive[k]));
    for (int i = 0; i < m->n_counts; i++)
        put(row, val, &n, m->count[i].row, count_of(&m->count[i], c));
    ZJ_GROW(m->column, m->n_columns, m->cap_columns);
    ZJ_GROW(m->col, m->n_columns, m->cap_col);
    m->col[m->n_columns] = cg_col(m->lp, 0, m->people[c->type], (double)tt_master_cost(m, c), n, row, val);
    m->column[m->n_columns++] = *c;
    memset(c, 0, sizeof *c);
    free(row);
    free(val);
}

int tt_master_count(struct tt_master *m, const struct tt_count_row *r)
{
    int *col = zj_malloc(((size_t)m->n_columns + 1) * sizeof *col), n = 0;
    double *val = zj_malloc(((size_t)m->n_columns + 1) * sizeof *val);

    ZJ_GROW(m->count, m->n_counts, m->cap_counts);
    struct tt_count_row *x = &m->count[m->n_counts++];
    *x = *r;
    x->row = cg_row(m->lp, r->lo, r->hi);
    for (int i = 0; i < m->n_columns; i++) {
        const int count = count_of(x, &m->column[i]);
        if (count == 0)
            continue;
        col[n] = m->col[i];
        val[n++] = count;
    }
    cg_row_entries(m->lp, x->row, n, col, val);
    free(col);
    free(val);
    return m->n_counts - 1;
}

void tt_master_count_bounds(struct tt_master *m, int which, double lo, double hi)
{
    m->count[which].lo = lo;
    m->count[which].hi = hi;
    cg_row_bounds(m->lp, m->count[which].row, lo, hi);
}

double tt_master_counted(const struct tt_master *m, int which, const double *x)
{
    double sum = 0;

    for (int i = 0; i < m->n_columns; i++)
        sum += x[i] == 0 ? 0 : x[i] * count_of(&m->count[which], &m->column[i]);
    return sum;
}
