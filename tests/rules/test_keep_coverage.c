/*
 * test_keep_coverage.c - heads, periods and shares, with and without those who run from history.
 */
#include "tests/support/judge.h"

/* Three of x with 12, 10 and 8 periods, one of y; one vice-head. */
static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2,3,4 fills\n"
                             "kind learn any 1,2\n"
                             "teacher A S1 F 1990-01-01 x,y load=12\n"
                             "teacher B S1 F 1990-01-01 x load=10\n"
                             "teacher C S1 F 1990-01-01 x load=8 post=vice\n"
                             "teacher D S1 F 1990-01-01 y load=6\n"
                             "teacher E S2 F 1990-01-01 x,y load=9\n"
                             "teacher F S2 F 1990-01-01 y load=5 post=vice\n";

static const struct judge_case cases[] = {
    {"nobody leaves, nothing binds", "rule keep_coverage min=9\n", "", 0, 0, NULL},
    {"two of three stay", "rule keep_coverage min=2\n", "A go S2 2026A 1", 0, 1, "S1/x 2026A"},
    {"one too few stays", "rule keep_coverage min=3\n", "A go S2 2026A 1", 1, 1, "S1/x 2026A"},
    {"each term by itself", "rule keep_coverage min=3\n", "A go S2 2026A 2; B go S2 2026B 1", 3, 2,
     "S1/x 2026B"},
    {"every kind takes her away", "rule keep_coverage min=3\n", "A learn S2 2026A 1", 1, 1, NULL},
    {"the only one of y leaves", "rule keep_coverage min=1\n", "D go S2 2026A 1", 1, 1, "S1/y 2026A"},
    {"the main subject counts, not that of the assignment", "rule keep_coverage min=3\n", "A go S2 2026A 1 y",
     1, 1, "S1/x 2026A"},
    {"an arrival helps", "rule keep_coverage min=3 where.role=lead\n", "A go S2 2026A 1; E go S1 2026A 1", 0,
     1, NULL},
    {"an arrival that is listed first helps too", "rule keep_coverage min=3 where.role=lead\n",
     "E go S1 2026A 1; A go S2 2026A 1", 0, 1, NULL},
    {"an arrival of another subject does not", "rule keep_coverage min=3 where.role=lead\n",
     "A go S2 2026A 1; E go S1 2026A 1 y", 1, 1, NULL},
    {"an arrival that does not teach does not", "rule keep_coverage min=3 where.role=lead\n",
     "A go S2 2026A 1; E learn S1 2026A 1", 1, 1, NULL},
    {"an arrival in another term does not", "rule keep_coverage min=3 where.role=lead\n",
     "A go S2 2026A 1; E go S1 2026B 1", 1, 1, NULL},
    /* Periods. */
    {"periods that stay", "rule keep_coverage unit=periods min=18\n", "A go S2 2026A 1", 0, 1, NULL},
    {"a period short", "rule keep_coverage unit=periods min=19\n", "A go S2 2026A 1", 1, 1, "S1/x 2026A"},
    {"the other leaves fewer", "rule keep_coverage unit=periods min=22\n", "C go S2 2026A 1", 0, 1, NULL},
    {"an arrival brings its own load", "rule keep_coverage unit=periods min=28 where.role=lead\n",
     "A go S2 2026A 1; E go S1 2026A 1", 1, 1, NULL},
    /* Shares. */
    {"a third of three, rounded down: none", "rule keep_coverage max_away_permille=333\n", "A go S2 2026A 1",
     1, 1, "S1/x 2026A"},
    {"a third and a bit: one", "rule keep_coverage max_away_permille=334\n", "A go S2 2026A 1", 0, 1, NULL},
    {"one more than the share", "rule keep_coverage max_away_permille=334\n",
     "A go S2 2026A 1; B go S2 2026A 1", 1, 1, NULL},
    {"rounded up", "rule keep_coverage max_away_permille=333 round=up\n", "A go S2 2026A 1", 0, 1, NULL},
    {"to the nearest, up", "rule keep_coverage max_away_permille=500 round=nearest\n",
     "A go S2 2026A 1; B go S2 2026A 1", 0, 1, NULL},
    {"to the nearest, down", "rule keep_coverage max_away_permille=499 round=nearest\n",
     "A go S2 2026A 1; B go S2 2026A 1", 1, 1, NULL},
    {"arrivals do not change a share", "rule keep_coverage max_away_permille=333 where.role=lead\n",
     "A go S2 2026A 1; E go S1 2026A 1", 1, 1, NULL},
    {"a share of periods", "rule keep_coverage unit=periods max_away_permille=400\n", "A go S2 2026A 1", 0, 1,
     NULL},
    {"a share of periods, one over", "rule keep_coverage unit=periods max_away_permille=399\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"both limits are two findings", "rule keep_coverage min=3 max_away_permille=333\n", "A go S2 2026A 1", 2,
     2, NULL},
    {"no limit", "rule keep_coverage\n", "A go S2 2026A 1", 0, 0, NULL},
    /* Posts, subjects, where. */
    {"by post: the only vice-head", "rule keep_coverage by=post min=1\n", "C go S2 2026A 1", 1, 1,
     "S1/vice 2026A"},
    {"by post: teachers are the others", "rule keep_coverage by=post min=3\n", "A go S2 2026A 1", 1, 1,
     "S1/teacher 2026A"},
    {"by post: an arrival of the post", "rule keep_coverage by=post min=1 where.role=lead\n",
     "C go S2 2026A 1; F go S1 2026A 1", 0, 1, NULL},
    {"only named subjects", "rule keep_coverage min=3 subjects=y\n", "A go S2 2026A 1; D go S2 2026A 1", 3, 1,
     "S1/y 2026A"},
    {"only selected schools", "rule keep_coverage min=3 where.school=S2\n", "A go S2 2026A 1", 0, 0, NULL},
    /* History. */
    {"running history is away", "history B go S1 S2 2025-09-01 2026-09-01\nrule keep_coverage min=2\n",
     "A go S2 2026A 1", 1, 1, "S1/x 2026A"},
    {"running history alone binds", "history B go S1 S2 2025-09-01 2026-09-01\nrule keep_coverage min=3\n",
     "", 1, 1, "S1/x 2026A"},
    {"history of an unknown kind is away too",
     "history B gone S1 S2 2025-09-01 2026-09-01\nrule keep_coverage min=3\n", "", 1, 1, NULL},
    {"running history arrives",
     "history E go S2 S1 2025-09-01 2026-09-01\nrule keep_coverage min=3 where.role=lead\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"history of an unknown kind does not teach",
     "history E gone S2 S1 2025-09-01 2026-09-01\nrule keep_coverage min=3 where.role=lead\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"history that ended is back", "history B go S1 S2 2025-09-01 2026-08-31\nrule keep_coverage min=2\n",
     "A go S2 2026A 1", 0, 1, NULL},
};

JUDGE_MAIN(keep_coverage, false, county, cases)
