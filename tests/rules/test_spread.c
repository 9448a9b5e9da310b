/*
 * test_spread.c - lessons a day and days apart; the column of the demand table and entries.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S1 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 6 class=a\n"
                             "demand S1 y 6 class=a\n"
                             "demand S2 x 6 class=b\n";

static const struct judge_case cases[] = {
    {"nothing is taught", "rule spread max_day=1 min_gap_days=2\n", "", 0, 0, NULL},
    {"one a day", "rule spread max_day=1\n", "A a x Mon 1; A a x Tue 1", 0, 1, "a/x"},
    {"two on a day", "rule spread max_day=1\n", "A a x Mon 1; A a x Mon 7", 1, 1, "a/x"},
    {"beyond, summed over the days", "rule spread max_day=1\n", "A a x Mon 1-3; A a x Tue 1-2; A a x Wed 1",
     3, 1, NULL},
    {"two allowed", "rule spread max_day=2\n", "A a x Mon 1-2; A a x Tue 1-2", 0, 1, NULL},
    {"whoever teaches", "rule spread max_day=1\n", "A a x Mon 1; B a x Mon 2", 1, 1, NULL},
    {"each subject by itself", "rule spread max_day=1\n", "A a x Mon 1; A a y Mon 2", 0, 2, "a/y"},
    {"one day has no gap", "rule spread min_gap_days=2\n", "A a x Mon 1-2", 0, 0, NULL},
    {"two days apart", "rule spread min_gap_days=2\n", "A a x Mon 1; A a x Wed 1", 0, 1, "a/x"},
    {"one day apart", "rule spread min_gap_days=2\n", "A a x Mon 1; A a x Tue 1", 1, 1, "a/x"},
    {"every pair of days", "rule spread min_gap_days=3\n", "A a x Mon 1; A a x Tue 1; A a x Wed 1", 3, 1,
     NULL},
    {"pairs of days, not of lessons", "rule spread min_gap_days=2\n", "A a x Mon 1-2; A a x Tue 1-2", 1, 1,
     NULL},
    {"a gap of one day is no limit", "rule spread min_gap_days=1\n", "A a x Mon 1; A a x Tue 1", 0, 1, NULL},
    {"the week does not go round", "rule spread min_gap_days=2\n", "A a x Mon 1; A a x Fri 1", 0, 1, NULL},
    {"both limits, two places", "rule spread max_day=1 min_gap_days=2\n", "A a x Mon 1-2; A a x Tue 1", 2, 2,
     "a/x"},
    {"`subjects`", "rule spread max_day=1 subjects=y\n", "A a x Mon 1-2; A a y Tue 1-2", 1, 1, "a/y"},
    {"`where`", "rule spread max_day=1 where.school=S2\n", "A a x Mon 1-2; A b x Tue 1-2", 1, 1, "b/x"},
};

static const struct judge_case columns[] = {
    {"a blank column binds nothing", "", "A a x Mon 1-4", 0, 0, NULL},
    {"the column", "demand S2 y 4 class=b max_per_day=1\n", "A b y Mon 1; A b y Tue 1", 0, 1, "b/y"},
    {"one too many", "demand S2 y 4 class=b max_per_day=1\n", "A b y Mon 1-2; A b y Tue 1", 1, 1, "b/y"},
    {"nothing is taught", "demand S2 y 4 class=b max_per_day=1\n", "", 0, 0, NULL},
    {"an entry does not widen it", "demand S2 y 4 class=b max_per_day=1\nrule spread max_day=4\n",
     "A b y Mon 1-2", 1, 1, "b/y"},
    {"numbered classes", "demand S2 y 4 classes=2 grade=g max_per_day=1\n",
     "A S2-g-1 y Mon 1; A S2-g-2 y Mon 2-3", 1, 2, "S2-g-2/y"},
};

static void entries(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_spread, false, cases, sizeof cases / sizeof *cases);
}

static void columns_always_hold(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_spread, true, columns, sizeof columns / sizeof *columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(entries), cmocka_unit_test(columns_always_hold)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
