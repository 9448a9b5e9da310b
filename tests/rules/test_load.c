/*
 * test_load.c - periods a day, a week and in a row; columns of the teachers' table and entries of the policy.
 */
#include "tests/support/judge.h"

#define COUNTY                                                                                               \
    "school S1 lead G\nschool S2 member G\nschool S3 member G\n"                                             \
    "demand S1 x 20 class=a\ndemand S2 x 20 class=b\ndemand S3 x 20 class=c\n"

static const char county[] = COUNTY "teacher A S1 F 1990-01-01 x load=60\n"
                                    "teacher B S1 M 1990-01-01 x,y load=60\n";

static const struct judge_case cases[] = {
    {"no lessons", "rule load max_day=1 max_week=1 max_row=1\n", "", 0, 0, NULL},
    {"as many as allowed on a day", "rule load max_day=3\n", "A a x Mon 1-3", 0, 1, "A Mon"},
    {"one too many", "rule load max_day=3\n", "A a x Mon 1-4", 1, 1, "A Mon"},
    {"each day by itself", "rule load max_day=2\n", "A a x Mon 1-3; A a x Tue 1-4; A a x Wed 1", 3, 3,
     "A Tue"},
    {"at several schools", "rule load max_day=2\n", "A a x Mon 1; A b x Mon 3; A c x Mon 5", 1, 1, NULL},
    {"two teachers", "rule load max_day=2\n", "A a x Mon 1-2; B b x Mon 1-2", 0, 2, "B Mon"},
    {"one teaches nothing, the next is not charged for the first",
     "teacher C S1 F 1990-01-01 x load=60\nrule load max_week=1\n", "A a x Mon 1; C b x Mon 3", 0, 2, "C"},
    {"none allowed", "rule load max_day=0\n", "A a x Mon 1", 1, 1, NULL},
    {"as many as allowed in the week", "rule load max_week=5\n", "A a x Mon 1-3; A b x Fri 1-2", 0, 1, "A"},
    {"two too many in the week", "rule load max_week=5\n", "A a x Mon 1-3; A b x Fri 1-4", 2, 1, "A"},
    {"three limits, three places", "rule load max_day=4 max_week=4 max_row=4\n", "A a x Mon 1-4", 0, 3, NULL},
    {"`where`: the teacher", "rule load max_day=2 where.sex=F\n", "A a x Mon 1-3; B b x Mon 1-3", 1, 1,
     "A Mon"},
    {"`where`: any of her subjects", "rule load max_day=2 where.subject=y\n", "A a x Mon 1-3; B b x Mon 1-3",
     1, 1, "B Mon"},
    {"`where`: nobody", "rule load max_day=2 where.school=S2\n", "A a x Mon 1-3", 0, 0, NULL},

    {"a row as long as allowed", "rule load max_row=3\n", "A a x Mon 1-3", 0, 1, "A Mon"},
    {"a row one too long", "rule load max_row=3\n", "A a x Mon 1-4", 1, 1, "A Mon"},
    {"two rows with a gap", "rule load max_row=2\n", "A a x Mon 1-2; A a x Mon 4", 0, 1, NULL},
    {"a row ends at noon", "rule load max_row=2\n", "A a x Mon 3-6", 0, 1, NULL},
    {"two rows too long", "rule load max_row=2\n", "A a x Mon 1-4; A a x Mon 5-7", 3, 1, NULL},
    {"whatever the campus", "rule load max_row=2\n", "A a x Mon 1; A b x Mon 2; A a x Mon 3", 1, 1, NULL},
    {"rows by the clock, not by number",
     "period none\nperiod 3 08:00 08:40 am\nperiod 1 08:50 09:30 am\nperiod 2 10:00 10:40 am\n"
     "rule load max_row=1\n",
     "A a x Mon 3; A a x Mon 1", 1, 1, NULL},
    {"not neighbours by the clock",
     "period none\nperiod 1 08:00 08:40 am\nperiod 3 08:50 09:30 am\nperiod 2 10:00 10:40 am\n"
     "rule load max_row=1\n",
     "A a x Mon 1-2", 0, 1, NULL},
    {"the second period is the afternoon's",
     "period none\nperiod 1 08:00 08:40 am\nperiod 2 14:00 14:40 pm\nrule load max_row=1\n", "A a x Mon 1-2",
     0, 1, NULL},
    {"own bells: the id says where", "bell S2 1 08:00 08:30\nbell S2 4 09:00 09:30\nrule load max_row=1\n",
     "A b x Mon 1; A b x Mon 4", 0, 1, NULL},
    {"own bells: neighbours by id", "bell S2 2 11:00 11:30\nrule load max_row=1\n",
     "A a x Mon 1; A b x Mon 2", 1, 1, NULL},
    {"one position twice is one", "bell S2 1 08:50 09:30\nrule load max_row=1\n", "A a x Mon 1; A b x Mon 1",
     0, 1, NULL},
};

static const struct judge_case columns[] = {
    {"no column, no place", "teacher C S1 F 1990-01-01 x max_day=1\n", "A a x Mon 1", 0, 1, "A"},
    {"the day's column", "teacher C S1 F 1990-01-01 x max_day=2 load=60\n", "C a x Mon 1-3", 1, 2, "C Mon"},
    {"the day's column, met", "teacher C S1 F 1990-01-01 x max_day=3 load=60\n", "C a x Mon 1-3", 0, 2, NULL},
    {"the week's column", "teacher C S1 F 1990-01-01 x load=3\n", "C a x Mon 1-3; C b x Tue 1-2", 2, 1, "C"},
    {"the week's column, met", "teacher C S1 F 1990-01-01 x load=5\n", "C a x Mon 1-3; C b x Tue 1-2", 0, 1,
     "C"},
    {"an entry does not widen it", "teacher C S1 F 1990-01-01 x load=2\nrule load max_week=9\n",
     "C a x Mon 1-3", 1, 1, "C"},
};

static void entries(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_load, false, cases, sizeof cases / sizeof *cases);
}

static void columns_always_hold(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_load, true, columns, sizeof columns / sizeof *columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(entries), cmocka_unit_test(columns_always_hold)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
