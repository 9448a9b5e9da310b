/*
 * test_timetable_metamorphic.c - changes of a timetable's instance that must not change the answer, or
 * change it in
 * a known way.
 *
 * What both searches prove must agree, and what one finds must not be ruled out by the other.
 */
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/transform.h"
#include "tests/support/transform_week.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>

enum { N_CASES = 60 };

typedef bool change(struct rng *r, struct random_case *c);

/* Solve, change, solve again; false when the change does not apply. */
static bool solve_both(struct week_trial *t, change *make)
{
    const struct tt_options opt = {.jobs = 1, .node_limit = 6};

    week_solve(t, &opt, &t->plan);
    if (!make(&t->r, &t->c))
        return false;
    week_solve(t, &opt, &t->other);
    return true;
}

/* The answers agree, where the second was multiplied by `soft` in tier soft. */
static const char *agree(struct week_trial *t, int soft)
{
    const char *why = week_wrong_about_itself(t, &t->other);

    if (why)
        return why;
    t->plan.value[ZJ_T_SOFT] *= week_has_plan(&t->plan) ? soft : 1;
    t->plan.bound[ZJ_T_SOFT] *= t->plan.bound[ZJ_T_SOFT] != ZJ_NO_VALUE ? soft : 1;
    if (t->plan.status == ZJ_PLAN_OPTIMAL && t->other.status == ZJ_PLAN_OPTIMAL &&
        compare_weeks(t->plan.value, t->other.value) != 0)
        return "the optimum changes";
    return week_contradiction(&t->plan, &t->other);
}

static const char *same(struct week_trial *t, change *make)
{
    return solve_both(t, make) ? agree(t, 1) : trial_skipped;
}

static const char *not_better(struct week_trial *t, change *make)
{
    if (!solve_both(t, make))
        return trial_skipped;
    if (!week_has_plan(&t->other))
        return NULL;
    if (t->plan.status == ZJ_PLAN_INFEASIBLE)
        return "one demand more makes the infeasible feasible";
    if (t->plan.status == ZJ_PLAN_OPTIMAL && compare_weeks(t->other.value, t->plan.value) < 0)
        return "one demand more makes the optimum better";
    return week_excludes(&t->plan, &t->other) ? "one demand more makes a plan better than the bound before"
                                              : NULL;
}

static void run(const char *name, week_test *test)
{
    int n = run_week_trials(name, N_CASES, random_week_make, test, NULL);

    if (!SANITIZED && !getenv("ZJ_COUNT")) /* the few cases of a sanitized run need not meet every change */
        assert_true(n >= N_CASES / 5);
}

static const char *doubled_weights(struct week_trial *t)
{
    return solve_both(t, week_double_weights) ? agree(t, 2) : trial_skipped;
}

static void test_doubled_weights(void **state)
{
    (void)state;
    run("doubled weights", doubled_weights);
}

#define EACH_CHANGE(X)                                                                                       \
    X(rename_ids, same, week_rename)                                                                         \
    X(permute_rows, same, transform_permute)                                                                 \
    X(repeated_hard_rule, same, week_repeat_hard_rule)                                                       \
    X(idle_rule, same, week_add_idle_rule)                                                                   \
    X(busy_evening, same, week_add_evening)                                                                  \
    X(unneeded_teacher, same, week_add_unneeded_teacher)                                                     \
    X(one_rule_more, not_better, week_add_rule)                                                              \
    X(one_busy_row_more, not_better, week_add_busy)

#define X(name, agrees, make)                                                                                \
    static const char *name(struct week_trial *t)                                                            \
    {                                                                                                        \
        return agrees(t, make);                                                                              \
    }                                                                                                        \
    static void test_##name(void **state)                                                                    \
    {                                                                                                        \
        (void)state;                                                                                         \
        run(#name, name);                                                                                    \
    }
EACH_CHANGE(X)
#undef X

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(name, agrees, make) cmocka_unit_test(test_##name),
        EACH_CHANGE(X)
#undef X
            cmocka_unit_test(test_doubled_weights),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
