/*
 * test_scope.c - inside and outside the community.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 lead H\n"
                             "school S4 member -\n"
                             "school S5 member -\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher D S4 F 1990-01-01 x\n";

static const struct judge_case cases[] = {
    {"the same community", "rule scope\n", "A go S2 2026A 1", 0, 1, NULL},
    {"another community", "rule scope\n", "A go S3 2026A 1", 1, 1, "A S1>S3 2026A"},
    {"from a community to a school alone", "rule scope\n", "A go S4 2026A 1", 1, 1, NULL},
    {"between two schools alone", "rule scope\n", "D go S5 2026A 1", 1, 1, NULL},
    {"from a school alone to a community", "rule scope\n", "D go S1 2026A 1", 1, 1, NULL},
    {"within the county all is well", "rule scope within=county\n", "A go S3 2026A 1; D go S1 2026A 1", 0, 2,
     NULL},
    {"another kind", "rule scope kind=go\n", "A other S3 2026A 1", 0, 0, NULL},
    {"the kind", "rule scope kind=go,other\n", "A other S3 2026A 1", 1, 1, NULL},
    {"`where`", "rule scope where.community=H\n", "A go S3 2026A 1", 0, 0, NULL},
    {"`where` of the host", "rule scope where.host_community=H\n", "A go S3 2026A 1; A go S2 2027A 1", 1, 1,
     NULL},
};

JUDGE_MAIN(scope, false, county, cases)
