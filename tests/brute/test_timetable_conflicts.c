/*
 * test_timetable_conflicts.c - where no week can be: is each conflict one, and is each of its parts needed?
 *
 * Exhaustive search judges, with a second reading of the rules in which everything but the parts is left out.
 */
#include "models/timetable/timetable.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"
#include "tests/support/week_lift.h"

#include <string.h>

enum { NODES = 100000, MAX_PARTS = 60 };

static int n_infeasible, n_conflicts, n_parts, n_judged, n_needed, n_open;

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
    run_week_trials("conflicts", 600, random_week_make, names_conflicts, NULL);
    print_message(
        "%d cases, %d conflicts of %d parts; %d conflicts and %d parts judged, %d searches not ended\n",
        n_infeasible, n_conflicts, n_parts, n_judged, n_needed, n_open);
    if (n_infeasible >= 50)
        assert_true(n_needed > n_parts / 2 && n_judged > n_conflicts / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
