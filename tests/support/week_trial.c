#include "tests/support/week_trial.h"

#include <stdlib.h>

struct run {
    struct week_trial trial;
    week_maker *make;
    week_test *test;
    void *ctx;
};

const struct zj_lessons *week_kept(const struct week_trial *t)
{
    return t->keeps ? &t->keep : NULL;
}

void week_keep(struct week_trial *t, int percent)
{
    random_lessons(&t->r, &t->c, t->c.in.n_blocks + 2, 100, &t->keep);
    t->keeps = rng_chance(&t->r, percent);
}

static const char *run_one(void *run, uint64_t seed)
{
    struct run *x = run;

    x->trial = (struct week_trial){.r = rng_make(seed, UINT64_MAX), .ctx = x->ctx};
    x->make(&x->trial.c, seed);
    return x->test(&x->trial);
}

static void print_values(const char *what, const int64_t *value)
{
    fprintf(stderr, "%s:", what);
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (value[tier] == ZJ_NO_VALUE)
            fprintf(stderr, " %s=null", zj_tier_name(tier));
        else
            fprintf(stderr, " %s=%lld", zj_tier_name(tier), (long long)value[tier]);
    }
    fprintf(stderr, "\n");
}

static void print_plan(const struct week_trial *t, const char *what, const struct zj_plan *plan)
{
    if (plan->n_tiers == 0)
        return;
    fprintf(stderr, "%s: %s, stopped by %s\n", what, zj_plan_status_name(plan->status),
            plan->stopped_by ? plan->stopped_by : "nothing");
    print_values("values", plan->value);
    print_values("bounds", plan->bound);
    random_lessons_print(&t->c, &plan->lessons, stderr);
}

static void print_one(const void *run)
{
    const struct week_trial *t = &((const struct run *)run)->trial;

    random_week_print(&t->c, stderr);
    if (t->keeps) {
        fprintf(stderr, "kept:\n");
        random_lessons_print(&t->c, &t->keep, stderr);
    }
    if (t->lessons.n > 0) {
        fprintf(stderr, "lessons:\n");
        random_lessons_print(&t->c, &t->lessons, stderr);
    }
    print_plan(t, "model", &t->plan);
    print_plan(t, "model once more", &t->other);
    if (t->truth.n_nodes > 0) {
        fprintf(stderr, "truth: %s%s\n", t->truth.feasible ? "feasible" : "infeasible",
                t->truth.finished ? "" : ", as far as the search went");
        print_values("best", t->truth.best);
        print_values("least", t->truth.least);
        random_lessons_print(&t->c, &t->truth.week, stderr);
    }
}

static void end_one(void *run)
{
    struct week_trial *t = &((struct run *)run)->trial;

    zj_lessons_release(&t->keep);
    zj_lessons_release(&t->lessons);
    zj_plan_release(&t->plan);
    zj_plan_release(&t->other);
    week_truth_release(&t->truth);
    random_case_release(&t->c);
}

int run_week_trials(const char *name, int count, week_maker *make, week_test *test, void *ctx)
{
    static const struct seed_trial kind = {run_one, print_one, end_one};
    struct run run = {.make = make, .test = test, .ctx = ctx};

    return run_seeds(name, count, &kind, &run);
}
