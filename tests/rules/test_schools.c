/*
 * test_schools.c - campuses a day and a week, changes of campus a day; columns and entries.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school C1 member G campus=K\n"
                             "school C2 member G campus=K\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S2 M 1990-01-01 x load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S2 x 20 class=b\n"
                             "demand S3 x 20 class=c\n"
                             "demand C1 x 20 class=k1\n"
                             "demand C2 x 20 class=k2\n";

static const struct judge_case cases[] = {
    {"no lessons", "rule schools max_day=1 max_week=1 max_changes_day=0\n", "", 0, 0, NULL},
    {"one campus a day", "rule schools max_day=1\n", "A a x Mon 1-4", 0, 1, "A Mon"},
    {"two campuses a day", "rule schools max_day=1\n", "A a x Mon 1; A b x Mon 4", 1, 1, "A Mon"},
    {"home counts only when taught at", "rule schools max_day=1\n", "A b x Mon 1; A b x Mon 7", 0, 1, NULL},
    {"three are two too many", "rule schools max_day=1\n", "A a x Mon 1; A b x Mon 4; A c x Mon 7", 2, 1,
     NULL},
    {"another campus on another day", "rule schools max_day=1\n", "A a x Mon 1; A b x Tue 1", 0, 2, NULL},
    {"one campus, two schools", "rule schools max_day=1 max_week=1 max_changes_day=0\n",
     "A k1 x Mon 1; A k2 x Mon 2", 0, 3, NULL},
    {"there and back is one campus more", "rule schools max_day=2\n", "A a x Mon 1; A b x Mon 3; A a x Mon 7",
     0, 1, NULL},
    {"the week's campuses", "rule schools max_week=2\n", "A a x Mon 1; A b x Tue 1; A a x Wed 1", 0, 1, "A"},
    {"one too many in the week", "rule schools max_week=2\n", "A a x Mon 1; A b x Tue 1; A c x Wed 1", 1, 1,
     "A"},
    {"none allowed", "rule schools max_week=0\n", "A a x Mon 1", 1, 1, "A"},
    {"each teacher by herself", "rule schools max_week=1\n", "A a x Mon 1; B b x Tue 1", 0, 2, "B"},
    {"no change", "rule schools max_changes_day=0\n", "A b x Mon 1-3", 0, 1, NULL},
    {"the ways from and to home are no changes", "rule schools max_changes_day=0\n", "A c x Mon 1", 0, 1,
     NULL},
    {"a change", "rule schools max_changes_day=0\n", "A a x Mon 1; A b x Mon 3", 1, 1, "A Mon"},
    {"there and back are two", "rule schools max_changes_day=1\n", "A a x Mon 1; A b x Mon 3; A a x Mon 7", 1,
     1, NULL},
    {"changes of each day", "rule schools max_changes_day=1\n",
     "A a x Mon 1; A b x Mon 7; A a x Tue 1; A b x Tue 7", 0, 2, NULL},
    {"in the order of the clock", "bell S2 1 15:00 15:40\nrule schools max_changes_day=1\n",
     "A b x Mon 1; A a x Mon 1; A a x Mon 2", 0, 1, NULL},
    {"`where`", "rule schools max_day=1 where.sex=M\n", "A a x Mon 1; A b x Mon 4; B a x Mon 1; B b x Mon 4",
     1, 1, "B Mon"},
};

static const struct judge_case columns[] = {
    {"blank columns bind nothing", "", "A a x Mon 1; A b x Mon 4", 0, 0, NULL},
    {"the day's column", "teacher C S1 F 1990-01-01 x schools_day=1\n", "C a x Mon 1; C b x Mon 4", 1, 1,
     "C Mon"},
    {"the day's column, met", "teacher C S1 F 1990-01-01 x schools_day=2\n", "C a x Mon 1; C b x Mon 4", 0, 1,
     NULL},
    {"the week's column", "teacher C S1 F 1990-01-01 x schools_week=1\n", "C a x Mon 1; C b x Tue 4", 1, 1,
     "C"},
    {"campuses in the week's column", "teacher C S1 F 1990-01-01 x schools_week=1\n",
     "C k1 x Mon 1; C k2 x Tue 4", 0, 1, "C"},
};

static void entries(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_schools, false, cases, sizeof cases / sizeof *cases);
}

static void columns_always_hold(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_schools, true, columns, sizeof columns / sizeof *columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(entries), cmocka_unit_test(columns_always_hold)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
