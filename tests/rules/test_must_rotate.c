/*
 * test_must_rotate.c - who has been here too long, and what counts as moving.
 */
#include "tests/support/judge.h"

/* The last term begins on 2028-02-20. */
static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n";

#define SIX "rule must_rotate years=6\n"

static const struct judge_case cases[] = {
    {"six years on the first day of the last term", SIX "teacher A S1 F 1990-01-01 x here=2022-02-20\n", "",
     1, 1, "A"},
    {"a day short", SIX "teacher A S1 F 1990-01-01 x here=2022-02-21\n", "", 0, 0, NULL},
    {"long since", SIX "teacher A S1 F 1980-01-01 x here=2003-09-01\n", "", 1, 1, NULL},
    {"a blank date binds nobody", SIX "teacher A S1 F 1980-01-01 x\n", "", 0, 0, NULL},
    {"she moves", SIX "teacher A S1 F 1980-01-01 x here=2003-09-01\n", "A go S2 2027B 1", 0, 1, "A"},
    {"of any kind", "rule must_rotate years=6 kind=go\nteacher A S1 F 1980-01-01 x here=2003-09-01\n",
     "A other S2 2026A 1", 0, 1, NULL},
    {"she runs from history",
     SIX "teacher A S1 F 1980-01-01 x here=2003-09-01\nhistory A go S1 S2 2025-09-01 2026-09-01\n", "", 0, 1,
     NULL},
    {"history ended before",
     SIX "teacher A S1 F 1980-01-01 x here=2003-09-01\nhistory A go S1 S2 2025-09-01 2026-08-31\n", "", 1, 1,
     NULL},
    {"heads only",
     "rule must_rotate years=6 posts=principal,vice\nteacher A S1 F 1980-01-01 x here=2003-09-01\n", "", 0, 0,
     NULL},
    {"a head",
     "rule must_rotate years=6 posts=principal,vice\nteacher A S1 F 1980-01-01 x here=2003-09-01 post=vice\n",
     "", 1, 1, NULL},
    {"`where` looks at the first day of the horizon",
     "rule must_rotate years=6 where.age=..49\nteacher A S1 F 1976-09-02 x here=2003-09-01\n", "", 1, 1,
     NULL},
    {"`where` leaves the older out",
     "rule must_rotate years=6 where.age=..49\nteacher A S1 F 1976-09-01 x here=2003-09-01\n", "", 0, 0,
     NULL},
    {"each of two",
     SIX "teacher A S1 F 1980-01-01 x here=2003-09-01\nteacher B S2 F 1980-01-01 x here=2003-09-01\n",
     "A go S2 2026A 1", 1, 2, "B"},
    {"here since 29 February: a year is 1 March",
     "terms 0\nterm X 2026-2027 2030-02-28 2030-07-01\nrule must_rotate years=6\n"
     "teacher A S1 F 1980-01-01 x here=2024-02-29\n",
     "", 0, 0, NULL},
};

JUDGE_MAIN(must_rotate, false, county, cases)
