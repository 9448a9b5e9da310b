/*
 * test_rest.c - terms at home between postings of the plan and of history.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher B S1 F 1990-01-01 x\n";

#define ONE "rule rest terms=1\n"
#define TWO "rule rest terms=2\n"

static const struct judge_case cases[] = {
    {"a single posting needs no rest", TWO, "A go S2 2026A 1", 0, 0, NULL},
    {"no term between", ONE, "A go S2 2026A 1; A go S2 2026B 1", 1, 1, "A S1>S2 2026B"},
    {"one term between", ONE, "A go S2 2026A 1; A go S2 2027A 1", 0, 1, "A S1>S2 2027A"},
    {"one term between, two asked", TWO, "A go S2 2026A 1; A go S2 2027A 1", 1, 1, NULL},
    {"two terms between", TWO, "A go S2 2026A 1; A go S2 2027B 1", 0, 1, NULL},
    {"the length is away, not at home", ONE, "A go S2 2026A 2; A go S2 2027A 1", 1, 1, NULL},
    {"listed the other way round", ONE, "A go S2 2026B 1; A go S2 2026A 1", 1, 1, "A S1>S2 2026B"},
    {"two teachers", ONE, "A go S2 2026A 1; B go S2 2026B 1", 0, 0, NULL},
    {"three in a row offend twice", ONE, "A go S2 2026A 1; A go S2 2026B 1; A go S2 2027A 1", 2, 2, NULL},
    {"another kind between", "rule rest kind=go terms=1\n", "A go S2 2026A 1; A other S2 2026B 1", 0, 0,
     NULL},
    {"every kind, when none is named", ONE, "A go S2 2026A 1; A other S2 2026B 1", 1, 1, NULL},
    {"the nearest of the kind", "rule rest kind=go terms=2\n",
     "A go S2 2026A 1; A other S2 2026B 1; A go S2 2027A 1", 1, 1, NULL},
    {"`where` is the later posting", "rule rest terms=1 where.host_school=S1\n",
     "A go S2 2026A 1; A go S2 2026B 1", 0, 0, NULL},
    /* History within the horizon. */
    {"history in the first term, none between", "history A go S1 S2 2025-09-01 2027-01-20\n" ONE,
     "A go S2 2026B 1", 1, 1, NULL},
    {"history in the first term, one between", "history A go S1 S2 2025-09-01 2027-01-20\n" ONE,
     "A go S2 2027A 1", 0, 1, NULL},
    {"history touches a term by one day", "history A go S1 S2 2025-09-01 2027-02-20\n" ONE, "A go S2 2027A 1",
     1, 1, NULL},
    {"history ends in the holidays", "history A go S1 S2 2025-09-01 2027-02-19\n" ONE, "A go S2 2027A 1", 0,
     1, NULL},
    {"history after the posting, none between", "history A go S1 S2 2027-02-20 2027-07-05\n" ONE,
     "A go S2 2026A 1", 1, 1, NULL},
    {"history after the posting, one between", "history A go S1 S2 2027-09-01 2028-01-20\n" ONE,
     "A go S2 2026A 1", 0, 1, NULL},
    {"history after the posting, two asked", "history A go S1 S2 2027-09-01 2028-01-20\n" TWO,
     "A go S2 2026A 1", 1, 1, NULL},
    {"history overlaps the posting", "history A go S1 S2 2025-09-01 -\n" ONE, "A go S2 2027B 1", 1, 1, NULL},
    /* History before the horizon: 183 days a term, from the last day to the first. */
    {"183 days before", "history A go S1 S2 2025-09-01 2026-03-02\n" ONE, "A go S2 2026A 1", 0, 1, NULL},
    {"182 days before", "history A go S1 S2 2025-09-01 2026-03-03\n" ONE, "A go S2 2026A 1", 1, 1, NULL},
    {"366 days before, two asked", "history A go S1 S2 2025-02-01 2025-08-31\n" TWO, "A go S2 2026A 1", 0, 1,
     NULL},
    {"365 days before, two asked", "history A go S1 S2 2025-02-01 2025-09-01\n" TWO, "A go S2 2026A 1", 1, 1,
     NULL},
    {"the day before the horizon, and a later start", "history A go S1 S2 2025-09-01 2026-08-31\n" ONE,
     "A go S2 2026B 1", 1, 1, NULL},
    {"the day before the horizon, and a year later", "history A go S1 S2 2025-09-01 2026-08-31\n" ONE,
     "A go S2 2027A 1", 0, 1, NULL},
    {"history of another kind", "history A other S1 S2 2025-09-01 2026-08-31\nrule rest kind=go terms=1\n",
     "A go S2 2026A 1", 0, 0, NULL},
    {"history against history is past",
     "history A go S1 S2 2025-09-01 2026-01-20\nhistory A go S1 S2 2026-02-20 2026-07-05\n" ONE, "", 0, 0,
     NULL},
    {"within the horizon days do not count",
     "terms 0\nterm X 2026-2027 2026-09-01 2026-12-31\nterm Y 2027-2028 2027-09-03 2027-12-31\n"
     "history A go S1 S2 2026-01-01 2026-09-01\n" ONE,
     "A go S2 Y 1", 1, 1, NULL},
    {"the nearest of plan and history", "history A go S1 S2 2025-09-01 2026-01-20\n" ONE,
     "A go S2 2026A 1; A go S2 2026B 1", 1, 2, "A S1>S2 2026B"},
};

JUDGE_MAIN(rest, false, county, cases)
