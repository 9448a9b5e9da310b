/*
 * test_exempt.c - flags, and the months of the retirement table.
 *
 * A posting that starts on 2026-09-01 spares, three years before, whoever retires in 2029-08 or sooner.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n";

#define TABLE " from=2025-01-01 table=M:720:4:756,F55:660:4:696,F50:600:2:660\n"
#define THREE "rule exempt retire_within_years=3" TABLE
#define ONE   "rule exempt retire_within_years=1" TABLE

static const struct judge_case cases[] = {
    {"a flag", "rule exempt flags=pregnant,ill\nteacher A S1 F 1990-01-01 x flags=care,ill\n",
     "A go S2 2026A 1", 1, 1, "A S1>S2 2026A"},
    {"another flag", "rule exempt flags=pregnant,ill\nteacher A S1 F 1990-01-01 x flags=care\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"no flag", "rule exempt flags=pregnant,ill\nteacher A S1 F 1990-01-01 x\n", "A go S2 2026A 1", 0, 1,
     NULL},
    /* 1968-08 + 720 = 2028-08, 43 months after 2025-01: 1 + 10 later = 2029-07. */
    {"he retires a month too soon", THREE "teacher A S1 M 1968-08-31 x\n", "A go S2 2026A 1", 1, 1, NULL},
    /* 1968-09 + 720 = 2028-09, 44 months: 1 + 11 later = 2029-09, whose last day is after 2029-09-01. */
    {"he retires in the very month", THREE "teacher A S1 M 1968-09-01 x\n", "A go S2 2026A 1", 0, 1, NULL},
    {"the day of the month does not matter", THREE "teacher A S1 M 1968-09-30 x\n", "A go S2 2026A 1", 0, 1,
     NULL},
    {"half a year later he is near", THREE "teacher A S1 M 1968-09-01 x\n", "A go S2 2026B 1", 1, 1, NULL},
    {"a young man", THREE "teacher A S1 M 1990-01-01 x\n", "A go S2 2026A 1", 0, 1, NULL},
    /* Base month before `from`: no delay. */
    {"the base month just before the steps begin",
     "rule exempt retire_within_years=3 from=2029-08-01 table=M:720:4:756\nteacher A S1 M 1969-07-31 x\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"the base month in which the steps begin: one month later",
     "rule exempt retire_within_years=3 from=2029-08-01 table=M:720:4:756\nteacher A S1 M 1969-08-01 x\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"the day of `from` does not matter",
     "rule exempt retire_within_years=3 from=2029-08-31 table=M:720:4:756\nteacher A S1 M 1969-08-01 x\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"without `from` there are no steps",
     "rule exempt retire_within_years=3 table=M:720:4:756\nteacher A S1 M 1969-08-01 x\n", "A go S2 2026A 1",
     1, 1, NULL},
    /* 2028-08, capped one month later: 2028-09. */
    {"the cap holds the delay",
     "rule exempt retire_within_years=2 from=2025-01-01 table=M:720:4:721\nteacher A S1 M 1968-08-01 x\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"a cap of nothing",
     "rule exempt retire_within_years=2 from=2025-01-01 table=M:720:4:720\nteacher A S1 M 1968-08-01 x\n",
     "A go S2 2026A 1", 1, 1, NULL},
    /* 2028-08, 43 months after 2025-01, each one later: 1 + 43, to the cap of 36: 2031-08. */
    {"a step of one month",
     "rule exempt retire_within_years=5 from=2025-01-01 table=M:720:1:756\nteacher A S1 M 1968-08-01 x\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"a step of one month, a year nearer",
     "rule exempt retire_within_years=4 from=2025-01-01 table=M:720:1:756\nteacher A S1 M 1968-08-01 x\n",
     "A go S2 2026A 1", 0, 1, NULL},
    /* 1976-09 + 600 = 2026-09, 20 months, every second: 11 later = 2027-08. */
    {"a woman of the class of 50", ONE "teacher A S1 F 1976-09-10 x class=F50\n", "A go S2 2026A 1", 1, 1,
     NULL},
    /* 1976-10: 21 months: 11 later = 2027-09. */
    {"a month younger", ONE "teacher A S1 F 1976-10-10 x class=F50\n", "A go S2 2026A 1", 0, 1, NULL},
    {"the class of 55 works on", ONE "teacher A S1 F 1976-09-10 x\n", "A go S2 2026A 1", 0, 1, NULL},
    /* 1971-11 + 660 = 2026-11, 22 months: 1 + 5 later = 2027-05. */
    {"a woman of the class of 55", ONE "teacher A S1 F 1971-11-10 x\n", "A go S2 2026A 1", 1, 1, NULL},
    {"a class without a line never retires",
     "rule exempt retire_within_years=3 from=2025-01-01 table=M:720:4:756\nteacher A S1 F 1965-01-01 x\n",
     "A go S2 2026A 1", 0, 1, NULL},
    {"no number of years", "rule exempt" TABLE "teacher A S1 M 1960-01-01 x\n", "A go S2 2026A 1", 0, 1,
     NULL},
    /* 1968-04 + 720 = 2028-04, 39 months: 1 + 9 later = 2029-02; 2028-02-29 and a year is 2029-03-01. */
    {"29 February and a year is 1 March",
     "terms 0\nterm X 2027-2028 2028-02-29 2028-07-01\n" ONE "teacher A S1 M 1968-04-01 x\n", "A go S2 X 1",
     1, 1, NULL},
    {"28 February and a year is still February",
     "terms 0\nterm X 2027-2028 2028-02-28 2028-07-01\n" ONE "teacher A S1 M 1968-04-01 x\n", "A go S2 X 1",
     0, 1, NULL},
    {"a flag and near retirement are one offence",
     "rule exempt flags=ill retire_within_years=3" TABLE "teacher A S1 M 1968-01-01 x flags=ill\n",
     "A go S2 2026A 1", 1, 1, NULL},
    {"`where` leaves the heads out",
     "rule exempt flags=ill where.post=teacher\nteacher A S1 M 1968-01-01 x flags=ill post=principal\n",
     "A go S2 2026A 1", 0, 0, NULL},
};

JUDGE_MAIN(exempt, false, county, cases)
