/*
 * test_wishes.c - level -2 is a no, -1 is not.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school S4 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "wish A S2 -2\n"
                             "wish A S3 -1\n"
                             "wish B S3 2\n";

static const struct judge_case cases[] = {
    {"not at all", "rule wishes\n", "A go S2 2026A 1", 1, 1, "A S1>S2 2026A"},
    {"rather not", "rule wishes\n", "A go S3 2026A 1", 0, 1, NULL},
    {"gladly", "rule wishes\n", "B go S3 2026A 1", 0, 1, NULL},
    {"no wish", "rule wishes\n", "A go S4 2026A 1", 0, 0, NULL},
    {"another's wish", "rule wishes\n", "B go S2 2026A 1", 0, 0, NULL},
    {"each posting counts", "rule wishes\n", "A go S2 2026A 1; A go S2 2027A 2", 2, 2, NULL},
    {"another kind", "rule wishes kind=go\n", "A other S2 2026A 1", 0, 0, NULL},
    {"`where`", "rule wishes where.host_school=S3\n", "A go S2 2026A 1", 0, 0, NULL},
};

JUDGE_MAIN(wishes, false, county, cases)
