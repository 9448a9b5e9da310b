#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member H\n"
                           "activity study over=community where.community=G online periods=2\n";

static const struct judge_case cases[] = {
    {"what each counts for",
     "rule count activity=study over=community per=year unit=periods min=5 where.community=G\n",
     "study G 2026-09-07 am; study G 2026-09-08 am", 1, 1, "G study 2026-2027"},
    {"enough of it",
     "rule count activity=study over=community per=year unit=periods min=4 max=4 where.community=G\n",
     "study G 2026-09-07 am; study G 2026-09-08 am", 0, 1, "G study 2026-2027"},
};

JUDGE_CALENDAR_MAIN(count, false, base, cases)
