/*
 * test_conflict.c - conflicts of random tiny instances against brute force: sufficient, minimal, disjoint;
 * and repairs.
 *
 * The parts are judged by the verifier's findings, not by the model that found them.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/conflict.h"
#include "tests/support/plant.h"
#include "tests/support/repairs.h"
#include "tests/support/trial.h"

#include <string.h>

enum { FEW_PLANS = 600, FEW_REPAIRS = 300, MOST_CONFLICTS = 3 };

static const struct sec_options plain = {.jobs = 1};
static int n_infeasible, n_parts, n_several, n_with[ZJ_N_RULES], n_tables;

static void count(const struct zj_plan *plan)
{
    n_infeasible++;
    n_several += plan->conflict[plan->n_conflict - 1].group > 0;
    for (int i = 0; i < plan->n_conflict; i++) {
        n_parts++;
        n_tables += plan->conflict[i].table != NULL;
        n_with[plan->conflict[i].rule]++;
    }
}

static const char *is_minimal(struct trial *t)
{
    trial_solve(t, &plain, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    const char *why = wrong_conflicts(&t->c.in, &t->c.pol, NULL, &t->plan, MOST_CONFLICTS);
    if (!why && !t->plan.conflict_minimal)
        why = "a tiny conflict was not proved to be minimal";
    if (!why)
        count(&t->plan);
    return why;
}

static void test_minimal(void **state)
{
    (void)state;
    run_trials("conflict", 700, FEW_PLANS, is_minimal, NULL);
    print_message("%d infeasible instances, %d parts, %d rows of tables, %d with several conflicts\n",
                  n_infeasible, n_parts, n_tables, n_several);
    for (int id = 0; id < ZJ_N_RULES; id++)
        print_message("  %s %d\n", zj_rule_name((enum zj_rule_id)id), n_with[id]);
}

/* ---- minima of the county, block by block ------------------------------------------------------- */

static int n_of_county, n_called_minimal;

/* The search for large counties does not always know that a conflict is minimal: it is, all the same. */
static const char *is_minimal_apart(struct trial *t)
{
    plant_minimum_of_county(&t->r, &t->c);
    trial_solve(t, &(struct sec_options){.jobs = 1, .decompose = true}, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    n_of_county += strncmp(t->plan.conflict[0].where, "county", 6) == 0;
    n_called_minimal += t->plan.conflict_minimal;
    return wrong_conflicts(&t->c.in, &t->c.pol, NULL, &t->plan, 1);
}

static void test_minimal_apart(void **state)
{
    (void)state;
    int n = run_trials("conflict of the county", 400, FEW_REPAIRS, is_minimal_apart, NULL);
    print_message("%d infeasible instances, %d with a minimum of the county first, %d called minimal\n", n,
                  n_of_county, n_called_minimal);
    if (n >= 100)
        assert_true(n_of_county > 20 && n_called_minimal > n * 9 / 10);
}

/* ---- repairs ------------------------------------------------------------------------------------ */

static int n_repaired, n_repairs;

static const char *is_repaired(struct trial *t)
{
    struct sec_options opt = plain;
    struct repairs repairs = {
        .what = {&t->c.in, &t->c.pol, ZJ_SECONDMENT, false}, .try = repair_try_secondment, .options = &opt};

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    trial_solve(t, &plain, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    const char *why = wrong_repairs(&repairs, &t->plan);
    n_repaired += t->plan.n_repairs > 0;
    n_repairs += t->plan.n_repairs;
    return why;
}

static void test_repairs(void **state)
{
    (void)state;
    int n = run_trials("repairs", 300, FEW_REPAIRS, is_repaired, NULL);
    print_message("%d of %d repaired, %d repairs\n", n_repaired, n, n_repairs);
    assert_true(n_repaired >= n / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_minimal),
        cmocka_unit_test(test_minimal_apart),
        cmocka_unit_test(test_repairs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
