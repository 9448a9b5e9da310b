#include "tests/support/judge.h"

static const char base[] = "school L lead -\nschool M lead -\nschool A member -\nschool B member -\n";

static const struct judge_case cases[] = {
    {"it stands", "pin pair lead=L member=A\n", "L A; M B", 0, 1, "pins.csv:2"},
    {"it does not", "pin pair lead=L member=A\n", "M A; L B", 1, 1, "pins.csv:2"},
    {"of one lead, whatever member", "pin pair lead=L\n", "L B", 0, 1, "pins.csv:2"},
    {"of one lead, none", "pin pair lead=L\n", "M B", 1, 1, "pins.csv:2"},
    {"of one member, whatever lead", "pin pair member=A\n", "M A", 0, 1, "pins.csv:2"},
    {"of one member, none", "pin pair member=A\n", "M B", 1, 1, "pins.csv:2"},
    {"ruled out", "pin pair forbid lead=L member=A\n", "L A", 1, 1, "pins.csv:2"},
    {"ruled out and away", "pin pair forbid lead=L member=A\n", "M A; L B", 0, 1, "pins.csv:2"},
    {"a lead that may have nobody", "pin pair forbid lead=L\n", "L A; L B", 1, 1, "pins.csv:2"},
    {"each pin on its own", "pin pair lead=L member=A\npin pair lead=L member=B\n", "L A", 1, 2,
     "pins.csv:3"},
    {"the line in the table", "pin lesson school=A\npin pair lead=L member=B\n", "", 1, 1, "pins.csv:3"},
    {"pins of postings and lessons say nothing", "pin lesson school=A\npin to=A\n", "", 0, 0, NULL},
};

JUDGE_PAIRS_MAIN(pins, true, base, cases)
