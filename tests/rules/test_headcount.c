/*
 * test_headcount.c - arrivals against departures, term by term.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "kind go any 1,2 fills\n"
                             "kind learn any 1,2\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "teacher C S2 F 1990-01-01 x\n"
                             "teacher D S3 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"nobody moves", "rule headcount\n", "", 0, 0, NULL},
    {"one moves: both schools change", "rule headcount\n", "A go S2 2026A 1", 2, 2, "S1 2026A"},
    {"two swap", "rule headcount\n", "A go S2 2026A 1; C go S1 2026A 1", 0, 2, "S2 2026A"},
    {"swap in different terms", "rule headcount\n", "A go S2 2026A 1; C go S1 2026B 1", 4, 4, NULL},
    {"a ring of three", "rule headcount\n", "A go S2 2026A 1; C go S3 2026A 1; D go S1 2026A 1", 0, 3, NULL},
    {"within the tolerance", "rule headcount tolerance=1\n", "A go S2 2026A 1", 0, 2, NULL},
    {"beyond the tolerance, down and up", "rule headcount tolerance=1\n", "A go S2 2026A 1; B go S2 2026A 1",
     2, 2, NULL},
    {"kinds that do not teach count too", "rule headcount\n", "A learn S2 2026A 1", 2, 2, NULL},
    {"for as long as it lasts", "rule headcount where.school=S1\n", "A go S2 2026A 2", 2, 2, "S1 2026B"},
    {"`where`", "rule headcount where.school=S3\n", "A go S2 2026A 1", 0, 0, NULL},
    {"running history counts", "history A go S1 S2 2025-09-01 2026-09-01\nrule headcount\n", "", 2, 2,
     "S2 2026A"},
    {"running history is balanced by the plan", "history A go S1 S2 2025-09-01 2026-09-01\nrule headcount\n",
     "C go S1 2026A 1", 0, 2, NULL},
    {"history that ended does not count", "history A go S1 S2 2025-09-01 2026-08-31\nrule headcount\n", "", 0,
     0, NULL},
};

JUDGE_MAIN(headcount, false, county, cases)
