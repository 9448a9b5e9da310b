/*
 * test_board.c - a board is always lawful, and says of itself what the verifier says.
 *
 * ZJ_SEED and ZJ_COUNT choose the seeds.
 */
#include "models/timetable/board.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_trial.h"

#include <string.h>

/* Rules that a board may miss for now: what it lacks is counted. */
static bool may_lack(enum zj_rule_id id)
{
    return id == ZJ_R_pins || id == ZJ_R_need || id == ZJ_R_common_free || id == ZJ_R_sync_class ||
           id == ZJ_R_stability;
}

static const char *differ(struct week_trial *t, const char *what, int64_t board, int64_t verifier)
{
    snprintf(t->why, sizeof t->why, "%s: the board says %lld, the verifier %lld", what, (long long)board,
             (long long)verifier);
    return t->why;
}

/* NULL, or how board and verifier differ. */
static const char *judge_board(struct week_trial *t, const struct tt_board *b)
{
    int64_t tier[ZJ_MAX_TIERS], lack, missed = 0;
    const char *why = NULL;
    struct zj_verdict v;

    zj_lessons_release(&t->lessons);
    tt_board_lessons(b, &t->lessons);
    tt_board_values(b, tier, &lack);
    zj_verify_lessons(&t->c.in, &t->c.pol, &t->lessons, NULL, week_kept(t), &v);
    for (int i = 0; i < v.n && !why; i++) {
        const struct zj_finding *f = &v.finding[i];
        if (f->ok || !f->hard)
            continue;
        if (may_lack(f->rule))
            missed += f->shortfall;
        else
            why = differ(t, zj_rule_name(f->rule), 0, f->shortfall);
    }
    if (!why && lack != missed)
        why = differ(t, "lack", lack, missed);
    for (int i = 0; i < ZJ_N_LESSON_TIERS && !why; i++) {
        enum zj_tier k = zj_lesson_tiers[i];
        if (tier[k] != v.tier[k])
            why = differ(t, zj_tier_name(k), tier[k], v.tier[k]);
    }
    zj_verdict_release(&v);
    return why;
}

/* ---- values, after each kind of work ---- */

static const char *work_and_judge(struct week_trial *t)
{
    struct tt_problem p;
    const char *why;

    week_keep(t, 30);
    tt_problem_init(&p, &t->c.in, &t->c.pol);
    struct tt_board *b = tt_board_new(&p, week_kept(t));
    why = judge_board(t, b);
    if (!why) {
        tt_board_greedy(b);
        why = judge_board(t, b);
    }
    for (int i = 0; i < 3 && !why; i++) {
        struct tt_board *before = tt_board_copy(b);
        tt_board_improve(b, &(struct tt_annealing){.steps = 60});
        why = tt_board_compare(b, before) > 0 ? "the search made the board worse" : judge_board(t, b);
        tt_board_free(before);
    }
    if (!why && p.n_active > 0) {
        tt_board_clear(b, p.active[rng_in(&t->r, 0, p.n_active - 1)]);
        why = judge_board(t, b);
    }
    tt_board_free(b);
    tt_problem_release(&p);
    return why;
}

static void test_values(void **state)
{
    (void)state;
    run_week_trials("values", 2000, random_week_make, work_and_judge, NULL);
    run_week_trials("values of communities", 200, random_community_make, work_and_judge, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
