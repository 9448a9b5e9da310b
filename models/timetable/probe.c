#include "models/timetable/probe.h"

#include "models/timetable/demand_parts.h"
#include "models/timetable/exact.h"
#include "models/timetable/flow.h"
#include "models/timetable/search.h"
#include "models/timetable/week_model.h"

#include <stdlib.h>

enum {
    MOST_COLUMNS = 12000, /* of an exact program */
    FEW_COLUMNS = 1500,   /* solved sooner than the board is searched */
    NODES_A_PROBE = 400,
    FIRST_STEPS = 400, /* of the board's search; then twice as many, ROUNDS times */
    ROUNDS = 4
};

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

/* ---- sums ----------------------------------------------------------------------------------------- */

/* The most lessons that do not overlap, whatever the schools: always the one that ends first. */
static int most_a_day(const struct zj_instance *in)
{
    for (int n = 0, now = 0;; n++) {
        int end = INT_MAX;
        for (int s = 0; s < in->n_schools; s++)
            for (int k = 0; k < in->bells[s].n; k++)
                if (in->bells[s].v[k].start >= now && in->bells[s].v[k].end < end)
                    end = in->bells[s].v[k].end;
        if (end == INT_MAX)
            return n;
        now = end;
    }
}

/* Lessons that the week has room for, at most. */
static int week_room(const struct tt_problem *p, int teacher, int most)
{
    const struct tt_limits *l = &p->limits[teacher];
    const int days = p->in->n_days * (l->day < most ? l->day : most);

    return l->week < days ? l->week : days;
}

/* Periods that must be taught, by group. */
static int *needed_periods(const struct tt_problem *p, int *all)
{
    int *need = zj_calloc((size_t)p->n_groups + 1, sizeof *need);

    *all = 0;
    for (int b = 0; b < p->in->n_blocks; b++) {
        if (!tt_is_needed(p, b))
            continue;
        need[p->group_of[b]] += p->in->block[b].periods;
        *all += p->in->block[b].periods;
    }
    return need;
}

/* From teachers, as much as their weeks hold, to the groups that they may teach, as much as is needed. */
static enum mc_found by_sums(const struct tt_problem *p)
{
    struct flow f = {0};
    int all, *need = needed_periods(p, &all);
    const int from = flow_node(&f), to = flow_node(&f), most = most_a_day(p->in);

    for (int g = 0; g < p->n_groups; g++)
        flow_add(&f, flow_node(&f), to, need[g], 0);
    for (int i = 0; i < p->n_active; i++) {
        const int t = p->active[i], node = flow_node(&f);
        flow_add(&f, from, node, week_room(p, t, most), 0);
        for (int k = 0; k < p->may[t].n; k++)
            flow_add(&f, node, 2 + p->may[t].v[k], need[p->may[t].v[k]], 0);
    }
    const int sent = flow_send(&f, from, to, all);
    flow_release(&f);
    free(need);
    return sent < all ? MC_COLLIDE : MC_OPEN;
}

/* ---- models ----------------------------------------------------------------------------------------- */

/* The compact model forgets some rules: when even that has no answer, there is none. */
static enum zj_status by_compact(const struct tt_collide *c, const struct tt_problem *p, enum mc_found *found,
                                 struct zj_err *err)
{
    struct lp *lp = tt_week_model(p);
    struct lp_limits limits = c->limits;
    struct lp_relaxed relaxed = {0};

    for (int j = 0; j < lp_n_cols(lp); j++)
        lp_cost(lp, j, 0); /* any answer will do */
    enum zj_status st = lp_relax(lp, &limits, &relaxed, err);

    *found = st == ZJ_OK && relaxed.status == LP_INFEASIBLE ? MC_COLLIDE : MC_OPEN;
    lp_free(lp);
    return st;
}

/* The compact model knows no waived ways. */
static bool has_free_rides(const struct tt_problem *p)
{
    const int index = tt_travel_time_index(p->pol);

    for (int i = 0; i < p->n_active; i++)
        if (mc_waived(p->waivers, ZJ_R_travel_time, index, p->in->teacher[p->active[i]].id))
            return true;
    return false;
}

/* A board counts changes against the kept plan only where they are a demand of their own. */
static bool may_stand(const struct tt_collide *c)
{
    for (int i = 0; c->keep && i < c->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &c->pol->lesson_rule[i];
        if (r->id == ZJ_R_stability && r->hard)
            return false;
    }
    return true;
}

/* What stands on a board breaks nothing; when it lacks nothing, either, it is a week. */
static void by_board(const struct tt_collide *c, const struct tt_problem *p, enum mc_found *found,
                     struct zj_lessons *lessons)
{
    struct tt_search s;
    int64_t steps = FIRST_STEPS;

    if (!may_stand(c))
        return;
    tt_search_init(&s, p, NULL, &c->limits, 0);
    tt_board_greedy(s.best);
    tt_search_polish(&s, TT_ALL, 0, TT_HOT, 0);
    for (int k = 0; k < ROUNDS && s.lack > 0 && !tt_search_stopped(&s); k++, steps *= 2)
        tt_search_afresh(&s, steps, 0);
    if (s.lack == 0)
        *found = MC_AGREE;
    if (s.lack == 0 && lessons)
        tt_board_lessons(s.best, lessons);
    tt_search_release(&s);
}

/* With at most so many columns. */
static enum zj_status by_exact(const struct tt_collide *c, const struct tt_problem *p, int most,
                               enum mc_found *found, struct zj_lessons *lessons, struct zj_err *err)
{
    bool *with = zj_calloc((size_t)p->in->n_teachers + 1, sizeof *with);
    struct tt_exact s;
    struct lp_answer a = {.status = LP_UNKNOWN};
    enum zj_status st = ZJ_OK;

    tt_exact_close(p, c->keep, with);
    if (tt_exact_init(&s, p, c->keep, with, most)) {
        st = solve(c, s.lp, &a, err);
        *found = a.status == LP_INFEASIBLE ? MC_COLLIDE : a.status == LP_UNKNOWN ? MC_OPEN : MC_AGREE;
        if (st == ZJ_OK && *found == MC_AGREE && lessons)
            tt_exact_lessons(&s, a.x, lessons);
        free(a.x);
    }
    tt_exact_release(&s);
    free(with);
    return st;
}

/* Blocks that somebody who is in question may teach, and those that must be taught. */
static int narrow(const struct tt_problem *p, const bool *with, struct zj_block *kept)
{
    int n = 0;

    for (int b = 0; b < p->in->n_blocks; b++) {
        bool keep = tt_is_needed(p, b);
        for (int i = 0; i < p->n_active && !keep; i++)
            keep = with[p->active[i]] && zj_ids_has(&p->may[p->active[i]], p->group_of[b]);
        if (keep)
            kept[n++] = p->in->block[b];
    }
    return n;
}

/* The others teach nothing. */
static void leave_out(struct tt_problem *p, const bool *with)
{
    int n = 0;

    for (int i = 0; i < p->n_active; i++) {
        if (with[p->active[i]])
            p->active[n++] = p->active[i];
        else
            p->may[p->active[i]].n = 0;
    }
    p->n_active = n;
}

/* The problem of those alone who could help to keep what must be: all others may have no lessons. */
static void open_problem(const struct tt_collide *c, const struct mc_waivers *waived, struct zj_instance *in,
                         struct tt_problem *p, struct zj_arena *a)
{
    *in = tt_without_rows(c->in, waived, a);
    tt_problem_init_waived(p, in, c->pol, waived);
    bool *with = zj_calloc((size_t)in->n_teachers + 1, sizeof *with);
    tt_exact_close(p, c->keep, with);
    struct zj_block *kept = zj_alloc_n(a, (size_t)in->n_blocks, sizeof *kept);
    const int n = narrow(p, with, kept);
    if (n < in->n_blocks) {
        tt_problem_release(p);
        in->block = kept;
        in->n_blocks = n;
        tt_problem_init_waived(p, in, c->pol, waived);
    }
    leave_out(p, with);
    free(with);
}

enum zj_status tt_probe(const struct tt_collide *c, const struct mc_waivers *waived, unsigned ways,
                        enum mc_found *found, struct zj_lessons *lessons, struct zj_err *err)
{
    struct zj_arena a = {0};
    struct zj_instance in;
    struct tt_problem p;
    enum zj_status st = ZJ_OK;

    *found = MC_OPEN;
    if (lp_limits_over(&c->limits))
        return ZJ_OK;
    open_problem(c, waived, &in, &p, &a);
    if (ways & TT_BY_SUMS)
        *found = by_sums(&p);
    if (*found == MC_OPEN && (ways & TT_BY_COMPACT) && !has_free_rides(&p))
        st = by_compact(c, &p, found, err);
    if (st == ZJ_OK && *found == MC_OPEN && (ways & TT_BY_SMALL))
        st = by_exact(c, &p, FEW_COLUMNS, found, lessons, err);
    if (st == ZJ_OK && *found == MC_OPEN && (ways & TT_BY_BOARD))
        by_board(c, &p, found, lessons);
    if (st == ZJ_OK && *found == MC_OPEN && (ways & TT_BY_EXACT))
        st = by_exact(c, &p, MOST_COLUMNS, found, lessons, err);
    tt_problem_release(&p);
    zj_arena_release(&a);
    return st;
}

enum zj_status tt_collide_probe(const struct tt_collide *c, const struct mc_waivers *waived,
                                enum mc_found *found, struct zj_lessons *lessons, struct zj_err *err)
{
    return tt_probe(c, waived, TT_BY_SUMS | TT_BY_COMPACT | TT_BY_EXACT, found, lessons, err);
}
