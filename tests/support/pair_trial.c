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

/* Leads and members of a case: from .. to. */
static const struct {
    int leads[2], members[2];
} sizes[] = {
    [PAIR_TINY] = {{1, 3}, {1, 4}},
    [PAIR_SMALL] = {{2, 4}, {3, 9}},
    [PAIR_CHOICE] = {{2, 6}, {2, 20}},
};

static const char *run(void *trial, uint64_t seed)
{
    struct pair_trial *x = trial;
    struct rng r = rng_make(seed, 31 + (uint64_t)x->size);
    bool made = false;

    memset(&x->truth, 0, sizeof x->truth);
    memset(&x->plan, 0, sizeof x->plan);
    memset(&x->fixed, 0, sizeof x->fixed);
    while (!made) {
        int rules = rng_in(&r, 1, 5);
        int leads = rng_in(&r, sizes[x->size].leads[0], sizes[x->size].leads[1]);
        int members = rng_in(&r, sizes[x->size].members[0], sizes[x->size].members[1]);

        if (x->size == PAIR_CHOICE)
            random_choice(&r, leads, members, x->text);
        else
            random_pairs(&r, leads, members, rules, x->text);
        tiny_build(&x->t, x->text);
        made = x->size != PAIR_TINY || brute_pairs_count(&x->t.in, &x->t.pol) <= MANY_SETS;
        if (!made)
            tiny_release(&x->t);
    }
    return x->test(x, &r);
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

int run_pair_trials(const char *name, int count, enum pair_size size,
                    const char *(*test)(struct pair_trial *x, struct rng *r))
{
    static struct pair_trial x;
    const struct seed_trial kind = {.run = run, .print = print, .end = end};

    x.size = size;
    x.test = test;
    return run_seeds(name, count, &kind, &x);
}
