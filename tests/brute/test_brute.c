/*
 * test_brute.c - the model against brute force on random tiny instances.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others. A failure
 * names the seed and prints the instance. ZJ_VERBOSE shows how often each rule decided.
 */
#include "tests/support/agree.h"
#include "tests/support/cmocka.h"

#include <stdlib.h>
#include <string.h>

enum { MANY_PLANS = 30000, FEW_PLANS = 1500 };

static const struct sec_options plain = {.jobs = 1};

static const char *finds_optimum(struct trial *t)
{
    trial_judge(t);
    trial_solve(t, &plain, &t->plan);
    return disagreement(t);
}

/* Small counties too can begin with what their communities do alone. */
static const char *finds_optimum_from_apart(struct trial *t)
{
    trial_judge(t);
    trial_solve(t, &(struct sec_options){.jobs = 1, .start_apart = true}, &t->plan);
    return disagreement(t);
}

static void test_start(void **state)
{
    (void)state;
    run_trials("communities apart first", 400, FEW_PLANS, finds_optimum_from_apart, NULL);
}

/* Every rule must have been put to the test. */
static void assert_covered(const struct coverage *v)
{
    for (int id = 0; id < ZJ_N_RULES; id++) {
        /* Brute force never makes a clash, and there is nothing to be stable against. */
        bool idle = id == ZJ_R_one_posting || id == ZJ_R_stability;
        if (getenv("ZJ_VERBOSE"))
            print_message("%-16s in %4d, decides in %4d\n", zj_rule_name((enum zj_rule_id)id), v->present[id],
                          v->decided[id]);
        if (!idle)
            assert_true(v->decided[id] >= 15);
    }
    assert_in_range(v->n_infeasible, v->n * 15 / 100, v->n * 40 / 100);
    assert_true(v->n_left_alone < v->n / 2);
}

static void test_optimum(void **state)
{
    struct coverage coverage = {0};

    (void)state;
    run_trials("optimum", 2200, MANY_PLANS, finds_optimum, &coverage);
    print_message("%d instances, %d infeasible, %lld sets of postings judged\n", coverage.n,
                  coverage.n_infeasible, (long long)coverage.n_judged);
    if (coverage.n >= 2200)
        assert_covered(&coverage);
}

static const char *jobs_agree(struct trial *t)
{
    trial_solve(t, &plain, &t->plan);
    trial_solve(t, &(struct sec_options){.jobs = 2}, &t->other);
    return same_plan(&t->plan, &t->other) ? NULL : "two jobs give another plan than one";
}

static void test_jobs_do_not_matter(void **state)
{
    (void)state;
    run_trials("jobs", 150, MANY_PLANS, jobs_agree, NULL);
}

static const char *says_no_more_than_it_knows(struct trial *t)
{
    trial_judge(t);
    trial_solve(t, &(struct sec_options){.jobs = 1, .node_limit = rng_in(&t->r, 1, 6)}, &t->plan);
    bool answers = t->plan.status == ZJ_PLAN_OPTIMAL || t->plan.status == ZJ_PLAN_INFEASIBLE;
    if (!answers && (!t->plan.stopped_by || strcmp(t->plan.stopped_by, "nodes") != 0))
        return "neither an answer nor the limit that stopped the search";
    return false_claim(t);
}

static void test_node_limit_tells_no_lies(void **state)
{
    (void)state;
    run_trials("node limit", 300, FEW_PLANS, says_no_more_than_it_knows, NULL);
}

/* Communities solved apart and joined by prices need not end with a proof, but may not claim too much. */
static const char *decomposed_tells_no_lies(struct trial *t)
{
    trial_judge(t);
    trial_solve(t, &(struct sec_options){.jobs = 1, .decompose = true}, &t->plan);
    if (t->plan.stopped_by && strcmp(t->plan.stopped_by, "columns") != 0)
        return "a search without limits was stopped by something";
    return false_claim(t);
}

static void test_decomposition(void **state)
{
    (void)state;
    run_trials("decomposition", 600, FEW_PLANS, decomposed_tells_no_lies, NULL);
}

/* Two searches with limits of their own: neither may rule out what the other found. */
static const char *solve_twice(struct trial *t, const struct sec_options *one, const struct sec_options *two)
{
    trial_solve(t, one, &t->plan);
    trial_solve(t, two, &t->other);
    const char *why = contradiction(t, &t->plan, &t->other);
    if (!why)
        why = wrong_about_itself(t, &t->plan);
    return why ? why : wrong_about_itself(t, &t->other);
}

static const char *two_limits_agree(struct trial *t)
{
    return solve_twice(t, &(struct sec_options){.jobs = 1, .node_limit = 1},
                       &(struct sec_options){.jobs = 2, .node_limit = 6});
}

static void test_two_node_limits_do_not_contradict(void **state)
{
    (void)state;
    run_trials("two node limits", 100, 0, two_limits_agree, NULL);
}

static const char *two_ways_agree(struct trial *t)
{
    return solve_twice(t, &(struct sec_options){.jobs = 1, .node_limit = 6},
                       &(struct sec_options){.jobs = 1, .node_limit = 6, .decompose = true});
}

static void test_decomposition_of_large_cases(void **state)
{
    (void)state;
    run_trials("large decomposition", 100, 0, two_ways_agree, NULL);
}

/* The kept plan need not be lawful: rules change between two plans. */
static const char *keeps_what_it_can(struct trial *t)
{
    static const bool stability[ZJ_N_RULES] = {[ZJ_R_stability] = true};

    random_postings(&t->r, &t->c, &t->keep);
    t->keeps = true;
    if (rng_chance(&t->r, 60))
        random_add_rule(&t->r, &t->c.in, &t->c.pol, stability);
    return finds_optimum(t);
}

static void test_keep(void **state)
{
    struct coverage coverage = {0};

    (void)state;
    run_trials("keep", 250, FEW_PLANS, keeps_what_it_can, &coverage);
    if (coverage.n >= 250)
        assert_true(coverage.decided[ZJ_R_stability] >= 25);
}

static const char *follows_objective(struct trial *t)
{
    int order[ZJ_N_TIERS];

    rng_permutation(&t->r, order, ZJ_N_TIERS);
    for (int i = 0; i < ZJ_N_TIERS; i++)
        t->c.pol.objective[i] = (enum zj_tier)order[i];
    return finds_optimum(t);
}

static void test_objective_orders(void **state)
{
    (void)state;
    run_trials("objective order", 300, FEW_PLANS, follows_objective, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimum),
        cmocka_unit_test(test_start),
        cmocka_unit_test(test_jobs_do_not_matter),
        cmocka_unit_test(test_node_limit_tells_no_lies),
        cmocka_unit_test(test_decomposition),
        cmocka_unit_test(test_two_node_limits_do_not_contradict),
        cmocka_unit_test(test_decomposition_of_large_cases),
        cmocka_unit_test(test_keep),
        cmocka_unit_test(test_objective_orders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
