#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n";

static const struct judge_case cases[] = {
    {"it stands", "pin calendar activity=meet date=2026-09-07 session=pm school=L\n",
     "meet G 2026-09-07 pm host=L chair=A", 0, 1, "pins.csv:2"},
    {"on another day", "pin calendar activity=meet date=2026-09-07\n", "meet G 2026-09-08 pm host=L chair=A",
     1, 1, "pins.csv:2"},
    {"at another school", "pin calendar date=2026-09-07 school=A\n", "meet G 2026-09-07 pm host=L chair=A", 1,
     1, "pins.csv:2"},
    {"in another session", "pin calendar session=am\n", "meet G 2026-09-07 pm host=L chair=A", 1, 1,
     "pins.csv:2"},
    {"it is forbidden", "pin calendar forbid date=2026-09-07\n", "meet G 2026-09-07 pm host=L chair=A", 1, 1,
     "pins.csv:2"},
    {"another day is", "pin calendar forbid date=2026-09-08\n", "meet G 2026-09-07 pm host=L chair=A", 0, 1,
     "pins.csv:2"},
};

JUDGE_CALENDAR_MAIN(pins, true, base, cases)
