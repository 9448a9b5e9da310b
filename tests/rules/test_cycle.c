/*
 * test_cycle.c - deadlines from history, and an even pace.
 */
#include "tests/support/judge.h"

#include <stdio.h>

/* Two years: year 0 is 2026-2027, year 1 is 2027-2028. */
static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 M 1990-01-01 x\n";
static const char one[] = "terms 2\n";

#define TWO   "rule cycle kind=go years=2\n"
#define THREE "rule cycle kind=go years=3\n"

static const struct judge_case cases[] = {
    {"three years do not end within two", THREE, "", 0, 0, NULL},
    {"two years do, without history", TWO, "", 1, 1, "A"},
    {"in time, in the last term", TWO, "A go S2 2027B 1", 0, 1, "A"},
    {"in time, in the first term", TWO, "A go S2 2026A 1", 0, 1, NULL},
    {"another kind", TWO, "A other S2 2026A 1", 1, 1, NULL},
    {"every kind, when none is named", "rule cycle years=2\n", "A other S2 2026A 1", 0, 1, NULL},
    {"once a year, the first year only", "rule cycle kind=go years=1\n", "A go S2 2026B 1", 0, 1, NULL},
    {"once a year, a year too late", "rule cycle kind=go years=1\n", "A go S2 2027A 1", 1, 1, NULL},
    {"a term of the year before", "history A go S1 S2 2025-09-01 2026-01-20\n" TWO, "", 1, 1, NULL},
    {"sent in year -1: due in year 1", "history A go S1 S2 2025-09-01 2026-01-20\n" TWO, "A go S2 2027A 1", 0,
     1, NULL},
    {"sent in year -1, of three: due after the horizon", "history A go S1 S2 2025-09-01 2026-01-20\n" THREE,
     "", 0, 0, NULL},
    {"sent the day before year -1 begins: due in year 1 of three",
     "history A go S1 S2 2025-08-31 2026-01-20\n" THREE, "", 1, 1, NULL},
    {"the same, and sent in year 1", "history A go S1 S2 2025-08-31 2026-01-20\n" THREE, "A go S2 2027B 1", 0,
     1, NULL},
    {"sent in year -2: due in year 0 of two", "history A go S1 S2 2024-09-01 2025-01-20\n" TWO,
     "A go S2 2027A 1", 1, 1, NULL},
    {"sent in year -2, in time", "history A go S1 S2 2024-09-01 2025-01-20\n" TWO, "A go S2 2026B 1", 0, 1,
     NULL},
    {"long overdue: due in year 0", "history A go S1 S2 2010-09-01 2011-01-20\n" THREE, "A go S2 2027A 1", 1,
     1, NULL},
    {"long overdue, in time", "history A go S1 S2 2010-09-01 2011-01-20\n" THREE, "A go S2 2026A 1", 0, 1,
     NULL},
    {"the latest of two",
     "history A go S1 S2 2010-09-01 2011-01-20\nhistory A go S1 S2 2025-09-01 2026-01-20\n" THREE, "", 0, 0,
     NULL},
    {"the latest of two, listed first",
     "history A go S1 S2 2025-09-01 2026-01-20\nhistory A go S1 S2 2010-09-01 2011-01-20\n" THREE, "", 0, 0,
     NULL},
    {"history of another kind", "history A other S1 S2 2025-09-01 2026-01-20\n" TWO, "", 1, 1, NULL},
    {"sent from history in year 0: due in year 1 of one",
     "history A go S1 S2 2026-09-01 2027-01-20\nrule cycle years=1\n", "A go S2 2026B 1", 1, 1, NULL},
    {"the same, in time", "history A go S1 S2 2026-09-01 2027-01-20\nrule cycle years=1\n", "A go S2 2027A 1",
     0, 1, NULL},
    {"in the holidays of year 0 is still year 0",
     "history A go S1 S2 2027-08-31 2027-08-31\nrule cycle years=1\n", "A go S2 2027A 1", 0, 1, NULL},
    {"on the first day of year 1 is year 1: not due",
     "history A go S1 S2 2027-09-01 2028-01-20\nrule cycle years=1\n", "", 0, 0, NULL},
    {"the roster is that of the first day",
     "teacher B S1 F 1976-09-02 x\nrule cycle kind=go years=2 filter.age=..49 filter.sex=F\n", "", 1, 1, "B"},
    {"a day older she is not on it",
     "teacher B S1 F 1976-09-01 x\nrule cycle kind=go years=2 filter.age=..49 filter.sex=F\n", "", 0, 0,
     NULL},
    {"`where` narrows it too", "teacher B S1 F 1990-01-01 y\nrule cycle kind=go years=2 where.subject=y\n",
     "", 1, 1, "B"},
    /* An even pace: findings are the teachers due and the years. */
    {"even: 1 of 3 rounded up, in each of two years", "rule cycle kind=go years=3 even\n", "", 2, 2,
     "county 2027-2028"},
    {"even: one each year", "teacher B S1 M 1990-01-01 x\nrule cycle kind=go years=3 even\n",
     "A go S2 2026A 1; B go S2 2027A 1", 0, 2, "county 2026-2027"},
    {"even: both in one year leaves the other empty",
     "teacher B S1 M 1990-01-01 x\nrule cycle kind=go years=3 even\n", "A go S2 2026A 1; B go S2 2026B 1", 1,
     2, "county 2027-2028"},
    {"even: 4 of 3 rounded up are 2",
     "teacher B S1 M 1990-01-01 x\nteacher C S1 M 1990-01-01 x\nteacher D S1 M 1990-01-01 x\n"
     "rule cycle kind=go years=3 even\n",
     "A go S2 2026A 1; B go S2 2026A 1; C go S2 2027A 1", 1, 2, "county 2027-2028"},
    {"even: rounded down",
     "teacher B S1 M 1990-01-01 x\nteacher C S1 M 1990-01-01 x\nteacher D S1 M 1990-01-01 x\n"
     "rule cycle kind=go years=3 even round=down\n",
     "A go S2 2026A 1; C go S2 2027A 1", 0, 2, NULL},
    {"even: to the nearest, a half is up",
     "teacher B S1 M 1990-01-01 x\nrule cycle kind=go years=4 even round=nearest\n", "", 2, 2, NULL},
    {"even: to the nearest, below a half is down", "rule cycle kind=go years=4 even round=nearest\n", "", 0,
     2, NULL},
    {"even: a teacher sent twice a year is one",
     "teacher B S1 M 1990-01-01 x\nrule cycle kind=go years=1 even where.sex=M\n",
     "A go S2 2026A 1; A go S2 2026B 1", 1 + 1 + 2, 4, "county 2026-2027"},
    {"even: whoever served lately is not counted",
     "history A go S1 S2 2024-09-01 2025-01-20\nrule cycle kind=go years=3 even\n", "A go S2 2026A 1", 0, 3,
     "county 2027-2028"},
    {"even: served on the day, three years before",
     "history A go S1 S2 2023-09-01 2024-01-20\n"
     "rule cycle kind=go years=3 even\n",
     "A go S2 2026A 1", 1, 3, "county 2027-2028"},
    {"even: served a day earlier counts as still to go",
     "history A go S1 S2 2023-08-31 2024-01-20\nrule cycle kind=go years=3 even\n", "A go S2 2027A 1", 1 + 1,
     3, "A"},
    {"even: served on the first day of the horizon is no service before it",
     "history A go S1 S2 2026-09-01 2027-01-20\nrule cycle kind=go years=3 even\n", "A go S2 2027A 1", 1, 2,
     "county 2026-2027"},
    {"even: eligible on the first day of each year",
     "teacher B S1 F 1977-09-01 x\nrule cycle kind=go years=3 even where.sex=F filter.age=..49\n",
     "B go S2 2026A 1", 0, 2, NULL},
    {"even: whoever is not eligible does not help",
     "teacher B S1 F 1990-01-01 x\nrule cycle kind=go years=3 even where.sex=F\n",
     "A go S2 2026A 1; B go S2 2027A 1", 1, 2, "county 2026-2027"},
};

static void cycle_verdicts(void **state)
{
    (void)state;
    judge_cases(county, ZJ_R_cycle, false, cases, sizeof cases / sizeof cases[0]);
}

static void a_horizon_of_one_year(void **state)
{
    static const struct judge_case short_horizon[] = {
        {"two years end after it", "rule cycle years=2\n", "", 0, 0, NULL},
        {"one year ends within it", "rule cycle years=1\n", "", 1, 1, "A"},
        {"overdue", "history A go S1 S2 2023-09-01 2024-01-20\nrule cycle years=3\n", "", 1, 1, "A"},
        {"not yet due", "history A go S1 S2 2024-09-01 2025-01-20\nrule cycle years=3\n", "", 0, 0, NULL},
    };
    char text[512];

    (void)state;
    snprintf(text, sizeof text, "%s%s", one, county);
    judge_cases(text, ZJ_R_cycle, false, short_horizon, sizeof short_horizon / sizeof short_horizon[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cycle_verdicts),
                                       cmocka_unit_test(a_horizon_of_one_year)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
