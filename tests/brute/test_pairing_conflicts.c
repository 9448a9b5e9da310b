/*
 * test_pairing_conflicts.c - where no pairing can be: is each conflict one, and is each of its parts needed?
 * And do repairs repair?
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/pair_conflict.h"
#include "tests/support/repairs.h"

#include <string.h>

static int n_infeasible;
static struct pair_conflicts right;

static const char *names_minimal_conflicts(struct pair_trial *x, struct rng *r)
{
    (void)r;
    pair_trial_solve(x, &(struct pr_options){0});
    if (x->plan.status != ZJ_PLAN_INFEASIBLE)
        return x->plan.n_conflict > 0 ? "a conflict, but there is a pairing" : trial_skipped;
    n_infeasible++;
    return wrong_pair_conflicts(x, &right);
}

static void test_conflicts(void **state)
{
    (void)state;
    int n = run_pair_trials("conflicts", 2500, PAIR_TINY, names_minimal_conflicts);
    print_message("%d cases, %d conflicts of %d parts, %d with numbers\n", n_infeasible, right.n_conflicts,
                  right.n_parts, right.n_numbers);
    if (n >= 100)
        assert_true(right.n_parts > right.n_conflicts && right.n_conflicts > n_infeasible &&
                    right.n_numbers > right.n_conflicts / 2);
}

/* ---- repairs ---------------------------------------------------------------------------------------- */

static void some_set(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v)
{
    (void)set;
    *(bool *)ctx |= v->n_hard_broken == 0;
}

/* Brute force tries every round for every row: more rounds are too many. */
static bool has_few_rounds(const struct zj_policy *pol)
{
    for (int i = 0; i < pol->n_pairing_rules; i++)
        if (pol->pairing_rule[i].id == ZJ_R_rounds && pol->pairing_rule[i].rounds > 2)
            return false;
    return true;
}

static const char *by_brute_force(void *ctx, const struct zj_change *changed, const struct zj_plan *answer,
                                  bool yes)
{
    bool possible = false;

    (void)ctx;
    (void)answer;
    if (!has_few_rounds(&changed->pol))
        return NULL;
    brute_pairs_each(&changed->in, &changed->pol, some_set, &possible);
    return possible == yes ? NULL : "a repaired case has no lawful pairing, or one that is not repaired has";
}

static int n_repaired, n_repairs;

static const char *is_repaired(struct pair_trial *x, struct rng *r)
{
    struct pr_options opt = {0};
    struct repairs repairs = {.what = {&x->t.in, &x->t.pol, ZJ_PAIRING, false},
                              .try = repair_try_pairing,
                              .options = &opt,
                              .judge = by_brute_force};

    (void)r;
    memcpy(x->t.pol.repair_cost, zj_usual_repair_cost, sizeof x->t.pol.repair_cost);
    pair_trial_solve(x, &opt);
    if (x->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    const char *why = wrong_repairs(&repairs, &x->plan);
    n_repaired += x->plan.n_repairs > 0;
    n_repairs += x->plan.n_repairs;
    return why;
}

static void test_repairs(void **state)
{
    (void)state;
    int n = run_pair_trials("repairs", 600, PAIR_TINY, is_repaired);
    print_message("%d of %d repaired, %d repairs\n", n_repaired, n, n_repairs);
    assert_true(n_repaired >= n / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts), cmocka_unit_test(test_repairs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
