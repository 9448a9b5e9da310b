#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member H\n"
                           "activity sync over=pair by=subject subjects=语文,数学,英语 online\n";

static const struct judge_case cases[] = {
    {"two subjects", "rule distinct_subjects activity=sync over=pair per=year min=2 where.school=A\n",
     "sync L>A/语文 2026-09-07 am; sync L>A/数学 2026-09-08 am", 0, 1, "L>A sync 2026-2027"},
    {"one subject twice", "rule distinct_subjects activity=sync over=pair per=year min=2 where.school=A\n",
     "sync L>A/语文 2026-09-07 am; sync L>A/语文 2026-09-08 am", 1, 1, "L>A sync 2026-2027"},
    {"another pair has the other", "rule distinct_subjects activity=sync over=pair per=year min=2\n",
     "sync L>A/语文 2026-09-07 am; sync L>B/数学 2026-09-08 am", 2, 2, "L>A sync 2026-2027"},
    {"the community together",
     "rule distinct_subjects activity=sync over=community per=year min=2 where.community=G\n",
     "sync L>A/语文 2026-09-07 am; sync L>B/数学 2026-09-08 am", 0, 1, "G sync 2026-2027"},
    {"none", "rule distinct_subjects activity=sync over=community per=year min=3 where.community=G\n", "", 3,
     1, "G sync 2026-2027"},
};

JUDGE_CALENDAR_MAIN(distinct_subjects, false, base, cases)
