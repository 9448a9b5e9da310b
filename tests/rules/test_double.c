/*
 * test_double.c - pairs of lessons.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y,z load=60\n"
                             "teacher B S1 F 1990-01-01 x,y,z load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S1 y 3 class=a\n"
                             "demand S2 x 4 class=b\n";

static const struct judge_case cases[] = {
    {"nothing is taught", "rule double\n", "", 0, 0, NULL},
    {"two pairs", "rule double\n", "A a x Mon 1-2; A a x Tue 3-4", 0, 1, "a/x"},
    {"a pair and two singles", "rule double\n", "A a x Mon 1-2; A a x Tue 1; A a x Wed 1", 2, 1, "a/x"},
    {"an even week has no single", "rule double\n", "A a x Mon 1", 1, 1, "a/x"},
    {"an odd week has one", "rule double\n", "A a y Mon 1", 0, 1, "a/y"},
    {"an odd week has but one", "rule double\n", "A a y Mon 1; A a y Tue 1; A a y Wed 1", 2, 1, "a/y"},
    {"an odd week: a pair and one", "rule double\n", "A a y Mon 1-2; A a y Tue 1", 0, 1, NULL},
    {"three in a row: a pair and one", "rule double\n", "A a y Mon 1-3", 0, 1, NULL},
    {"four in a row: two pairs", "rule double\n", "A a x Mon 1-4", 0, 1, NULL},
    {"with a gap", "rule double\n", "A a x Mon 1; A a x Mon 3", 2, 1, NULL},
    {"over noon", "rule double\n", "A a x Mon 4-5", 2, 1, NULL},
    {"one, then over noon, then two", "rule double\n", "A a x Mon 4-7", 2, 1, NULL},
    {"from one day to the next", "rule double\n", "A a x Mon 7; A a x Tue 1", 2, 1, NULL},
    {"two teachers make a pair", "rule double\n", "A a x Mon 1; B a x Mon 2", 0, 1, NULL},
    {"own bells: neighbours at the school", "bell S2 1 08:00 08:40\nbell S2 4 09:00 09:40\nrule double\n",
     "A b x Mon 1; A b x Mon 4", 0, 1, NULL},
    {"own bells: not neighbours there",
     "bell S2 1 08:00 08:40\nbell S2 3 08:50 09:20\nbell S2 2 09:30 10:10\nrule double\n", "A b x Mon 1-2", 2,
     1, NULL},
    {"the demand is odd, not what is taught", "rule double\n", "A a x Mon 1-2; A a x Tue 1", 1, 1, NULL},
    {"`subjects`", "rule double subjects=y\n", "A a x Mon 1; A a y Tue 1", 0, 1, "a/y"},
    {"`where`", "rule double where.school=S2\n", "A a x Mon 1; A b x Tue 1", 1, 1, "b/x"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_double, false, cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
