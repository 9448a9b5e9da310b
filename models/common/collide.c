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
    bool *off;
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
    limits.nodes = NODES_A_PROBE;
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

/* When the search is to end, nothing more is built: what was not asked stays open. */
static enum zj_status probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    const struct probe *p = ctx;
    struct mc_blocks blocks;

    *found = MC_OPEN;
    if (lp_limits_over(&p->s->limits))
        return ZJ_OK;
    for (int k = 0; k < p->s->blocks.m->n_parts; k++)
        p->off[k] = !in[k];
    mc_blocks_init(&blocks, p->again->build(p->again->ctx, p->off));
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
        part->need = part->have = ZJ_NO_VALUE;
        part->group = group;
    }
}

enum zj_status mc_collide(const struct mc_sums *s, const struct mc_rebuild *again, struct zj_plan *plan,
                          struct zj_err *err)
{
    const struct mc_program *m = s->blocks.m;
    bool *in = zj_calloc((size_t)m->n_parts + 1, sizeof *in);
    bool *gone = zj_calloc((size_t)m->n_parts + 1, sizeof *gone);
    struct probe ctx = {s, again, zj_calloc((size_t)m->n_parts + 1, sizeof(bool))};
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
        st = mc_shrink(m->n_parts, in, probe, &ctx, &minimal, err);
        take(m, in, group, gone, plan);
        plan->conflict_minimal &= minimal;
    }
    free(in);
    free(gone);
    free(ctx.off);
    return st;
}
