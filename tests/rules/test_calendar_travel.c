#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "activity study over=community where.community=G online\n"
    "activity call over=community where.community=G online host=any\n"
    "road A L 30 9000\n"
    "road B L 50 20000\n";

static const struct judge_case cases[] = {
    {"both near enough", "rule travel activity=meet max_minutes=50\n", "meet G 2026-09-07 pm host=L chair=A",
     0, 1, "G meet 2026-09-07 pm"},
    {"one too far", "rule travel activity=meet max_minutes=49\n", "meet G 2026-09-07 pm host=L chair=A", 1, 1,
     "G meet 2026-09-07 pm"},
    {"both too far", "rule travel activity=meet max_minutes=29\n", "meet G 2026-09-07 pm host=L chair=A", 2,
     1, "G meet 2026-09-07 pm"},
    {"by metres", "rule travel activity=meet max_metres=10000\n", "meet G 2026-09-07 pm host=L chair=A", 1, 1,
     "G meet 2026-09-07 pm"},
    {"from another host", "rule travel activity=meet max_minutes=30\n", "meet G 2026-09-07 pm host=A chair=A",
     0, 1, "G meet 2026-09-07 pm"},
    {"nobody knows the way", "rule travel activity=meet max_minutes=99\nroad A B none\n",
     "meet G 2026-09-07 pm host=A chair=A", 1, 1, "G meet 2026-09-07 pm"},
    {"online there is none", "rule travel activity=study,call max_minutes=1\n",
     "study G 2026-09-07 am; call G 2026-09-07 pm host=L", 0, 0, NULL},
};

JUDGE_CALENDAR_MAIN(travel, false, base, cases)
