/*
 * conflict.c - why no pairing can be.
 */
#include "models/common/collide.h"
#include "models/pairing/run.h"

struct again {
    const struct pr_run *r;
    struct pr_model m;
};

static const struct mc_program *build(void *ctx, const struct mc_trial *trial)
{
    struct again *a = ctx;
    const struct pr_model *m = a->r->m;

    pr_model_init(&a->m, m->in, m->pol, a->r->opt->fixed, m->p.waivers, trial);
    return &a->m.p;
}

static void drop(void *ctx)
{
    struct again *a = ctx;

    pr_model_release(&a->m);
}

enum zj_status pr_conflict(const struct pr_run *r, struct zj_plan *plan, struct zj_err *err)
{
    struct again a = {.r = r};

    return mc_collide(&r->s, &(struct mc_rebuild){&a, build, drop}, plan, err);
}
