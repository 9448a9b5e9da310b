#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "activity visit over=pair host=member\n"
    "activity fest over=school host=any\n";

static const struct judge_case cases[] = {
    {"two in a week, one allowed", "rule weekly_cap max=1 where.school=L\n",
     "meet G 2026-09-07 pm host=L chair=A; visit L>A 2026-09-11 pm", 1, 1, "L 2026A/2"},
    {"in two weeks", "rule weekly_cap max=1 where.school=L\n",
     "meet G 2026-09-07 pm host=L chair=A; visit L>A 2026-09-14 pm", 0, 2, "L 2026A/3"},
    {"Sunday ends the week", "rule weekly_cap max=1 where.school=A\n",
     "fest A 2026-09-06 am; fest A 2026-09-07 am", 0, 2, "A 2026A/1"},
    {"each school", "rule weekly_cap max=0\n", "meet G 2026-09-07 pm host=L chair=A", 3, 3, "B 2026A/2"},
    {"of the activities named", "rule weekly_cap activity=visit max=1\n",
     "meet G 2026-09-07 pm host=L chair=A; visit L>A 2026-09-11 pm", 0, 2, "L 2026A/2"},
    {"three over", "rule weekly_cap activity=visit max=1 where.school=L\n",
     "visit L>A 2026-09-07 pm; visit L>A 2026-09-08 pm; visit L>B 2026-09-09 pm; visit L>B 2026-09-10 pm", 3,
     1, "L 2026A/2"},
};

JUDGE_CALENDAR_MAIN(weekly_cap, false, base, cases)
