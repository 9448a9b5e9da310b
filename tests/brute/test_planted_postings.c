/*
 * test_planted_postings.c - secondments that were possible until one hard rule, or one pin, was planted:
 * every conflict names it, brute force finds each conflict to be one and minimal, and repairs repair.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/conflict.h"
#include "tests/support/plant.h"
#include "tests/support/repairs.h"
#include "tests/support/trial.h"

#include <string.h>

enum { FEW_PLANS = 250, MOST_CONFLICTS = 3, PLANTED = 200, SEEDS = 1200 };

static int n_planted, n_of[ZJ_N_ALL_RULES], n_repaired, n_repairs, n_parts;

static const char *repairs_of(struct trial *t)
{
    struct sec_options opt = {.jobs = 1};
    struct repairs repairs = {
        .what = {&t->c.in, &t->c.pol, ZJ_SECONDMENT, false}, .try = repair_try_secondment, .options = &opt};

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    const char *why = wrong_repairs(&repairs, &t->plan);
    n_repaired += t->plan.n_repairs > 0;
    n_repairs += t->plan.n_repairs;
    return why;
}

static const char *is_explained(struct trial *t)
{
    const struct sec_options any = {.jobs = 1, .any_plan = true, .unexplained = true};

    if (n_planted >= PLANTED)
        return trial_skipped;
    plant_demand_of_postings(&t->r, &t->c);
    trial_solve(t, &any, &t->other);
    if (!is_lawful_answer(&t->c.in, &t->c.pol, &t->other))
        return trial_skipped;
    const struct plant plant = plant_postings(&t->r, &t->c);
    trial_solve(t, &(struct sec_options){.jobs = 1}, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return is_lawful_answer(&t->c.in, &t->c.pol, &t->plan) ? trial_skipped
                                                               : "neither a plan nor a conflict";
    n_planted++;
    n_of[plant.rule]++;
    n_parts += t->plan.n_conflict;
    const char *why = plant_not_named(&plant, &t->plan);
    if (!why)
        why = wrong_conflicts(&t->c.in, &t->c.pol, NULL, &t->plan, MOST_CONFLICTS);
    return why ? why : repairs_of(t);
}

static void test_planted(void **state)
{
    (void)state;
    run_trials("planted postings", SEEDS, FEW_PLANS, is_explained, NULL);
    print_message("%d planted, conflicts of %d parts, %d repaired, %d repairs\n", n_planted, n_parts,
                  n_repaired, n_repairs);
    for (int id = 0; id < ZJ_N_ALL_RULES; id++)
        if (n_of[id])
            print_message("  %s %d\n", zj_rule_name((enum zj_rule_id)id), n_of[id]);
    assert_int_equal(n_repaired, n_planted);
    if (all_seeds_run())
        assert_int_equal(n_planted, PLANTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_planted)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
