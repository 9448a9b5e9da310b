/*
 * test_timetable_board.c - the board of lessons against the second reading of the rules and exhaustive
 * search.
 *
 * ZJ_SEED and ZJ_COUNT choose the seeds; ZJ_VERBOSE shows how good the plans are.
 */
#include "models/timetable/board.h"
#include "tests/support/brute_place.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_trial.h"

#include <stdlib.h>

enum { NODES = 60000, STEPS = 300 };

struct found {
    int n, n_lacking, n_best,
        n_unmet; /* plans; those that lack something, are optimal, or as to unmet alone */
};

/* Are the board's values those of its lessons, and its lessons lawful but for what it says is lacking? */
static const char *wrong_board(struct week_trial *t, const struct tt_board *b)
{
    int64_t tier[ZJ_MAX_TIERS], lack;
    struct reading reading;
    struct reading_result r;
    bool lacks;

    zj_lessons_release(&t->lessons);
    tt_board_lessons(b, &t->lessons);
    tt_board_values(b, tier, &lack);
    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    reading_judge(&reading, &t->lessons, &r);
    enum zj_rule_id broken = board_breaks(&reading, &t->lessons, &lacks);
    reading_release(&reading);
    if (broken < ZJ_N_ALL_RULES) {
        snprintf(t->why, sizeof t->why, "the board breaks the hard rule %s", zj_rule_name(broken));
        return t->why;
    }
    if (lacks != (lack > 0))
        return lacks ? "the board does not see that it lacks something"
                     : "the board lacks nothing, but says so";
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier now = zj_lesson_tiers[i];
        if (tier[now] != r.tier[now]) {
            snprintf(t->why, sizeof t->why, "tier %s: the board says %lld, the second reading %lld",
                     zj_tier_name(now), (long long)tier[now], (long long)r.tier[now]);
            return t->why;
        }
    }
    return NULL;
}

/* A first plan, then search, then one teacher off and search again: the board must be right after each. */
static const char *use_board(struct week_trial *t, struct tt_board *b)
{
    tt_board_greedy(b);
    const char *why = wrong_board(t, b);
    if (why)
        return why;
    for (int round = 0; round < 2; round++) {
        struct tt_board *before = tt_board_copy(b);
        tt_board_improve(b, &(struct tt_annealing){.steps = STEPS});
        why = wrong_board(t, b);
        if (!why && tt_board_compare(b, before) > 0)
            why = "the search made the board worse";
        tt_board_free(before);
        if (why)
            return why;
        tt_board_clear(b, rng_in(&t->r, 0, t->c.in.n_teachers - 1));
    }
    return NULL;
}

static const char *board_is_right(struct week_trial *t)
{
    struct tt_problem p;

    week_keep(t, 30);
    tt_problem_init(&p, &t->c.in, &t->c.pol);
    struct tt_board *b = tt_board_new(&p, week_kept(t));
    const char *why = use_board(t, b);
    tt_board_free(b);
    tt_problem_release(&p);
    return why;
}

static const char *board_is_no_better_than_the_best(struct week_trial *t)
{
    struct found *found = t->ctx;
    struct reading_result r;
    struct reading reading;
    const char *why = board_is_right(t);

    if (why)
        return why;
    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    reading_judge(&reading, &t->lessons, &r);
    reading_release(&reading);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), r.lawful ? &t->lessons : NULL, NODES, true, &t->truth);
    if (!t->truth.finished || !t->truth.feasible)
        return trial_skipped;
    found->n++;
    found->n_lacking += !r.lawful;
    found->n_best += r.lawful && compare_weeks(r.tier, t->truth.best) == 0;
    found->n_unmet += r.lawful && r.tier[ZJ_T_UNMET] == t->truth.best[ZJ_T_UNMET];
    return NULL;
}

static void test_tiny_weeks(void **state)
{
    struct found found = {0};

    (void)state;
    run_week_trials("tiny weeks", 600, random_week_make, board_is_no_better_than_the_best, &found);
    if (getenv("ZJ_VERBOSE"))
        print_message("%d plans: %d optimal, %d with the fewest unmet, %d lack something\n", found.n,
                      found.n_best, found.n_unmet, found.n_lacking);
    if (found.n >= 400)
        assert_true(found.n_unmet >= found.n * 9 / 10);
}

static void test_communities(void **state)
{
    (void)state;
    run_week_trials("communities", 60, random_community_make, board_is_right, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiny_weeks),
        cmocka_unit_test(test_communities),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
