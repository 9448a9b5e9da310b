/*
 * test_timetable_exact.c - is there a lawful week? The exact program against exhaustive search.
 */
#include "models/timetable/exact.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_trial.h"

#include <stdlib.h>
#include <string.h>

enum { NODES = 60000, MOST = 30000 };

static int n_infeasible;

/* A week of the program, or why there is none. */
static const char *solve(struct week_trial *t, const struct tt_problem *p, bool *any)
{
    bool *with = zj_calloc((size_t)t->c.in.n_teachers + 1, sizeof *with);
    const struct lp_limits limits = {.enough = LP_INF - 1};
    struct lp_answer a = {0};
    struct tt_exact s;
    struct zj_err err;
    const char *why = NULL;

    for (int i = 0; i < t->c.in.n_teachers; i++)
        with[i] = true;
    if (!tt_exact_init(&s, p, week_kept(t), with, MOST))
        why = "too large";
    a.x = zj_calloc((size_t)lp_n_cols(s.lp) + 1, sizeof *a.x);
    if (!why && lp_solve(s.lp, &limits, NULL, &a, &err) != ZJ_OK)
        why = "not solved";
    *any = a.status != LP_INFEASIBLE;
    if (!why && a.status == LP_UNKNOWN)
        why = "unknown without a limit";
    if (!why && *any)
        tt_exact_lessons(&s, a.x, &t->lessons);
    free(a.x);
    tt_exact_release(&s);
    free(with);
    return why;
}

static const char *says_whether(struct week_trial *t)
{
    struct tt_problem p;
    struct reading reading;
    struct reading_result r;
    bool any = false;

    week_keep(t, 30);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), NULL, NODES, true, &t->truth);
    tt_problem_init(&p, &t->c.in, &t->c.pol);
    const char *why = solve(t, &p, &any);
    tt_problem_release(&p);
    if (why)
        return why;
    if (!any) {
        n_infeasible++;
        return t->truth.feasible ? "there is a lawful week" : NULL;
    }
    if (t->truth.finished && !t->truth.feasible)
        return "there is no lawful week";
    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    reading_judge(&reading, &t->lessons, &r);
    reading_release(&reading);
    return r.lawful ? NULL : "the week is not lawful";
}

static void test_existence(void **state)
{
    (void)state;
    run_week_trials("existence", 600, random_week_make, says_whether, NULL);
    print_message("%d cases without a lawful week\n", n_infeasible);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_existence)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
