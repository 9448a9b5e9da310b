/*
 * test_timetable_model.c - the compact model of a week against exhaustive search on random tiny weeks.
 *
 * It is a relaxation: no lawful week costs less than its bound, and where it has no answer there is no week.
 */
#include "models/timetable/week_model.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>

enum { NODES = 60000, MODEL_NODES = 400 };

struct tally {
    int n, n_exact, n_unmet, n_infeasible,
        n_denied; /* optimum equal in all; unmet equal; no week; nor answer */
};

static int64_t weigh(const int64_t value[ZJ_MAX_TIERS])
{
    return TT_WEIGHT_UNMET * value[ZJ_T_UNMET] + TT_WEIGHT_SOFT * value[ZJ_T_SOFT] + value[ZJ_T_TRAVEL];
}

static void solve(const struct week_trial *t, struct lp_answer *ans)
{
    const struct lp_limits limits = {.nodes = MODEL_NODES, .enough = -LP_INF};
    struct tt_problem p;
    struct zj_err err;

    tt_problem_init(&p, &t->c.in, &t->c.pol);
    struct lp *lp = tt_week_model(&p);
    *ans = (struct lp_answer){.x = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *ans->x)};
    assert_int_equal(lp_solve(lp, &limits, NULL, ans, &err), ZJ_OK);
    free(ans->x);
    lp_free(lp);
    tt_problem_release(&p);
}

static const char *bounds(struct week_trial *t)
{
    struct tally *tally = t->ctx;
    struct lp_answer ans;

    brute_timetable(&t->c.in, &t->c.pol, NULL, NULL, NODES, true, &t->truth);
    solve(t, &ans);
    const int64_t best = t->truth.feasible ? weigh(t->truth.best) : 0;
    if (t->truth.feasible && ans.status == LP_INFEASIBLE)
        return "the model has no answer, but there is a lawful week";
    if (t->truth.feasible && ans.bound > best) {
        snprintf(t->why, sizeof t->why, "the model's bound is %lld, a lawful week costs %lld",
                 (long long)ans.bound, (long long)best);
        return t->why;
    }
    if (!t->truth.finished)
        return trial_skipped;
    tally->n++;
    tally->n_infeasible += !t->truth.feasible;
    tally->n_denied += ans.status == LP_INFEASIBLE;
    tally->n_exact += t->truth.feasible && ans.bound == best;
    tally->n_unmet += t->truth.feasible && ans.bound / TT_WEIGHT_UNMET == best / TT_WEIGHT_UNMET;
    return NULL;
}

static void test_no_week_is_cheaper(void **state)
{
    struct tally x = {0};

    (void)state;
    run_week_trials("week model", 600, random_week_make, bounds, &x);
    print_message(
        "%d weeks judged: %d infeasible (%d by the model), %d with the model's optimum, %d with as many "
        "lessons missing\n",
        x.n, x.n_infeasible, x.n_denied, x.n_exact, x.n_unmet);
    if (x.n >= 400) {
        assert_true(x.n_exact >= (x.n - x.n_infeasible) * 3 / 5);
        assert_true(x.n_unmet >= (x.n - x.n_infeasible) * 3 / 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_week_is_cheaper)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
