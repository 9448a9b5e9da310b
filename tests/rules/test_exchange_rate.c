/*
 * test_exchange_rate.c - shares of small numbers, rounded each way, and both meanings of the backbone share.
 */
#include "tests/support/judge.h"

/* Eleven teachers at the lead school, three of them backbone; one more at the member. One year. */
static const char county[] = "terms 2\n"
                             "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x rank=backbone\n"
                             "teacher B S1 F 1990-01-01 x rank=local,backbone\n"
                             "teacher C S1 F 1990-01-01 x rank=backbone\n"
                             "teacher D S1 F 1990-01-01 x\n"
                             "teacher E S1 F 1990-01-01 x\n"
                             "teacher F S1 F 1990-01-01 x\n"
                             "teacher G S1 F 1990-01-01 x\n"
                             "teacher H S1 F 1990-01-01 x\n"
                             "teacher I S1 F 1990-01-01 x\n"
                             "teacher J S1 F 1990-01-01 x\n"
                             "teacher K S1 F 1990-01-01 x\n"
                             "teacher Z S2 F 1977-02-20 x here=2020-09-01\n";

#define LEADS "rule exchange_rate base.role=lead "

static const struct judge_case cases[] = {
    {"a tenth of 11 is 2, rounded up", LEADS "permille=100\n", "", 2, 1, "county 2026-2027"},
    {"one of two", LEADS "permille=100\n", "D go S2 2026A 1", 1, 1, NULL},
    {"two of two", LEADS "permille=100\n", "D go S2 2026A 1; E go S2 2026B 1", 0, 1, NULL},
    {"a tenth of 11 is 1, rounded down", LEADS "permille=100 round=down\n", "D go S2 2026A 1", 0, 1, NULL},
    {"a tenth of 11 is 1, to the nearest", LEADS "permille=100 round=nearest\n", "D go S2 2026A 1", 0, 1,
     NULL},
    {"136 permille of 11 are 1.496, to the nearest 1", LEADS "permille=136 round=nearest\n",
     "D go S2 2026A 1", 0, 1, NULL},
    {"137 permille of 11 are 1.507, to the nearest 2", LEADS "permille=137 round=nearest\n",
     "D go S2 2026A 1", 1, 1, NULL},
    {"exactly two elevenths and a bit less", LEADS "permille=181\n", "D go S2 2026A 1; E go S2 2026A 1", 0, 1,
     NULL},
    {"two elevenths and a bit more", LEADS "permille=182\n", "D go S2 2026A 1; E go S2 2026A 1", 1, 1, NULL},
    {"nobody needs to go", LEADS "permille=0\n", "", 0, 1, NULL},
    {"all must go", LEADS "permille=1000\n", "D go S2 2026A 1", 10, 1, NULL},
    {"a teacher sent twice is one", LEADS "permille=100\n", "D go S2 2026A 1; D go S2 2026B 1", 1, 1, NULL},
    {"outside of the base", LEADS "permille=100\n", "D go S2 2026A 1; Z go S1 2026A 1", 1, 1, NULL},
    {"an empty base asks for nothing",
     "rule exchange_rate base.rank=nobody permille=1000 backbone_permille=1000\n", "", 0, 0, NULL},
    {"a base of one", "rule exchange_rate base.role=member permille=1 backbone_permille=1000\n",
     "Z go S1 2026A 1", 1, 2, "county/backbone 2026-2027"},
    {"`where` and base together", "rule exchange_rate where.role=member base.sex=F permille=500\n", "", 1, 1,
     NULL},
    {"another kind", LEADS "permille=1 kind=go\n", "D other S2 2026A 1", 1, 1, NULL},
    {"history never starts", "history D go S1 S2 2026-09-01 2027-01-20\n" LEADS "permille=1\n", "", 1, 1,
     NULL},
    {"each year by itself", "terms 4\n" LEADS "permille=1\n", "D go S2 2026A 4", 1, 2, "county 2027-2028"},
    {"the base is that of the first day of the year",
     "terms 4\nrule exchange_rate base.years_here=7.. permille=1000\n", "", 1, 1, "county 2027-2028"},
    /* Backbone. */
    {"a fifth of one exchanged is one", LEADS "backbone_permille=200\n", "D go S2 2026A 1", 1, 1,
     "county/backbone 2026-2027"},
    {"and she is backbone", LEADS "backbone_permille=200\n", "A go S2 2026A 1", 0, 1, NULL},
    {"a fifth of nobody is nobody", LEADS "backbone_permille=200\n", "", 0, 1, NULL},
    {"a fifth of five is one", LEADS "backbone_permille=200\n",
     "B go S2 2026A 1; D go S2 2026A 1; E go S2 2026A 1; F go S2 2026A 1; G go S2 2026A 1", 0, 1, NULL},
    {"a fifth of six is two", LEADS "backbone_permille=200\n",
     "B go S2 2026A 1; D go S2 2026A 1; E go S2 2026A 1; F go S2 2026A 1; G go S2 2026A 1; H go S2 2026A 1",
     1, 1, NULL},
    {"a fifth of six is one, rounded down", LEADS "backbone_permille=200 round=down\n",
     "B go S2 2026A 1; D go S2 2026A 1; E go S2 2026A 1; F go S2 2026A 1; G go S2 2026A 1; H go S2 2026A 1",
     0, 1, NULL},
    {"half of the eligible backbone: 2 of 3", LEADS "backbone_permille=500 backbone_base=eligible\n",
     "A go S2 2026A 1", 1, 1, "county/backbone 2026-2027"},
    {"half of the eligible backbone, met", LEADS "backbone_permille=500 backbone_base=eligible\n",
     "A go S2 2026A 1; C go S2 2026B 1", 0, 1, NULL},
    {"half of the eligible backbone, rounded down",
     LEADS "backbone_permille=500 backbone_base=eligible round=down\n", "A go S2 2026A 1", 0, 1, NULL},
    {"half of the eligible backbone, to the nearest",
     LEADS "backbone_permille=500 backbone_base=eligible round=nearest\n", "A go S2 2026A 1", 1, 1, NULL},
    {"both shares are two findings", LEADS "permille=100 backbone_permille=200\n", "D go S2 2026A 1", 2, 2,
     "county 2026-2027"},
};

JUDGE_MAIN(exchange_rate, false, county, cases)
