#include "models/timetable/collide.h"

#include "models/timetable/demand_parts.h"
#include "models/timetable/exact.h"
#include "models/timetable/week_model.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_COLUMNS = 12000, /* of an exact program; larger ones are only asked through the compact model */
    NODES_A_PROBE = 400,
    PROBES_A_NODE = 4, /* with a node limit: the conflicts are named as far as so many questions go */
    MAX_CONFLICTS = 3,
    MAX_FAMILIES = 300 /* of demands that are asked on their own */
};

/* ---- one question ------------------------------------------------------------------------------------ */

static enum zj_status solve(const struct tt_collide *c, struct lp *lp, struct lp_answer *a,
                            struct zj_err *err)
{
    struct lp_limits limits = c->limits;

    limits.enough = LP_INF - 1;
    if (limits.nodes == 0 || limits.nodes > NODES_A_PROBE)
        limits.nodes = NODES_A_PROBE;
    a->x = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *a->x);
    return lp_solve(lp, &limits, NULL, a, err);
}

/* The compact model forgets some rules: when even that has no answer, there is none. */
static enum zj_status ask_compact(const struct tt_collide *c, const struct tt_problem *p,
                                  enum mc_found *found, struct zj_err *err)
{
    struct lp *lp = tt_week_model(p);
    struct lp_limits limits = c->limits;
    struct lp_relaxed relaxed = {0};
    enum zj_status st = lp_relax(lp, &limits, &relaxed, err);

    *found = st == ZJ_OK && relaxed.status == LP_INFEASIBLE ? MC_COLLIDE : MC_OPEN;
    lp_free(lp);
    return st;
}

static enum zj_status ask(const struct tt_collide *c, const struct tt_problem *p, enum mc_found *found,
                          struct zj_lessons *lessons, struct zj_err *err)
{
    bool *with = zj_calloc((size_t)p->in->n_teachers + 1, sizeof *with);
    struct tt_exact s;
    struct lp_answer a = {.status = LP_UNKNOWN};
    enum zj_status st = ZJ_OK;

    tt_exact_close(p, c->keep, with);
    if (tt_exact_init(&s, p, c->keep, with, MOST_COLUMNS)) {
        st = solve(c, s.lp, &a, err);
        *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
        if (st == ZJ_OK && *found == MC_AGREE && lessons)
            tt_exact_lessons(&s, a.x, lessons);
        free(a.x);
    } else {
        st = ask_compact(c, p, found, err);
    }
    tt_exact_release(&s);
    free(with);
    return st;
}

enum zj_status tt_collide_probe(const struct tt_collide *c, const struct mc_waivers *waived,
                                enum mc_found *found, struct zj_lessons *lessons, struct zj_err *err)
{
    struct zj_arena a = {0};
    struct tt_problem p;

    *found = MC_OPEN;
    if (lp_limits_over(&c->limits))
        return ZJ_OK;
    struct zj_instance in = tt_without_rows(c->in, waived, &a);
    tt_problem_init_waived(&p, &in, c->pol, waived);
    enum zj_status st = ask(c, &p, found, lessons, err);
    tt_problem_release(&p);
    zj_arena_release(&a);
    return st;
}

/* ---- one conflict ------------------------------------------------------------------------------------- */

struct hunt {
    const struct tt_collide *c;
    struct zj_conflict_part *waived; /* heap: those before; room for all parts after them */
    int n_before;
    struct tt_demand_parts parts;
    int64_t *left; /* questions that may still be asked */
};

static enum zj_status probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    struct hunt *h = ctx;
    struct mc_waivers w = {h->waived, h->n_before};

    *found = MC_OPEN;
    if (*h->left == 0)
        return ZJ_OK;
    --*h->left;
    for (int k = 0; k < h->parts.n; k++)
        if (!in[k])
            h->waived[w.n++] = h->parts.v[k];
    return tt_collide_probe(h->c, &w, found, NULL, err);
}

/* All parts but the demands outside [from, to) of the first n_demands. */
static void family(const struct hunt *h, int from, int to, bool *in)
{
    for (int k = 0; k < h->parts.n; k++)
        in[k] = k >= h->parts.n_demands || (k >= from && k < to);
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

static enum zj_status one_conflict(const struct tt_collide *c, int group, int64_t *left, struct zj_plan *plan,
                                   bool *any, struct zj_err *err)
{
    struct hunt h;
    enum mc_found found = MC_OPEN;
    bool minimal = true;

    hunt_init(&h, c, plan, left);
    bool *in = zj_calloc((size_t)h.parts.n + 1, sizeof *in);
    enum zj_status st = find(&h, in, &found, err);
    *any = st == ZJ_OK && found == MC_COLLIDE;
    if (*any)
        st = mc_shrink(h.parts.n, in, probe, &h, &minimal, err);
    if (*any && st == ZJ_OK) {
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
