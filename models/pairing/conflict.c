/*
 * conflict.c - why no pairing can be: the deletion filter of waiver.h over the hard rules at their places.
 *
 * A probe builds the model anew without the parts that are waived, and looks for any pairing at all, block by
 * block. Parts of rows in blocks that are feasible cannot take part and are left out from the start.
 */
#include "models/pairing/run.h"

#include <stdlib.h>

enum { NODES_A_PROBE = 2000 };

struct probe {
    const struct pr_run *r;
    bool *off;
};

/* Any pairing of the block? */
static enum zj_status look(const struct pr_run *r, int block, enum mc_found *found, struct zj_err *err)
{
    struct pr_program p;
    const int n = r->blocks.v[block].n_cols;
    struct lp_answer a = {.x = zj_calloc((size_t)n + 1, sizeof(int64_t))};
    struct lp_limits limits = pr_limits(r);

    limits.enough = LP_INF - 1;
    limits.nodes = NODES_A_PROBE;
    pr_program_init(&p, &r->blocks, block);
    enum zj_status st = lp_solve(p.lp, &limits, NULL, &a, err);
    *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
    pr_program_release(&p);
    free(a.x);
    return st;
}

static enum zj_status look_everywhere(const struct pr_run *r, enum mc_found *found, struct zj_err *err)
{
    *found = r->blocks.hopeless >= 0 ? MC_COLLIDE : MC_AGREE;
    for (int b = 0; b < r->blocks.n && *found != MC_COLLIDE; b++) {
        enum mc_found here;
        ZJ_TRY(look(r, b, &here, err));
        *found = here == MC_AGREE ? *found : here;
    }
    return ZJ_OK;
}

static enum zj_status probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    const struct probe *p = ctx;
    const struct pr_model *m = p->r->m;
    struct pr_model changed;

    for (int k = 0; k < m->n_parts; k++)
        p->off[k] = !in[k];
    pr_model_init(&changed, m->in, m->pol, p->r->opt->fixed, m->waivers, p->off);
    struct pr_run r = {.opt = p->r->opt, .m = &changed, .deadline = p->r->deadline};
    pr_blocks_init(&r.blocks, &changed);
    enum zj_status st = look_everywhere(&r, found, err);
    pr_blocks_release(&r.blocks);
    pr_model_release(&changed);
    return st;
}

/* Parts of rows outside the blocks that are infeasible cannot take part. */
static void candidates(const struct pr_run *r, bool *in)
{
    for (int k = 0; k < r->m->n_parts; k++)
        in[k] = true;
    for (int b = 0; b < r->blocks.n && r->blocks.hopeless < 0; b++) {
        const struct pr_block *x = &r->blocks.v[b];
        for (int i = x->first_row; i < x->first_row + x->n_rows && !r->bad[b]; i++)
            if (r->m->row[r->blocks.row[i]].part >= 0)
                in[r->m->row[r->blocks.row[i]].part] = false;
    }
}

enum zj_status pr_conflict(const struct pr_run *r, struct zj_plan *plan, struct zj_err *err)
{
    const struct pr_model *m = r->m;
    bool *in = zj_calloc((size_t)m->n_parts + 1, sizeof *in);
    struct probe ctx = {r, zj_calloc((size_t)m->n_parts + 1, sizeof(bool))};

    candidates(r, in);
    enum zj_status st = mc_shrink(m->n_parts, in, probe, &ctx, &plan->conflict_minimal, err);
    plan->conflict = zj_alloc_n(&plan->arena, (size_t)m->n_parts + 1, sizeof *plan->conflict);
    for (int k = 0; k < m->n_parts; k++) {
        if (!in[k])
            continue;
        struct zj_conflict_part *part = &plan->conflict[plan->n_conflict++];
        *part = m->part[k];
        part->where = zj_strdup(&plan->arena, part->where);
        part->index = part->table ? -1 : part->index;
        part->need = part->have = ZJ_NO_VALUE;
    }
    free(in);
    free(ctx.off);
    return st;
}
