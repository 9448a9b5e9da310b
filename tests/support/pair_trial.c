#include "tests/support/pair_trial.h"

#include "tests/support/cmocka.h"

#include <stdio.h>
#include <string.h>

enum { MANY_SETS = 4200 };

void pair_trial_solve(struct pair_trial *x, const struct pr_options *opt)
{
    struct zj_err err = {0};
    enum zj_status status = pr_solve(&x->t.in, &x->t.pol, opt, &x->plan, &err);

    if (status != ZJ_OK)
        fail_msg("pr_solve returned %d: %s\n%s", (int)status, err.text, x->text);
}

/* A case small enough for brute force, unless `large`. */
static const char *run(struct pair_trial *x, uint64_t seed, uint64_t stream, bool small)
{
    struct rng r = rng_make(seed, stream);

    memset(&x->truth, 0, sizeof x->truth);
    memset(&x->plan, 0, sizeof x->plan);
    memset(&x->fixed, 0, sizeof x->fixed);
    for (int again = 0;; again++) {
        if (small)
            random_pairs(&r, rng_in(&r, 1, 5), x->text);
        else
            random_choice(&r, rng_in(&r, 2, 6), rng_in(&r, 2, 20), x->text);
        tiny_build(&x->t, x->text);
        if (!small || brute_pairs_count(&x->t.in, &x->t.pol) <= MANY_SETS)
            break;
        tiny_release(&x->t);
    }
    return x->test(x, &r);
}

static const char *run_small(void *trial, uint64_t seed)
{
    return run(trial, seed, 31, true);
}

static const char *run_choice(void *trial, uint64_t seed)
{
    return run(trial, seed, 32, false);
}

static void print_pairs(const struct pair_trial *x, const char *what, const struct zj_pairs *p)
{
    fprintf(stderr, "%s:", what);
    for (int i = 0; i < p->n; i++)
        fprintf(stderr, " %s>%s/%d/%d", x->t.in.school[p->v[i].lead].id, x->t.in.school[p->v[i].member].id,
                p->v[i].form, p->v[i].round);
    fprintf(stderr, "\n");
}

static void print(const void *trial)
{
    const struct pair_trial *x = trial;

    fprintf(stderr, "%smodel: status %d, truth: %s\n", x->text, (int)x->plan.status,
            x->truth.feasible ? "feasible" : "infeasible");
    for (int i = 0; i < ZJ_N_PAIRING_TIERS; i++) {
        enum zj_tier tier = zj_pairing_tiers[i];

        fprintf(stderr, "%-10s model %lld, truth %lld\n", zj_tier_name(tier), (long long)x->plan.value[tier],
                (long long)x->truth.value[tier]);
    }
    print_pairs(x, "model", &x->plan.pairs);
    print_pairs(x, "truth", &x->truth.best);
    print_pairs(x, "fixed", &x->fixed);
    for (int i = 0; i < x->plan.n_conflict; i++)
        fprintf(stderr, "conflict: %s %d at %s\n", zj_rule_name(x->plan.conflict[i].rule),
                x->plan.conflict[i].index, x->plan.conflict[i].where);
}

static void end(void *trial)
{
    struct pair_trial *x = trial;

    zj_plan_release(&x->plan);
    brute_pairs_release(&x->truth);
    zj_pairs_release(&x->fixed);
    tiny_release(&x->t);
}

int run_pair_trials(const char *name, int count, bool small,
                    const char *(*test)(struct pair_trial *x, struct rng *r))
{
    static struct pair_trial x;
    const struct seed_trial kind = {.run = small ? run_small : run_choice, .print = print, .end = end};

    x.test = test;
    return run_seeds(name, count, &kind, &x);
}
