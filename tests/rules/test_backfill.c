/*
 * test_backfill.c - stand-ins by subject and term.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 member G\n"
                             "school S2 lead G\n"
                             "school S3 member G\n"
                             "kind learn any 1,2 \n"
                             "kind stand any 1,2 fills\n"
                             "teacher A S1 F 1990-01-01 x,y\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "teacher C S2 F 1990-01-01 x,y\n"
                             "teacher D S2 F 1990-01-01 x\n";

#define RULE "rule backfill kind=learn\n"

static const struct judge_case cases[] = {
    {"nobody leaves", RULE, "C stand S1 2026A 1", 0, 0, NULL},
    {"nobody stands in", RULE, "A learn S2 2026A 1", 1, 1, "S1/x 2026A"},
    {"one stands in", RULE, "A learn S2 2026A 1; C stand S1 2026A 1", 0, 1, "S1/x 2026A"},
    {"for half of the time", RULE, "A learn S2 2026A 2; C stand S1 2026A 1", 1, 2, "S1/x 2026B"},
    {"in another term", RULE, "A learn S2 2026A 1; C stand S1 2026B 1", 1, 1, NULL},
    {"for another subject", RULE, "A learn S2 2026A 1; C stand S1 2026A 1 y", 1, 1, NULL},
    {"the subject of the departure", RULE, "A learn S2 2026A 1 y; C stand S1 2026A 1 y", 0, 1, "S1/y 2026A"},
    {"at another school", RULE, "A learn S2 2026A 1; C stand S3 2026A 1", 1, 1, NULL},
    {"a kind that does not teach", RULE, "A learn S2 2026A 1; C learn S1 2026A 1", 2, 2, "S1/x 2026A"},
    {"two leave, one stands in", RULE, "A learn S2 2026A 1; B learn S2 2026A 1; C stand S1 2026A 1", 1, 1,
     NULL},
    {"two leave, two stand in", RULE,
     "A learn S2 2026A 1; B learn S2 2026A 1; C stand S1 2026A 1; D stand S1 2026A 1", 0, 1, NULL},
    {"the stand-in's own kind asks for nothing", RULE, "C stand S1 2026A 1", 0, 0, NULL},
    {"every kind, when none is named", "rule backfill\n", "C stand S1 2026A 1", 1, 1, "S2/x 2026A"},
    {"two swap", "rule backfill\n", "A stand S2 2026A 1; C stand S1 2026A 1", 0, 2, NULL},
    {"`where` is the sender", "rule backfill kind=learn where.school=S3\n", "A learn S2 2026A 1", 0, 0, NULL},
    {"only named subjects", "rule backfill kind=learn subjects=y\n",
     "A learn S2 2026A 1; A learn S2 2026B 1 y", 1, 1, "S1/y 2026B"},
    {"each subject is one place", "teacher E S1 F 1990-01-01 y\n" RULE,
     "A learn S2 2026A 1; E learn S2 2026A 1; B learn S2 2026A 1", 3, 2, "S1/y 2026A"},
    {"history left", "history A learn S1 S2 2025-09-01 2026-09-01\n" RULE, "", 1, 1, "S1/x 2026A"},
    {"history left, and the plan stands in", "history A learn S1 S2 2025-09-01 2026-09-01\n" RULE,
     "C stand S1 2026A 1", 0, 1, NULL},
    {"history stands in", "history C stand S2 S1 2025-09-01 2026-09-01\n" RULE, "A learn S2 2026A 1", 0, 1,
     NULL},
    {"history of an unknown kind does not", "history C gone S2 S1 2025-09-01 2026-09-01\n" RULE,
     "A learn S2 2026A 1", 1, 1, NULL},
    {"history that ended is no matter", "history A learn S1 S2 2025-09-01 2026-08-31\n" RULE, "", 0, 0, NULL},
};

JUDGE_MAIN(backfill, false, county, cases)
