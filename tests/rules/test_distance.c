/*
 * test_distance.c - the last minute and the last metre.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G campus=C\n"
                             "school S4 lead G campus=C\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "road S1 S2 30 20000\n"
                             "road S1 S3 none\n"
                             "teacher A S1 F 1990-01-01 x flags=care\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "teacher C S3 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"just within the minutes", "rule distance max_minutes=30\n", "A go S2 2026A 1", 0, 1, NULL},
    {"a minute too far", "rule distance max_minutes=29\n", "A go S2 2026A 1", 1, 1, "A S1>S2 2026A"},
    {"just within the metres", "rule distance max_metres=20000\n", "A go S2 2026A 1", 0, 1, NULL},
    {"a metre too far", "rule distance max_metres=19999\n", "A go S2 2026A 1", 1, 1, NULL},
    {"both limits, one missed", "rule distance max_minutes=30 max_metres=19999\n", "A go S2 2026A 1", 1, 1,
     NULL},
    {"both limits missed count once", "rule distance max_minutes=1 max_metres=1\n", "A go S2 2026A 1", 1, 1,
     NULL},
    {"no road meets no limit", "rule distance max_minutes=1440\n", "A go S3 2026A 1", 1, 1, NULL},
    {"the same campus is no way at all", "rule distance max_minutes=0 max_metres=0\n", "C go S4 2026A 1", 0,
     1, NULL},
    {"no limit", "rule distance\n", "A go S2 2026A 1", 0, 0, NULL},
    {"only those with care duties", "rule distance max_minutes=29 where.flags=care\n",
     "A go S2 2026A 1; B go S2 2026A 1", 1, 1, "A S1>S2 2026A"},
    {"another kind", "rule distance max_minutes=29 kind=go\n", "A other S2 2026A 1", 0, 0, NULL},
    {"the length does not matter", "rule distance max_minutes=29\n", "A go S2 2026A 2", 1, 1, NULL},
};

JUDGE_MAIN(distance, false, county, cases)
