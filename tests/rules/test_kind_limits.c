/*
 * test_kind_limits.c - what a kind, the horizon and the tables ask of every posting.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 lead G campus=C\n"
                             "school S4 member G campus=C\n"
                             "school S5 member G\n"
                             "road S1 S5 none\n"
                             "kind out lead_to_member 1,3\n"
                             "kind back member_to_lead 2 starts=2026A,2027A posts=middle,vice\n"
                             "kind any any 1,2,3,4\n"
                             "teacher A S1 F 1990-01-01 x,y\n"
                             "teacher B S2 F 1990-01-01 x post=middle\n"
                             "teacher C S2 F 1990-01-01 x\n"
                             "teacher D S3 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"lead to member", "", "A out S2 2026A 1", 0, 1, "A S1>S2 2026A"},
    {"lead to lead", "", "A out S3 2026A 1", 1, 1, "A S1>S3 2026A"},
    {"member to lead is not lead to member", "", "B out S1 2026A 1", 1, 1, NULL},
    {"member to lead", "", "B back S1 2026A 2", 0, 1, NULL},
    {"lead to member is not member to lead", "", "A back S2 2026A 2", 1, 1, NULL},
    {"any direction", "", "A any S3 2026A 1; C any S5 2026A 1", 0, 2, NULL},
    {"a length that is not listed", "", "A out S2 2026A 2", 1, 1, NULL},
    {"a length that is", "", "A out S2 2026A 3", 0, 1, NULL},
    {"a start that is not listed", "", "B back S1 2026B 2", 1, 1, NULL},
    {"a start that is", "", "B back S1 2027A 2", 0, 1, NULL},
    {"a single start, missed", "kind once any 1 starts=2026A\n", "A once S2 2026B 1", 1, 1, NULL},
    {"a single start, met", "kind once any 1 starts=2026A\n", "A once S2 2026A 1", 0, 1, NULL},
    {"a post that is not listed", "", "C back S1 2026A 2", 1, 1, NULL},
    {"to the end of the horizon", "", "A out S2 2026B 3", 0, 1, NULL},
    {"past the end of the horizon", "", "A out S2 2027A 3", 1, 1, "A S1>S2 2027A"},
    {"far past the end", "", "A any S2 2027B 4", 1, 1, NULL},
    {"her own school", "", "A any S1 2026A 1", 1, 1, NULL},
    {"another school on the same campus", "", "D any S4 2026A 1", 0, 1, NULL},
    {"no road", "", "A any S5 2026A 1", 1, 1, NULL},
    {"from a school that is not her home", "", "A any S2 2026A 1 from=S3", 1, 1, "A S3>S2 2026A"},
    {"a subject she does not teach", "teacher Z S2 F 1990-01-01 z\n", "A any S2 2026A 1 z", 1, 1, NULL},
    {"her second subject", "", "A any S2 2026A 1 y", 0, 1, NULL},
    {"everything at once counts once", "", "C back S2 2027B 4 from=S1", 1, 1, NULL},
    {"an entry of the policy is not needed, nor does it help", "rule eligibility where.school=S1\n",
     "A out S3 2026A 1", 1, 1, NULL},
};

JUDGE_MAIN(eligibility, true, county, cases)
