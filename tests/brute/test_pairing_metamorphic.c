/*
 * test_pairing_metamorphic.c - pairings too large for brute force: what must stay, or change in a known way,
 * when the data do.
 */
#include "solver/data/travel.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/lines.h"
#include "tests/support/pair_trial.h"

#include <stdlib.h>
#include <string.h>

static int n_feasible;

static bool brings_plan(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL;
}

/* Solve another text; the caller releases plan and *t. */
static struct zj_plan solve_text(const char *text, struct tiny *t)
{
    struct zj_err err = {0};
    struct zj_plan plan;

    tiny_build(t, text);
    if (pr_solve(&t->in, &t->pol, &(struct pr_options){0}, &plan, &err) != ZJ_OK)
        fail_msg("%s\n%s", err.text, text);
    return plan;
}

static const char *same_values(const struct zj_plan *a, const struct zj_plan *b)
{
    if (a->status != b->status)
        return "another status";
    if (brings_plan(a) && brute_pairs_compare(a->value, b->value) != 0)
        return "other values";
    return NULL;
}

static const char *order_does_not_matter(struct pair_trial *x, struct rng *r)
{
    static const char *const lists[] = {"school", "rule", "pin", "prefer"};
    const char *why = NULL;

    (void)r;
    pair_trial_solve(x, &(struct pr_options){0});
    n_feasible += brings_plan(&x->plan);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0] && !why; i++) {
        char *text = lines_reversed(x->text, lists[i]);
        struct tiny t;
        struct zj_plan plan = solve_text(text, &t);

        why = same_values(&x->plan, &plan);
        zj_plan_release(&plan);
        tiny_release(&t);
        free(text);
    }
    return why;
}

/* Ways of twice the minutes, where no rule looks at minutes: twice the travel, nothing else. */
static const char *travel_scales(struct pair_trial *x, struct rng *r)
{
    int64_t once[ZJ_MAX_TIERS];

    (void)r;
    if (strstr(x->text, "max_minutes"))
        return trial_skipped;
    pair_trial_solve(x, &(struct pr_options){0});
    memcpy(once, x->plan.value, sizeof once);
    bool feasible = brings_plan(&x->plan);
    zj_plan_release(&x->plan);
    for (int i = 0; i < x->t.in.n_schools * x->t.in.n_schools; i++)
        if (x->t.in.minutes[i] != ZJ_NONE)
            x->t.in.minutes[i] *= 2;
    pair_trial_solve(x, &(struct pr_options){0});
    n_feasible += feasible;
    if (feasible != brings_plan(&x->plan))
        return "another status";
    once[ZJ_T_TRAVEL] *= 2;
    return feasible && brute_pairs_compare(once, x->plan.value) != 0 ? "not twice the travel alone" : NULL;
}

/* With a rule less nothing gets worse. */
static const char *rules_only_restrict(struct pair_trial *x, struct rng *r)
{
    struct zj_plan with;
    const char *why = NULL;
    int dropped = rng_in(r, 0, x->t.pol.n_pairing_rules > 0 ? x->t.pol.n_pairing_rules - 1 : 0);
    enum zj_rule_id id = x->t.pol.n_pairing_rules > 0 ? x->t.pol.pairing_rule[dropped].id : ZJ_R_depth;

    /* Without these more, or other, is asked: one lead at most, no trees, forms that are left. */
    if (id == ZJ_R_depth || id == ZJ_R_coverage || id == ZJ_R_legal_form ||
        strstr(x->text, "rule preference"))
        return trial_skipped;
    pair_trial_solve(x, &(struct pr_options){0});
    with = x->plan;
    memset(&x->plan, 0, sizeof x->plan);
    memmove(&x->t.pol.pairing_rule[dropped], &x->t.pol.pairing_rule[dropped + 1],
            sizeof x->t.pol.pairing_rule[0] * (size_t)(x->t.pol.n_pairing_rules - dropped - 1));
    x->t.pol.n_pairing_rules--;
    pair_trial_solve(x, &(struct pr_options){0});
    n_feasible += brings_plan(&with);
    if (brings_plan(&with) && !brings_plan(&x->plan))
        why = "without a rule there is no pairing any more";
    else if (brings_plan(&with) && brute_pairs_compare(x->plan.value, with.value) > 0)
        why = "without a rule the best pairing is worse";
    zj_plan_release(&with);
    return why;
}

/* A best pairing, fixed, is the best one; with a row less it is not better. */
static const char *best_stays_best(struct pair_trial *x, struct rng *r)
{
    struct zj_plan best;
    const char *why = NULL;

    pair_trial_solve(x, &(struct pr_options){0});
    best = x->plan;
    memset(&x->plan, 0, sizeof x->plan);
    if (brings_plan(&best)) {
        n_feasible++;
        for (int i = 0; i < best.pairs.n; i++)
            zj_pairs_add(&x->fixed, &best.pairs.v[i]);
        pair_trial_solve(x, &(struct pr_options){.fixed = &x->fixed});
        why = same_values(&best, &x->plan);
        zj_plan_release(&x->plan);
        if (!why && x->fixed.n > 0) {
            x->fixed.v[rng_in(r, 0, x->fixed.n - 1)] = x->fixed.v[x->fixed.n - 1];
            x->fixed.n--;
            pair_trial_solve(x, &(struct pr_options){.fixed = &x->fixed});
            if (brings_plan(&x->plan) && brute_pairs_compare(x->plan.value, best.value) < 0)
                why = "with a row less it is better than the best";
        }
    }
    zj_plan_release(&best);
    return why;
}

static void run(const char *name, int count, const char *(*test)(struct pair_trial *x, struct rng *r))
{
    n_feasible = 0;
    int n = run_pair_trials(name, count, PAIR_SMALL, test);
    print_message("%s: %d of %d have a pairing\n", name, n_feasible, n);
    if (n >= 40)
        assert_true(n_feasible >= n / 4);
}

static void test_order(void **state)
{
    (void)state;
    run("order", 150, order_does_not_matter);
}

static void test_scale(void **state)
{
    (void)state;
    run("scale", 150, travel_scales);
}

static void test_fewer_rules(void **state)
{
    (void)state;
    run("fewer rules", 200, rules_only_restrict);
}

static void test_best(void **state)
{
    (void)state;
    run("best", 150, best_stays_best);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_scale),
        cmocka_unit_test(test_fewer_rules),
        cmocka_unit_test(test_best),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
