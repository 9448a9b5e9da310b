/*
 * conflict.c - why no calendar can be.
 */
#include "models/calendar/run.h"
#include "models/common/collide.h"

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

enum zj_status cal_conflict(struct cal_run *r, struct zj_plan *plan, struct zj_err *err)
{
    struct again a = {.r = r};

    return mc_collide(&r->s, &(struct mc_rebuild){&a, build, drop}, plan, err);
}
