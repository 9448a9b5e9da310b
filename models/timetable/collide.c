/*
 * collide.c - the deletion filter over the parts of a component's rules.
 *
 * 1. While sums of lessons, or the compact model, alone prove that there is no week, parts are dropped in
 *    halves: a flow or a linear program for each question, so hundreds of parts become a few within seconds.
 * 2. Each of these few is waived alone, and a week is looked for that keeps the others: on the board, else
 *    (or first, when it is small) by the exact program, which may also prove that the part is not needed.
 * Where neither proves anything, the exact program is asked from the start.
 */
#include "models/timetable/collide.h"

#include "models/timetable/demand_parts.h"
#include "models/timetable/exact.h"
#include "models/timetable/part_numbers.h"
#include "models/timetable/probe.h"

#include <stdlib.h>
#include <string.h>

enum {
    PROBES_A_NODE = 4, /* with a node limit: so many questions go to the exact program */
    MAX_CONFLICTS = 3,
    MAX_FAMILIES = 300 /* of demands that are asked on their own */
};

struct hunt {
    const struct tt_collide *c;
    struct zj_conflict_part *waived; /* heap: those before; room for all parts after them */
    int n_before;
    struct tt_demand_parts parts;
    int64_t *left; /* questions that the exact program may still be asked */
    unsigned ways; /* of probe_quickly() */
};

/* The parts that are not in[], and those of earlier conflicts. */
static struct mc_waivers waive(const struct hunt *h, const bool *in)
{
    struct mc_waivers w = {h->waived, h->n_before};

    for (int k = 0; k < h->parts.n; k++)
        if (!in[k])
            h->waived[w.n++] = h->parts.v[k];
    return w;
}

/* mc_probe, through relaxations alone: a proof, or nothing. */
static enum zj_status probe_quickly(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct hunt *h = ctx;
    const struct mc_waivers w = waive(h, in);

    return tt_probe(h->c, &w, h->ways, found, NULL, err);
}

static enum zj_status probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct hunt *h = ctx;
    const struct mc_waivers w = waive(h, in);

    ZJ_TRY(tt_probe(h->c, &w, TT_BY_SMALL | TT_BY_BOARD, found, NULL, err));
    if (*found != MC_OPEN || *h->left == 0)
        return ZJ_OK;
    --*h->left;
    return tt_probe(h->c, &w, TT_BY_EXACT, found, NULL, err);
}

/* All parts but the demands outside [from, to) of the first n_demands. */
static void family(const struct hunt *h, int from, int to, bool *in)
{
    for (int k = 0; k < h->parts.n; k++)
        in[k] = k >= h->parts.n_demands || (k >= from && k < to);
}

/* The subject of "S001-1-1/音乐"; NULL of other places. */
static const char *subject_of(const struct zj_conflict_part *part)
{
    const char *slash = part->rule == ZJ_R_need ? strrchr(part->where, '/') : NULL;

    return slash ? slash + 1 : NULL;
}

/* The needs of one subject, and all that is no demand. */
static void only_subject(const struct hunt *h, const char *subject, bool *in)
{
    for (int k = 0; k < h->parts.n; k++) {
        const char *own = subject_of(&h->parts.v[k]);
        in[k] = k >= h->parts.n_demands || (own && strcmp(own, subject) == 0);
    }
}

/* By a relaxation: the needs of one subject, which people understand sooner, or all demands. */
static enum zj_status find_quickly(struct hunt *h, bool *in, enum mc_found *found, struct zj_err *err)
{
    bool *seen = zj_calloc((size_t)h->parts.n + 1, sizeof *seen);
    enum zj_status st = ZJ_OK;

    *found = MC_OPEN;
    for (int k = 0; k < h->parts.n_demands && *found != MC_COLLIDE && st == ZJ_OK; k++) {
        const char *subject = subject_of(&h->parts.v[k]);
        if (seen[k] || !subject)
            continue;
        only_subject(h, subject, in);
        for (int i = k; i < h->parts.n_demands; i++)
            seen[i] |= in[i];
        st = probe_quickly(h, in, found, err);
    }
    free(seen);
    if (st != ZJ_OK || *found == MC_COLLIDE)
        return st;
    family(h, 0, h->parts.n_demands, in);
    return probe_quickly(h, in, found, err);
}

/* Demands that collide: all of them, or where that cannot be decided some that stand together in the list. */
static enum zj_status find(struct hunt *h, bool *in, enum mc_found *found, struct zj_err *err)
{
    const int n = h->parts.n_demands;
    int asked = 0;

    family(h, 0, n, in);
    ZJ_TRY(probe(h, in, found, err));
    for (int size = 1; size < n && *found == MC_OPEN; size *= 2) {
        for (int from = 0; from < n && *found != MC_COLLIDE; from += size) {
            if (++asked > MAX_FAMILIES)
                return ZJ_OK;
            family(h, from, from + size < n ? from + size : n, in);
            ZJ_TRY(probe(h, in, found, err));
        }
        *found = *found == MC_COLLIDE ? MC_COLLIDE : MC_OPEN;
    }
    return ZJ_OK;
}

static void hunt_init(struct hunt *h, const struct tt_collide *c, const struct zj_plan *plan, int64_t *left)
{
    const struct mc_waivers before = {plan->conflict, plan->n_conflict};
    struct zj_arena a = {0};
    struct zj_instance in = tt_without_rows(c->in, &before, &a);
    bool *with = zj_calloc((size_t)in.n_teachers + 1, sizeof *with);
    struct tt_problem p;

    *h = (struct hunt){.c = c, .n_before = before.n, .left = left};
    tt_problem_init_waived(&p, &in, c->pol, &before);
    tt_exact_close(&p, c->keep, with);
    tt_demand_parts_init(&h->parts, &p, with, &before);
    h->waived = zj_calloc((size_t)(h->parts.n + before.n) + 1, sizeof *h->waived);
    for (int i = 0; i < before.n; i++)
        h->waived[i] = before.v[i];
    tt_problem_release(&p);
    zj_arena_release(&a);
    free(with);
}

/* What the parts ask for, and what can be had of it while the others hold. */
static enum zj_status number(struct hunt *h, bool *in, struct zj_err *err)
{
    for (int k = 0; k < h->parts.n; k++) {
        if (!in[k])
            continue;
        in[k] = tt_part_is_lowered(&h->parts.v[k]);
        const struct mc_waivers w = waive(h, in);
        in[k] = true;
        ZJ_TRY(tt_part_numbers(h->c, &w, &h->parts.v[k], err));
    }
    return ZJ_OK;
}

static void take(const struct hunt *h, const bool *in, int group, struct zj_plan *plan)
{
    struct zj_conflict_part *all =
        zj_alloc_n(&plan->arena, (size_t)(plan->n_conflict + h->parts.n) + 1, sizeof *all);

    if (plan->n_conflict > 0)
        memcpy(all, plan->conflict, (size_t)plan->n_conflict * sizeof *all);
    plan->conflict = all;
    for (int k = 0; k < h->parts.n; k++) {
        if (!in[k])
            continue;
        struct zj_conflict_part *part = &all[plan->n_conflict++];
        *part = h->parts.v[k];
        part->where = zj_strdup(&plan->arena, part->where);
        part->group = group;
    }
}

/* Parts that collide, as few as can be; *found as of the last question. */
static enum zj_status shrink(struct hunt *h, bool *in, enum mc_found *found, bool *minimal,
                             struct zj_err *err)
{
    h->ways = TT_BY_SUMS;
    ZJ_TRY(find_quickly(h, in, found, err));
    if (*found != MC_COLLIDE) {
        h->ways = TT_BY_COMPACT;
        ZJ_TRY(find_quickly(h, in, found, err));
    }
    if (*found == MC_COLLIDE) {
        ZJ_TRY(mc_shrink(h->parts.n, in, probe_quickly, h, minimal, err));
        return mc_drop_each(h->parts.n, in, probe, h, minimal, err);
    }
    ZJ_TRY(find(h, in, found, err));
    return *found == MC_COLLIDE ? mc_shrink(h->parts.n, in, probe, h, minimal, err) : ZJ_OK;
}

static enum zj_status one_conflict(const struct tt_collide *c, int group, int64_t *left, struct zj_plan *plan,
                                   bool *any, struct zj_err *err)
{
    struct hunt h;
    enum mc_found found = MC_OPEN;
    bool minimal = true;

    hunt_init(&h, c, plan, left);
    bool *in = zj_calloc((size_t)h.parts.n + 1, sizeof *in);
    enum zj_status st = shrink(&h, in, &found, &minimal, err);
    if (st == ZJ_OK && found == MC_COLLIDE)
        st = number(&h, in, err);
    *any = st == ZJ_OK && found == MC_COLLIDE;
    if (*any) {
        take(&h, in, group, plan);
        plan->conflict_minimal &= minimal;
    }
    free(in);
    free(h.waived);
    tt_demand_parts_release(&h.parts);
    return st;
}

enum zj_status tt_collide(const struct tt_collide *c, int first, struct zj_plan *plan, struct zj_err *err)
{
    int64_t left = c->limits.nodes > 0 ? PROBES_A_NODE * c->limits.nodes : INT64_MAX;
    bool any = true;

    for (int k = 0; k < MAX_CONFLICTS && any; k++)
        ZJ_TRY(one_conflict(c, first + k, &left, plan, &any, err));
    return ZJ_OK;
}
