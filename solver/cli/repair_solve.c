#include "solver/cli/repair_solve.h"

#include "models/pairing/pairing.h"
#include "models/timetable/timetable.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"
#include "solver/verify/verify.h"

/*
 * Each question ends after so many nodes, and there are so many questions: no clock decides which repairs are
 * found.
 * A timetable's node is a round of its search.
 */
enum {
    POSTING_NODES = 400,
    PAIR_NODES = 100,
    LESSON_NODES = 10,
    PAIR_QUESTIONS = 60,
    LESSON_QUESTIONS = 8,
    GIVEN_QUESTIONS = 400,
    MANY_TEACHERS = 2500, /* each question takes seconds */
    FEW_QUESTIONS = 2
};

static int64_t fewer(int64_t given, int64_t most)
{
    return given > 0 && given < most ? given : most;
}

static bool has_plan(const struct zj_plan *p)
{
    return p->status == ZJ_PLAN_OPTIMAL || p->status == ZJ_PLAN_FEASIBLE;
}

/* Does the verifier find no hard rule broken? The verdict is released. */
static bool is_lawful(struct zj_verdict *v)
{
    const bool lawful = v->n_hard_broken == 0;

    zj_verdict_release(v);
    return lawful;
}

enum zj_status repair_try_secondment(void *ctx, const struct zj_change *changed, bool explain,
                                     int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct sec_options opt = *(const struct sec_options *)ctx;
    struct zj_verdict v;

    opt.node_limit = fewer(opt.node_limit, POSTING_NODES);
    opt.any_plan = true;
    opt.unexplained = !explain;
    opt.progress = NULL;
    opt.large = NULL;
    opt.time_limit_ms = limit_ms;
    enum zj_status st = sec_solve(&changed->in, &changed->pol, &opt, answer, err);
    *yes = st == ZJ_OK && has_plan(answer);
    if (*yes) {
        zj_verify_postings(&changed->in, &changed->pol, &answer->postings, opt.keep, &v);
        *yes = is_lawful(&v);
    }
    return st;
}

enum zj_status repair_try_timetable(void *ctx, const struct zj_change *changed, bool explain,
                                    int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct tt_options opt = *(const struct tt_options *)ctx;
    struct zj_verdict v;

    opt.node_limit = fewer(opt.node_limit, LESSON_NODES);
    opt.any_plan = true;
    opt.unexplained = !explain;
    opt.progress = NULL;
    opt.time_limit_ms = limit_ms;
    enum zj_status st = tt_solve(&changed->in, &changed->pol, &opt, answer, err);
    *yes = st == ZJ_OK && has_plan(answer);
    if (*yes) {
        zj_verify_lessons(&changed->in, &changed->pol, &answer->lessons, &answer->legs, opt.keep, &v);
        *yes = is_lawful(&v);
    }
    return st;
}

enum zj_status repair_try_pairing(void *ctx, const struct zj_change *changed, bool explain, int64_t limit_ms,
                                  struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct pr_options opt = *(const struct pr_options *)ctx;
    struct zj_verdict v;

    opt.node_limit = fewer(opt.node_limit, PAIR_NODES);
    opt.any_plan = true;
    opt.unexplained = !explain;
    opt.time_limit_ms = limit_ms;
    enum zj_status st = pr_solve(&changed->in, &changed->pol, &opt, answer, err);
    *yes = st == ZJ_OK && has_plan(answer);
    if (*yes) {
        zj_verify_pairs(&changed->in, &changed->pol, &answer->pairs, &v);
        *yes = is_lawful(&v);
    }
    return st;
}

enum zj_status repair_try_given_pairs(void *ctx, const struct zj_change *changed, bool explain,
                                      int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct zj_verdict v;

    (void)ctx;
    (void)limit_ms;
    (void)err;
    *answer = (struct zj_plan){.model = ZJ_PAIRING};
    zj_pairs_of_tables(&changed->in, &answer->pairs);
    zj_verify_pairs(&changed->in, &changed->pol, &answer->pairs, &v);
    answer->conflict = zj_alloc_n(&answer->arena, (size_t)v.n, sizeof *answer->conflict);
    for (int i = 0; i < v.n && explain; i++) {
        const struct zj_finding *f = &v.finding[i];
        if (f->hard && !f->ok) {
            answer->conflict[answer->n_conflict] =
                (struct zj_conflict_part){.rule = f->rule,
                                          .index = f->index,
                                          .where = zj_strdup(&answer->arena, f->where),
                                          .need = f->need,
                                          .have = f->have,
                                          .group = answer->n_conflict};
            answer->n_conflict++;
        }
    }
    *yes = is_lawful(&v);
    return ZJ_OK;
}

enum zj_status cli_repair_answer(const struct cli_answer *r, repair_try *try, void *ctx, int64_t began,
                                 bool given, struct zj_plan *plan, struct zj_err *err)
{
    const int64_t limit = r->a->time_limit, left = limit ? began + limit - lp_clock_ms() : 0;
    const struct repair_options opt = {.what = {&r->c.in, &r->c.pol, plan->model, given},
                                       .try = try,
                                       .ctx = ctx,
                                       .time_limit_ms = limit && left < 1 ? 1 : left,
                                       .questions = given                                ? GIVEN_QUESTIONS
                                                    : r->c.in.n_teachers > MANY_TEACHERS ? FEW_QUESTIONS
                                                    : plan->model == ZJ_TIMETABLE        ? LESSON_QUESTIONS
                                                    : plan->model == ZJ_PAIRING          ? PAIR_QUESTIONS
                                                                                         : 0,
                                       .stop = &cli_stop};

    return cli_repair(&opt, plan, err);
}
