#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member G\n"
                           "activity meet over=community host=any chair=member sessions=pm\n";

static const struct judge_case cases[] = {
    {"in a fixed order", "rule rotating_chair activity=meet \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=C; meet G 2026-09-28 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=B",
     0, 6, "G meet A"},
    {"another order later leaves one out too long", "rule rotating_chair activity=meet \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=C; meet G 2026-09-28 pm host=L chair=B; meet G 2026-10-12 pm host=L chair=A",
     1, 6, "G meet A"},
    {"one has two turns running", "rule rotating_chair activity=meet \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=A; meet G 2026-09-21 pm host=L "
     "chair=B; meet G 2026-09-28 pm host=L chair=C",
     1, 6, "G meet C"},
    {"one never has a turn", "rule rotating_chair activity=meet \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=A; meet G 2026-09-28 pm host=L chair=B",
     2, 6, "G meet C"},
    {"fewer meetings than schools, one twice", "rule rotating_chair activity=meet \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=A", 1, 6, "G meet A turns"},
    {"nothing took place", "rule rotating_chair activity=meet \n", "", 0, 6, "G meet A"},
    {"a longer gap is allowed", "rule rotating_chair activity=meet max_gap=3 \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=C; meet G 2026-09-28 pm host=L chair=B; meet G 2026-10-12 pm host=L chair=A",
     0, 6, "G meet A"},
    {"an equal share is not", "rule rotating_chair activity=meet max_gap=9 \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=A; meet G 2026-09-21 pm host=L "
     "chair=B; meet G 2026-09-28 pm host=L chair=C; meet G 2026-10-12 pm host=L chair=A",
     1, 6, "G meet A turns"},
    {"of those selected only", "rule rotating_chair activity=meet where.school=A,B\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=A; meet G 2026-09-28 pm host=L chair=B",
     0, 4, "G meet B"},
    {"soft", "rule rotating_chair activity=meet soft weight=5 \n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; meet G 2026-09-21 pm host=L "
     "chair=A; meet G 2026-09-28 pm host=L chair=B",
     2, 6, "G meet C"},
};

JUDGE_CALENDAR_MAIN(rotating_chair, false, base, cases)
