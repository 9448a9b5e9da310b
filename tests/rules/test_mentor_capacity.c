/*
 * test_mentor_capacity.c - who is a mentor, and how many each may have.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind learn any 1,2\n"
                             "kind go any 1,2 fills\n"
                             "teacher M S1 F 1980-01-01 x,y rank=local,master service=2000-09-01\n"
                             "teacher N S1 F 1990-01-01 x service=2016-09-02\n"
                             "teacher A S2 F 1995-01-01 x,y\n"
                             "teacher B S2 F 1995-01-01 x\n"
                             "teacher C S2 F 1995-01-01 x\n"
                             "teacher D S2 F 1995-01-01 z\n";

static const struct judge_case cases[] = {
    {"nobody comes", "rule mentor_capacity max=1\n", "", 0, 0, NULL},
    {"one for one", "rule mentor_capacity max=1\n", "A learn S1 2026A 1", 0, 1, "S1/x 2026A"},
    {"two for one", "rule mentor_capacity max=1\n", "A learn S1 2026A 1; B learn S1 2026A 1", 1, 1,
     "S1/x 2026A"},
    {"two for one who takes two", "rule mentor_capacity max=2\n", "A learn S1 2026A 1; B learn S1 2026A 1", 0,
     1, NULL},
    {"three for one who takes two", "rule mentor_capacity max=2\n",
     "A learn S1 2026A 1; B learn S1 2026A 1; C learn S1 2026A 1", 1, 1, NULL},
    {"in different terms", "rule mentor_capacity max=1\n", "A learn S1 2026A 1; B learn S1 2026B 1", 0, 2,
     NULL},
    {"they overlap in one term", "rule mentor_capacity max=1\n", "A learn S1 2026A 2; B learn S1 2026B 1", 1,
     2, "S1/x 2026B"},
    {"each subject by itself", "rule mentor_capacity max=1\n", "A learn S1 2026A 1 y; B learn S1 2026A 1", 0,
     2, NULL},
    {"a subject without a mentor", "rule mentor_capacity max=1\n", "D learn S1 2026A 1", 1, 1, "S1/z 2026A"},
    {"a school without a mentor", "rule mentor_capacity max=9\n", "N learn S2 2026A 1", 1, 1, "S2/x 2026A"},
    {"the mentor is away", "rule mentor_capacity max=1 where.school=S1\n",
     "A learn S1 2026A 2; M go S2 2026B 1", 1, 2, "S1/x 2026B"},
    {"the mentor is away from history",
     "history M go S1 S2 2025-09-01 2026-09-01\nrule mentor_capacity max=1 where.school=S1\n",
     "A learn S1 2026A 2", 1, 2, "S1/x 2026A"},
    {"a filter of one's own", "rule mentor_capacity max=1 mentor.service_years=10..\n", "A learn S1 2026A 1",
     0, 1, NULL},
    {"it looks at the first day of each term", "rule mentor_capacity max=1 mentor.service_years=10..\n",
     "A learn S1 2026A 2; B learn S1 2026A 2", 1, 2, "S1/x 2026A"},
    {"a rank of one's own", "rule mentor_capacity max=1 mentor.rank=backbone\n", "A learn S1 2026A 1", 1, 1,
     NULL},
    {"another kind", "rule mentor_capacity max=1 kind=learn\n", "A learn S1 2026A 1; B go S1 2026A 1", 0, 1,
     NULL},
    {"every kind, when none is named", "rule mentor_capacity max=1\n", "A learn S1 2026A 1; B go S1 2026A 1",
     1, 1, NULL},
    {"`where` is the host", "rule mentor_capacity max=0 where.school=S2\n", "A learn S1 2026A 1", 0, 0, NULL},
    {"only named subjects", "rule mentor_capacity max=0 subjects=y\n",
     "A learn S1 2026A 1; A learn S1 2026B 1 y", 1, 1, "S1/y 2026B"},
    {"running history is there too",
     "history B learn S2 S1 2025-09-01 2026-09-01\nrule mentor_capacity max=1\n", "A learn S1 2026A 1", 1, 1,
     NULL},
    {"running history alone binds",
     "history B learn S2 S1 2025-09-01 2026-09-01\nrule mentor_capacity max=0\n", "", 1, 1, NULL},
};

JUDGE_MAIN(mentor_capacity, false, county, cases)
