/*
 * test_precheck_lessons.c - what lint calls impossible in a timetable is: an error means that no week is
 * lawful, a warning that lessons are missing in every week.
 */
#include "solver/lint/lessons.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/week_trial.h"

#include <stdio.h>
#include <stdlib.h>

enum { N_CASES = 600, NODES = 300000, AT_LEAST_ERRORS = 50, AT_LEAST_WARNINGS = 100 };

struct counts {
    int errors, warnings;
};

/* Every other case has one more hard need. */
static void add_need(struct week_trial *t)
{
    static const bool wanted[ZJ_N_ALL_RULES] = {[ZJ_R_need] = true};

    if (rng_in(&t->r, 0, 1) == 0)
        return;
    random_add_lesson_rule(&t->r, &t->c.in, &t->c.pol, wanted);
    t->c.pol.lesson_rule[t->c.pol.n_lesson_rules - 1].hard = true;
}

static const char *impossible_is_impossible(struct week_trial *t)
{
    struct zj_diag d = {0};
    struct counts *n = t->ctx;
    const char *wrong = NULL;

    add_need(t);
    zj_precheck_lessons(&t->c.in, &t->c.pol, &d);
    if (d.n > 0)
        brute_timetable(&t->c.in, &t->c.pol, NULL, NULL, NODES, true, &t->truth);
    bool judged = d.n > 0 && (t->truth.finished || t->truth.feasible);
    if (judged && d.n_errors > 0 && t->truth.feasible)
        wrong = "lint calls it impossible, but there is a lawful week";
    else if (judged && t->truth.feasible && t->truth.best[ZJ_T_UNMET] == 0)
        wrong = "lint misses lessons, but there is a week with all of them";
    if (wrong)
        zj_diag_print(&d, stderr, 0);
    n->errors += judged && d.n_errors > 0;
    n->warnings += judged && d.n_warnings > 0;
    zj_diag_release(&d);
    return wrong ? wrong : judged ? NULL : trial_skipped;
}

static void what_lint_calls_impossible_is(void **state)
{
    struct counts n = {0, 0};

    (void)state;
    run_week_trials("pre-checks of lessons", N_CASES, random_week_make, impossible_is_impossible, &n);
    print_message("%d errors, %d warnings\n", n.errors, n.warnings);
    if (!SANITIZED && !getenv("ZJ_SEED") && !getenv("ZJ_COUNT")) {
        assert_true(n.errors >= AT_LEAST_ERRORS);
        assert_true(n.warnings >= AT_LEAST_WARNINGS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_lint_calls_impossible_is)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
