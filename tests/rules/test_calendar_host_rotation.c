#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member G\n"
                           "activity meet over=community host=any chair=member sessions=pm\n";

static const struct judge_case cases[] = {
    {"in a fixed order", "rule host_rotation activity=meet where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=C "
     "chair=A; meet G 2026-09-28 pm host=A chair=A; meet G 2026-10-12 pm host=B chair=A",
     0, 6, "G meet A"},
    {"another order later leaves one out too long", "rule host_rotation activity=meet where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=C "
     "chair=A; meet G 2026-09-28 pm host=B chair=A; meet G 2026-10-12 pm host=A chair=A",
     1, 6, "G meet A"},
    {"one has two turns running", "rule host_rotation activity=meet where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=A chair=A; meet G 2026-09-21 pm host=B "
     "chair=A; meet G 2026-09-28 pm host=C chair=A",
     1, 6, "G meet C"},
    {"one never has a turn", "rule host_rotation activity=meet where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=A "
     "chair=A; meet G 2026-09-28 pm host=B chair=A",
     2, 6, "G meet C"},
    {"fewer meetings than schools, one twice", "rule host_rotation activity=meet where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=A chair=A", 1, 6, "G meet A turns"},
    {"nothing took place", "rule host_rotation activity=meet where.role=member\n", "", 0, 6, "G meet A"},
    {"a longer gap is allowed", "rule host_rotation activity=meet max_gap=3 where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=C "
     "chair=A; meet G 2026-09-28 pm host=B chair=A; meet G 2026-10-12 pm host=A chair=A",
     0, 6, "G meet A"},
    {"an equal share is not", "rule host_rotation activity=meet max_gap=9 where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=A chair=A; meet G 2026-09-21 pm host=B "
     "chair=A; meet G 2026-09-28 pm host=C chair=A; meet G 2026-10-12 pm host=A chair=A",
     1, 6, "G meet A turns"},
    {"of those selected only", "rule host_rotation activity=meet where.school=A,B\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=A "
     "chair=A; meet G 2026-09-28 pm host=B chair=A",
     0, 4, "G meet B"},
    {"soft", "rule host_rotation activity=meet soft weight=5 where.role=member\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-09-14 pm host=B chair=A; meet G 2026-09-21 pm host=A "
     "chair=A; meet G 2026-09-28 pm host=B chair=A",
     2, 6, "G meet C"},
};

JUDGE_CALENDAR_MAIN(host_rotation, false, base, cases)
