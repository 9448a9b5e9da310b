/*
 * conflict.c - conflicts of all blocks, each in a worker process.
 *
 * A block is searched until what is left can hold, or MAX_CONFLICTS are found: conflicts have no part
 * in common. Blocks that find conflicts with a part in common (a limit of roads between them) keep the first,
 * and the others search again without its parts. Every block can be served alone but the county's
 * rows cannot be met: then the whole county is one block; a county too large for that is asked block by block
 * (county.c). Where no search ends with a conflict, the hard rows that could not be met are named.
 */
#include "models/secondment/conflict.h"

#include "models/common/part_bytes.h"
#include "models/secondment/collide.h"
#include "models/secondment/county.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_CONFLICTS = 3, MAX_PARTS = 400 };
/* A county of more columns is not searched as one program: proofs would take minutes each. */
enum { MOST_COLUMNS = 6000 };

struct job {
    const struct sec_run *r;
    const int *block;
    const struct zj_plan *plan; /* with the conflicts found before */
};

/* In a worker: the parts of the block's conflicts. */
static enum zj_status search_block(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct job *job = ctx;
    struct sec_collide s = {.run = job->r, .block = job->block[i], .minimal = true};
    const int n_before = job->plan->n_conflict;
    bool found = true;
    enum zj_status st = ZJ_OK;

    for (int k = 0; k < n_before; k++)
        sec_parts_add(&s.parts, &job->plan->conflict[k]);
    for (int group = 0; group < MAX_CONFLICTS && found && st == ZJ_OK && !pool_stop; group++)
        st = sec_collide(&s, group, &found, err);
    pool_put(out, &s.minimal, sizeof s.minimal);
    for (int k = n_before; k < s.parts.n; k++)
        mc_part_put(out, &s.parts.v[k]);
    free(s.parts.v);
    zj_arena_release(&s.arena);
    return st;
}

static bool is_known(const struct zj_plan *plan, int n, const struct zj_conflict_part *part)
{
    const struct mc_waivers known = {plan->conflict, n};

    return mc_waived(&known, part->rule, part->index, part->where);
}

/* Append the conflicts of a block; returns whether one of them had a part in common with those before. */
static bool read_parts(struct zj_plan *plan, const struct pool_bytes *in)
{
    struct zj_conflict_part part;
    size_t at = 0;
    bool minimal = false, again = false, shared = false;
    const int n_before = plan->n_conflict, first = zj_n_conflicts(plan);
    int begin = n_before, of = -1;

    pool_get(in, &at, &minimal, sizeof minimal);
    plan->conflict_minimal &= minimal;
    while (mc_part_get(in, &at, &plan->arena, &part)) {
        if (part.group != of) {
            of = part.group;
            begin = plan->n_conflict;
            shared = plan->n_conflict >= MAX_PARTS;
        }
        if (!shared && (is_known(plan, n_before, &part) || plan->n_conflict == MAX_PARTS)) {
            again = shared = true;
            plan->n_conflict = begin;
        }
        part.group = begin == n_before ? first : plan->conflict[begin - 1].group + 1;
        if (!shared)
            plan->conflict[plan->n_conflict++] = part;
    }
    return again;
}

/* Search the blocks; those that have to search again are left in block[], their number is returned in *n. */
static enum zj_status search(struct sec_run *r, int *n, int *block, struct zj_plan *plan, struct zj_err *err)
{
    struct pool_bytes *out = zj_calloc((size_t)*n + 1, sizeof *out);
    struct job job = {r, block, plan};
    enum zj_status st = pool_run(&r->pool, *n, search_block, &job, out, err);
    int again = 0;

    for (int i = 0; i < *n; i++) {
        if (st == ZJ_OK && read_parts(plan, &out[i]))
            block[again++] = block[i];
        pool_release(&out[i]);
    }
    *n = again;
    free(out);
    return st;
}

static enum zj_status search_all(struct sec_run *r, int n, int *block, struct zj_plan *plan,
                                 struct zj_err *err)
{
    for (int before = -1; n > 0 && before != plan->n_conflict && !sec_run_over(r);) {
        before = plan->n_conflict;
        ZJ_TRY(search(r, &n, block, plan, err));
    }
    if (plan->n_conflict)
        qsort(plan->conflict, (size_t)plan->n_conflict, sizeof *plan->conflict, mc_part_compare);
    return ZJ_OK;
}

static void name_row(struct zj_plan *plan, const struct sec_row *row)
{
    const struct zj_conflict_part part = {.rule = row->rule,
                                          .index = row->index,
                                          .where = zj_strdup(&plan->arena, row->where),
                                          .table = row->rule == ZJ_R_pins ? "pins.csv" : NULL,
                                          .need = ZJ_NO_VALUE,
                                          .have = ZJ_NO_VALUE};

    if (plan->n_conflict < MAX_PARTS && !is_known(plan, plan->n_conflict, &part))
        plan->conflict[plan->n_conflict++] = part;
}

/* The hard rows of the blocks that have no plan; with no such block, those over several blocks. */
static void name_rows(const struct sec_run *r, int n, const int *block, struct zj_plan *plan)
{
    plan->conflict_minimal = false;
    for (int i = 0; i < (n ? n : r->blocks.n); i++) {
        const struct sec_model *m = &r->blocks.model[n ? block[i] : i];
        for (int k = 0; k < m->n_rows; k++) {
            const struct sec_row *row = &m->row[k];
            if (row->hard && row->implied_by < 0 && row->indicator < 0 &&
                (n ? !row->dead : row->county >= 0 && !row->settled))
                name_row(plan, row);
        }
    }
    qsort(plan->conflict, (size_t)plan->n_conflict, sizeof *plan->conflict, mc_part_compare);
}

enum zj_status sec_conflict(struct sec_run *r, struct zj_plan *plan, struct zj_err *err)
{
    int n = 0;
    int *block = zj_calloc((size_t)r->blocks.n + 1, sizeof *block);
    int *to_do = zj_calloc((size_t)r->blocks.n + 1, sizeof *to_do);
    struct sec_run whole;
    enum zj_status st = ZJ_OK;

    plan->conflict = zj_alloc_n(&plan->arena, MAX_PARTS, sizeof *plan->conflict);
    for (int b = 0; b < r->blocks.n; b++) {
        if (r->infeasible[b])
            block[n++] = b;
    }
    memcpy(to_do, block, (size_t)n * sizeof *block);
    plan->conflict_minimal = true;
    if (n > 0)
        st = search_all(r, n, to_do, plan, err);
    const bool small = sec_run_columns(r) <= MOST_COLUMNS;
    if (st == ZJ_OK && n == 0 && (!small || r->opt->decompose))
        st = sec_county_conflicts(r, MAX_CONFLICTS, MAX_PARTS, plan, err);
    if (st == ZJ_OK && small && (n > 0 ? r->blocks.n_county > 0 : plan->n_conflict == 0)) {
        to_do[0] = 0;
        sec_run_init(&whole, r->ctx, r->opt, true);
        st = search_all(&whole, 1, to_do, plan, err);
        sec_run_release(&whole);
    }
    if (st == ZJ_OK && plan->n_conflict == 0)
        name_rows(r, n, block, plan);
    free(block);
    free(to_do);
    return st;
}
