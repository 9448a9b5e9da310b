/*
 * test_calendar.c - the model of calendars against brute force.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others. ZJ_VERBOSE shows how often each
 * rule decided.
 */
#include "models/calendar/calendar.h"
#include "solver/data/event.h"
#include "solver/verify/verify.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/cmocka.h"
#include "tests/support/random_calendar.h"
#include "tests/support/seeds.h"
#include "tests/support/tiny.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY_SETS = 1500 };

static struct {
    int n, n_infeasible, n_open, present[ZJ_N_ALL_RULES], decided[ZJ_N_ALL_RULES];
    int64_t n_judged;
} seen;

/* One random calendar, what brute force and what the model say of it. */
struct trial {
    char text[RANDOM_CALENDAR_TEXT];
    struct tiny t;
    struct zj_taught taught;
    struct zj_calendar keep; /* with has_keep: changes against it are counted */
    bool has_keep;
    struct brute_calendar truth;
    struct zj_plan plan;
    const char *(*test)(struct trial *x, struct rng *r);
};

/* ---- what is asked ------------------------------------------------------------------------------ */

static void solve(struct trial *x, struct cal_options opt)
{
    struct zj_err err = {0};

    opt.taught = &x->taught;
    opt.keep = x->has_keep ? &x->keep : NULL;
    enum zj_status status = cal_solve(&x->t.in, &x->t.pol, &opt, &x->plan, &err);
    if (status != ZJ_OK)
        fail_msg("cal_solve returned %d: %s\n%s", (int)status, err.text, x->text);
}

static bool brings_plan(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_FEASIBLE;
}

/* The verifier on the plan file that would be written. */
static const char *misstated(const struct trial *x)
{
    struct zj_plan file = x->plan;
    const struct zj_plan kept = {.model = ZJ_CALENDAR, .calendar = x->keep};
    const struct zj_given given = {.taught = &x->taught, .keep = x->has_keep ? &kept : NULL};
    struct zj_verdict v;
    struct zj_diag d = {0};
    const char *why = NULL;

    if (zj_verify_plan(&x->t.in, &x->t.pol, &file, &given, &v, &d) != ZJ_OK) {
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

/* Every set breaks a hard entry that the conflict names, or what always holds. */
static const char *no_conflict(const struct trial *x)
{
    uint64_t named = (uint64_t)1 << BRUTE_IMPLIED;

    for (int i = 0; i < x->plan.n_conflict; i++)
        if (x->plan.conflict[i].index >= 0)
            named |= (uint64_t)1 << x->plan.conflict[i].index;
    for (int i = 0; i < x->truth.n_masks; i++)
        if ((x->truth.mask[i] & named) == 0)
            return "some set keeps every entry that the conflict names";
    return x->plan.conflict_minimal ? NULL : "a conflict found without limits is not minimal";
}

static const char *worse_or_better(const struct trial *x)
{
    for (int i = 0; i < ZJ_N_CALENDAR_TIERS; i++) {
        enum zj_tier tier = zj_calendar_tiers[i];

        if (x->plan.value[tier] != x->truth.value[tier])
            return x->plan.value[tier] > x->truth.value[tier] ? "a tier is worse than the truth"
                                                              : "a tier is better than the truth";
        if (x->plan.bound[tier] != x->truth.value[tier])
            return "optimal, but a bound does not meet its value";
    }
    return misstated(x);
}

/* Is the plan, found without limits, what brute force says it must be? */
static const char *disagreement(const struct trial *x)
{
    if (x->plan.stopped_by)
        return "a search without limits says that it was stopped";
    if (x->truth.feasible && x->plan.status != ZJ_PLAN_OPTIMAL)
        return "there is a best calendar, but the status is not optimal";
    if (x->truth.feasible)
        return worse_or_better(x);
    return x->plan.status == ZJ_PLAN_INFEASIBLE ? no_conflict(x)
                                                : "no calendar is lawful, but it is not called infeasible";
}

/* Of a search that may end early: what it claims is so. */
static const char *lie(const struct trial *x)
{
    if (x->plan.status == ZJ_PLAN_INFEASIBLE)
        return x->truth.feasible ? "infeasible, but brute force has a calendar" : NULL;
    if (x->plan.status == ZJ_PLAN_OPTIMAL)
        return x->truth.feasible ? worse_or_better(x) : "optimal, but no calendar is lawful";
    seen.n_open++;
    for (int i = 0; i < ZJ_N_CALENDAR_TIERS && x->truth.feasible; i++) {
        enum zj_tier tier = zj_calendar_tiers[i];

        if (x->plan.bound[tier] != ZJ_NO_VALUE && x->plan.bound[tier] > x->truth.value[tier])
            return "a bound is above the truth";
        if (x->plan.value[tier] != x->truth.value[tier])
            break;
    }
    return brings_plan(&x->plan) ? misstated(x) : NULL;
}

/* ---- tests -------------------------------------------------------------------------------------- */

static void take_note(const struct trial *x)
{
    bool there[ZJ_N_ALL_RULES] = {false};

    seen.n++;
    seen.n_infeasible += !x->truth.feasible;
    seen.n_judged += x->truth.n_judged;
    for (int k = 0; k < x->t.pol.n_calendar_rules; k++)
        there[x->t.pol.calendar_rule[k].id] = true;
    there[ZJ_R_pins] = x->t.in.n_pins > 0;
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        seen.present[id] += there[id];
        seen.decided[id] += there[id] && x->truth.broken[id] && x->truth.held[id];
    }
}

static const char *finds_optimum(struct trial *x, struct rng *r)
{
    (void)r;
    take_note(x);
    solve(x, (struct cal_options){0});
    return disagreement(x);
}

/* As in a county, where no program has all days. */
static const char *by_weeks(struct trial *x, struct rng *r)
{
    take_note(x);
    solve(x, (struct cal_options){.days_at_once = 1, .large = rng_in(r, 0, 1)});
    return lie(x);
}

static const char *tells_no_lies(struct trial *x, struct rng *r)
{
    take_note(x);
    solve(x, (struct cal_options){.node_limit = rng_in(r, 1, 3)});
    return lie(x);
}

/* The best calendar, with some of it left out and some moved by a day, is kept as far as it goes. */
static const char *changes_little(struct trial *x, struct rng *r)
{
    if (!x->truth.feasible)
        return trial_skipped;
    for (int i = 0; i < x->truth.best.n; i++) {
        struct zj_occurrence o = x->truth.best.v[i];
        bool moved = rng_in(r, 0, 2) == 0;

        o.date += moved && o.date + 1 < x->t.in.n_dates;
        if (rng_in(r, 0, 3) > 0)
            zj_calendar_add(&x->keep, &o);
    }
    zj_calendar_sort(&x->keep);
    x->has_keep = true;
    brute_calendar_release(&x->truth);
    brute_calendar_solve(&x->t.in, &x->t.pol, &x->taught, &x->keep, &x->truth);
    take_note(x);
    solve(x, (struct cal_options){.days_at_once = rng_in(r, 0, 1), .large = rng_in(r, 0, 1)});
    return lie(x);
}

static const char *run(void *trial, uint64_t seed)
{
    struct trial *x = trial;
    struct rng r = rng_make(seed, 47);
    bool made = false;

    memset(&x->truth, 0, sizeof x->truth);
    memset(&x->plan, 0, sizeof x->plan);
    while (!made) {
        random_calendar(&r, rng_in(&r, 1, 5), x->text);
        tiny_build(&x->t, x->text);
        x->taught = tiny_taught(&x->t);
        int64_t n = brute_calendar_count(&x->t.in, &x->t.pol, &x->taught);
        made = n > 3 && n <= MANY_SETS;
        if (!made)
            tiny_release(&x->t);
    }
    brute_calendar_solve(&x->t.in, &x->t.pol, &x->taught, NULL, &x->truth);
    return x->test(x, &r);
}

static void print_calendar(const struct trial *x, const char *what, const struct zj_calendar *c)
{
    fprintf(stderr, "%s:", what);
    for (int i = 0; i < c->n; i++) {
        const struct zj_event *e = &x->t.pol.event[c->v[i].event];
        fprintf(stderr, " %s/%s/%d/%d/%d/%s/%s", zj_word(&x->t.in, e->name), e->group[c->v[i].group].text,
                c->v[i].date, c->v[i].session, c->v[i].period,
                c->v[i].host < 0 ? "-" : x->t.in.school[c->v[i].host].id,
                c->v[i].chair < 0 ? "-" : x->t.in.school[c->v[i].chair].id);
    }
    fprintf(stderr, "\n");
}

static void print(const void *trial)
{
    const struct trial *x = trial;

    fprintf(stderr, "%smodel: status %d, truth: %s\n", x->text, (int)x->plan.status,
            x->truth.feasible ? "feasible" : "infeasible");
    for (int i = 0; i < ZJ_N_CALENDAR_TIERS; i++) {
        enum zj_tier tier = zj_calendar_tiers[i];
        fprintf(stderr, "%-10s model %lld bound %lld, truth %lld\n", zj_tier_name(tier),
                (long long)x->plan.value[tier], (long long)x->plan.bound[tier],
                (long long)x->truth.value[tier]);
    }
    print_calendar(x, "model", &x->plan.calendar);
    print_calendar(x, "truth", &x->truth.best);
    for (int i = 0; i < x->plan.n_conflict; i++)
        fprintf(stderr, "conflict: %s %d at %s\n", zj_rule_name(x->plan.conflict[i].rule),
                x->plan.conflict[i].index, x->plan.conflict[i].where);
}

static void end(void *trial)
{
    struct trial *x = trial;

    zj_plan_release(&x->plan);
    brute_calendar_release(&x->truth);
    zj_calendar_release(&x->keep);
    x->has_keep = false;
    tiny_release(&x->t);
}

static int run_trials(const char *name, int count, const char *(*test)(struct trial *x, struct rng *r))
{
    static struct trial x;
    const struct seed_trial kind = {.run = run, .print = print, .end = end};

    x.test = test;
    memset(&seen, 0, sizeof seen);
    return run_seeds(name, count, &kind, &x);
}

static void test_optimum(void **state)
{
    (void)state;
    run_trials("optimum", 500, finds_optimum);
    print_message("%d calendars, %d infeasible, %lld sets judged\n", seen.n, seen.n_infeasible,
                  (long long)seen.n_judged);
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        bool ours = (id >= ZJ_FIRST_OF_CALENDAR && id <= ZJ_LAST_OF_CALENDAR) || id == ZJ_R_pins;

        if (ours && getenv("ZJ_VERBOSE"))
            print_message("%-16s in %4d, decides in %4d\n", zj_rule_name((enum zj_rule_id)id),
                          seen.present[id], seen.decided[id]);
        if (ours && seen.n >= 500)
            assert_true(seen.decided[id] >= 3);
    }
    if (seen.n >= 500)
        assert_in_range(seen.n_infeasible, seen.n / 20, seen.n * 2 / 3);
}

static void test_by_weeks(void **state)
{
    (void)state;
    run_trials("by weeks", 300, by_weeks);
    print_message("%d of %d calendars are not settled by weeks\n", seen.n_open, seen.n);
    if (seen.n >= 300)
        assert_in_range(seen.n_open, 0, seen.n / 5);
}

static void test_node_limit(void **state)
{
    (void)state;
    run_trials("node limit", 100, tells_no_lies);
}

static void test_keep(void **state)
{
    (void)state;
    run_trials("keep", 400, changes_little);
    print_message("%d of %d calendars are not proved to change least\n", seen.n_open, seen.n);
    if (seen.n >= 200)
        assert_in_range(seen.n_open, 0, seen.n / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimum),
        cmocka_unit_test(test_by_weeks),
        cmocka_unit_test(test_node_limit),
        cmocka_unit_test(test_keep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
