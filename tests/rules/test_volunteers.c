/*
 * test_volunteers.c - the states of an application.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher N S1 F 1990-01-01 x\n"
                             "teacher A S1 F 1990-01-01 x applied=applied\n"
                             "teacher R S1 F 1990-01-01 x applied=recommended\n"
                             "teacher P S1 F 1990-01-01 x applied=approved\n";

#define PUT_FORWARD "rule volunteers kind=go states=recommended,approved\n"

static const struct judge_case cases[] = {
    {"never asked", PUT_FORWARD, "N go S2 2026A 1", 1, 1, "N S1>S2 2026A"},
    {"asked only", PUT_FORWARD, "A go S2 2026A 1", 1, 1, NULL},
    {"put forward", PUT_FORWARD, "R go S2 2026A 1", 0, 1, NULL},
    {"approved", PUT_FORWARD, "P go S2 2026A 1", 0, 1, NULL},
    {"one listed state", "rule volunteers states=applied\n", "A go S2 2026A 1; P go S2 2026A 1", 1, 2,
     "P S1>S2 2026A"},
    {"`none` may be listed", "rule volunteers states=none\n", "N go S2 2026A 1", 0, 1, NULL},
    {"another kind", PUT_FORWARD, "N other S2 2026A 1", 0, 0, NULL},
    {"each posting counts", PUT_FORWARD, "N go S2 2026A 1; N go S2 2027A 2; A go S2 2026A 1", 3, 3, NULL},
    {"soft entries are found too", "rule volunteers soft weight=7 states=approved\n", "N go S2 2026A 1", 1, 1,
     NULL},
    {"`where` speaks of hosts", "rule volunteers states=approved where.host_role=lead\n", "N go S2 2026A 1",
     0, 0, NULL},
};

JUDGE_MAIN(volunteers, false, county, cases)
