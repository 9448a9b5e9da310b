/*
 * test_half_day.c - one campus for each session of a day.
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
    {"one lesson binds nothing", "rule half_day\n", "A b x Mon 1", 0, 0, NULL},
    {"one lesson in each half binds nothing", "rule half_day\n", "A b x Mon 4; A a x Mon 5", 0, 0, NULL},
    {"a morning at one school", "rule half_day\n", "A b x Mon 1-2", 0, 1, "A Mon"},
    {"a change in the morning", "rule half_day\n", "A b x Mon 1; A a x Mon 4", 1, 1, "A Mon"},
    {"a change in the afternoon", "rule half_day\n", "A b x Mon 5; A a x Mon 7", 1, 1, "A Mon"},
    {"a change at noon", "rule half_day\n", "A b x Mon 1-4; A a x Mon 5-6", 0, 1, NULL},
    {"two changes", "rule half_day\n", "A a x Mon 1; A b x Mon 2; A a x Mon 3", 2, 1, NULL},
    {"three schools", "rule half_day\n", "A a x Mon 1; A b x Mon 2; A c x Mon 3; A c x Mon 4", 2, 1, NULL},
    {"one change in each half", "rule half_day\n", "A a x Mon 1; A b x Mon 2; A b x Mon 5; A a x Mon 6", 2, 1,
     NULL},
    {"one campus, two schools", "rule half_day\n", "A k1 x Mon 1; A k2 x Mon 2", 0, 1, NULL},
    {"each day by itself", "rule half_day\n", "A a x Mon 1; A b x Mon 2; A a x Tue 1; A b x Tue 2", 2, 2,
     "A Tue"},
    {"two teachers in one morning", "rule half_day\n", "A a x Mon 1-2; B b x Mon 1-2", 0, 2, NULL},
    {"own bells: the session of the period", "bell S2 5 11:30 12:10\nrule half_day\n",
     "A a x Mon 4; A b x Mon 5", 0, 0, NULL},
    {"own bells: late in the day, but of the morning", "bell S2 4 15:00 15:40\nrule half_day\n",
     "A a x Mon 1; A b x Mon 4; A a x Mon 7", 1, 1, NULL},
    {"`where`", "rule half_day where.sex=M\n", "A a x Mon 1; A b x Mon 2; B a x Tue 1; B b x Tue 2", 1, 1,
     "B Tue"},
};

JUDGE_LESSONS_MAIN(half_day, false, county, cases)
