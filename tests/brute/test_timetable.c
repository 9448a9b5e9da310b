/*
 * test_timetable.c - the timetable's model against exhaustive search on random tiny weeks.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others. A failure names the seed and
 * prints the
 * case. ZJ_VERBOSE shows how often each tier was proved.
 */
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>
#include <string.h>

enum { NODES = 60000 };

static const struct tt_options plain = {.jobs = 1};

/* What became of the trials whose truth is known. */
struct tally {
    int n, n_infeasible, n_empty, n_optimal, n_best; /* best: has the optimal values, proved or not */
    int proved[ZJ_MAX_TIERS];                        /* and every tier before it */
    int n_denied, n_given_up;                        /* infeasible: proved, or only no plan found */
    int n_missed;                                    /* feasible, and no plan was found */
};

static void count(struct tally *tally, const struct week_trial *t)
{
    const struct zj_plan *plan = &t->plan;

    tally->n++;
    tally->n_infeasible += !t->truth.feasible;
    tally->n_denied += plan->status == ZJ_PLAN_INFEASIBLE;
    tally->n_given_up += !t->truth.feasible && plan->status != ZJ_PLAN_INFEASIBLE;
    tally->n_missed += t->truth.feasible && !week_has_plan(plan);
    if (!week_has_plan(plan))
        return;
    tally->n_empty += plan->lessons.n == 0;
    tally->n_optimal += plan->status == ZJ_PLAN_OPTIMAL;
    tally->n_best += compare_weeks(plan->value, t->truth.best) == 0;
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (plan->bound[tier] != plan->value[tier])
            return;
        tally->proved[tier]++;
    }
}

static void print_tally(const struct tally *x)
{
    print_message("%d weeks judged: %d infeasible (%d not proved), %d empty; of the rest %d proved optimal, "
                  "%d optimal, %d without a plan\n",
                  x->n, x->n_infeasible, x->n_given_up, x->n_empty, x->n_optimal, x->n_best, x->n_missed);
    print_message("proved:");
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++)
        print_message(" %s %d", zj_tier_name(zj_lesson_tiers[i]), x->proved[zj_lesson_tiers[i]]);
    print_message("\n");
}

static const char *claims_no_more(struct week_trial *t, const struct tt_options *opt)
{
    week_solve(t, opt, &t->plan);
    const char *why = week_false_reason(t, &t->plan);
    if (!why)
        why = week_false_claim(t, &t->plan, NODES);
    if (!why)
        count(t->ctx, t);
    return why;
}

static const char *finds_optimum(struct week_trial *t)
{
    return claims_no_more(t, &plain);
}

static void test_optimum(void **state)
{
    struct tally tally = {0};

    (void)state;
    run_week_trials("optimum", 1000, random_week_make, finds_optimum, &tally);
    print_tally(&tally);
    if (tally.n >= 750) {
        assert_true(tally.n_missed <= tally.n / 100);
        assert_in_range(tally.n_infeasible, tally.n / 20, tally.n / 3);
        assert_true(tally.n_optimal >= tally.n * 3 / 5);
        assert_true(tally.n_denied >= tally.n_infeasible * 3 / 4);
    }
}

static const char *ends_at_a_limit(struct week_trial *t)
{
    return claims_no_more(t, &(struct tt_options){.jobs = 1, .node_limit = rng_in(&t->r, 1, 4)});
}

static void test_node_limit_tells_no_lies(void **state)
{
    struct tally tally = {0};

    (void)state;
    run_week_trials("node limit", 300, random_week_make, ends_at_a_limit, &tally);
    print_tally(&tally);
}

/* The search is told to stop before it begins, or has no time. */
static const char *ends_at_once(struct week_trial *t)
{
    static const volatile sig_atomic_t stop = 1;
    const struct tt_options at_once[] = {
        {.jobs = 1, .stop = &stop}, {.jobs = 1, .time_limit_ms = 1}, {.jobs = 1, .gap_permille = 1000}};

    return claims_no_more(t, &at_once[rng_in(&t->r, 0, 2)]);
}

static void test_a_search_that_is_cut_off_tells_no_lies(void **state)
{
    struct tally tally = {0};

    (void)state;
    run_week_trials("cut off", 150, random_week_make, ends_at_once, &tally);
    print_tally(&tally);
}

static const char *keeps_what_it_can(struct week_trial *t)
{
    static const bool stability[ZJ_N_ALL_RULES] = {[ZJ_R_stability] = true};

    week_keep(t, 100);
    if (rng_chance(&t->r, 50))
        random_add_lesson_rule(&t->r, &t->c.in, &t->c.pol, stability);
    return claims_no_more(t, &plain);
}

static void test_keep(void **state)
{
    struct tally tally = {0};

    (void)state;
    run_week_trials("keep", 150, random_week_make, keeps_what_it_can, &tally);
    print_tally(&tally);
}

static const char *jobs_agree(struct week_trial *t)
{
    week_solve(t, &plain, &t->plan);
    week_solve(t, &(struct tt_options){.jobs = 2}, &t->other);
    return week_same_plan(&t->plan, &t->other) ? NULL : "two jobs give another plan than one";
}

static void test_jobs_do_not_matter(void **state)
{
    (void)state;
    run_week_trials("jobs", 60, random_week_make, jobs_agree, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimum),
        cmocka_unit_test(test_node_limit_tells_no_lies),
        cmocka_unit_test(test_a_search_that_is_cut_off_tells_no_lies),
        cmocka_unit_test(test_keep),
        cmocka_unit_test(test_jobs_do_not_matter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
