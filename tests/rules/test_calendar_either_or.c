#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member H\n"
                           "activity show over=pair host=member\n"
                           "teacher T L M 1980-01-01 音乐\n"
                           "teacher U A M 1980-01-01 音乐\n"
                           "demand A 音乐 4 class=A1\n"
                           "demand B 音乐 4 class=B1\n";

static const struct judge_case cases[] = {
    {"lessons are shown", "rule either_or over=member per=term options=show:1|travel:2 where.school=A\n",
     "show L>A 2026-09-07 am", 0, 1, "A show|travel_periods 2026A"},
    {"a teacher travels",
     "rule either_or over=member per=term options=show:1|travel:2 where.school=A\nlesson T A1 音乐 Mon 1-2\n",
     "", 0, 1, "A show|travel_periods 2026A"},
    {"neither", "rule either_or over=member per=term options=show:1|travel:2 where.school=A\n", "", 1, 1,
     "A show|travel_periods 2026A"},
    {"teachers of the school do not travel",
     "rule either_or over=member per=term options=show:3|travel:2 where.school=A\nlesson U A1 音乐 Mon 1-2\n",
     "", 2, 1, "A show|travel_periods 2026A"},
    {"half of one way and half of the other",
     "rule either_or over=member per=term options=show:2|travel:2 where.school=A\nlesson T A1 音乐 Mon 1\n",
     "show L>A 2026-09-07 am", 1, 1, "A show|travel_periods 2026A"},
    {"travels to another member",
     "rule either_or over=member per=term options=show:1|travel:2 where.community=G\nlesson T B1 音乐 Mon "
     "1-2\n",
     "", 1, 2, "A show|travel_periods 2026A"},
    {"the pair is the member",
     "rule either_or over=pair per=term options=show:1|travel:2\nlesson T B1 音乐 Mon 1-2\n",
     "show L>A 2026-09-07 am", 0, 2, "L>B show|travel_periods 2026A"},
};

JUDGE_CALENDAR_MAIN(either_or, false, base, cases)
