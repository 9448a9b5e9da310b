/*
 * test_equal_exchange.c - differences in each category, at pairs and in communities.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school S4 lead G\n"
                             "school S5 member H\n"
                             "kind go any 1,2,3,4\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x rank=backbone\n"
                             "teacher B S1 F 1990-01-01 y post=middle\n"
                             "teacher C S2 F 1990-01-01 x,y\n"
                             "teacher D S2 F 1990-01-01 y rank=local\n"
                             "teacher E S3 F 1990-01-01 x rank=master,backbone\n";

#define AT_PAIR      "rule equal_exchange over=pair per=year "
#define AT_COMMUNITY "rule equal_exchange over=community per=year "

static const struct judge_case cases[] = {
    {"nobody moves", AT_PAIR "\n", "", 0, 0, NULL},
    {"one out, none back", AT_PAIR "\n", "A go S2 2026A 1", 1, 1, "S1>S2 2026-2027"},
    {"one out, one back", AT_PAIR "\n", "A go S2 2026A 1; C go S1 2026B 1", 0, 1, "S1>S2 2026-2027"},
    {"none out, one back", AT_PAIR "\n", "C go S1 2026A 1", 1, 1, NULL},
    {"back in another year", AT_PAIR "\n", "A go S2 2026A 1; C go S1 2027A 1", 2, 2, "S1>S2 2027-2028"},
    {"back within the horizon", "rule equal_exchange over=pair per=horizon\n",
     "A go S2 2026A 1; C go S1 2027A 1", 0, 1, "S1>S2 horizon"},
    {"back in another term", "rule equal_exchange over=pair per=term\n", "A go S2 2026A 1; C go S1 2026B 1",
     2, 2, "S1>S2 2026A"},
    {"only starts count", "rule equal_exchange over=pair per=term\n", "A go S2 2026A 2; C go S1 2026A 1", 0,
     1, NULL},
    {"back from another pair", AT_PAIR "\n", "A go S2 2026A 1; E go S1 2026A 1", 2, 2, "S1>S3 2026-2027"},
    {"another pair is not selected", AT_PAIR "where.school=S2\n", "A go S2 2026A 1; E go S1 2026A 1", 1, 1,
     NULL},
    {"a difference of two", AT_PAIR "\n", "A go S2 2026A 1; B go S2 2026A 1", 2, 1, NULL},
    {"beyond the tolerance", AT_PAIR "tolerance=1\n", "A go S2 2026A 1; B go S2 2026A 1", 1, 1, NULL},
    {"within the tolerance", AT_PAIR "tolerance=2\n", "A go S2 2026A 1; B go S2 2026A 1", 0, 1, NULL},
    {"the tolerance holds the other way", AT_PAIR "tolerance=1\n", "C go S1 2026A 1; D go S1 2026A 1", 1, 1,
     NULL},
    {"history does not count", "history C go S2 S1 2026-09-01 2027-01-20\n" AT_PAIR "\n", "A go S2 2026A 1",
     1, 1, NULL},
    /* Categories. */
    {"subjects differ", AT_PAIR "by=subject\n", "A go S2 2026A 1; D go S1 2026A 1", 2, 2,
     "S1>S2/y 2026-2027"},
    {"subjects agree", AT_PAIR "by=subject\n", "B go S2 2026A 1; D go S1 2026A 1", 0, 1, "S1>S2/y 2026-2027"},
    {"the subject of the assignment", AT_PAIR "by=subject\n", "B go S2 2026A 1; C go S1 2026A 1 y", 0, 1,
     NULL},
    {"posts differ", AT_PAIR "by=post\n", "B go S2 2026A 1; C go S1 2026A 1", 2, 2, "S1>S2/middle 2026-2027"},
    {"posts agree", AT_PAIR "by=post\n", "A go S2 2026A 1; C go S1 2026A 1", 0, 1, "S1>S2/teacher 2026-2027"},
    {"backbone for another", AT_PAIR "by=rank\n", "A go S2 2026A 1; C go S1 2026A 1", 2, 2,
     "S1>S2/backbone 2026-2027"},
    {"backbone for backbone", AT_PAIR "by=rank\n", "A go S3 2026A 1; E go S1 2026A 1", 0, 1,
     "S1>S3/backbone 2026-2027"},
    {"a local rank is no backbone", AT_PAIR "by=rank\n", "B go S2 2026A 1; D go S1 2026A 1", 0, 1,
     "S1>S2/other 2026-2027"},
    {"the tolerance is for each category", AT_PAIR "by=subject tolerance=1\n",
     "A go S2 2026A 1; D go S1 2026A 1", 0, 2, NULL},
    /* Kind and filter. */
    {"another kind does not balance", AT_PAIR "kind=go\n", "A go S2 2026A 1; C other S1 2026A 1", 1, 1, NULL},
    {"two kinds balance", AT_PAIR "kind=go,other\n", "A go S2 2026A 1; C other S1 2026A 1", 0, 1, NULL},
    {"only those who pass the filter", AT_PAIR "filter.subject=x\n", "A go S2 2026A 1; D go S1 2026A 1", 1, 1,
     NULL},
    /* Communities. */
    {"a community balances over its pairs", AT_COMMUNITY "\n", "A go S2 2026A 1; E go S4 2026A 1", 0, 1,
     "G 2026-2027"},
    {"members among themselves do not count", AT_COMMUNITY "\n", "A go S2 2026A 1; C go S3 2026A 1", 1, 1,
     NULL},
    {"leads among themselves do not count", AT_COMMUNITY "\n", "A go S4 2026A 1", 0, 0, NULL},
    {"out of the community does not count", AT_COMMUNITY "\n", "A go S5 2026A 1", 0, 0, NULL},
    {"selected by any of its schools", AT_COMMUNITY "where.school=S3\n", "A go S2 2026A 1", 1, 1, NULL},
    {"not selected", AT_COMMUNITY "where.community=H\n", "A go S2 2026A 1", 0, 0, NULL},
};

JUDGE_MAIN(equal_exchange, false, county, cases)
