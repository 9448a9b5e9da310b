#include "tests/support/judge.h"

static const char base[] =
    "school L lead -\nschool J lead - stage=junior\nschool K lead - stage=kindergarten\n"
    "school A member - kind=village\nschool B member -\nschool D member - stage=junior\n"
    "school S member - stage=senior\n";

static const struct judge_case cases[] = {
    {"of one stage", "rule stage\n", "L A; L B; J D", 0, 3, "L>A"},
    {"of two", "rule stage\n", "L A; L D", 1, 2, "L>D"},
    {"the other way round", "rule stage\n", "J A", 1, 1, "J>A"},
    {"each row counts", "rule stage\n", "J A; J B; L D; L S", 4, 4, "L>S"},
    {"kindergarten and primary are two", "rule stage\n", "K A", 1, 1, "K>A"},
    {"junior and senior are two", "rule stage\n", "J S", 1, 1, "J>S"},
    {"no rows", "rule stage\n", "", 0, 0, NULL},
    {"where selects the member", "rule stage where.school_kind=village\n", "J A; J B", 1, 1, "J>A"},
    {"where does not select the lead", "rule stage where.school=J\n", "J A", 0, 0, NULL},
    {"of that stage only", "rule stage where.stage=senior\n", "L S; J A", 1, 1, "L>S"},
    {"soft", "rule stage soft weight=2\n", "L D", 1, 1, "L>D"},
};

JUDGE_PAIRS_MAIN(stage, false, base, cases)
