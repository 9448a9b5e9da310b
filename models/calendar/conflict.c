/*
 * conflict.c - why no calendar can be.
 */
#include "models/calendar/run.h"
#include "models/common/collide.h"

#include <stdlib.h>

/* Parts that are looked at by days, and nodes of each search for them. */
enum { MAX_CHECKED = 30, NODES_A_PROOF = 200 };

struct again {
    const struct cal_run *r;
    struct cal_model m;
};

static const struct mc_program *build(void *ctx, const struct mc_trial *trial)
{
    struct again *a = ctx;
    struct cal_scope scope = a->r->scope;

    scope.trial = trial;
    cal_model_cells(&a->m, &scope, a->r->m.grain);
    cal_model_rows(&a->m);
    return &a->m.p;
}

static void drop(void *ctx)
{
    struct again *a = ctx;

    cal_model_release(&a->m);
}

/*
 * Are there days when of one conflict (the parts first .. end - 1 of the plan) part k alone is left out? By
 * months all was said of months only.
 */
static enum zj_status hold_without(const struct cal_run *r, const struct zj_plan *plan, int first, int end,
                                   int k, enum mc_found *found, struct zj_err *err)
{
    struct zj_conflict_part *v = zj_calloc((size_t)(end - first), sizeof *v);
    struct mc_waivers alone = {v, 0};
    struct cal_run again = {.opt = r->opt, .scope = r->scope, .limits = r->limits};

    for (int i = first; i < end; i++)
        if (i != k)
            v[alone.n++] = plan->conflict[i];
    again.scope.alone = &alone;
    cal_limit_nodes(&again.limits, NODES_A_PROOF);
    enum zj_status st = cal_search(&again, err);
    *found = again.best.found ? MC_AGREE : again.infeasible ? MC_COLLIDE : MC_OPEN;
    cal_end(&again);
    zj_calendar_release(&again.best.calendar);
    free(v);
    return st;
}

static void drop_part(struct zj_plan *plan, int k)
{
    plan->n_conflict--;
    for (int i = k; i < plan->n_conflict; i++)
        plan->conflict[i] = plan->conflict[i + 1];
}

/* Of each conflict, leave out what months need and days do not; what is left is needed, each part of it. */
static enum zj_status look_at_days(const struct cal_run *r, struct zj_plan *plan, struct zj_err *err)
{
    for (int first = 0, end; first < plan->n_conflict; first = end) {
        for (end = first; end < plan->n_conflict && plan->conflict[end].group == plan->conflict[first].group;)
            end++;
        for (int k = first; k < end;) {
            enum mc_found found = MC_OPEN;
            if (!lp_limits_over(&r->limits))
                ZJ_TRY(hold_without(r, plan, first, end, k, &found, err));
            plan->conflict_minimal &= found != MC_OPEN;
            if (found == MC_COLLIDE && end > first + 1) {
                drop_part(plan, k);
                end--;
            } else {
                k++;
            }
        }
    }
    return ZJ_OK;
}

enum zj_status cal_conflict(struct cal_run *r, struct zj_plan *plan, struct zj_err *err)
{
    struct again a = {.r = r};

    ZJ_TRY(mc_collide(&r->s, &(struct mc_rebuild){&a, build, drop}, plan, err));
    /* Of many parts the plan says that perhaps not all are at fault. */
    if (plan->n_conflict > MAX_CHECKED)
        plan->conflict_minimal = false;
    return r->m.grain == CAL_DAYS || !plan->conflict_minimal ? ZJ_OK : look_at_days(r, plan, err);
}
