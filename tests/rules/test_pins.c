/*
 * test_pins.c - rows that must match something, and rows that must match nothing.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x,y\n"
                             "teacher B S2 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"no pins", "", "A go S2 2026A 1", 0, 0, NULL},
    {"a pin that stands", "pin teacher=A to=S2\n", "A go S2 2026A 1", 0, 1, "pins.csv:2"},
    {"a pin that does not", "pin teacher=A to=S2\n", "A go S3 2026A 1", 1, 1, "pins.csv:2"},
    {"nobody is posted", "pin teacher=A\n", "", 1, 1, NULL},
    {"one match is enough", "pin teacher=A\n", "A go S2 2026A 1; A go S3 2027A 1", 0, 1, NULL},
    {"what is forbidden does not stand", "pin forbid teacher=A to=S2\n", "A go S3 2026A 1", 0, 1, NULL},
    {"what is forbidden stands", "pin forbid teacher=A to=S2\n", "A go S2 2026A 1", 1, 1, NULL},
    {"forbidden twice over is one row", "pin forbid teacher=A\n", "A go S2 2026A 1; A go S3 2027A 1", 1, 1,
     NULL},
    {"each row by itself", "pin teacher=A\npin teacher=B\npin forbid to=S3\n", "A go S3 2026A 1", 2, 3,
     "pins.csv:3"},
    {"the kind", "pin kind=go\n", "A other S2 2026A 1", 1, 1, NULL},
    {"a kind the policy does not know", "pin kind=gone\n", "A other S2 2026A 1", 1, 1, NULL},
    {"the home school", "pin from=S2\n", "A go S2 2026A 1", 1, 1, NULL},
    {"the home school, matched", "pin from=S2\n", "B go S1 2026A 1", 0, 1, NULL},
    {"the first term", "pin start=2026B\n", "A go S2 2026A 2", 1, 1, NULL},
    {"the first term, matched", "pin start=2026B\n", "A go S2 2026B 2", 0, 1, NULL},
    {"the length", "pin terms=2\n", "A go S2 2026A 1", 1, 1, NULL},
    {"the length, matched", "pin terms=2\n", "A go S2 2026A 2", 0, 1, NULL},
    {"the subject", "pin subject=y\n", "A go S2 2026A 1", 1, 1, NULL},
    {"the subject, matched", "pin subject=y\n", "A go S2 2026A 1 y", 0, 1, NULL},
    {"every field, one wrong", "pin teacher=A kind=go from=S1 to=S2 start=2026A terms=1 subject=x\n",
     "A go S2 2026A 1 y", 1, 1, NULL},
    {"every field", "pin teacher=A kind=go from=S1 to=S2 start=2026A terms=1 subject=x\n", "A go S2 2026A 1",
     0, 1, NULL},
};

JUDGE_MAIN(pins, true, county, cases)
