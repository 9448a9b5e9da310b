/*
 * test_age_limit.c - the day before, on and after the birthday that reaches the limit.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 member G\n"
                             "school S2 lead G\n"
                             "kind learn any 1,2\n"
                             "kind lead any 1,2\n";

#define LIMIT "rule age_limit kind=learn max.M=50 max.F=45\n"
#define UP_TO "rule age_limit kind=learn max.M=50 max.F=45 inclusive\n"
/* One term that begins on 28 February, or on 29 February or 1 March. */
#define TERM(start) "terms 0\nterm X 2026-2027 " start " 2028-07-01\n"

static const struct judge_case cases[] = {
    {"he turns 50 on the first day", LIMIT "teacher A S1 M 1976-09-01 x\n", "A learn S2 2026A 1", 1, 1,
     "A S1>S2 2026A"},
    {"he turns 50 on the second day", LIMIT "teacher A S1 M 1976-09-02 x\n", "A learn S2 2026A 1", 0, 1,
     NULL},
    {"he turned 50 the day before", LIMIT "teacher A S1 M 1976-08-31 x\n", "A learn S2 2026A 1", 1, 1, NULL},
    {"she turns 45 on the first day", LIMIT "teacher A S1 F 1981-09-01 x\n", "A learn S2 2026A 1", 1, 1,
     NULL},
    {"she turns 45 on the second day", LIMIT "teacher A S1 F 1981-09-02 x\n", "A learn S2 2026A 1", 0, 1,
     NULL},
    {"the limit itself is allowed", UP_TO "teacher A S1 M 1976-09-01 x\n", "A learn S2 2026A 1", 0, 1, NULL},
    {"the last day of being 50", UP_TO "teacher A S1 M 1975-09-02 x\n", "A learn S2 2026A 1", 0, 1, NULL},
    {"51 is beyond an inclusive 50", UP_TO "teacher A S1 M 1975-09-01 x\n", "A learn S2 2026A 1", 1, 1, NULL},
    {"49 when the spring term begins", LIMIT "teacher A S1 M 1977-02-21 x\n", "A learn S2 2026B 1", 0, 1,
     NULL},
    {"50 when the spring term begins", LIMIT "teacher A S1 M 1977-02-20 x\n", "A learn S2 2026B 1", 1, 1,
     NULL},
    {"a birthday during the posting does not matter", LIMIT "teacher A S1 M 1976-10-01 x\n",
     "A learn S2 2026A 2", 0, 1, NULL},
    {"another kind has no limit", LIMIT "teacher A S1 M 1960-01-01 x\n", "A lead S2 2026A 1", 0, 0, NULL},
    {"a rule without kind speaks of all", "rule age_limit max.M=50\nteacher A S1 M 1960-01-01 x\n",
     "A lead S2 2026A 1", 1, 1, NULL},
    {"a sex without a limit is free", "rule age_limit max.M=50\nteacher A S1 F 1960-01-01 x\n",
     "A lead S2 2026A 1", 0, 0, NULL},
    {"`where` leaves her out", "rule age_limit max.F=45 where.post=middle\nteacher A S1 F 1960-01-01 x\n",
     "A learn S2 2026A 1", 0, 0, NULL},
    {"`where` speaks of her",
     "rule age_limit max.F=45 where.post=middle\nteacher A S1 F 1960-01-01 x post=middle\n",
     "A learn S2 2026A 1", 1, 1, NULL},
    {"each posting counts", LIMIT "teacher A S1 F 1960-01-01 x\n", "A learn S2 2026A 1; A learn S2 2027A 1",
     2, 2, "A S1>S2 2027A"},
    {"nobody is posted", LIMIT "teacher A S1 F 1960-01-01 x\n", "", 0, 0, NULL},
    {"born on 29 February, still 46 on 28 February of a common year",
     TERM("2027-02-28") "rule age_limit max.F=47\nteacher A S1 F 1980-02-29 x\n", "A learn S2 X 1", 0, 1,
     NULL},
    {"born on 29 February, 47 on 1 March of a common year",
     TERM("2027-03-01") "rule age_limit max.F=47\nteacher A S1 F 1980-02-29 x\n", "A learn S2 X 1", 1, 1,
     NULL},
    {"born on 29 February, 47 until 28 February of a leap year",
     TERM("2028-02-28") "rule age_limit max.F=48\nteacher A S1 F 1980-02-29 x\n", "A learn S2 X 1", 0, 1,
     NULL},
    {"born on 29 February, 48 on 29 February of a leap year",
     TERM("2028-02-29") "rule age_limit max.F=48\nteacher A S1 F 1980-02-29 x\n", "A learn S2 X 1", 1, 1,
     NULL},
};

JUDGE_MAIN(age_limit, false, county, cases)
