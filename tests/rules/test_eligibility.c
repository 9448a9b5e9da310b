/*
 * test_eligibility.c - every key of a posting filter, and the days on which years are completed.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G stage=primary kind=city\n"
                             "school S2 member G stage=junior kind=village\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n";

#define PLAIN "teacher A S1 F 1980-01-01 x,y\n"

static const struct judge_case cases[] = {
    {"the post is not among those", "rule eligibility kind=go filter.post=middle,vice\n" PLAIN,
     "A go S2 2026A 1", 1, 1, "A S1>S2 2026A"},
    {"the post is among those",
     "rule eligibility kind=go filter.post=middle,vice\nteacher A S1 F 1980-01-01 x post=vice\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"another kind", "rule eligibility kind=go filter.post=middle\n" PLAIN, "A other S2 2026A 1", 0, 0, NULL},
    {"any one of her ranks will do",
     "rule eligibility filter.rank=backbone,master\nteacher A S1 F 1980-01-01 x rank=local,master\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"no rank", "rule eligibility filter.rank=backbone,master\n" PLAIN, "A go S2 2026A 1", 1, 1, NULL},
    {"keys are ANDed: rank fits, sex does not",
     "rule eligibility filter.rank=backbone filter.sex=M\nteacher A S1 F 1980-01-01 x rank=backbone\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"under three years of service: 2 completed",
     "rule eligibility filter.service_years=..2\nteacher A S1 F 2000-01-01 x service=2023-09-02\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"under three years of service: 3 completed on the first day",
     "rule eligibility filter.service_years=..2\nteacher A S1 F 2000-01-01 x service=2023-09-01\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"at least three years of service: on the day",
     "rule eligibility filter.service_years=3..\nteacher A S1 F 2000-01-01 x service=2023-09-01\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"at least three years of service: a day too early",
     "rule eligibility filter.service_years=3..\nteacher A S1 F 2000-01-01 x service=2023-09-02\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"the same teacher two terms later",
     "rule eligibility filter.service_years=3..\nteacher A S1 F 2000-01-01 x service=2023-09-02\n",
     "A go S2 2027A 1", 0, 1, NULL},
    {"a blank date meets no lower bound", "rule eligibility filter.service_years=0..\n" PLAIN,
     "A go S2 2026A 1", 1, 1, NULL},
    {"a blank date meets no upper bound", "rule eligibility filter.years_here=..40\n" PLAIN,
     "A go S2 2026A 1", 1, 1, NULL},
    {"years here before she came are negative",
     "rule eligibility filter.years_here=0..\nteacher A S1 F 1980-01-01 x here=2026-09-02\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"an age range holds both ends, lower",
     "rule eligibility filter.age=30..35\nteacher A S1 F 1996-09-01 x\n", "A go S2 2026A 1", 0, 1, NULL},
    {"an age range holds both ends, upper",
     "rule eligibility filter.age=30..35\nteacher A S1 F 1990-09-02 x\n", "A go S2 2026A 1", 0, 1, NULL},
    {"below an age range", "rule eligibility filter.age=30..35\nteacher A S1 F 1996-09-02 x\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"above an age range", "rule eligibility filter.age=30..35\nteacher A S1 F 1990-09-01 x\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"the subject is that of the assignment", "rule eligibility filter.subject=y\n" PLAIN,
     "A go S2 2026A 1 y", 0, 1, NULL},
    {"teaching the subject is not enough", "rule eligibility filter.subject=y\n" PLAIN, "A go S2 2026A 1 x",
     1, 1, NULL},
    {"bare school keys are the home school",
     "rule eligibility filter.stage=primary filter.school_kind=city\n" PLAIN, "A go S2 2026A 1", 0, 1, NULL},
    {"host keys are the host", "rule eligibility filter.host_stage=primary\n" PLAIN, "A go S2 2026A 1", 1, 1,
     NULL},
    {"host keys are the host, and fit",
     "rule eligibility filter.host_stage=junior filter.host_school_kind=village filter.host_role=member "
     "filter.host_community=G filter.host_school=S2\n" PLAIN,
     "A go S2 2026A 1", 0, 1, NULL},
    {"role, community and school of the home",
     "rule eligibility filter.role=lead filter.community=G filter.school=S1\n" PLAIN, "A go S2 2026A 1", 0, 1,
     NULL},
    {"the other school", "rule eligibility filter.school=S2\n" PLAIN, "A go S2 2026A 1", 1, 1, NULL},
    {"a title", "rule eligibility filter.title=senior\nteacher A S1 F 1980-01-01 x title=senior\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"no title", "rule eligibility filter.title=senior\n" PLAIN, "A go S2 2026A 1", 1, 1, NULL},
    {"any one of her flags will do",
     "rule eligibility filter.flags=care\nteacher A S1 F 1980-01-01 x flags=ill,care\n", "A go S2 2026A 1", 0,
     1, NULL},
    {"the state of the application", "rule eligibility filter.applied=approved\n" PLAIN, "A go S2 2026A 1", 1,
     1, NULL},
    {"traits of the home and of the host, any of them",
     "school W1 lead G traits=strong,large\nschool W2 member G traits=weak\nteacher W W1 F 1980-01-01 x\n"
     "rule eligibility filter.traits=large,x filter.host_traits=weak\n",
     "W go W2 2026A 1", 0, 1, NULL},
    {"a host without the trait", "rule eligibility filter.host_traits=weak\n" PLAIN, "A go S2 2026A 1", 1, 1,
     NULL},
    {"an empty filter lets everybody pass", "rule eligibility\n" PLAIN, "A go S2 2026A 1", 0, 1, NULL},
    {"`where` chooses the postings", "rule eligibility where.host_school=S1 filter.post=vice\n" PLAIN,
     "A go S2 2026A 1", 0, 0, NULL},
};

JUDGE_MAIN(eligibility, false, county, cases)
