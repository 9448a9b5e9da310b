/*
 * test_metamorphic.c - changes of an instance that must not change the answer, or change it in a known way.
 *
 * No brute force is needed here, so the instances may be larger.
 */
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/transform.h"
#include "tests/support/trial.h"

#include <stdlib.h>

enum { MAX_PLANS = 100000000, N_CASES = 200 };

typedef bool change(struct rng *r, struct random_case *c);

/* Solve, change, solve again; false when the change does not apply. */
static bool solve_both(struct trial *t, change *make)
{
    const struct sec_options opt = {.jobs = 1};

    trial_solve(t, &opt, &t->plan);
    if (!make(&t->r, &t->c))
        return false;
    trial_solve(t, &opt, &t->other);
    return true;
}

static const char *same(struct trial *t, change *make)
{
    if (!solve_both(t, make))
        return trial_skipped;
    if (t->plan.status != t->other.status)
        return "the verdict changes";
    if (t->plan.status == ZJ_PLAN_OPTIMAL && brute_compare(&t->c.pol, t->plan.value, t->other.value) != 0)
        return "the optimum changes";
    return NULL;
}

static const char *not_better(struct trial *t, change *make)
{
    if (!solve_both(t, make))
        return trial_skipped;
    if (t->other.status == ZJ_PLAN_INFEASIBLE)
        return NULL;
    if (t->plan.status == ZJ_PLAN_INFEASIBLE)
        return "one rule more makes the infeasible feasible";
    if (brute_compare(&t->c.pol, t->other.value, t->plan.value) < 0)
        return "one rule more makes the optimum better";
    return NULL;
}

static void run(const char *name, trial_test *test)
{
    int n = run_trials(name, N_CASES, MAX_PLANS, test, NULL);

    if (!SANITIZED && !getenv("ZJ_COUNT")) /* the few cases of a sanitized run need not meet every change */
        assert_true(n >= N_CASES / 5);
}

static const char *rename_ids(struct trial *t)
{
    return same(t, transform_rename);
}

static const char *permute_rows(struct trial *t)
{
    return same(t, transform_permute);
}

static const char *shift_years(struct trial *t)
{
    return same(t, transform_shift_years);
}

static const char *unusable_teacher(struct trial *t)
{
    return same(t, transform_add_unusable_teacher);
}

static const char *repeated_hard_rule(struct trial *t)
{
    return same(t, transform_repeat_hard_rule);
}

static const char *idle_rule(struct trial *t)
{
    return same(t, transform_add_idle_rule);
}

static const char *one_rule_more(struct trial *t)
{
    return not_better(t, transform_add_rule);
}

static const char *soft_rule_made_hard(struct trial *t)
{
    return not_better(t, transform_harden);
}

static const char *doubled_weights(struct trial *t)
{
    if (!solve_both(t, transform_double_weights) || t->plan.status != t->other.status)
        return "the verdict changes";
    if (t->plan.status != ZJ_PLAN_OPTIMAL)
        return NULL;
    t->plan.value[ZJ_T_SOFT] *= 2;
    return brute_compare(&t->c.pol, t->plan.value, t->other.value) == 0 ? NULL
                                                                        : "tier soft alone should double";
}

static void test_rename_ids(void **state)
{
    (void)state;
    run("rename ids", rename_ids);
}

static void test_permute_rows(void **state)
{
    (void)state;
    run("permute rows", permute_rows);
}

static void test_shift_years(void **state)
{
    (void)state;
    run("shift years", shift_years);
}

static void test_unusable_teacher(void **state)
{
    (void)state;
    run("unusable teacher", unusable_teacher);
}

static void test_repeated_hard_rule(void **state)
{
    (void)state;
    run("repeated hard rule", repeated_hard_rule);
}

static void test_idle_rule(void **state)
{
    (void)state;
    run("idle rule", idle_rule);
}

static void test_one_rule_more(void **state)
{
    (void)state;
    run("one rule more", one_rule_more);
}

static void test_soft_rule_made_hard(void **state)
{
    (void)state;
    run("soft rule made hard", soft_rule_made_hard);
}

static void test_doubled_weights(void **state)
{
    (void)state;
    run("doubled weights", doubled_weights);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rename_ids),         cmocka_unit_test(test_permute_rows),
        cmocka_unit_test(test_shift_years),        cmocka_unit_test(test_unusable_teacher),
        cmocka_unit_test(test_repeated_hard_rule), cmocka_unit_test(test_idle_rule),
        cmocka_unit_test(test_one_rule_more),      cmocka_unit_test(test_soft_rule_made_hard),
        cmocka_unit_test(test_doubled_weights),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
