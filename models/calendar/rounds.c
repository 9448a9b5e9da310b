/*
 * rounds.c - the parts of a county, each in a worker process, in rounds.
 */
#include "models/calendar/rounds.h"

#include "solver/engine/pool.h"

#include <stdlib.h>
#include <string.h>

/* Parts to be searched: for the first time, or further. */
struct round {
    const struct cal_county *c;
    struct cal_part *of; /* by part */
    int *part;
    int n;
};

/* ---- one part ---------------------------------------------------------------------------------------- */

struct cal_run cal_run_of(const struct cal_county *c, const bool *chosen, bool **only)
{
    struct cal_run r = {.opt = c->opt, .scope = c->scope, .limits = c->limits};

    *only = zj_calloc((size_t)c->n_groups + 1, sizeof **only);
    for (int w = 0; w < c->n_groups; w++)
        (*only)[w] = chosen[c->part[w]];
    r.scope.only = *only;
    r.scope.rest = chosen[0];
    return r;
}

static struct cal_said said_by(const struct cal_run *r)
{
    struct cal_said x = {.found = r->best.found,
                         .infeasible = r->infeasible,
                         .bounded = r->bounded,
                         .went_on = r->went_on || cal_is_best(r),
                         .by_nodes = r->by_nodes,
                         .by_numerics = r->by_numerics,
                         .grain = r->m.grain,
                         .nodes = r->nodes,
                         .n = r->best.calendar.n};

    memcpy(x.value, r->best.value, sizeof x.value);
    memcpy(x.bound, r->bound, sizeof x.bound);
    return x;
}

/* What the first round said; the calendar is copied. */
static void recall(struct cal_run *r, const struct cal_part *a)
{
    r->best.found = a->said.found;
    r->nodes = a->said.nodes;
    r->bounded = a->said.bounded;
    r->by_nodes = a->said.by_nodes;
    r->by_numerics = a->said.by_numerics;
    memcpy(r->best.value, a->said.value, sizeof a->said.value);
    memcpy(r->bound, a->said.bound, sizeof a->said.bound);
    for (int i = 0; i < a->calendar.n; i++)
        zj_calendar_add(&r->best.calendar, &a->calendar.v[i]);
}

/* What is left is for all parts of the round that have not begun; so many run at once. */
static int64_t deadline_of(const struct round *round, int i)
{
    const struct cal_county *c = round->c;
    int64_t now = lp_clock_ms(), left = c->limits.deadline - now, parts = round->n - i;
    int64_t at_once = c->opt->jobs > 1 ? c->opt->jobs : 1;

    if (c->limits.deadline == 0 || left <= 0 || at_once >= parts)
        return c->limits.deadline;
    return now + left * at_once / parts;
}

/* In the worker. */
static enum zj_status solve_part(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct round *round = ctx;
    const struct cal_county *c = round->c;
    const struct cal_part *a = &round->of[round->part[i]];
    bool *only, *chosen = zj_calloc((size_t)c->n_parts, sizeof *chosen);

    chosen[round->part[i]] = true;
    struct cal_run r = cal_run_of(c, chosen, &only);
    r.limits.stop = &pool_stop;
    r.limits.deadline = deadline_of(round, i);
    recall(&r, a);
    enum zj_status st = a->said.found ? cal_search_on(&r, err) : cal_search(&r, err);
    cal_end(&r);
    if (st == ZJ_OK) {
        const struct cal_said x = said_by(&r);
        pool_put(out, &x, sizeof x);
        pool_put(out, r.best.calendar.v, (size_t)x.n * sizeof *r.best.calendar.v);
    }
    zj_calendar_release(&r.best.calendar);
    free(only);
    free(chosen);
    return st;
}

/* ---- all parts --------------------------------------------------------------------------------------- */

/* A part that was killed says nothing: what it said before stands. */
static void read_answer(const struct pool_bytes *in, struct cal_part *a)
{
    struct zj_occurrence o;
    size_t at = 0;

    if (!pool_get(in, &at, &a->said, sizeof a->said))
        return;
    zj_calendar_release(&a->calendar);
    for (int i = 0; i < a->said.n && pool_get(in, &at, &o, sizeof o); i++)
        zj_calendar_add(&a->calendar, &o);
}

static void tick(void *ctx, int done, int total)
{
    const struct round *round = ctx;
    const struct cal_options *opt = round->c->opt;
    const struct cal_progress p = {
        .elapsed = (double)(lp_clock_ms() - round->c->started) / 1000, .done = done, .total = total};

    opt->progress(opt->progress_ctx, &p);
}

static enum zj_status run_round(struct round *round, struct zj_err *err)
{
    const struct cal_county *c = round->c;
    const struct pool pool = {.jobs = c->opt->jobs > 1 ? c->opt->jobs : 1,
                              .deadline = c->limits.deadline,
                              .stop = c->opt->stop,
                              .tick = c->opt->progress ? tick : NULL,
                              .tick_ctx = round};
    struct pool_bytes *out = zj_calloc((size_t)round->n + 1, sizeof *out);
    enum zj_status st = pool_run(&pool, round->n, solve_part, round, out, err);

    for (int i = 0; i < round->n; i++) {
        if (st == ZJ_OK)
            read_answer(&out[i], &round->of[round->part[i]]);
        pool_release(&out[i]);
    }
    free(out);
    return st;
}

/* Parts without a calendar may have had too small a share of the time: what others left is theirs. */
static void choose_missing(struct round *round)
{
    const struct cal_county *c = round->c;

    round->n = 0;
    for (int i = 0; i < c->n_parts && c->limits.deadline > 0; i++)
        if (!round->of[i].said.found)
            round->part[round->n++] = i;
}

/* Those that may improve; none when some part has no calendar, for then the county has none. */
static void choose_open(struct round *round)
{
    bool all = true;

    round->n = 0;
    for (int i = 0; i < round->c->n_parts; i++) {
        all &= round->of[i].said.found;
        if (!round->of[i].said.went_on)
            round->part[round->n++] = i;
    }
    round->n = all ? round->n : 0;
}

static bool is_hopeless(const struct round *round)
{
    for (int i = 0; i < round->c->n_parts; i++)
        if (round->of[i].said.infeasible)
            return true;
    return false;
}

enum zj_status cal_solve_parts(const struct cal_county *c, struct cal_part *of, struct zj_err *err)
{
    static void (*const choose[])(struct round * round) = {choose_missing, choose_open};
    struct round round = {.c = c, .of = of, .part = zj_calloc((size_t)c->n_parts, sizeof *round.part)};

    for (int i = 0; i < c->n_parts; i++)
        round.part[round.n++] = i;
    enum zj_status st = run_round(&round, err);
    for (size_t k = 0; k < 2 && st == ZJ_OK && !is_hopeless(&round); k++) {
        choose[k](&round);
        if (round.n > 0 && !lp_limits_over(&c->limits))
            st = run_round(&round, err);
    }
    free(round.part);
    return st;
}
