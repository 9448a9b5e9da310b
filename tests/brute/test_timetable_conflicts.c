/*
 * test_timetable_conflicts.c - where no week can be: is each conflict one, and is each of its parts needed?
 *
 * Exhaustive search judges, with a second reading of the rules in which everything but the parts is left out.
 */
#include "models/timetable/timetable.h"
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"
#include "tests/support/week_lift.h"

#include <string.h>

enum { NODES = 100000, MAX_PARTS = 60 };

static int n_infeasible, n_conflicts, n_parts, n_judged, n_needed, n_open, n_numbers;

static const char *judge(const struct week_trial *t, const struct zj_conflict_part *parts, int n, bool *in,
                         bool is)
{
    struct week_truth truth;
    const char *why = NULL;

    week_with_parts(t, parts, n, in, NODES, &truth);
    if (is && truth.feasible)
        why = "the parts of a conflict can be kept together";
    if (!is && !truth.feasible && truth.finished)
        why = "a part of the conflict is not needed";
    n_judged += is && truth.finished;
    n_needed += !is && truth.feasible;
    n_open += !truth.finished && !truth.feasible;
    week_truth_release(&truth);
    return why;
}

static const char *judge_conflict(const struct week_trial *t, const struct zj_conflict_part *parts, int n)
{
    bool in[MAX_PARTS];
    const char *why;

    for (int k = 0; k < n; k++)
        in[k] = true;
    why = judge(t, parts, n, in, true);
    for (int k = 0; k < n && !why; k++) {
        in[k] = false;
        why = judge(t, parts, n, in, false);
        in[k] = true;
        n_numbers += parts[k].have != ZJ_NO_VALUE;
        if (!why && parts[k].rule == ZJ_R_need && parts[k].have != ZJ_NO_VALUE &&
            parts[k].have >= parts[k].need)
            why = "a need of a conflict can be had";
    }
    n_conflicts++;
    n_parts += n;
    return why;
}

static bool named_twice(const struct zj_plan *p)
{
    for (int k = 1; k < p->n_conflict; k++)
        for (int i = 0; i < k; i++)
            if (p->conflict[i].rule == p->conflict[k].rule && p->conflict[i].index == p->conflict[k].index &&
                strcmp(p->conflict[i].where, p->conflict[k].where) == 0)
                return true;
    return false;
}

static const char *names_conflicts(struct week_trial *t)
{
    const struct zj_plan *p = &t->plan;
    const char *why = NULL;

    week_keep(t, 30);
    week_solve(t, &(struct tt_options){.jobs = 1, .any_plan = true}, &t->plan);
    if (p->status != ZJ_PLAN_INFEASIBLE)
        return p->n_conflict > 0  ? "a conflict, but there is a week"
               : week_has_plan(p) ? trial_skipped
                                  : "not known";
    n_infeasible++;
    if (p->n_conflict == 0 || p->n_conflict > MAX_PARTS)
        return "no week, and no conflict is named";
    if (!p->conflict_minimal)
        return "not called minimal, though nothing stopped the search";
    if (named_twice(p))
        return "a part is named twice";
    for (int i = 0, k; i < p->n_conflict && !why; i = k) {
        for (k = i; k < p->n_conflict && p->conflict[k].group == p->conflict[i].group;)
            k++;
        why = judge_conflict(t, p->conflict + i, k - i);
    }
    return why;
}

static void test_conflicts(void **state)
{
    (void)state;
    run_week_trials("conflicts", 400, random_week_make, names_conflicts, NULL);
    print_message("%d cases, %d conflicts of %d parts (%d with numbers); %d conflicts and %d parts judged, "
                  "%d searches not "
                  "ended\n",
                  n_infeasible, n_conflicts, n_parts, n_numbers, n_judged, n_needed, n_open);
    if (n_infeasible >= 50)
        assert_true(n_needed > n_parts / 2 && n_judged > n_conflicts / 2 && n_numbers > 0);
}

/* ---- repairs ---------------------------------------------------------------------------------------- */

struct seen {
    const struct zj_lessons *keep;
    int n;
    bool wrong;
};

/* As the command asks, and every yes is judged by exhaustive search. */
static enum zj_status try_and_judge(void *ctx, const struct zj_change *changed, bool explain,
                                    int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct seen *seen = ctx;
    struct tt_options opt = {.jobs = 1, .keep = seen->keep};
    struct week_truth truth;

    ZJ_TRY(repair_try_timetable(&opt, changed, explain, limit_ms, answer, yes, err));
    brute_timetable(&changed->in, &changed->pol, seen->keep, NULL, NODES, true, &truth);
    seen->wrong |= truth.finished && truth.feasible != *yes;
    seen->n += *yes;
    week_truth_release(&truth);
    return ZJ_OK;
}

static int n_repaired, n_repairs;

static const char *is_repaired(struct week_trial *t)
{
    struct seen seen = {week_kept(t), 0, false};
    const struct repair_options opt = {
        .what = {&t->c.in, &t->c.pol, ZJ_TIMETABLE, false}, .try = try_and_judge, .ctx = &seen};
    struct zj_err err;

    memcpy(t->c.pol.repair_cost, zj_usual_repair_cost, sizeof t->c.pol.repair_cost);
    week_solve(t, &(struct tt_options){.jobs = 1, .any_plan = true}, &t->plan);
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
    return seen.wrong ? "a repaired case has no lawful week, or one that is not repaired has" : NULL;
}

static void test_repairs(void **state)
{
    (void)state;
    int n = run_week_trials("repairs", 200, random_week_make, is_repaired, NULL);
    print_message("%d of %d repaired, %d repairs\n", n_repaired, n, n_repairs);
    assert_true(n_repaired >= n / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts), cmocka_unit_test(test_repairs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
