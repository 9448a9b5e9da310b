/*
 * test_timetable_conflicts.c - where no week can be: is each conflict one, and is each of its parts needed?
 * And do repairs repair?
 */
#include "models/timetable/timetable.h"
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/repairs.h"
#include "tests/support/week_agree.h"
#include "tests/support/week_conflict.h"

#include <string.h>

static int n_infeasible;
static struct week_conflicts seen;

static const char *names_conflicts(struct week_trial *t)
{
    const struct zj_plan *p = &t->plan;

    week_keep(t, 30);
    week_solve(t, &(struct tt_options){.jobs = 1, .any_plan = true}, &t->plan);
    if (p->status != ZJ_PLAN_INFEASIBLE)
        return p->n_conflict > 0  ? "a conflict, but there is a week"
               : week_has_plan(p) ? trial_skipped
                                  : "not known";
    n_infeasible++;
    return wrong_week_conflicts(t, &seen);
}

static void test_conflicts(void **state)
{
    (void)state;
    run_week_trials("conflicts", 400, random_week_make, names_conflicts, NULL);
    print_message("%d cases, %d conflicts of %d parts (%d with numbers); %d conflicts and %d parts judged, "
                  "%d searches not ended\n",
                  n_infeasible, seen.n_conflicts, seen.n_parts, seen.n_numbers, seen.n_judged, seen.n_needed,
                  seen.n_open);
    if (n_infeasible >= 50)
        assert_true(seen.n_needed > seen.n_parts / 2 && seen.n_judged > seen.n_conflicts / 2 &&
                    seen.n_numbers > 0);
}

/* ---- repairs ---------------------------------------------------------------------------------------- */

static const char *by_search(void *ctx, const struct zj_change *changed, const struct zj_plan *answer,
                             bool yes)
{
    struct week_truth truth;

    (void)answer;
    brute_timetable(&changed->in, &changed->pol, ctx, NULL, WEEK_NODES, true, &truth);
    const bool wrong = truth.finished && truth.feasible != yes;
    week_truth_release(&truth);
    return wrong ? "a repaired case has no lawful week, or one that is not repaired has" : NULL;
}

static int n_repaired, n_repairs;

static const char *is_repaired(struct week_trial *t)
{
    struct tt_options opt = {.jobs = 1, .any_plan = true, .keep = week_kept(t)};
    struct repairs repairs = {.what = {&t->c.in, &t->c.pol, ZJ_TIMETABLE, false},
                              .try = repair_try_timetable,
                              .options = &opt,
                              .judge = by_search,
                              .ctx = NULL};

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    week_solve(t, &opt, &t->plan);
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
    int n = run_week_trials("repairs", 200, random_week_make, is_repaired, NULL);
    print_message("%d of %d repaired, %d repairs\n", n_repaired, n, n_repairs);
    assert_true(n_repaired >= n / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts), cmocka_unit_test(test_repairs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
