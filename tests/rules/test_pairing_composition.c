#include "tests/support/judge.h"

static const char base[] =
    "school L1 lead - kind=city\nschool L2 lead - kind=town\nschool L3 lead - kind=city\n"
    "school Q member - kind=city\nschool A member - kind=town\nschool B member - kind=town\n"
    "school V member - kind=village\nschool W member - kind=village\n"
    "school X member - kind=village\nschool Y member -\n";

static const struct judge_case cases[] = {
    /* One good school of the district, some others, one or two of the country. */
    {"1+1+x", "rule composition need.city=1..1 need.town=1.. need.village=1..2\n", "L1 Q; L1 A; L1 V", 0, 3,
     "L1/city"},
    {"no good school", "rule composition need.city=1..1 need.town=1.. need.village=1..2\n", "L1 A; L1 V", 1,
     3, "L1/city"},
    {"three of the country", "rule composition need.village=1..2\n", "L1 V; L1 W; L1 X", 1, 1, "L1/village"},
    {"none of the country", "rule composition need.village=1..2\n", "L1 A", 1, 1, "L1/village"},
    {"two short", "rule composition need.village=2..\n", "L1 A", 2, 1, "L1/village"},
    {"none may be of it", "rule composition need.city=0..0\n", "L1 Q; L1 V", 1, 1, "L1/city"},
    {"the lead itself is not counted", "rule composition need.city=0..0\n", "L1 V", 0, 1, "L1/city"},
    {"a least number alone", "rule composition need.village=1..\n", "L1 V; L1 W; L1 X", 0, 1, "L1/village"},
    {"a greatest number alone", "rule composition need.village=..1\n", "L1 A", 0, 1, "L1/village"},
    {"a school of no kind is of none", "rule composition need.point=0..0\n", "L1 Y", 0, 1, "L1/point"},
    {"each group", "rule composition need.village=1..1\n", "L1 V; L1 W; L2 A", 2, 2, "L2/village"},
    {"an idle lead has no group", "rule composition need.village=1..\n", "", 0, 0, NULL},
    {"where selects the lead", "rule composition need.village=2.. where.school_kind=city\n", "L1 V; L2 W", 1,
     1, "L1/village"},
    {"where does not select the member", "rule composition need.village=2.. where.school=V\n", "L1 V", 0, 0,
     NULL},
    {"every round together", "rule composition need.village=..1\n", "L1 V round=1; L1 W round=2", 1, 1,
     "L1/village"},
    /* Of a member's leads. */
    {"one lead of the city, one of the town", "rule composition of=leads need.city=1..1 need.town=1..1\n",
     "L1 A; L2 A", 0, 2, "A/city"},
    {"two of the city", "rule composition of=leads need.city=1..1 need.town=1..1\n", "L1 A; L3 A", 2, 2,
     "A/town"},
    {"a member without leads", "rule composition of=leads need.city=1..1\n", "L2 A", 1, 1, "A/city"},
    {"where selects the member", "rule composition of=leads need.town=0..0 where.school_kind=village\n",
     "L2 A; L2 V", 1, 1, "V/town"},
    {"where does not select the lead", "rule composition of=leads need.town=0..0 where.school=L2\n", "L2 A",
     0, 0, NULL},
    {"soft", "rule composition soft need.village=2..\n", "L1 A", 2, 1, "L1/village"},
};

JUDGE_PAIRS_MAIN(composition, false, base, cases)
