/*
 * test_room.c - lessons at one time.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school C1 member G campus=K\n"
                             "school C2 member G campus=K\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S1 F 1990-01-01 x,y load=60\n"
                             "teacher C S1 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 9 class=a\n"
                             "demand S1 x 9 class=b\n"
                             "demand S1 x 9 class=c\n"
                             "demand S1 y 9 class=a\n"
                             "demand C1 x 9 class=k1\n"
                             "demand C2 x 9 class=k2\n";

static const struct judge_case cases[] = {
    {"no lessons", "rule room capacity=1\n", "", 0, 0, NULL},
    {"one lesson, one room", "rule room capacity=1\n", "A a x Mon 1", 0, 1, "S1 Mon"},
    {"two lessons, one room", "rule room capacity=1\n", "A a x Mon 1; B b x Mon 1", 1, 1, "S1 Mon"},
    {"two lessons, two rooms", "rule room capacity=2\n", "A a x Mon 1; B b x Mon 1", 0, 1, NULL},
    {"three lessons, one room", "rule room capacity=1\n", "A a x Mon 1; B b x Mon 1; C c x Mon 1", 2, 1,
     NULL},
    {"no room at all", "rule room capacity=0\n", "A a x Mon 1-2", 2, 1, NULL},
    {"one after the other", "rule room capacity=1\n", "A a x Mon 1; B b x Mon 2", 0, 1, NULL},
    {"summed over the day", "rule room capacity=1\n", "A a x Mon 1-2; B b x Mon 1-2", 2, 1, NULL},
    {"each day by itself", "rule room capacity=1\n", "A a x Mon 1; B b x Tue 1", 0, 2, "S1 Tue"},
    {"other subjects take no room", "rule room capacity=1 subjects=x\n", "A a y Mon 1; B b x Mon 1", 0, 1,
     NULL},
    {"a day with other subjects only", "rule room capacity=0 subjects=x\n", "A a y Mon 1", 0, 0, NULL},
    {"several subjects share it", "rule room capacity=1 subjects=x,y\n", "A a y Mon 1; B b x Mon 1", 1, 1,
     NULL},
    {"schools of one campus have their own", "rule room capacity=1\n", "A k1 x Mon 1; B k2 x Mon 1", 0, 2,
     "C2 Mon"},
    {"`where`", "rule room capacity=0 where.school=C1\n", "A k1 x Mon 1; B a x Mon 1", 1, 1, "C1 Mon"},
    {"own bells", "bell C1 3 08:00 08:40\nrule room capacity=0\n", "A k1 x Mon 3", 1, 1, "C1 Mon"},
};

JUDGE_LESSONS_MAIN(room, false, county, cases)
