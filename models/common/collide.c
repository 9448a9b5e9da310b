/*
 * collide.c - the deletion filter of waiver.h over the hard rules of a program at their places.
 *
 * A probe builds the program anew without the parts that are waived, and looks for any answer at all, block
 * by block. Parts of rows in blocks that are feasible cannot take part and are left out from the start.
 */
#include "models/common/collide.h"

#include <stdlib.h>

enum { NODES_A_PROBE = 2000, MAX_CONFLICTS = 3 };

struct probe {
    const struct mc_sums *s;
    const struct mc_rebuild *again;
    bool *off;    /* by part */
    int hopeless; /* of the last program: the part whose row has no columns and cannot hold, or -1 */
};

/* Any answer of the block? */
static enum zj_status look(const struct mc_blocks *blocks, const struct lp_limits *given, int block,
                           enum mc_found *found, struct zj_err *err)
{
    struct mc_lp p;
    const int n = blocks->v[block].n_cols;
    struct lp_answer a = {.x = zj_calloc((size_t)n + 1, sizeof(int64_t))};
    struct lp_limits limits = *given;

    limits.enough = LP_INF - 1;
    limits.nodes = given->nodes > 0 && given->nodes < NODES_A_PROBE ? given->nodes : NODES_A_PROBE;
    mc_lp_init(&p, blocks, block);
    enum zj_status st = lp_solve(p.lp, &limits, NULL, &a, err);
    *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
    mc_lp_release(&p);
    free(a.x);
    return st;
}

static enum zj_status look_everywhere(const struct mc_blocks *blocks, const struct lp_limits *limits,
                                      enum mc_found *found, struct zj_err *err)
{
    *found = blocks->hopeless >= 0 ? MC_COLLIDE : MC_AGREE;
    for (int b = 0; b < blocks->n && *found != MC_COLLIDE; b++) {
        enum mc_found here;
        ZJ_TRY(look(blocks, limits, b, &here, err));
        *found = here == MC_AGREE ? *found : here;
    }
    return ZJ_OK;
}

/* Barred columns are kept out by parts that have rows elsewhere: then no part fails alone. */
static int hopeless_part(const struct mc_blocks *b)
{
    for (int c = 0; c < b->m->n_cols; c++)
        if (b->m->col[c].barred)
            return -1;
    return b->hopeless >= 0 ? b->hopeless_part : -1;
}

/* A row without columns: beside its part only those can be at fault that left it none, which have no rows. */
static void keep_rowless(const struct mc_program *m, int hopeless, bool *in)
{
    bool *has_row = zj_calloc((size_t)m->n_parts + 1, sizeof *has_row);

    for (int i = 0; i < m->n_rows; i++)
        if (m->row[i].part >= 0)
            has_row[m->row[i].part] = true;
    for (int k = 0; k < m->n_parts; k++)
        in[k] &= k == hopeless || !has_row[k];
    free(has_row);
}

/* When the search is to end, nothing more is built: what was not asked stays open. */
static enum zj_status probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct probe *p = ctx;
    struct mc_blocks blocks;

    *found = MC_OPEN;
    if (lp_limits_over(&p->s->limits))
        return ZJ_OK;
    const struct mc_trial trial = {p->off, -1};
    for (int k = 0; k < p->s->blocks.m->n_parts; k++)
        p->off[k] = !in[k];
    mc_blocks_init(&blocks, p->again->build(p->again->ctx, &trial));
    p->hopeless = hopeless_part(&blocks);
    enum zj_status st = look_everywhere(&blocks, &p->s->limits, found, err);
    mc_blocks_release(&blocks);
    p->again->drop(p->again->ctx);
    return st;
}

/* Set in[] of the parts that rows of blocks of one sort have: proved infeasible, or not. */
static void mark(const struct mc_sums *s, bool bad, bool *in)
{
    for (int b = 0; b < s->blocks.n; b++) {
        const struct mc_block *x = &s->blocks.v[b];
        for (int i = x->first_row; i < x->first_row + x->n_rows && s->bad[b] == bad; i++)
            if (s->blocks.m->row[s->blocks.row[i]].part >= 0)
                in[s->blocks.m->row[s->blocks.row[i]].part] = bad;
    }
}

/* Parts of rows outside the bad blocks cannot take part; one part may have rows in several blocks. */
static void candidates(const struct mc_sums *s, bool *in)
{
    for (int k = 0; k < s->blocks.m->n_parts; k++)
        in[k] = true;
    if (s->blocks.hopeless >= 0)
        return;
    mark(s, false, in);
    mark(s, true, in);
}

/* ---- numbers ------------------------------------------------------------------------------------------ */

/* The one row that falls short and counts what the part limits; NULL when there is none, or several do. */
static const struct mc_row *short_row(const struct mc_program *m, const int64_t *x)
{
    const struct mc_row *found = NULL;
    int n = 0;

    for (int i = 0; i < m->n_rows; i++) {
        const struct mc_row *row = &m->row[i];
        if ((row->lack < 0 || x[row->lack] == 0) && (row->excess < 0 || x[row->excess] == 0))
            continue;
        found = row;
        n++;
    }
    return n == 1 && found->counted ? found : NULL;
}

static void set_numbers(const struct mc_row *row, const int64_t *x, struct zj_conflict_part *part)
{
    const int64_t lack = row->lack < 0 ? 0 : x[row->lack], excess = row->excess < 0 ? 0 : x[row->excess];
    const int64_t limit = (lack > 0 ? row->lo : row->hi) + row->given, have = limit - lack + excess;

    part->need = row->swapped ? have : limit;
    part->have = row->swapped ? limit : have;
}

/* The least that the measured part falls short by, block by block. *known: proved in every one of them. */
static enum zj_status measure_blocks(const struct mc_blocks *blocks, const struct lp_limits *given,
                                     int64_t *x, bool *known, struct zj_err *err)
{
    struct lp_limits limits = *given;

    limits.enough = -LP_INF;
    limits.nodes = NODES_A_PROBE;
    for (int b = 0; b < blocks->n && *known; b++) {
        const struct mc_block *v = &blocks->v[b];
        struct lp_answer a = {.x = zj_calloc((size_t)v->n_cols + 1, sizeof(int64_t))};
        struct mc_lp p;
        bool any = false;
        mc_lp_init(&p, blocks, b);
        for (int c = 0; c < v->n_cols; c++) {
            const int64_t cost = blocks->m->col[blocks->col[v->first_col + c]].cost[MC_MEASURE];
            lp_cost(p.lp, c, (double)cost);
            any |= cost != 0;
        }
        enum zj_status st = any ? lp_solve(p.lp, &limits, NULL, &a, err) : ZJ_OK;
        *known &= !any || a.status == LP_OPTIMAL;
        for (int c = 0; c < v->n_cols; c++)
            x[blocks->col[v->first_col + c]] = a.x[c];
        mc_lp_release(&p);
        free(a.x);
        ZJ_TRY(st);
    }
    return ZJ_OK;
}

/* need and have of part k while the other parts in[] hold. */
static enum zj_status number(struct probe *p, const bool *in, int k, struct zj_conflict_part *part,
                             struct zj_err *err)
{
    const struct mc_trial trial = {p->off, k};
    struct mc_blocks blocks;
    bool known = !lp_limits_over(&p->s->limits);

    if (!known || part->table || part->have != ZJ_NO_VALUE)
        return ZJ_OK;
    for (int i = 0; i < p->s->blocks.m->n_parts; i++)
        p->off[i] = !in[i] || i == k;
    const struct mc_program *m = p->again->build(p->again->ctx, &trial);
    int64_t *x = zj_calloc((size_t)m->n_cols + 1, sizeof *x);
    mc_blocks_init(&blocks, m);
    enum zj_status st = measure_blocks(&blocks, &p->s->limits, x, &known, err);
    const struct mc_row *row = st == ZJ_OK && known ? short_row(m, x) : NULL;
    if (row)
        set_numbers(row, x, part);
    mc_blocks_release(&blocks);
    free(x);
    p->again->drop(p->again->ctx);
    return st;
}

/* The next group of the plan: the parts in[k], which no later conflict may use. */
static void take(const struct mc_program *m, const bool *in, int group, bool *gone, struct zj_plan *plan)
{
    for (int k = 0; k < m->n_parts; k++) {
        if (!in[k])
            continue;
        struct zj_conflict_part *part = &plan->conflict[plan->n_conflict++];
        gone[k] = true;
        *part = m->part[k];
        part->where = zj_strdup(&plan->arena, part->where);
        part->index = part->table ? -1 : part->index;
        part->group = group;
    }
}

enum zj_status mc_collide(const struct mc_sums *s, const struct mc_rebuild *again, struct zj_plan *plan,
                          struct zj_err *err)
{
    const struct mc_program *m = s->blocks.m;
    bool *in = zj_calloc((size_t)m->n_parts + 1, sizeof *in);
    bool *gone = zj_calloc((size_t)m->n_parts + 1, sizeof *gone);
    struct probe ctx = {s, again, zj_calloc((size_t)m->n_parts + 1, sizeof(bool)), hopeless_part(&s->blocks)};
    enum mc_found found = MC_COLLIDE;
    enum zj_status st = ZJ_OK;

    plan->conflict = zj_alloc_n(&plan->arena, (size_t)m->n_parts + 1, sizeof *plan->conflict);
    plan->conflict_minimal = true;
    for (int group = 0; group < MAX_CONFLICTS && found == MC_COLLIDE && st == ZJ_OK; group++) {
        bool minimal = true;
        candidates(s, in);
        for (int k = 0; k < m->n_parts; k++)
            in[k] &= !gone[k];
        if (group > 0)
            st = probe(&ctx, in, &found, err);
        if (st != ZJ_OK || found != MC_COLLIDE)
            break;
        if (ctx.hopeless >= 0)
            keep_rowless(m, ctx.hopeless, in);
        st = mc_shrink(m->n_parts, in, probe, &ctx, &minimal, err);
        const int first = plan->n_conflict;
        take(m, in, group, gone, plan);
        for (int k = 0, i = first; k < m->n_parts && st == ZJ_OK; k++)
            if (in[k])
                st = number(&ctx, in, k, &plan->conflict[i++], err);
        plan->conflict_minimal &= minimal;
    }
    free(in);
    free(gone);
    free(ctx.off);
    return st;
}
