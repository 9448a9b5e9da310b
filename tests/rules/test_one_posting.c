/*
 * test_one_posting.c - clashes in a term, with the plan and with what still runs.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "kind go any 1,2,3,4\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher B S1 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"one posting", "", "A go S2 2026A 2", 0, 1, "A"},
    {"one after the other", "", "A go S2 2026A 2; A go S3 2027A 2", 0, 1, NULL},
    {"two in one term", "", "A go S2 2026A 1; A go S3 2026A 1", 1, 1, "A"},
    {"two of different kinds", "", "A go S2 2026A 1; A other S3 2026A 1", 1, 1, NULL},
    {"the last term of one is the first of the other", "", "A go S2 2026A 2; A go S3 2026B 1", 1, 1, NULL},
    {"two terms of overlap", "", "A go S2 2026A 3; A go S3 2026B 2", 2, 1, NULL},
    {"three in one term", "", "A go S2 2026A 1; A go S3 2026A 1; A other S2 2026A 1", 2, 1, NULL},
    {"the same posting twice", "", "A go S2 2026A 2; A go S2 2026A 2", 2, 1, NULL},
    {"two teachers", "", "A go S2 2026A 1; B go S2 2026A 1", 0, 2, "B"},
    {"history still runs on the first day of the term", "history A go S1 S2 2025-09-01 2026-09-01\n",
     "A go S3 2026A 1", 1, 1, NULL},
    {"history ended the day before the term", "history A go S1 S2 2025-09-01 2026-08-31\n", "A go S3 2026A 1",
     0, 1, NULL},
    {"history begins on the last day of the term", "history A go S1 S2 2027-01-20 2027-07-05\n",
     "A go S3 2026A 1", 1, 1, NULL},
    {"history begins the day after the term", "history A go S1 S2 2027-01-21 2027-07-05\n", "A go S3 2026A 1",
     0, 1, NULL},
    {"history lies in the holidays", "history A go S1 S2 2027-01-21 2027-02-19\n", "A go S3 2026A 2", 0, 1,
     NULL},
    {"history without an end runs on", "history A go S1 S2 2025-09-01 -\n", "A go S3 2026A 4", 4, 1, NULL},
    {"history of a kind the policy does not know", "history A elsewhere S1 S2 2025-09-01 -\n",
     "A go S3 2027B 1", 1, 1, NULL},
    {"two rows of history that overlap are one fact",
     "history A go S1 S2 2025-09-01 -\nhistory A go S1 S3 2026-01-01 -\n", "A go S3 2026A 1", 1, 1, NULL},
    {"history alone is not the plan's fault",
     "history A go S1 S2 2025-09-01 -\nhistory A go S1 S3 2026-01-01 -\n", "B go S3 2026A 1", 0, 1, "B"},
    {"nobody is posted", "", "", 0, 0, NULL},
};

JUDGE_MAIN(one_posting, true, county, cases)
