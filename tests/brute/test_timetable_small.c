/*
 * test_timetable_small.c - small communities: every plan is verified, and what it says of itself.
 *                          ZJ_COUNT=500 takes more of them.
 *
 * Too large for exhaustive search: two searches with limits of their own must not exclude each other.
 */
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"

static const char *plan_stands(struct week_trial *t)
{
    week_keep(t, 15);
    week_solve(t, &(struct tt_options){.jobs = 1, .node_limit = 1}, &t->plan);
    return week_wrong_about_itself(t, &t->plan);
}

static void test_every_plan_stands(void **state)
{
    (void)state;
    run_week_trials("small communities", 100, random_community_make, plan_stands, NULL);
}

static const char *two_limits_agree(struct week_trial *t)
{
    const char *why = plan_stands(t);

    if (why)
        return why;
    week_solve(t, &(struct tt_options){.jobs = 2, .node_limit = 8}, &t->other);
    why = week_wrong_about_itself(t, &t->other);
    return why ? why : week_contradiction(&t->plan, &t->other);
}

static void test_two_limits_do_not_contradict(void **state)
{
    (void)state;
    run_week_trials("two limits", 10, random_community_make, two_limits_agree, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_plan_stands),
        cmocka_unit_test(test_two_limits_do_not_contradict),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
