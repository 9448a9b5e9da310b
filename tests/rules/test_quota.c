/*
 * test_quota.c - what is counted, where, when, and both limits.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school S4 lead H\n"
                             "school S5 member H stage=junior\n"
                             "kind go any 1,2,3,4 fills\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x rank=backbone service=2015-09-01\n"
                             "teacher B S1 F 1990-01-01 x,y post=middle\n"
                             "teacher C S2 F 1990-01-01 x\n"
                             "teacher D S4 F 1990-01-01 x rank=backbone\n";

#define PAIR "rule quota over=pair per=year "

static const struct judge_case cases[] = {
    /* Places and periods: three pairs in two years. */
    {"every pair and year binds, nobody goes", PAIR "min=1\n", "", 6, 6, "S1>S2 2026-2027"},
    {"one goes to one member in one year", PAIR "min=1\n", "A go S2 2026A 1", 5, 6, "S1>S2 2027-2028"},
    {"units below min", PAIR "min=3 where.school=S2\n", "A go S2 2026A 1", 5, 2, "S1>S2 2026-2027"},
    {"`where` selects the member", PAIR "min=1 where.stage=junior\n", "", 2, 2, "S4>S5 2026-2027"},
    {"`where` does not select by the lead", PAIR "min=1 where.role=lead\n", "", 0, 0, NULL},
    {"nobody is eligible, and still it binds", PAIR "min=1 filter.rank=nobody where.school=S2\n",
     "A go S2 2026A 1", 2, 2, NULL},
    {"pairs are those of the table", "pair S4 S2\n" PAIR "min=1\n", "D go S2 2026B 1", 1, 2,
     "S4>S2 2027-2028"},
    {"a member that is listed before its lead",
     "school S7 member K\nschool S8 lead K\n" PAIR "min=1 where.community=K\n", "", 2, 2, "S8>S7 2026-2027"},
    {"no pairs", "school S6 member K\npair S1 S2\n" PAIR "min=1 where.school=S6\n", "", 0, 0, NULL},
    {"within min and max", PAIR "min=1 max=2 where.school=S2 per=horizon\n",
     "A go S2 2026A 1; B go S2 2027A 1", 0, 1, "S1>S2 horizon"},
    {"one above max", PAIR "max=1 where.school=S2 per=horizon\n", "A go S2 2026A 1; B go S2 2027A 1", 1, 1,
     "S1>S2 horizon"},
    {"no limit at all", PAIR "\n", "", 0, 0, NULL},
    {"min and max that contradict each other", PAIR "min=2 max=0 where.school=S2 per=horizon\n",
     "A go S2 2026A 1", 2, 1, NULL},
    /* Direction. */
    {"a pair counts lead to member", PAIR "min=1 where.school=S2 per=horizon\n", "C go S1 2026A 1", 1, 1,
     NULL},
    {"member to lead", PAIR "min=1 where.school=S2 per=horizon direction=member_to_lead\n", "C go S1 2026A 1",
     0, 1, NULL},
    {"member to lead is not lead to member",
     PAIR "min=1 where.school=S2 per=horizon direction=member_to_lead\n", "A go S2 2026A 1", 1, 1, NULL},
    {"both ways", PAIR "min=2 where.school=S2 per=horizon direction=any\n",
     "C go S1 2026A 1; A go S2 2026A 1", 0, 1, NULL},
    {"both ways, and nothing else from the member or to the lead",
     PAIR "max=0 where.school=S2 per=horizon direction=any\n", "C go S3 2026A 1; D go S1 2026A 1", 0, 1,
     NULL},
    {"both ways, and nothing else from the lead or to the member",
     PAIR "max=0 where.school=S2 per=horizon direction=any\n", "A go S3 2026A 1; D go S2 2026A 1", 0, 1,
     NULL},
    {"a sender counts who leaves", "rule quota over=sender per=horizon max=0 where.school=S1\n",
     "A go S2 2026A 1; C go S1 2026A 1", 1, 1, "S1 horizon"},
    {"a host counts who arrives", "rule quota over=host per=horizon max=0 where.school=S1\n",
     "A go S2 2026A 1; C go S1 2026A 1", 1, 1, "S1 horizon"},
    {"a sender, lead to member only", "rule quota over=sender per=horizon max=0 direction=lead_to_member\n",
     "A go S2 2026A 1; C go S1 2026A 1; A go S4 2027A 1", 1, 5, NULL},
    {"a host, member to lead only", "rule quota over=host per=horizon max=0 direction=member_to_lead\n",
     "A go S2 2026A 1; C go S1 2026A 1; C go S3 2027A 1", 1, 5, "S1 horizon"},
    {"a community counts by the home school", "rule quota over=community per=horizon max=0\n",
     "A go S5 2026A 1", 1, 2, "G horizon"},
    {"a community is selected by any of its schools",
     "rule quota over=community per=horizon min=1 where.school=S5\n", "", 1, 1, "H horizon"},
    {"the county counts all", "rule quota over=county per=horizon max=2\n",
     "A go S5 2026A 1; C go S1 2026A 1; D go S1 2026B 1", 1, 1, "county horizon"},
    /* Periods. */
    {"a term is a period", "rule quota over=county per=term max=0\n", "A go S2 2026B 1", 1, 4,
     "county 2026B"},
    {"two terms are a year", "rule quota over=county per=year max=1\n", "A go S2 2026A 1; B go S2 2026B 1", 1,
     2, "county 2026-2027"},
    /* What is counted. */
    {"starts: once, in the first term", "rule quota over=county per=term min=1\n", "A go S2 2026A 4", 3, 4,
     "county 2027B"},
    {"active: in each term", "rule quota over=county per=term count=active min=1\n", "A go S2 2026A 3", 1, 4,
     "county 2027B"},
    {"active: two terms of a year are two", "rule quota over=county per=year count=active max=1\n",
     "A go S2 2026A 3", 1, 2, "county 2026-2027"},
    {"people: two terms of a year are one", "rule quota over=county per=year count=people max=1\n",
     "A go S2 2026A 3", 0, 2, NULL},
    {"people: two postings of one teacher are one", "rule quota over=county per=year count=people max=1\n",
     "A go S2 2026A 1; A go S3 2026B 1", 0, 2, NULL},
    {"starts: two postings of one teacher are two", "rule quota over=county per=year max=1\n",
     "A go S2 2026A 1; A go S3 2026B 1", 1, 2, NULL},
    {"people: in each of two years", "rule quota over=county per=year count=people min=1\n",
     "A go S2 2026A 1; A go S2 2027A 1", 0, 2, NULL},
    {"people: two teachers are two", "rule quota over=county per=year count=people max=1\n",
     "A go S2 2026A 1; B go S2 2026B 1", 1, 2, NULL},
    {"people at each place", "rule quota over=host per=year count=people max=0 where.school=S2,S3\n",
     "A go S2 2026A 1; A go S3 2026B 1", 2, 4, NULL},
    /* History. */
    {"history never starts",
     "history A go S1 S2 2026-09-01 2027-01-20\nrule quota over=county per=year max=0\n", "", 0, 2, NULL},
    {"running history is active",
     "history A go S1 S2 2025-09-01 2026-09-01\nrule quota over=county per=term count=active max=0\n", "", 1,
     4, "county 2026A"},
    {"history that ended is not",
     "history A go S1 S2 2025-09-01 2026-08-31\nrule quota over=county per=term count=active max=0\n", "", 0,
     4, NULL},
    {"history and plan of one teacher are one of the people",
     "history A go S1 S2 2025-09-01 2027-01-20\nrule quota over=county per=year count=people max=0\n",
     "A go S2 2026B 1", 1, 2, "county 2026-2027"},
    {"history leaves from its own school",
     "history A go S3 S2 2025-09-01 2026-09-01\nrule quota over=sender per=term count=active max=0\n", "", 1,
     20, "S3 2026A"},
    {"history's subject is the main subject",
     "history B go S1 S2 2025-09-01 2026-09-01\nrule quota over=county per=term count=active max=0 "
     "filter.subject=y\n",
     "", 0, 4, NULL},
    {"history's filter looks at its own start",
     "history A go S1 S2 2020-08-31 2026-09-01\nrule quota over=county per=term count=active max=0 "
     "filter.service_years=5..\n",
     "", 0, 4, NULL},
    {"history's filter on the day",
     "history A go S1 S2 2020-09-01 2026-09-01\nrule quota over=county per=term count=active max=0 "
     "filter.service_years=5..\n",
     "", 1, 4, NULL},
    {"history of an unknown kind counts where no kind is named",
     "history A away S1 S2 2025-09-01 2026-09-01\nrule quota over=county per=term count=active max=0\n", "",
     1, 4, NULL},
    {"history of another kind does not count where one is named",
     "history A away S1 S2 2025-09-01 2026-09-01\nrule quota over=county per=term count=active max=0 "
     "kind=go\n",
     "", 0, 4, NULL},
    /* Kind and filter. */
    {"another kind", "rule quota over=county per=horizon max=0 kind=go\n", "A other S2 2026A 1", 0, 1, NULL},
    {"one of two kinds", "rule quota over=county per=horizon max=0 kind=go,other\n", "A other S2 2026A 1", 1,
     1, NULL},
    {"only backbone counts", "rule quota over=county per=horizon max=0 filter.rank=backbone\n",
     "A go S2 2026A 1; B go S2 2026A 1", 1, 1, NULL},
    {"the subject of the assignment", "rule quota over=county per=horizon max=0 filter.subject=y\n",
     "A go S2 2026A 1; B go S2 2026A 1 y", 1, 1, NULL},
    {"the host", "rule quota over=sender per=horizon max=0 where.school=S1 filter.host_school=S3\n",
     "A go S2 2026A 1; B go S3 2026A 1", 1, 1, NULL},
};

JUDGE_MAIN(quota, false, county, cases)
