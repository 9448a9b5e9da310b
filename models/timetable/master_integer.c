/*
 * master_integer.c - the best integer answer with the weeks there are.
 */
#include "models/timetable/master.h"

#include <stdlib.h>

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
    for (int k = 0; k < TT_N_ADDITIVE; k++) {
        enum zj_tier t = tt_additive[k];
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
