/*
 * test_pairing.c - the model of pairings against brute force, and stable choices against Gale and Shapley.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others. ZJ_VERBOSE shows how often each
 * rule decided.
 */
#include "solver/data/travel.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/market.h"
#include "tests/support/pair_trial.h"

#include <stdlib.h>
#include <string.h>

static struct {
    int n, n_infeasible, present[ZJ_N_ALL_RULES], decided[ZJ_N_ALL_RULES];
    int64_t n_judged;
} seen;

static bool brings_plan(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_FEASIBLE;
}

/* The verifier on the plan file that would be written. */
static const char *misstated(const struct pair_trial *x)
{
    struct zj_plan file = x->plan;
    struct zj_verdict v;
    struct zj_diag d = {0};
    const char *why = NULL;

    file.model = ZJ_PAIRING;
    if (zj_verify_plan(&x->t.in, &x->t.pol, &file, NULL, &v, &d) != ZJ_OK) {
        zj_diag_print(&d, stderr, 3);
        for (int i = 0; i < v.n; i++)
            if (!v.finding[i].ok)
                fprintf(stderr, "%s %d at %s: need %lld, have %lld\n", zj_rule_name(v.finding[i].rule),
                        v.finding[i].index, v.finding[i].where, (long long)v.finding[i].need,
                        (long long)v.finding[i].have);
        why = "the verifier refuses the plan";
    }
    zj_verdict_release(&v);
    zj_diag_release(&d);
    return why;
}

/* Tier by tier: is the plan, found without limits, what brute force says it must be? */
static const char *disagreement(const struct pair_trial *x)
{
    if (x->plan.stopped_by)
        return "a search without limits says that it was stopped";
    if (!x->truth.feasible)
        return x->plan.status == ZJ_PLAN_INFEASIBLE ? NULL
                                                    : "no pairing is lawful, but it is not called infeasible";
    if (x->plan.status != ZJ_PLAN_OPTIMAL)
        return "there is a best pairing, but the status is not optimal";
    for (int i = 0; i < ZJ_N_PAIRING_TIERS; i++) {
        enum zj_tier tier = zj_pairing_tiers[i];

        if (x->plan.value[tier] != x->truth.value[tier])
            return x->plan.value[tier] > x->truth.value[tier] ? "a tier is worse than the truth"
                                                              : "a tier is better than the truth";
        if (x->plan.bound[tier] != x->truth.value[tier])
            return "optimal, but a bound does not meet its value";
    }
    return misstated(x);
}

static void take_note(const struct pair_trial *x)
{
    bool there[ZJ_N_ALL_RULES] = {false};

    seen.n++;
    seen.n_infeasible += !x->truth.feasible;
    seen.n_judged += x->truth.n_judged;
    for (int k = 0; k < x->t.pol.n_pairing_rules; k++)
        there[x->t.pol.pairing_rule[k].id] = true;
    there[ZJ_R_pins] = x->t.in.n_pins > 0;
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        seen.present[id] += there[id];
        seen.decided[id] += there[id] && x->truth.broken[id] && x->truth.held[id];
    }
}

static const char *finds_optimum(struct pair_trial *x, struct rng *r)
{
    (void)r;
    brute_pairs_solve(&x->t.in, &x->t.pol, &x->truth);
    take_note(x);
    pair_trial_solve(x, &(struct pr_options){0});
    return disagreement(x);
}

/* Some rows of the pairing at hand, as a table that stands. */
static const char *judges_what_is_fixed(struct pair_trial *x, struct rng *r)
{
    struct zj_verdict v;
    const char *why = NULL;

    for (int lead = 0; lead < x->t.in.n_schools; lead++)
        for (int member = 0; member < x->t.in.n_schools; member++) {
            const struct zj_pair p = {.lead = lead,
                                      .member = member,
                                      .form = rng_chance(r, 30) ? ZJ_FUSED : -1,
                                      .round = rng_chance(r, 30) ? rng_in(r, 1, 2) : 0,
                                      .metres = zj_metres(&x->t.in, lead, member),
                                      .minutes = zj_minutes(&x->t.in, lead, member)};
            bool likely = x->t.in.school[lead].role == ZJ_LEAD && x->t.in.school[member].role == ZJ_MEMBER;

            if (rng_chance(r, likely ? 45 : 2))
                zj_pairs_add(&x->fixed, &p);
        }
    zj_verify_pairs(&x->t.in, &x->t.pol, &x->fixed, &v);
    pair_trial_solve(x, &(struct pr_options){.fixed = &x->fixed});
    if ((v.n_hard_broken == 0) != (x->plan.status == ZJ_PLAN_OPTIMAL))
        why = v.n_hard_broken ? "what stands breaks a rule, but is accepted"
                              : "what stands is lawful, but refused";
    else if (v.n_hard_broken && x->plan.status != ZJ_PLAN_INFEASIBLE)
        why = "what stands breaks a rule, but is not called infeasible";
    else if (v.n_hard_broken == 0 && brute_pairs_compare(x->plan.value, v.tier) != 0)
        why = "the values are not those of what stands";
    else if (v.n_hard_broken == 0 && x->plan.pairs.n != x->fixed.n)
        why = "the pairing is not the one that stands";
    seen.n_infeasible += v.n_hard_broken > 0;
    zj_verdict_release(&v);
    return why;
}

static const char *tells_no_lies(struct pair_trial *x, struct rng *r)
{
    brute_pairs_solve(&x->t.in, &x->t.pol, &x->truth);
    pair_trial_solve(x, &(struct pr_options){.node_limit = rng_in(r, 1, 3)});
    if (x->plan.status == ZJ_PLAN_INFEASIBLE)
        return x->truth.feasible ? "infeasible, but brute force has a pairing" : NULL;
    if (x->plan.status == ZJ_PLAN_OPTIMAL)
        return disagreement(x);
    for (int i = 0; i < ZJ_N_PAIRING_TIERS && x->truth.feasible; i++) {
        enum zj_tier tier = zj_pairing_tiers[i];

        if (x->plan.bound[tier] != ZJ_NO_VALUE && x->plan.bound[tier] > x->truth.value[tier])
            return "a bound is above the truth";
        if (x->plan.value[tier] != x->truth.value[tier])
            break;
    }
    return brings_plan(&x->plan) ? misstated(x) : NULL;
}

/*
 * Every stable choice leaves the same members alone (the rural hospitals theorem), so `uncovered` is known;
 * the model's is stable too, and of all stable ones it travels least.
 */
static const char *chooses_stably(struct pair_trial *x, struct rng *r)
{
    static struct market by_proposal, by_model;
    int64_t minutes, model_minutes;

    (void)r;
    market_open(&by_proposal, &x->t.in, &x->t.pol);
    market_open(&by_model, &x->t.in, &x->t.pol);
    market_propose(&by_proposal);
    if (market_is_blocked(&by_proposal))
        return "the second opinion is not stable itself";
    pair_trial_solve(x, &(struct pr_options){0});
    if (x->plan.status != ZJ_PLAN_OPTIMAL)
        return "there is a stable choice, but none is proved";
    for (int i = 0; i < x->plan.pairs.n; i++) {
        const struct zj_pair *p = &x->plan.pairs.v[i];

        if (by_model.lead_of[p->member] >= 0)
            return "a member has two leads";
        by_model.lead_of[p->member] = p->lead;
    }
    if (market_is_blocked(&by_model))
        return "a pair blocks the pairing";
    if (market_alone(&by_model, &model_minutes) != market_alone(&by_proposal, &minutes))
        return "another number of members is left alone than in a stable choice";
    if (model_minutes > minutes)
        return "the members' best stable choice travels less";
    seen.n_infeasible += model_minutes < minutes;
    return misstated(x);
}

static void test_optimum(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    run_pair_trials("optimum", 1500, PAIR_TINY, finds_optimum);
    print_message("%d pairings, %d infeasible, %lld sets of rows judged\n", seen.n, seen.n_infeasible,
                  (long long)seen.n_judged);
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        bool ours =
            (id >= ZJ_FIRST_OF_PAIRING && id <= ZJ_LAST_OF_PAIRING) || id == ZJ_R_distance || id == ZJ_R_pins;

        if (ours && getenv("ZJ_VERBOSE"))
            print_message("%-16s in %4d, decides in %4d\n", zj_rule_name((enum zj_rule_id)id),
                          seen.present[id], seen.decided[id]);
        if (ours && seen.n >= 1500)
            assert_true(seen.decided[id] >= 30);
    }
    if (seen.n >= 1500)
        assert_in_range(seen.n_infeasible, seen.n / 10, seen.n / 2);
}

static void test_fixed(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    int n = run_pair_trials("fixed", 600, PAIR_TINY, judges_what_is_fixed);
    if (n >= 600)
        assert_in_range(seen.n_infeasible, n / 4, n * 9 / 10);
}

static void test_node_limit(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    run_pair_trials("node limit", 200, PAIR_TINY, tells_no_lies);
}

static void test_stable_choice(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    int n = run_pair_trials("stable choice", 200, PAIR_CHOICE, chooses_stably);
    if (n >= 200)
        assert_true(seen.n_infeasible >= 10); /* here: choices that travel less than the members' best */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimum),
        cmocka_unit_test(test_fixed),
        cmocka_unit_test(test_node_limit),
        cmocka_unit_test(test_stable_choice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
