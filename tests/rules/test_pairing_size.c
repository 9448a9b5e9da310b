#include "tests/support/judge.h"

static const char base[] = "school L1 lead - kind=city\nschool L2 lead - kind=town\nschool L3 lead -\n"
                           "school A member -\nschool B member -\nschool C member -\nschool D member -\n"
                           "school E member -\n";

static const struct judge_case cases[] = {
    {"two to four", "rule size members_min=2 members_max=4\n", "L1 A; L1 B; L2 C; L2 D", 0, 2, "L1"},
    {"one is too few", "rule size members_min=2 members_max=4\n", "L1 A; L1 B; L2 C", 1, 2, "L2"},
    {"five are too many", "rule size members_min=2 members_max=4\n", "L1 A; L1 B; L1 C; L1 D; L1 E", 1, 1,
     "L1"},
    {"three too few", "rule size members_min=4\n", "L1 A", 3, 1, "L1"},
    {"four too many", "rule size members_max=1\n", "L1 A; L1 B; L1 C; L1 D; L1 E", 4, 1, "L1"},
    {"exactly the least", "rule size members_min=2\n", "L1 A; L1 B", 0, 1, "L1"},
    {"exactly the greatest", "rule size members_max=2\n", "L1 A; L1 B", 0, 1, "L1"},
    {"four schools with the lead", "rule size total_max=4\n", "L1 A; L1 B; L1 C", 0, 1, "L1"},
    {"five schools with the lead", "rule size total_max=4\n", "L1 A; L1 B; L1 C; L1 D", 1, 1, "L1"},
    {"the smaller of both", "rule size members_max=3 total_max=3\n", "L1 A; L1 B; L1 C", 1, 1, "L1"},
    {"the smaller of both, the other way round", "rule size members_max=1 total_max=4\n", "L1 A; L1 B", 1, 1,
     "L1"},
    {"an idle lead is allowed", "rule size members_min=2\n", "", 0, 0, NULL},
    {"an idle lead is not", "rule size members_min=2 every_lead=true\n", "L1 A; L1 B", 4, 3, "L2"},
    {"every lead, no least number", "rule size every_lead=true\n", "L1 A", 2, 3, "L3"},
    {"every lead, least number 0", "rule size members_min=0 every_lead=true\n", "L1 A", 2, 3, "L3"},
    {"every lead, of those selected", "rule size every_lead=true where.school=L1,L2\n", "L1 A", 1, 2, "L2"},
    {"where selects the lead", "rule size members_max=1 where.school_kind=city\n", "L1 A; L2 B; L2 C", 0, 1,
     "L1"},
    {"where does not select the member", "rule size members_max=1 where.school=A\n", "L1 A; L1 B", 0, 0,
     NULL},
    {"all rounds together", "rule size members_max=1\n", "L1 A round=1; L1 B round=2", 1, 1, "L1"},
    {"a member that leads is a group, too", "rule size members_max=1\n", "L1 A; A B; A C", 1, 2, "A"},
    {"a member that does not lead is no idle lead", "rule size every_lead=true where.school=L1,A\n", "L1 A",
     0, 1, "L1"},
    {"soft", "rule size soft members_max=1 weight=5\n", "L1 A; L1 B; L1 C", 2, 1, "L1"},
};

JUDGE_PAIRS_MAIN(size, false, base, cases)
