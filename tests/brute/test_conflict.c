/*
 * test_conflict.c - conflicts of random tiny instances against brute force: sufficient, minimal, disjoint;
 * and repairs.
 *
 * The parts are judged by the verifier's findings, not by the model that found them.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/conflict.h"
#include "tests/support/trial.h"

#include <string.h>

enum { FEW_PLANS = 2000, FEW_REPAIRS = 300, MOST_CONFLICTS = 3 };

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

/* ---- repairs ------------------------------------------------------------------------------------ */

struct seen {
    int n;
    bool wrong;
};

/* As the command asks, and every yes is judged by brute force. */
static enum zj_status try_and_judge(void *ctx, const struct zj_change *changed, bool explain,
                                    int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct seen *seen = ctx;
    struct sec_options opt = plain;
    struct brute_result b;

    ZJ_TRY(repair_try_secondment(&opt, changed, explain, limit_ms, answer, yes, err));
    if (!*yes)
        return ZJ_OK;
    seen->n++;
    brute_solve(&changed->in, &changed->pol, NULL, true, &b);
    seen->wrong |= !b.feasible;
    brute_release(&b);
    return ZJ_OK;
}

static int n_repaired, n_repairs;

static const char *is_repaired(struct trial *t)
{
    struct seen seen = {0};
    const struct repair_options opt = {
        .what = {&t->c.in, &t->c.pol, ZJ_SECONDMENT, false}, .try = try_and_judge, .ctx = &seen};
    struct zj_err err;

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    trial_solve(t, &plain, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    if (cli_repair(&opt, &t->plan, &err) != ZJ_OK)
        return "the search for repairs fails";
    n_repaired += t->plan.n_repairs > 0;
    n_repairs += t->plan.n_repairs;
    for (int i = 0; i < t->plan.n_repairs; i++)
        if (!t->plan.repair[i].verified || (i > 0 && t->plan.repair[i].cost < t->plan.repair[i - 1].cost))
            return "repairs are out of order, or not verified";
    if (seen.n < t->plan.n_repairs)
        return "a repair was not solved";
    return seen.wrong ? "a repaired case has no lawful plan" : NULL;
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
        cmocka_unit_test(test_repairs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
