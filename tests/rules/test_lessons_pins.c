/*
 * test_lessons_pins.c - rows that some lesson must match, and rows that none may.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S2 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S1 y 4 class=a\n"
                             "demand S2 x 4 class=b\n";

static const struct judge_case cases[] = {
    {"no pins", "", "A a x Mon 1", 0, 0, NULL},
    {"pins of secondments are not asked", "pin teacher=A\npin forbid teacher=A\n", "A a x Mon 1", 0, 0, NULL},
    {"a pin that stands", "pin lesson teacher=A day=Mon\n", "A a x Mon 1", 0, 1, "pins.csv:2"},
    {"a pin that does not", "pin lesson teacher=A day=Mon\n", "A a x Tue 1", 1, 1, "pins.csv:2"},
    {"nothing is taught", "pin lesson teacher=A\n", "", 1, 1, NULL},
    {"one match is enough", "pin lesson teacher=A\n", "A a x Mon 1-4", 0, 1, NULL},
    {"what is forbidden does not stand", "pin lesson forbid teacher=A day=Mon\n", "A a x Tue 1", 0, 1, NULL},
    {"what is forbidden stands", "pin lesson forbid teacher=A day=Mon\n", "A a x Mon 1", 1, 1, NULL},
    {"forbidden twice over is one row", "pin lesson forbid teacher=A\n", "A a x Mon 1-2", 1, 1, NULL},
    {"each row by itself", "pin teacher=B\npin lesson day=Fri\npin lesson forbid day=Mon\n", "A a x Mon 1", 2,
     2, "pins.csv:4"},
    {"the teacher", "pin lesson teacher=B\n", "A b x Mon 1", 1, 1, NULL},
    {"the school", "pin lesson school=S2\n", "A a x Mon 1", 1, 1, NULL},
    {"the school, matched", "pin lesson school=S2\n", "A b x Mon 1", 0, 1, NULL},
    {"the class", "pin lesson class=b\n", "A a x Mon 1", 1, 1, NULL},
    {"the subject", "pin lesson subject=y\n", "A a x Mon 1", 1, 1, NULL},
    {"the subject, matched", "pin lesson subject=y\n", "A a y Mon 1", 0, 1, NULL},
    {"the period", "pin lesson period=2\n", "A a x Mon 1", 1, 1, NULL},
    {"the period, matched", "pin lesson period=2\n", "A a x Mon 2", 0, 1, NULL},
    {"every field, one wrong", "pin lesson teacher=A school=S1 class=a subject=x day=Mon period=1\n",
     "A a x Mon 2", 1, 1, NULL},
    {"every field", "pin lesson teacher=A school=S1 class=a subject=x day=Mon period=1\n", "A a x Mon 1", 0,
     1, NULL},
    {"a class that nobody knows", "pin lesson class=zz\n", "A a x Mon 1", 1, 1, NULL},
};

JUDGE_LESSONS_MAIN(pins, true, county, cases)
