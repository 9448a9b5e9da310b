/*
 * lessons.c - a changed timetable: only the parts of the county that the change can concern are made again.
 *
 * Parts share neither teachers nor schools nor rules (models/timetable/component.h). A part in which no
 * new teacher may teach, and no teacher of a new pin, is the same problem as before, and keeps its lessons.
 *
 * Values are the verifier's, of all lessons together. Bounds: that of the parts made again and, when the
 * given plan is optimal, the values of the others; for the largest burden see bound_of_burden(). A plan that
 * is not proved gives the others no bound.
 */
#include "models/common/settle.h"
#include "models/timetable/component.h"
#include "models/timetable/timetable.h"
#include "solver/data/week.h"
#include "solver/explain/parts.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

struct mosaic {
    const struct ex_case *x;
    const struct zj_change *c;
    struct tt_components parts;
    bool *again;                                      /* by part */
    struct zj_lessons rest;                           /* lessons of the parts that stay */
    int64_t value[ZJ_MAX_TIERS], bound[ZJ_MAX_TIERS]; /* of the parts made again, together */
    struct zj_unmet *unmet;                           /* heap */
    int n_unmet, cap_unmet;
};

static enum zj_status solve_instance(const struct ex_case *x, const struct zj_instance *in,
                                     const struct zj_policy *pol, const struct zj_lessons *keep,
                                     struct zj_plan *plan, struct zj_err *err)
{
    const struct tt_options options = {.time_limit_ms = x->time_limit_ms,
                                       .node_limit = x->node_limit,
                                       .jobs = x->jobs,
                                       .keep = keep,
                                       .stop = x->stop};

    return tt_solve(in, pol, &options, plan, err);
}

/*
 * Does the change concern the block: may a new teacher, or one of whom a new pin speaks, teach it? A
 * forbidding pin may part what was one problem, so it does not matter which places it names.
 */
static bool concerns(const struct ex_case *x, const struct zj_change *c, const struct zj_block *b)
{
    for (int t = x->in->n_teachers; t < c->in.n_teachers; t++) {
        if (zj_may_teach(&c->in, &c->pol, t, b))
            return true;
    }
    for (int i = x->in->n_pins; i < c->in.n_pins; i++) {
        const struct zj_pin *p = &c->in.pin[i];
        if (p->teacher < 0 || zj_may_teach(&c->in, &c->pol, p->teacher, b) || p->school == b->school ||
            p->class_id == b->class_id)
            return true;
    }
    return false;
}

/* How many parts are made again. */
static int mark(struct mosaic *m)
{
    int n = 0;

    for (int k = 0; k < m->parts.n; k++) {
        const struct zj_instance *in = &m->parts.v[k].in;
        for (int b = 0; b < in->n_blocks && !m->again[k]; b++)
            m->again[k] = concerns(m->x, m->c, &in->block[b]);
        n += m->again[k];
    }
    return n;
}

static bool stays(const struct mosaic *m, int school, int class_id, int subject)
{
    for (int k = 0; k < m->parts.n; k++) {
        const struct zj_instance *in = &m->parts.v[k].in;
        for (int b = 0; b < in->n_blocks && !m->again[k]; b++) {
            if (in->block[b].school == school && in->block[b].class_id == class_id &&
                in->block[b].subject == subject)
                return true;
        }
    }
    return false;
}

static void add_unmet(struct mosaic *m, const struct zj_unmet *u)
{
    ZJ_GROW(m->unmet, m->n_unmet, m->cap_unmet);
    m->unmet[m->n_unmet++] = *u;
}

static void take_rest(struct mosaic *m)
{
    const struct zj_plan *old = m->x->plan;

    for (int i = 0; i < old->lessons.n; i++) {
        const struct zj_lesson *l = &old->lessons.v[i];
        if (stays(m, l->school, l->class_id, l->subject))
            zj_lessons_add(&m->rest, l);
    }
    for (int i = 0; i < old->n_unmet; i++) {
        if (stays(m, old->unmet[i].school, old->unmet[i].class_id, old->unmet[i].subject))
            add_unmet(m, &old->unmet[i]);
    }
}

static int64_t together(enum zj_tier tier, int64_t a, int64_t b)
{
    if (a == ZJ_NO_VALUE || b == ZJ_NO_VALUE)
        return ZJ_NO_VALUE;
    if (tier == ZJ_T_FAIRNESS)
        return a > b ? a : b;
    return a + b;
}

/* A part's answer. False: there is no plan. */
static bool take_part(struct mosaic *m, const struct zj_plan *part, struct zj_plan *plan)
{
    plan->nodes += part->nodes;
    plan->stopped_by = part->stopped_by ? part->stopped_by : plan->stopped_by;
    if (!ex_has_plan(part)) {
        plan->status = part->status;
        return false;
    }
    for (int i = 0; i < part->lessons.n; i++)
        zj_lessons_add(&plan->lessons, &part->lessons.v[i]);
    for (int i = 0; i < part->n_unmet; i++)
        add_unmet(m, &part->unmet[i]);
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        enum zj_tier tier = zj_lesson_tiers[k];
        m->value[tier] = together(tier, m->value[tier], part->value[tier]);
        m->bound[tier] = together(tier, m->bound[tier], part->bound[tier]);
    }
    return true;
}

static enum zj_status solve_parts(struct mosaic *m, struct zj_plan *plan, struct zj_err *err)
{
    const bool keeps = ex_anchor(m->x) != NULL;
    enum zj_status st = ZJ_OK;
    bool going = true;

    for (int k = 0; k < m->parts.n && going && st == ZJ_OK; k++) {
        struct zj_plan part;
        const struct tt_component *p = &m->parts.v[k];
        if (!m->again[k])
            continue;
        st = solve_instance(m->x, &p->in, &m->c->pol, keeps ? &p->keep : NULL, &part, err);
        going = st == ZJ_OK && take_part(m, &part, plan);
        zj_plan_release(&part);
    }
    if (!going)
        plan->lessons.n = 0;
    return st;
}

static int64_t burden(const struct mosaic *m, const struct zj_lessons *lessons)
{
    struct zj_verdict v;

    zj_verify_lessons(&m->c->in, &m->c->pol, lessons, NULL, NULL, &v);
    int64_t most = v.tier[ZJ_T_FAIRNESS];
    zj_verdict_release(&v);
    return most;
}

/*
 * No plan has a smaller largest burden than the parts made again must have; nor, when the burden of the
 * others alone made the proved value of the given plan, than that.
 */
static int64_t bound_of_burden(const struct mosaic *m)
{
    struct zj_lessons old = {0};
    const struct zj_lessons *all = &m->x->plan->lessons;

    for (int i = 0; i < all->n; i++) {
        if (!stays(m, all->v[i].school, all->v[i].class_id, all->v[i].subject))
            zj_lessons_add(&old, &all->v[i]);
    }
    int64_t rest = burden(m, &m->rest), bound = m->bound[ZJ_T_FAIRNESS];
    if (bound != ZJ_NO_VALUE && rest > bound && rest > burden(m, &old))
        bound = rest;
    zj_lessons_release(&old);
    return bound;
}

static void fill_values(struct mosaic *m, struct zj_plan *plan)
{
    bool known = m->x->plan->status == ZJ_PLAN_OPTIMAL, proved = true;
    const struct zj_plan *anchor = ex_anchor(m->x);
    struct zj_verdict v;

    zj_verify_lessons(&m->c->in, &m->c->pol, &plan->lessons, NULL, anchor ? &anchor->lessons : NULL, &v);
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        enum zj_tier tier = zj_lesson_tiers[k];
        int64_t rest = v.tier[tier] - m->value[tier];
        plan->value[tier] = v.tier[tier];
        if (known && tier == ZJ_T_FAIRNESS)
            plan->bound[tier] = bound_of_burden(m);
        else if (known)
            plan->bound[tier] = together(tier, m->bound[tier], rest);
        proved &= plan->bound[tier] == plan->value[tier];
    }
    zj_verdict_release(&v);
    plan->status = proved ? ZJ_PLAN_OPTIMAL : ZJ_PLAN_FEASIBLE;
}

static void fill_plan(struct mosaic *m, struct zj_plan *plan)
{
    const struct zj_instance *in = &m->c->in;
    int *settle = zj_calloc((size_t)in->n_teachers, sizeof *settle);

    for (int i = 0; i < m->rest.n; i++)
        zj_lessons_add(&plan->lessons, &m->rest.v[i]);
    zj_lessons_sort(in, &plan->lessons);
    mc_settle_minutes(in, &m->c->pol, in->term[in->now].start, settle);
    zj_lesson_legs_of(in, &plan->lessons, settle, &plan->legs);
    free(settle);
    plan->unmet = zj_alloc_n(&plan->arena, (size_t)m->n_unmet, sizeof *plan->unmet);
    if (m->n_unmet)
        memcpy(plan->unmet, m->unmet, (size_t)m->n_unmet * sizeof *plan->unmet);
    plan->n_unmet = m->n_unmet;
    fill_values(m, plan);
    plan->gap_permille = zj_gap_permille(plan);
}

static enum zj_status solve_mosaic(struct mosaic *m, struct zj_plan *plan, struct zj_err *err)
{
    *plan = (struct zj_plan){.model = ZJ_TIMETABLE,
                             .term = m->c->in.now,
                             .n_tiers = ZJ_N_LESSON_TIERS,
                             .status = ZJ_PLAN_FEASIBLE};
    memcpy(plan->order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        plan->value[k] = plan->bound[k] = ZJ_NO_VALUE;
    take_rest(m);
    ZJ_TRY(solve_parts(m, plan, err));
    if (plan->status == ZJ_PLAN_FEASIBLE)
        fill_plan(m, plan);
    return ZJ_OK;
}

enum zj_status ex_solve_lessons(const struct ex_case *x, const struct zj_change *c, struct zj_plan *plan,
                                struct zj_err *err)
{
    const struct zj_plan *anchor = ex_anchor(x);
    const struct zj_lessons *keep = anchor ? &anchor->lessons : NULL;
    struct mosaic m = {.x = x, .c = c};
    enum zj_status st;

    tt_components_init(&m.parts, &c->in, &c->pol, keep);
    m.again = zj_calloc((size_t)m.parts.n + 1, sizeof *m.again);
    int n = mark(&m);
    bool whole = x->whole || m.parts.hopeless > 0 || n == 0 || n == m.parts.n;
    st = whole ? solve_instance(x, &c->in, &c->pol, keep, plan, err) : solve_mosaic(&m, plan, err);
    zj_lessons_release(&m.rest);
    free(m.unmet);
    free(m.again);
    tt_components_release(&m.parts);
    return st;
}
