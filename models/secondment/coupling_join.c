/*
 * coupling_join.c - all blocks in one small program, near the plans that the prices favour.
 *
 * The relaxed master mixes plans of a block, and no whole plan may lie where the mixture does. Where the best
 * few plans of a block under the prices (and the one in force) agree, they are mostly right: those
 * columns are fixed. What is left of all blocks is one program of some hundred columns, with the
 * county's rows and the loose tiers in it as they are, and its answer need not be a choice of known plans.
 * Only a search: whatever it finds becomes a column for each block.
 */
#include "models/secondment/coupling_impl.h"

#include <stdlib.h>
#include <string.h>

enum { JOIN_NODES = 100, MOST_FREE = 4000, N_TASKS = 2 };
static const int plans_of[N_TASKS] = {3, 7}; /* of a block, in each of the programs tried side by side */

struct join {
    struct coupling *c;
    const struct sec_prices *p;
    int64_t enough; /* a value of the tier to stop at */
    struct lp *lp;
    int **column;          /* by block and column of its program: column of lp, -1 = fixed */
    int64_t **now, *start; /* by block and column: the plan in force; the same by column of lp */
    int cap_start;
    int64_t given[ZJ_N_TIERS], *part; /* what is fixed adds to each tier, and to each county row */
};

/* ---- which columns are free -------------------------------------------------------------------------- */

static int64_t priced_value(const struct sec_column *col, enum zj_tier tier, const struct sec_prices *p,
                            int n_county)
{
    int64_t sum = p->weight * col->tier[tier];

    for (int t = 0; t < ZJ_N_TIERS; t++)
        sum += p->tier[t] * col->tier[t];
    for (int k = 0; k < n_county; k++)
        sum -= p->row[k] * col->part[k];
    return sum;
}

/* The block's `most` best columns under the prices into best[]; returns how many. */
static int best_columns(const struct join *j, int block, int most, int *best)
{
    const struct sec_master *m = &j->c->m;
    const int n_county = j->c->r->blocks.n_county;
    int n = 0;

    for (int i = 0; i < m->n; i++) {
        if (m->column[i].block != block || !sec_master_usable(m, &m->column[i]))
            continue;
        const int64_t value = priced_value(&m->column[i], m->tier, j->p, n_county);
        int at = n < most ? n++ : most;
        while (at > 0 && value < priced_value(&m->column[best[at - 1]], m->tier, j->p, n_county)) {
            if (at < most)
                best[at] = best[at - 1];
            at--;
        }
        if (at < most)
            best[at] = i;
    }
    return n;
}

/* Shortfalls follow the arcs: free where an arc of their row is. */
static void free_shortfalls(const struct sec_model *m, bool *is_free)
{
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        bool any = false;
        for (int k = row->first; k < row->first + row->n; k++)
            any |= is_free[m->idx[k]];
        const int aux[] = {row->aux_lo, row->aux_hi, row->indicator};
        for (int k = 0; k < 3; k++) {
            if (any && aux[k] >= 0)
                is_free[m->n_arcs + aux[k]] = true;
        }
    }
}

/* Fix the columns on which the plans agree. False: the plan in force is no answer of the program. */
static bool fix_agreed(const struct join *j, struct sec_program *p, int block, int most)
{
    const struct sec_master *m = &j->c->m;
    int64_t *now = j->now[block], *x = zj_calloc((size_t)p->n_cols + 1, sizeof *x);
    bool *is_free = zj_calloc((size_t)p->n_cols + 1, sizeof *is_free);
    int *best = zj_calloc((size_t)most + 1, sizeof *best), n = best_columns(j, block, most, best);
    const bool stands = sec_program_load(p, &m->column[j->c->choice[block]].plan, now);

    for (int i = 0; i < n && stands; i++) {
        if (!sec_program_load(p, &m->column[best[i]].plan, x))
            continue;
        for (int k = 0; k < p->n_cols; k++)
            is_free[k] |= x[k] != now[k];
    }
    free_shortfalls(p->m, is_free);
    for (int k = 0; k < p->n_cols; k++) {
        if (!is_free[k])
            lp_col_bounds(p->lp, k, now[k], now[k]);
    }
    free(best);
    free(is_free);
    free(x);
    return stands;
}

/* ---- the program ------------------------------------------------------------------------------------- */

static void note_start(struct join *j, int column, int64_t value)
{
    ZJ_GROW(j->start, column, j->cap_start);
    j->start[column] = value;
}

/* Tiers and county rows: what the block's fixed columns add. */
static void note_fixed(struct join *j, const struct sec_program *p, int block)
{
    const struct sec_model *m = p->m;

    for (int k = 0; k < p->n_cols; k++) {
        if (j->column[block][k] >= 0)
            note_start(j, j->column[block][k], j->now[block][k]);
        for (int t = 0; t < ZJ_N_TIERS && j->column[block][k] < 0; t++)
            j->given[t] += j->now[block][k] * sec_program_cost(m, k, (enum zj_tier)t);
    }
    for (int t = 0; t < ZJ_N_TIERS; t++)
        j->given[t] += m->constant[t];
    for (int i = 0; i < m->n_rows; i++) {
        const struct sec_row *row = &m->row[i];
        for (int k = row->first; row->county >= 0 && k < row->first + row->n; k++)
            j->part[row->county] +=
                j->column[block][m->idx[k]] < 0 ? m->val[k] * j->now[block][m->idx[k]] : 0;
    }
}

static bool add_block(struct join *j, int block, int most)
{
    const struct coupling *c = j->c;
    struct sec_program p;

    sec_program_init(&p, &c->r->blocks.model[block]);
    j->column[block] = zj_calloc((size_t)p.n_cols + 1, sizeof **j->column);
    j->now[block] = zj_calloc((size_t)p.n_cols + 1, sizeof **j->now);
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        if (c->m.done[t] && t != ZJ_T_FAIRNESS && c->r->cap[block][t] != INT64_MAX)
            sec_program_cap(&p, (enum zj_tier)t, c->r->cap[block][t]);
    }
    const bool stands = fix_agreed(j, &p, block, most);
    lp_append(j->lp, p.lp, j->column[block]);
    note_fixed(j, &p, block);
    sec_program_release(&p);
    return stands;
}

/* The county's rows, no worse than they stand where they fall short. */
static void add_county_rows(struct join *j, int *idx, int64_t *val)
{
    const struct coupling *c = j->c;

    for (int k = 0; k < c->r->blocks.n_county; k++) {
        const struct sec_row *link = c->m.link[k];
        int64_t now = 0;
        int n = 0;
        for (int b = 0; link && b < c->r->blocks.n; b++) {
            const struct sec_model *m = &c->r->blocks.model[b];
            now += c->m.column[c->choice[b]].part[k];
            for (int i = 0; i < m->n_rows; i++) {
                const struct sec_row *row = &m->row[i];
                for (int s = row->first; row->county == k && s < row->first + row->n; s++) {
                    idx[n] = j->column[b][m->idx[s]];
                    val[n] = m->val[s];
                    n += idx[n] >= 0;
                }
            }
        }
        if (!link || n == 0)
            continue;
        const int64_t lo = link->lo < now ? link->lo : now, hi = link->hi > now ? link->hi : now;
        lp_row(j->lp, link->lo == -SEC_NO_LIMIT ? -LP_INF : lo - j->part[k],
               link->hi == SEC_NO_LIMIT ? LP_INF : hi - j->part[k], n, idx, val);
    }
}

/* Loose tiers as rows, the tier in work as the objective. */
static void add_tiers(struct join *j, int *idx, int64_t *val)
{
    const struct coupling *c = j->c;

    for (int t = 0; t < ZJ_N_TIERS; t++) {
        int n = 0;
        for (int b = 0; b < c->r->blocks.n; b++) {
            const struct sec_model *m = &c->r->blocks.model[b];
            for (int k = 0; k < m->n_arcs + m->n_aux; k++) {
                const int64_t cost = sec_program_cost(m, k, (enum zj_tier)t);
                if (cost == 0 || j->column[b][k] < 0)
                    continue;
                idx[n] = j->column[b][k];
                val[n++] = cost;
            }
        }
        for (int k = 0; t == (int)c->m.tier && k < n; k++)
            lp_cost(j->lp, idx[k], (double)val[k]);
        if (!c->m.loose[t] || n == 0)
            continue;
        const int64_t shortfall = t == ZJ_T_SOFT ? sec_master_soft(&c->m, c->choice) : 0;
        lp_row(j->lp, -LP_INF, c->m.value[t] - shortfall - j->given[t], n, idx, val);
    }
}

static bool build(struct join *j, int most)
{
    const int blocks = j->c->r->blocks.n;
    bool stands = true;

    j->lp = lp_new();
    j->column = zj_calloc((size_t)blocks + 1, sizeof *j->column);
    j->now = zj_calloc((size_t)blocks + 1, sizeof *j->now);
    j->part = zj_calloc((size_t)j->c->r->blocks.n_county + 1, sizeof *j->part);
    for (int b = 0; b < blocks && stands; b++)
        stands = add_block(j, b, most);
    const int n = lp_n_cols(j->lp);
    if (!stands || n == 0 || n > MOST_FREE)
        return false;
    int *idx = zj_calloc((size_t)n + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)n + 1, sizeof *val);
    add_county_rows(j, idx, val);
    add_tiers(j, idx, val);
    free(idx);
    free(val);
    return true;
}

static void release(struct join *j)
{
    for (int b = 0; b < j->c->r->blocks.n; b++) {
        free(j->column[b]);
        free(j->now[b]);
    }
    free(j->column);
    free(j->now);
    free(j->start);
    free(j->part);
    lp_free(j->lp);
}

/* The plan of each block in the answer. */
static void put_plans(const struct join *j, const int64_t *x, struct pool_bytes *out)
{
    for (int b = 0; b < j->c->r->blocks.n; b++) {
        struct sec_program p;
        sec_program_init(&p, &j->c->r->blocks.model[b]);
        for (int k = 0; k < p.n_cols; k++) {
            if (j->column[b][k] >= 0)
                j->now[b][k] = x[j->column[b][k]];
        }
        sec_put_plan(&p, j->now[b], out);
        sec_program_release(&p);
    }
}

/* In the worker: with the number of plans of task i. */
static enum zj_status solve_join(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct join *asked = ctx;
    struct join j = {.c = asked->c, .p = asked->p};
    struct lp_limits limits = {.nodes = JOIN_NODES, .deadline = j.c->r->deadline, .stop = &pool_stop};
    enum zj_status st = ZJ_OK;

    if (build(&j, plans_of[i])) {
        struct lp_answer a = {.x = zj_calloc((size_t)lp_n_cols(j.lp) + 1, sizeof *a.x)};
        limits.enough = asked->enough - j.given[j.c->m.tier];
        st = lp_solve(j.lp, &limits, j.start, &a, err);
        if (st == ZJ_OK && a.status <= LP_FEASIBLE)
            put_plans(&j, a.x, out);
        free(a.x);
    }
    release(&j);
    return st;
}

enum zj_status joined(struct coupling *c, const struct sec_prices *p, int64_t enough, struct zj_err *err)
{
    struct join asked = {.c = c, .p = p, .enough = enough};
    struct pool_bytes out[N_TASKS] = {{0}};
    enum zj_status st = pool_run(&c->r->pool, N_TASKS, solve_join, &asked, out, err);

    for (int i = 0; i < N_TASKS; i++) {
        size_t at = 0;
        for (int b = 0; b < c->r->blocks.n && out[i].n > 0 && st == ZJ_OK; b++) {
            struct sec_answer a = {0};
            sec_take_plan(&out[i], &at, c->r->blocks.n_county, &a);
            sec_master_add(&c->m, b, &a);
            sec_answer_release(&a);
        }
        pool_release(&out[i]);
    }
    return st;
}
