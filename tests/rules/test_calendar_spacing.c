#include "tests/support/judge.h"

static const char base[] = "terms 0\n"
                           "term T 2026-2027 2026-09-01 2026-09-30\n"
                           "vacation T 2026-10-31\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "activity talk over=pair host=member on=school,makeup,vacation\n";

static const struct judge_case cases[] = {
    {"every fifteen days, ends included", "rule spacing activity=talk over=pair max_days=15\n",
     "talk L>A 2026-09-15 am; talk L>A 2026-09-30 am", 0, 1, "L>A talk T"},
    {"the first comes a day late", "rule spacing activity=talk over=pair max_days=15\n",
     "talk L>A 2026-09-16 am; talk L>A 2026-09-30 am", 1, 1, "L>A talk T"},
    {"the last is two days early", "rule spacing activity=talk over=pair max_days=15\n",
     "talk L>A 2026-09-14 am; talk L>A 2026-09-15 am", 1, 1, "L>A talk T"},
    {"never: one time of 31 days", "rule spacing activity=talk over=pair max_days=15\n", "", 16, 1,
     "L>A talk T"},
    {"the vacation does not count", "rule spacing activity=talk over=pair max_days=15\n",
     "talk L>A 2026-09-15 am; talk L>A 2026-10-01 am", 1, 1, "L>A talk T"},
    {"a week apart", "rule spacing activity=talk over=pair min_days=7\n",
     "talk L>A 2026-09-01 am; talk L>A 2026-09-08 am", 0, 1, "L>A talk T close"},
    {"five days apart", "rule spacing activity=talk over=pair min_days=7\n",
     "talk L>A 2026-09-02 am; talk L>A 2026-09-07 am", 2, 1, "L>A talk T close"},
    {"on one day", "rule spacing activity=talk over=pair min_days=7\n",
     "talk L>A 2026-09-02 am; talk L>A 2026-09-02 pm", 7, 1, "L>A talk T close"},
    {"in the vacation, too", "rule spacing activity=talk over=pair min_days=7\n",
     "talk L>A 2026-09-30 am; talk L>A 2026-10-05 am", 2, 1, "L>A talk T close"},
    {"one alone is not too close", "rule spacing activity=talk over=pair min_days=7\n",
     "talk L>A 2026-09-30 am", 0, 1, "L>A talk T close"},
    {"both limits", "rule spacing activity=talk over=pair min_days=14 max_days=16\n",
     "talk L>A 2026-09-15 am; talk L>A 2026-09-28 am", 1, 2, "L>A talk T close"},
};

JUDGE_CALENDAR_MAIN(spacing, false, base, cases)
