/*
 * test_avoid.c - periods that a subject should not have, or should keep to.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 9 class=a\n"
                             "demand S1 y 9 class=a\n"
                             "demand S2 x 9 class=b\n";

static const struct judge_case cases[] = {
    {"no lessons", "rule avoid periods=1\n", "", 0, 0, NULL},
    {"not in the first period", "rule avoid periods=1\n", "A a x Mon 2-4", 0, 1, "a/x"},
    {"in the first period", "rule avoid periods=1\n", "A a x Mon 1-2", 1, 1, "a/x"},
    {"every lesson counts", "rule avoid periods=1,2\n", "A a x Mon 1-3; A a x Tue 1", 3, 1, NULL},
    {"only the afternoon", "rule avoid only=5,6,7\n", "A a x Mon 5-7", 0, 1, NULL},
    {"outside the only ones", "rule avoid only=5,6,7\n", "A a x Mon 4-6", 1, 1, NULL},
    {"both lists, one lesson each", "rule avoid periods=1 only=2\n", "A a x Mon 1-3", 2, 1, NULL},
    {"among the only ones, but avoided", "rule avoid periods=2 only=2\n", "A a x Mon 2", 1, 1, NULL},
    {"no list", "rule avoid\n", "A a x Mon 1", 0, 1, NULL},
    {"each class and subject", "rule avoid periods=1\n", "A a x Mon 1; A a y Tue 1; A b x Wed 1", 3, 3,
     "a/y"},
    {"`subjects`", "rule avoid periods=1 subjects=y\n", "A a x Mon 1; A a y Tue 1", 1, 1, "a/y"},
    {"`where`: subject", "rule avoid periods=1 where.subject=y\n", "A a x Mon 1; A a y Tue 1", 1, 1, "a/y"},
    {"`where`: school", "rule avoid periods=1 where.school=S2\n", "A a x Mon 1; A b x Tue 1", 1, 1, "b/x"},
    {"own bells: by id, not by the clock", "bell S2 1 15:00 15:40\nrule avoid periods=1\n", "A b x Mon 1", 1,
     1, NULL},
    {"soft", "rule avoid soft periods=1\n", "A a x Mon 1", 1, 1, NULL},
};

JUDGE_LESSONS_MAIN(avoid, false, county, cases)
