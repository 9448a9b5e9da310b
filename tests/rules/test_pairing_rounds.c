#include "tests/support/judge.h"

static const char base[] =
    "school L lead -\nschool M lead -\nschool A member - kind=village\nschool B member -\n"
    "school C member -\nschool D member -\n";

static const struct judge_case cases[] = {
    {"one in each round", "rule rounds rounds=2\n", "L A round=1; L B round=2", 0, 4, "L/2"},
    {"two in one round", "rule rounds rounds=2\n", "L A round=1; L B round=1", 1, 3, "L/1"},
    {"three in one round", "rule rounds rounds=2\n", "L A round=2; L B round=2; L C round=2", 2, 4, "L/2"},
    {"two leads in one round", "rule rounds rounds=2\n", "L A round=1; M B round=1", 0, 4, "M/1"},
    {"after the last round", "rule rounds rounds=2\n", "L A round=1; L B round=3", 1, 4, "L>B"},
    {"two after the last round, in one", "rule rounds rounds=1\n", "L A round=2; L B round=2", 3, 3, "L/2"},
    {"no round is the first", "rule rounds rounds=2\n", "L A; L B round=2", 0, 4, "L/1"},
    {"no round and the first", "rule rounds rounds=2\n", "L A; L B round=1", 1, 3, "L/1"},
    {"a round is left out", "rule rounds rounds=3\n", "L A round=1; L B round=3", 0, 4, "L/3"},
    {"one round", "rule rounds rounds=1\n", "L A; M B", 0, 4, "L>A"},
    {"years are for reports", "rule rounds rounds=2 years_each=3\n", "L A round=1; L B round=2", 0, 4, "L/1"},
    {"where selects the member", "rule rounds rounds=1 where.school_kind=village\n",
     "L A round=1; L B round=1; L C round=5", 0, 2, "L/1"},
    {"where does not select the lead", "rule rounds rounds=1 where.school=L\n", "L A round=2", 0, 0, NULL},
    {"soft", "rule rounds soft rounds=1\n", "L A; L B; L C", 2, 4, "L/1"},
};

JUDGE_PAIRS_MAIN(rounds, false, base, cases)
