#include "models/secondment/program.h"

#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

static int add_row(struct sec_program *p, int64_t lo, int64_t hi, int first, int n)
{
    return lp_row(p->lp, lo, hi, n, p->m->idx + first, p->m->val + first);
}

/* Out of the root at most n; out of a node at most what came in. */
static void add_flow(struct sec_program *p)
{
    const struct sec_model *m = p->m;
    int *into_first = zj_calloc((size_t)m->n_nodes + 1, sizeof *into_first); /* arcs into a node, linked */
    int *into_next = zj_calloc((size_t)m->n_arcs + 1, sizeof *into_next);
    int *idx = zj_calloc((size_t)m->n_arcs + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)m->n_arcs + 1, sizeof *val);

    for (int a = m->n_arcs - 1; a >= 0; a--) {
        if (m->arc[a].next < 0)
            continue;
        into_next[a] = into_first[m->arc[a].next];
        into_first[m->arc[a].next] = a + 1;
    }
    for (int v = 0; v < m->n_nodes; v++) {
        const struct sec_node *node = &m->node[v];
        int n = 0;
        for (int a = node->first_arc; a < node->first_arc + node->n_arcs; a++, n++) {
            idx[n] = a;
            val[n] = 1;
        }
        if (n == 0)
            continue;
        for (int a = into_first[v]; a; a = into_next[a - 1], n++) {
            idx[n] = a - 1;
            val[n] = -1;
        }
        bool root = m->type[node->type].root == v;
        lp_row(p->lp, -LP_INF, root ? m->type[node->type].n : 0, n, idx, val);
    }
    free(into_first);
    free(into_next);
    free(idx);
    free(val);
}

/* The row's own terms and its shortfall columns. */
static int add_rule_row(struct sec_program *p, const struct sec_row *row)
{
    const struct sec_model *m = p->m;
    int n = row->n;
    int *idx = zj_calloc((size_t)n + 2, sizeof *idx);
    int64_t *val = zj_calloc((size_t)n + 2, sizeof *val);

    for (int k = 0; k < n; k++) {
        idx[k] = m->idx[row->first + k];
        val[k] = m->val[row->first + k];
    }
    if (row->aux_lo >= 0) {
        idx[n] = m->n_arcs + row->aux_lo;
        val[n++] = row->scale;
    }
    if (row->aux_hi >= 0) {
        idx[n] = m->n_arcs + row->aux_hi;
        val[n++] = -row->scale;
    }
    int number = lp_row(p->lp, row->lo, row->hi, n, idx, val);
    free(idx);
    free(val);
    return number;
}

int64_t sec_program_cost(const struct sec_model *m, int column, enum zj_tier tier)
{
    return column < m->n_arcs ? m->arc[column].cost[tier] : m->aux[column - m->n_arcs].cost[tier];
}

static void add_tier_row(struct sec_program *p, enum zj_tier tier)
{
    int *idx = zj_calloc((size_t)p->n_cols + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)p->n_cols + 1, sizeof *val);
    int n = 0;

    for (int j = 0; j < p->n_cols; j++) {
        if (sec_program_cost(p->m, j, tier) == 0)
            continue;
        idx[n] = j;
        val[n++] = sec_program_cost(p->m, j, tier);
    }
    p->tier_row[tier] =
        lp_row(p->lp, -LP_INF, LP_INF, n, idx, val); /* even without terms: the constant may break a cap */
    free(idx);
    free(val);
}

void sec_program_add_row(struct sec_program *p, int row)
{
    p->rule_row[row] = add_rule_row(p, &p->m->row[row]);
}

void sec_program_init_flow(struct sec_program *p, const struct sec_model *m)
{
    *p = (struct sec_program){.m = m, .lp = lp_new(), .n_cols = m->n_arcs + m->n_aux};
    for (int a = 0; a < m->n_arcs; a++)
        lp_col(p->lp, 0, m->type[m->node[m->arc[a].node].type].n);
    for (int k = 0; k < m->n_aux; k++)
        lp_col(p->lp, 0, m->aux[k].hi);
    add_flow(p);
    p->rule_row = zj_calloc((size_t)m->n_rows + 1, sizeof *p->rule_row);
    p->county_row = zj_calloc((size_t)m->n_county + 1, sizeof *p->county_row);
    for (int i = 0; i < m->n_rows; i++)
        p->rule_row[i] = -1;
    for (int t = 0; t < ZJ_N_TIERS; t++)
        p->tier_row[t] = -1;
    for (int k = 0; k < m->n_county; k++)
        p->county_row[k] = -1;
}

/* With or without the rows that only strengthen others. */
static void add_rules(struct sec_program *p, bool strengthened)
{
    for (int i = 0; i < p->m->n_rows; i++) {
        const struct sec_row *row = &p->m->row[i];
        if (row->settled && !row->dead && (strengthened || row->implied_by < 0))
            sec_program_add_row(p, i);
    }
}

void sec_program_init_bare(struct sec_program *p, const struct sec_model *m)
{
    sec_program_init_flow(p, m);
    add_rules(p, true);
}

void sec_program_init_own(struct sec_program *p, const struct sec_model *m)
{
    sec_program_init_flow(p, m);
    add_rules(p, false);
}

void sec_program_init(struct sec_program *p, const struct sec_model *m)
{
    sec_program_init_bare(p, m);
    for (int t = 0; t < ZJ_N_TIERS; t++)
        add_tier_row(p, (enum zj_tier)t);
    for (int i = 0; i < m->n_rows; i++) {
        if (m->row[i].county >= 0)
            p->county_row[m->row[i].county] =
                m->row[i].n ? add_row(p, -LP_INF, LP_INF, m->row[i].first, m->row[i].n) : -1;
    }
}

void sec_program_release(struct sec_program *p)
{
    lp_free(p->lp);
    free(p->rule_row);
    free(p->county_row);
}

void sec_program_cap(struct sec_program *p, enum zj_tier tier, int64_t most)
{
    lp_row_bounds(p->lp, p->tier_row[tier], -LP_INF, most - p->m->constant[tier]);
}

void sec_program_minimise(struct sec_program *p, enum zj_tier tier)
{
    for (int j = 0; j < p->n_cols; j++)
        lp_cost(p->lp, j, (double)sec_program_cost(p->m, j, tier));
}

/* ---- plans and vectors ------------------------------------------------------------------------ */

static int64_t activity(const struct sec_model *m, const struct sec_row *row, const int64_t *x)
{
    int64_t sum = 0;

    for (int k = row->first; k < row->first + row->n; k++)
        sum += m->val[k] * x[m->idx[k]];
    return sum;
}

int64_t sec_program_part(const struct sec_program *p, int county, const int64_t *x)
{
    for (int i = 0; i < p->m->n_rows; i++) {
        if (p->m->row[i].county == county)
            return activity(p->m, &p->m->row[i], x);
    }
    return 0;
}

void sec_program_tidy(const struct sec_program *p, int64_t *x)
{
    const struct sec_model *m = p->m;

    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        if (row->indicator < 0)
            continue;
        x[m->n_arcs + row->indicator] = 0;
        x[m->n_arcs + row->indicator] = activity(m, row, x) > 0;
    }
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        if (row->aux_lo < 0 && row->aux_hi < 0)
            continue;
        int64_t sum = activity(m, row, x);
        if (row->aux_lo >= 0)
            x[m->n_arcs + row->aux_lo] = sum < row->lo ? (row->lo - sum + row->scale - 1) / row->scale : 0;
        if (row->aux_hi >= 0)
            x[m->n_arcs + row->aux_hi] = sum > row->hi ? (sum - row->hi + row->scale - 1) / row->scale : 0;
    }
}

/* The arc out of the node with this posting, -1 when there is none. */
static int arc_at(const struct sec_model *m, int node, const struct zj_posting *p)
{
    const struct sec_node *v = &m->node[node];

    for (int a = v->first_arc; a < v->first_arc + v->n_arcs; a++) {
        const struct zj_posting *q = &m->arc[a].p;
        if (q->kind == p->kind && q->to == p->to && q->start == p->start && q->terms == p->terms &&
            q->subject == p->subject)
            return a;
    }
    return -1;
}

bool sec_program_load(const struct sec_program *p, const struct zj_postings *plan, int64_t *x)
{
    const struct sec_model *m = p->m;
    struct zj_postings sorted = {0};
    bool ok = true;

    memset(x, 0, (size_t)p->n_cols * sizeof *x);
    for (int i = 0; i < plan->n; i++) {
        if (m->type_of[plan->v[i].teacher] >= 0)
            zj_postings_add(&sorted, &plan->v[i]);
    }
    zj_postings_sort(&sorted);
    for (int i = 0, node = -1; i < sorted.n && ok; i++) {
        const struct zj_posting *q = &sorted.v[i];
        if (i == 0 || sorted.v[i - 1].teacher != q->teacher)
            node = m->type[m->type_of[q->teacher]].root;
        int a = node < 0 ? -1 : arc_at(m, node, q);
        ok = a >= 0;
        if (ok) {
            x[a]++;
            node = m->arc[a].next;
        }
    }
    zj_postings_release(&sorted);
    if (ok)
        sec_program_tidy(p, x);
    return ok && lp_satisfies(p->lp, x);
}

/* Walk one path from the node, taking one unit off each arc. */
static void walk(const struct sec_model *m, int node, int teacher, int64_t *left, struct zj_postings *plan)
{
    while (node >= 0) {
        const struct sec_node *v = &m->node[node];
        int a = v->first_arc, end = v->first_arc + v->n_arcs;
        while (a < end && left[a] == 0)
            a++;
        if (a == end)
            return;
        left[a]--;
        struct zj_posting posting = m->arc[a].p;
        posting.teacher = teacher;
        zj_postings_add(plan, &posting);
        node = m->arc[a].next;
    }
}

void sec_program_unload(const struct sec_program *p, const int64_t *x, struct zj_postings *plan)
{
    const struct sec_model *m = p->m;
    int64_t *left = zj_calloc((size_t)m->n_arcs + 1, sizeof *left);

    for (int a = 0; a < m->n_arcs; a++)
        left[a] = x[a];
    for (int i = 0; i < m->n_types; i++) {
        for (int k = 0; k < m->type[i].n; k++)
            walk(m, m->type[i].root, m->type[i].teacher[k], left, plan);
    }
    free(left);
}

static int64_t largest_burden(const struct sec_model *m, const struct zj_postings *plan)
{
    int64_t most = 0, own = 0;

    for (int i = 0; i < plan->n; i++) {
        const struct zj_posting *q = &plan->v[i];
        if (i == 0 || plan->v[i - 1].teacher != q->teacher)
            own = m->ctx->past_burden[q->teacher];
        own += (int64_t)q->terms * zj_minutes(m->ctx->in, q->from, q->to);
        most = own > most ? own : most;
    }
    return most;
}

void sec_program_values(const struct sec_program *p, const int64_t *x, int64_t value[ZJ_N_TIERS])
{
    struct zj_postings plan = {0};

    for (int t = 0; t < ZJ_N_TIERS; t++) {
        value[t] = p->m->constant[t];
        for (int j = 0; j < p->n_cols; j++)
            value[t] += x[j] ? x[j] * sec_program_cost(p->m, j, (enum zj_tier)t) : 0;
    }
    sec_program_unload(p, x, &plan);
    value[ZJ_T_FAIRNESS] = largest_burden(p->m, &plan);
    zj_postings_release(&plan);
}
