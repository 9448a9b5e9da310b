/*
 * worth.c - what one more of something brings: each change solved by itself, in worker processes.
 */
#include "solver/engine/lp.h"
#include "solver/engine/pool.h"
#include "solver/explain/parts.h"

#include <stdlib.h>
#include <string.h>

struct job {
    struct ex_case x; /* as a worker sees it */
    const struct ex_worth *w;
    int64_t deadline; /* 0 = none */
    int64_t share;    /* of the time for one change, ms: a timetable takes all it is given */
};

/* What a worker answers. */
struct reply {
    bool known, proved;
    int64_t change[ZJ_MAX_TIERS];
};

void ex_worth_release(struct ex_worth *w)
{
    free(w->gain);
    zj_arena_release(&w->arena);
}

static void apply(const struct ex_gain *g, struct zj_change *c)
{
    if (g->kind == EX_QUOTA)
        zj_change_number(c, ZJ_SECONDMENT, g->rule, &g->spot, g->field, g->value);
    else
        zj_change_add_teacher(c, g->like, g->school, g->subject);
}

/* Schools of the place; false: the whole county. */
static bool touch(const struct ex_case *x, const struct ex_gain *g, bool *touched)
{
    int school = g->kind == EX_QUOTA ? g->spot.school : g->school;
    bool any = false;

    for (int s = 0; s < x->in->n_schools; s++) {
        touched[s] = s == school || (g->kind == EX_QUOTA && g->spot.community >= 0 &&
                                     x->in->school[s].community == g->spot.community);
        any |= touched[s];
    }
    return any;
}

static enum zj_status weigh(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    struct job *job = ctx;
    const struct ex_gain *g = &job->w->gain[i];
    struct reply reply = {0};
    struct zj_change c;
    struct zj_plan plan;

    if (job->deadline) {
        int64_t left = job->deadline - lp_clock_ms();
        if (left <= 0)
            return ZJ_OK;
        job->x.time_limit_ms = left < job->share ? left : job->share;
    }
    bool *touched = zj_calloc((size_t)job->x.in->n_schools, sizeof *touched);
    bool some = touch(&job->x, g, touched);
    zj_change_init(&c, job->x.in, job->x.pol);
    apply(g, &c);
    enum zj_status st = ex_solve(&job->x, &c, some ? touched : NULL, &plan, err);
    if (st == ZJ_OK) {
        reply.known = ex_has_plan(&plan);
        reply.proved = plan.status == ZJ_PLAN_OPTIMAL;
        for (int k = 0; k < plan.n_tiers && reply.known; k++)
            reply.change[plan.order[k]] = plan.value[plan.order[k]] - job->x.now[plan.order[k]];
        pool_put(out, &reply, sizeof reply);
    }
    zj_plan_release(&plan);
    zj_change_release(&c);
    free(touched);
    return st;
}

static void take(struct ex_gain *g, const struct pool_bytes *b, int *n_left)
{
    struct reply reply = {0};
    size_t at = 0;

    if (!pool_get(b, &at, &reply, sizeof reply))
        ++*n_left;
    g->known = reply.known;
    g->proved = reply.proved;
    memcpy(g->change, reply.change, sizeof g->change);
}

/* The greatest gain first; equal ones as they were listed. */
struct ranked {
    const enum zj_tier *order;
    int n_tiers;
};

static int by_gain(const void *a, const void *b, void *ctx)
{
    const struct ranked *r = ctx;
    const struct ex_gain *g = a, *h = b;

    if (g->known != h->known)
        return g->known ? -1 : 1;
    for (int k = 0; k < r->n_tiers; k++) {
        int64_t p = g->change[r->order[k]], q = h->change[r->order[k]];
        if (p != q)
            return p < q ? -1 : 1;
    }
    return g->listed - h->listed;
}

enum zj_status ex_find_worth(const struct ex_case *x, struct ex_worth *w,
                             void (*tick)(void *ctx, int done, int total), void *ctx, struct zj_err *err)
{
    struct job job = {.x = *x, .w = w};
    struct ranked ranked;

    memset(w, 0, sizeof *w);
    ex_list_gains(x, w);
    job.x.jobs = 1;
    job.x.stop = &pool_stop;
    job.share =
        x->plan->model == ZJ_TIMETABLE && w->n > 0 ? x->time_limit_ms * x->jobs / w->n : x->time_limit_ms;
    job.deadline = x->time_limit_ms ? lp_clock_ms() + x->time_limit_ms : 0;
    const struct pool pool = {
        .jobs = x->jobs, .deadline = job.deadline, .stop = x->stop, .tick = tick, .tick_ctx = ctx};
    struct pool_bytes *out = zj_calloc((size_t)w->n + 1, sizeof *out);
    enum zj_status st = pool_run(&pool, w->n, weigh, &job, out, err);
    for (int i = 0; i < w->n; i++) {
        w->gain[i].listed = i;
        take(&w->gain[i], &out[i], &w->n_left);
        pool_release(&out[i]);
    }
    free(out);
    ranked.order = zj_plan_tiers(x->pol, x->plan->model, &ranked.n_tiers);
    if (w->n > 1)
        qsort_r(w->gain, (size_t)w->n, sizeof *w->gain, by_gain, &ranked);
    return st;
}
