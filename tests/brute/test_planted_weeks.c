/*
 * test_planted_weeks.c - timetables that were possible until one hard rule, or one row of a table, was
 * planted: every conflict names it, exhaustive search finds each to be one and minimal, and repairs repair.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/plant.h"
#include "tests/support/repairs.h"
#include "tests/support/week_agree.h"
#include "tests/support/week_conflict.h"

#include <string.h>

enum { PLANTED = 80, SEEDS = 450 };

static struct week_conflicts seen;
static int n_planted, n_of[ZJ_N_ALL_RULES], n_repaired, n_repairs;

static const char *repairs_of(struct week_trial *t)
{
    struct tt_options opt = {.jobs = 1, .node_limit = 1};
    struct repairs repairs = {
        .what = {&t->c.in, &t->c.pol, ZJ_TIMETABLE, false}, .try = repair_try_timetable, .options = &opt};

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    const char *why = wrong_repairs(&repairs, &t->plan);
    n_repaired += t->plan.n_repairs > 0;
    n_repairs += t->plan.n_repairs;
    return why;
}

static const char *is_explained(struct week_trial *t)
{
    const struct tt_options any = {.jobs = 1, .any_plan = true};

    if (n_planted >= PLANTED || t->c.in.n_blocks == 0)
        return trial_skipped;
    plant_demand_of_lessons(&t->r, &t->c);
    week_solve(t, &(struct tt_options){.jobs = 1, .node_limit = 1, .any_plan = true, .unexplained = true},
               &t->other);
    if (!is_lawful_answer(&t->c.in, &t->c.pol, &t->other))
        return trial_skipped;
    const struct plant plant = plant_lessons(&t->r, &t->c);
    week_solve(t, &any, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return is_lawful_answer(&t->c.in, &t->c.pol, &t->plan) ? trial_skipped
                                                               : "neither a week nor a conflict";
    n_planted++;
    n_of[plant.rule]++;
    const char *why = plant_not_named(&plant, &t->plan);
    if (!why)
        why = wrong_week_conflicts(t, &seen);
    return why ? why : repairs_of(t);
}

static void test_planted(void **state)
{
    (void)state;
    run_week_trials("planted weeks", SEEDS, random_week_make, is_explained, NULL);
    print_message(
        "%d planted, %d conflicts of %d parts (%d conflicts and %d parts judged, %d searches not ended), "
        "%d repaired, %d repairs\n",
        n_planted, seen.n_conflicts, seen.n_parts, seen.n_judged, seen.n_needed, seen.n_open, n_repaired,
        n_repairs);
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
