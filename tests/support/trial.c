#include "tests/support/trial.h"

#include "tests/support/cmocka.h"

static const struct zj_postings *kept(const struct trial *t)
{
    return t->keeps ? &t->keep : NULL;
}

void trial_judge(struct trial *t)
{
    brute_solve(&t->c.in, &t->c.pol, kept(t), true, &t->truth);
}

void trial_solve(struct trial *t, const struct sec_options *opt, struct zj_plan *plan)
{
    struct sec_options with_keep = *opt;
    struct zj_err err = {0};

    with_keep.keep = kept(t);
    enum zj_status status = sec_solve(&t->c.in, &t->c.pol, &with_keep, plan, &err);
    if (status != ZJ_OK)
        fail_msg("ZJ_SEED=%llu: sec_solve returned %d: %s", (unsigned long long)t->c.seed, (int)status,
                 err.text);
}

static void print_values(const struct random_case *c, const char *what, const int64_t *value)
{
    fprintf(stderr, "%s:", what);
    for (int i = 0; i < ZJ_N_TIERS; i++) {
        enum zj_tier tier = c->pol.objective[i];
        if (value[tier] == ZJ_NO_VALUE)
            fprintf(stderr, " %s=null", zj_tier_name(tier));
        else
            fprintf(stderr, " %s=%lld", zj_tier_name(tier), (long long)value[tier]);
    }
    fprintf(stderr, "\n");
}

static void print_plan(const struct random_case *c, const struct zj_plan *plan)
{
    fprintf(stderr, "model: status %d, stopped by %s\n", (int)plan->status,
            plan->stopped_by ? plan->stopped_by : "nothing");
    print_values(c, "model values", plan->value);
    print_values(c, "model bounds", plan->bound);
    random_postings_print(c, &plan->postings, stderr);
    for (int i = 0; i < plan->n_conflict; i++) {
        const struct zj_conflict_part *part = &plan->conflict[i];
        fprintf(stderr, "  conflict %d: %s %d %s %s need %lld have %lld\n", part->group,
                zj_rule_name(part->rule), part->index, part->table ? part->table : "", part->where,
                (long long)part->need, (long long)part->have);
    }
}

static void print_trial(const struct trial *t)
{
    random_case_print(&t->c, stderr);
    if (t->keeps) {
        fprintf(stderr, "kept:\n");
        random_postings_print(&t->c, &t->keep, stderr);
    }
    print_plan(&t->c, &t->plan);
    if (t->truth.n_judged) {
        fprintf(stderr, "truth: %s, %lld of %lld sets lawful\n",
                t->truth.feasible ? "feasible" : "infeasible", (long long)t->truth.n_lawful,
                (long long)t->truth.n_judged);
        print_values(&t->c, "truth values", t->truth.value);
        random_postings_print(&t->c, &t->truth.best, stderr);
    }
}

static void cover(struct coverage *v, const struct trial *t)
{
    const struct brute_result *b = &t->truth;
    bool present[ZJ_N_RULES] = {false};

    for (int i = 0; i < t->c.pol.n_rules; i++)
        present[t->c.pol.rule[i].id] = true;
    present[ZJ_R_pins] |= t->c.in.n_pins > 0;
    v->n++;
    v->n_infeasible += !b->feasible;
    v->n_left_alone += b->feasible && b->best.n == 0;
    v->n_judged += b->n_judged;
    for (int id = 0; id < ZJ_N_RULES; id++) {
        v->present[id] += present[id];
        v->decided[id] += present[id] && b->broken[id] && b->held[id];
    }
}

static void trial_release(struct trial *t)
{
    zj_plan_release(&t->plan);
    zj_plan_release(&t->other);
    brute_release(&t->truth);
    zj_postings_release(&t->keep);
    random_case_release(&t->c);
}

struct run {
    struct trial trial;
    int64_t max_plans;
    trial_test *test;
    struct coverage *coverage;
};

static const char *run_one(void *run, uint64_t seed)
{
    struct run *x = run;

    x->trial = (struct trial){.r = rng_make(seed, UINT64_MAX)};
    if (x->max_plans > 0)
        random_case_make(&x->trial.c, seed, x->max_plans);
    else
        random_case_make_large(&x->trial.c, seed);
    return x->test(&x->trial);
}

static void print_one(const void *run)
{
    print_trial(&((const struct run *)run)->trial);
}

static void end_one(void *run)
{
    struct run *x = run;

    if (x->coverage)
        cover(x->coverage, &x->trial);
    trial_release(&x->trial);
}

int run_trials(const char *name, int count, int64_t max_plans, trial_test *test, struct coverage *coverage)
{
    static const struct seed_trial kind = {run_one, print_one, end_one};
    struct run run = {.max_plans = max_plans, .test = test, .coverage = coverage};

    return run_seeds(name, count, &kind, &run);
}
