#include "tests/support/judge.h"

static const char base[] =
    "school L1 lead - kind=city\nschool L2 lead - kind=town\nschool J lead - stage=junior\n"
    "school A member -\nschool B member -\nschool C member -\n"
    "school D member - stage=junior\nschool E member - stage=junior\n"
    "school S member - stage=senior\n";

static const struct judge_case cases[] = {
    {"three in the county", "rule groups min=3 max=3\n", "L1 A; L2 B; J D", 0, 1, "county"},
    {"a lead without members is none", "rule groups min=3 max=3\n", "L1 A; L1 B; J D", 1, 1, "county"},
    {"nobody leads", "rule groups min=2\n", "", 2, 1, "county"},
    {"one too many", "rule groups max=2\n", "L1 A; L2 B; J D", 1, 1, "county"},
    {"two too many", "rule groups max=1\n", "L1 A; L2 B; J D", 2, 1, "county"},
    {"none at all", "rule groups max=0\n", "L1 A", 1, 1, "county"},
    {"no upper limit", "rule groups min=1\n", "L1 A; L2 B; J D", 0, 1, "county"},
    {"each stage", "rule groups per=stage min=1 max=1\n", "L1 A; J D", 1, 3, "senior"},
    {"each stage: too many in one", "rule groups per=stage max=1\n", "L1 A; L2 B; J D", 1, 3, "primary"},
    {"the stage is the lead's", "rule groups per=stage max=0 where.stage=primary\n", "J A", 0, 1, "primary"},
    {"the stage is the lead's, whatever the member's", "rule groups per=stage max=0 where.stage=junior\n",
     "J A", 1, 1, "junior"},
    {"a stage that has no lead", "rule groups per=stage min=1 where.stage=senior\n", "L1 A", 1, 1, "senior"},
    {"a stage without schools", "rule groups per=stage min=1 where.stage=kindergarten\n", "L1 A", 0, 0, NULL},
    {"where selects the lead", "rule groups max=0 where.school_kind=city\n", "L2 A; J D", 0, 1, "county"},
    {"where does not select the member", "rule groups max=0 where.school=A\n", "L1 A", 0, 1, "county"},
    {"a member that leads has a group", "rule groups max=1\n", "L1 A; A B", 1, 1, "county"},
    {"unless only leads are meant", "rule groups max=1 where.role=lead\n", "L1 A; A B", 0, 1, "county"},
    {"rounds of one lead are one group", "rule groups max=1\n", "L1 A round=1; L1 B round=2", 0, 1, "county"},
    {"soft", "rule groups soft min=3\n", "L1 A", 2, 1, "county"},
};

JUDGE_PAIRS_MAIN(groups, false, base, cases)
