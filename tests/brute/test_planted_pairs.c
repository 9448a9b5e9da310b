/*
 * test_planted_pairs.c - pairings that were possible until one hard rule, or one pin, was planted: every
 * conflict names it, brute force finds each conflict to be one and minimal, and repairs repair.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/pair_conflict.h"
#include "tests/support/plant.h"
#include "tests/support/repairs.h"

#include <string.h>

enum { PLANTED = 220, SEEDS = 900 };

static struct pair_conflicts right;
static int n_planted, n_of[ZJ_N_ALL_RULES], n_repaired, n_repairs;

/* Far from what random pairings have. */
static const char *const menu[] = {
    "rule groups max=0",
    "rule groups min=9",
    "rule size members_min=5 every_lead=true",
    "rule size members_max=0 where.school=L1",
    "rule size total_max=1",
    "rule coverage leads_min=4 leads_max=4",
    "rule coverage",
    "rule coverage permille=1000",
    "rule stage",
    "rule distance model=pairing max_minutes=1",
    "rule composition need.city=2..",
    "rule composition need.village=..0",
    "rule composition need.point=4.. of=leads",
    "rule legal_form form=merged members_min=9",
    "rule depth max=1",
    "rule rounds rounds=1",
    "rule preference",
    "pin pair member=M1",
    "pin pair lead=L1 member=M1",
    "pin pair forbid member=M1",
    "pin pair forbid lead=L1",
};

static struct plant plant(struct rng *r, struct tiny *t)
{
    const int pins = t->in.n_pins;

    tiny_add(t, menu[rng_in(r, 0, (int)(sizeof menu / sizeof *menu) - 1)]);
    if (t->in.n_pins > pins)
        return (struct plant){
            .rule = ZJ_R_pins, .index = -1, .table = "pins.csv", .line = t->in.pin[pins].line};
    const struct zj_rule *rule = &t->pol.pairing_rule[t->pol.n_pairing_rules - 1];
    return (struct plant){.rule = rule->id, .index = rule->index};
}

static const char *repairs_of(struct pair_trial *x)
{
    struct pr_options opt = {0};
    struct repairs repairs = {
        .what = {&x->t.in, &x->t.pol, ZJ_PAIRING, false}, .try = repair_try_pairing, .options = &opt};

    memcpy(x->t.pol.repair_cost, zj_usual_repair_cost, sizeof x->t.pol.repair_cost);
    const char *why = wrong_repairs(&repairs, &x->plan);
    n_repaired += x->plan.n_repairs > 0;
    n_repairs += x->plan.n_repairs;
    return why;
}

static const char *is_explained(struct pair_trial *x, struct rng *r)
{
    if (n_planted >= PLANTED)
        return trial_skipped;
    if (rng_chance(r, 60))
        tiny_add(&x->t, "rule coverage");
    pair_trial_solve(x, &(struct pr_options){.any_plan = true, .unexplained = true});
    if (!is_lawful_answer(&x->t.in, &x->t.pol, &x->plan))
        return trial_skipped;
    zj_plan_release(&x->plan);
    const struct plant one = plant(r, &x->t);
    pair_trial_solve(x, &(struct pr_options){0});
    if (x->plan.status != ZJ_PLAN_INFEASIBLE)
        return is_lawful_answer(&x->t.in, &x->t.pol, &x->plan) ? trial_skipped
                                                               : "neither a pairing nor a conflict";
    n_planted++;
    n_of[one.rule]++;
    const char *why = plant_not_named(&one, &x->plan);
    if (!why)
        why = wrong_pair_conflicts(x, &right);
    return why ? why : repairs_of(x);
}

static void test_planted(void **state)
{
    (void)state;
    run_pair_trials("planted pairs", SEEDS, PAIR_TINY, is_explained);
    print_message("%d planted, %d conflicts of %d parts, %d repaired, %d repairs\n", n_planted,
                  right.n_conflicts, right.n_parts, n_repaired, n_repairs);
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
