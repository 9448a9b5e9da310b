/*
 * test_common_free.c - free periods that a group shares. A week of two days and 14 periods.
 */
#include "tests/support/judge.h"

static const char county[] = "days Mon Tue\n"
                             "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S1 M 1990-01-01 x load=60\n"
                             "teacher C S2 F 1990-01-01 y load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S1 x 20 class=a2\n"
                             "demand S2 x 20 class=b\n"
                             "demand S3 x 20 class=c\n"
                             "demand S2 y 20 class=b\n";

static const struct judge_case cases[] = {
    {"nobody teaches", "rule common_free group.subject=x periods_per_week=14\n", "", 0, 1, "group"},
    {"more than the week has", "rule common_free group.subject=x periods_per_week=15\n", "", 1, 1, "group"},
    {"a group of nobody", "rule common_free group.subject=z periods_per_week=15\n", "A a x Mon 1", 0, 0,
     NULL},
    {"one teaches", "rule common_free group.subject=x periods_per_week=13\n", "A a x Mon 1", 0, 1, NULL},
    {"one teaches, one period too many asked for", "rule common_free group.subject=x periods_per_week=14\n",
     "A a x Mon 1", 1, 1, NULL},
    {"two teach at one time", "rule common_free group.subject=x periods_per_week=13\n",
     "A a x Mon 1; B a2 x Mon 1", 0, 1, NULL},
    {"two teach at two times", "rule common_free group.subject=x periods_per_week=13\n",
     "A a x Mon 1; B a2 x Mon 2", 1, 1, NULL},
    {"others do not matter", "rule common_free group.subject=x periods_per_week=14\n", "C b y Mon 1", 0, 1,
     NULL},
    {"`group` and `where` both", "rule common_free group.subject=x where.sex=F periods_per_week=13\n",
     "A a x Mon 1; B a2 x Mon 2", 0, 1, NULL},
    {"busy is not free", "busy teacher B Tue 1-4\nrule common_free group.subject=x periods_per_week=10\n", "",
     0, 1, NULL},
    {"busy is not free, one more",
     "busy teacher B Tue 1-4\nrule common_free group.subject=x periods_per_week=11\n", "", 1, 1, NULL},
    {"busy every day", "busy teacher B * 1\nrule common_free group.subject=x periods_per_week=13\n", "", 1, 1,
     NULL},
    {"busy and taught at one time",
     "busy teacher B Mon 1\nrule common_free group.subject=x periods_per_week=13\n", "A a x Mon 1", 0, 1,
     NULL},
    {"the first teacher is busy",
     "busy teacher A Mon 1\nrule common_free group.subject=x periods_per_week=14\n", "", 1, 1, NULL},
    {"the school is busy: nobody cares",
     "busy school S1 * *\nrule common_free group.subject=x periods_per_week=14\n", "", 0, 1, NULL},
    {"the class is busy: nobody cares",
     "busy class a * *\nrule common_free group.subject=x periods_per_week=14\n", "", 0, 1, NULL},
    {"free between lessons at one school", "rule common_free group.subject=x periods_per_week=12\n",
     "A a x Mon 1; A a x Mon 4", 0, 1, NULL},
    {"not between two campuses", "rule common_free group.subject=x periods_per_week=11\n",
     "A a x Mon 1; A b x Mon 4", 1, 1, NULL},
    {"two periods on the way", "rule common_free group.subject=x periods_per_week=10\n",
     "A a x Mon 1; A b x Mon 4", 0, 1, NULL},
    {"the ways from and to home do not count", "rule common_free group.subject=x periods_per_week=13\n",
     "A b x Mon 4", 0, 1, NULL},
    {"own bells over two base periods",
     "bell S2 1 08:39 08:51\nrule common_free group.subject=x periods_per_week=13\n", "A b x Mon 1", 1, 1,
     NULL},
    {"own bells between base periods",
     "bell S2 1 08:40 08:50\nrule common_free group.subject=x periods_per_week=14\n", "A b x Mon 1", 0, 1,
     NULL},
};

JUDGE_LESSONS_MAIN(common_free, false, county, cases)
