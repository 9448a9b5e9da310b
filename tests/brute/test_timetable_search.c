/*
 * test_timetable_search.c - the exhaustive search itself: does it leave nothing out, and find the best?
 *
 * ZJ_SEED and ZJ_COUNT choose the seeds.
 */
#include "solver/data/staff.h"
#include "solver/io/read.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/sanitized.h"
#include "tests/support/week_trial.h"

#include <stdlib.h>
#include <string.h>

enum { NODES = 60000, MAX_BITS = 11 };

/* ---- with and without leaving branches for their values ---- */

static const char *search_both_ways(struct week_trial *t)
{
    struct week_truth full;
    const char *why = NULL;

    week_keep(t, 30);
    random_lessons(&t->r, &t->c, 4, 100, &t->lessons);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), &t->lessons, NODES, false, &full);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), &t->lessons, NODES, true, &t->truth);
    if (!full.finished)
        why = trial_skipped;
    else if (!t->truth.finished || t->truth.n_nodes > full.n_nodes)
        why = "the thrifty search takes longer";
    else if (full.feasible != t->truth.feasible || memcmp(full.best, t->truth.best, sizeof full.best) != 0)
        why = "the thrifty search finds another optimum";
    else if (memcmp(full.least, t->truth.least, sizeof full.least) != 0)
        why = "the thrifty search finds other least values";
    week_truth_release(&full);
    return why;
}

static void test_thrift_changes_nothing(void **state)
{
    (void)state;
    run_week_trials("thrift", 300, random_week_make, search_both_ways, NULL);
}

/* ---- a second search: subsets of all single lessons, judged by the verifier ---- */

/* Does the verifier let the lesson stand alone, as far as clashes go? */
static bool stands_alone(const struct week_trial *t, const struct zj_lesson *l)
{
    struct zj_lesson copy = *l;
    struct zj_lessons alone = {&copy, 1, 1};
    struct zj_verdict v;
    bool fine = true;

    zj_verify_lessons(&t->c.in, &t->c.pol, &alone, NULL, NULL, &v);
    for (int i = 0; i < v.n; i++)
        fine &= v.finding[i].ok || v.finding[i].rule != ZJ_R_no_clash;
    zj_verdict_release(&v);
    return fine;
}

static void list_lessons(const struct week_trial *t, struct zj_lessons *all)
{
    const struct zj_instance *in = &t->c.in;

    for (int b = 0; b < in->n_blocks; b++)
        for (int who = 0; who < in->n_teachers; who++)
            for (int d = 0; d < in->n_days; d++)
                for (int p = 0; p < in->n_periods; p++) {
                    const struct zj_block *block = &in->block[b];
                    const struct zj_lesson l = {who, block->school,   block->class_id, block->subject,
                                                d,   in->period[p].id};
                    if (stands_alone(t, &l))
                        zj_lessons_add(all, &l);
                }
}

struct naive {
    bool feasible;
    int64_t n_weeks, best[ZJ_MAX_TIERS], least[ZJ_MAX_TIERS];
    const int64_t *asked; /* the least of each tier is wanted, the earlier ones being as asked */
};

static void note(struct naive *found, const int64_t *tier)
{
    found->n_weeks++;
    if (!found->feasible || compare_weeks(tier, found->best) < 0)
        memcpy(found->best, tier, sizeof found->best);
    found->feasible = true;
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier now = zj_lesson_tiers[i];
        if (tier[now] < found->least[now])
            found->least[now] = tier[now];
        if (tier[now] != found->asked[now])
            return;
    }
}

static void try_subsets(const struct week_trial *t, const struct zj_lessons *all, struct naive *found)
{
    struct zj_lessons p = {0};

    memcpy(found->least, found->asked, sizeof found->least);
    for (uint32_t bits = 0; bits < (uint32_t)1 << all->n; bits++) {
        struct zj_verdict v;
        p.n = 0;
        for (int i = 0; i < all->n; i++)
            if (bits >> i & 1)
                zj_lessons_add(&p, &all->v[i]);
        zj_verify_lessons(&t->c.in, &t->c.pol, &p, NULL, week_kept(t), &v);
        if (v.n_hard_broken == 0)
            note(found, v.tier);
        zj_verdict_release(&v);
    }
    zj_lessons_release(&p);
}

static const char *compare_searches(struct week_trial *t, const struct zj_lessons *all)
{
    struct week_truth asked;
    struct zj_verdict v;
    const char *why = NULL;

    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), NULL, INT64_MAX, false, &t->truth);
    for (int i = 0; i < t->truth.week.n / 2; i++) /* a week that is lawful, perhaps, and not the best */
        zj_lessons_add(&t->lessons, &t->truth.week.v[i]);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), &t->lessons, INT64_MAX, true, &asked);
    zj_verify_lessons(&t->c.in, &t->c.pol, &t->lessons, NULL, week_kept(t), &v);
    struct naive found = {.asked = v.tier};
    try_subsets(t, all, &found);
    if (t->truth.feasible != found.feasible || t->truth.n_weeks != found.n_weeks)
        why = "trying subsets gives another number of lawful weeks";
    else if (found.feasible && compare_weeks(t->truth.best, found.best) != 0)
        why = "trying subsets gives another optimum";
    else if (v.n_hard_broken == 0 && memcmp(asked.least, found.least, sizeof asked.least) != 0)
        why = "trying subsets gives other least values";
    zj_verdict_release(&v);
    week_truth_release(&asked);
    return why;
}

static const char *search_subsets(struct week_trial *t)
{
    struct zj_lessons all = {0};

    week_keep(t, 30);
    list_lessons(t, &all);
    const char *why = all.n == 0 || all.n > MAX_BITS ? trial_skipped : compare_searches(t, &all);
    zj_lessons_release(&all);
    return why;
}

static void test_trying_subsets_finds_the_same(void **state)
{
    (void)state;
    int n = run_week_trials("subsets", 600, random_week_make, search_subsets, NULL);
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n >= 75);
}

/* ---- the tables, written and read back ---- */

static const char *compare_tables(struct week_trial *t, struct random_case *again)
{
    struct week_truth there;
    const char *why = NULL;

    zj_staff_in_term(&t->c.in, &t->c.pol, NULL, 0);
    zj_staff_in_term(&again->in, &again->pol, NULL, 0);
    brute_timetable(&t->c.in, &t->c.pol, NULL, NULL, NODES, true, &t->truth);
    brute_timetable(&again->in, &again->pol, NULL, NULL, NODES, true, &there);
    if (!t->truth.finished || !there.finished)
        why = trial_skipped;
    else if (t->truth.feasible != there.feasible || memcmp(t->truth.best, there.best, sizeof there.best) != 0)
        why = "the tables that were read back have another optimum";
    week_truth_release(&there);
    return why;
}

/* Some cases say what no file may: a filter for a community that is not there, no max_week at all. */
static const char *read_back(struct week_trial *t)
{
    struct random_case again = {.seed = t->c.seed};
    struct zj_diag d = {0};
    const char *folder = scratch_path("case"), *why = trial_skipped;

    random_folder_write(&t->c, folder);
    if (zj_read_instance(folder, &(struct zj_read_options){0}, &again.in, &again.pol, &d) == ZJ_OK)
        why = compare_tables(t, &again);
    zj_diag_release(&d);
    random_case_release(&again);
    return why;
}

static void test_tables_read_back(void **state)
{
    (void)state;
    int n = run_week_trials("tables", 150, random_week_tables, read_back, NULL);
    scratch_remove();
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n >= 75);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thrift_changes_nothing),
        cmocka_unit_test(test_trying_subsets_finds_the_same),
        cmocka_unit_test(test_tables_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
