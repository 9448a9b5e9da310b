/*
 * test_timetable_small.c - small communities: every plan is verified, and what it says of itself.
 *                          ZJ_COUNT=500 takes more of them.
 *
 * Too large for exhaustive search: two searches with limits of their own must not exclude each other. Limits
 * are counts of nodes, never the clock, so that every machine sees the same plans.
 */
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"

struct tally {
    int n, n_planned, n_whole; /* communities; with a plan; with every lesson in it */
};

static const char *plan_stands(struct week_trial *t, const struct tt_options *opt, struct zj_plan *plan)
{
    week_solve(t, opt, plan);
    const char *why = week_wrong_about_itself(t, plan);
    return why ? why : week_false_reason(t, plan);
}

static const char *short_search(struct week_trial *t)
{
    struct tally *tally = t->ctx;

    week_keep(t, 15);
    const char *why = plan_stands(t, &(struct tt_options){.jobs = 1, .node_limit = 1}, &t->plan);
    tally->n++;
    tally->n_planned += week_has_plan(&t->plan);
    tally->n_whole += t->plan.value[ZJ_T_UNMET] == 0;
    return why;
}

static void test_every_plan_stands(void **state)
{
    struct tally tally = {0};

    (void)state;
    run_week_trials("small communities", 100, random_community_make, short_search, &tally);
    print_message("%d communities: %d with a plan, %d of them whole\n", tally.n, tally.n_planned,
                  tally.n_whole);
    assert_true(tally.n_planned >= tally.n * 9 / 10);
}

static const char *two_limits_agree(struct week_trial *t)
{
    const char *why = plan_stands(t, &(struct tt_options){.jobs = 1, .node_limit = 1}, &t->plan);

    if (!why)
        why = plan_stands(t, &(struct tt_options){.jobs = 2, .node_limit = 8}, &t->other);
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
