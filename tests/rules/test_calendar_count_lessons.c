/*
 * test_calendar_count_lessons.c - lessons that two classes have together count where the entry says so.
 */
#include "tests/support/judge.h"

/* Two Mondays and two Tuesdays, one of them a day off. */
static const char base[] = "terms 0\n"
                           "term T 2026-2027 2026-09-07 2026-09-18\n"
                           "off 2026-09-15\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "teacher M L M 1980-01-01 音乐\n"
                           "teacher N A F 1995-01-01 音乐\n"
                           "demand L 音乐 2 class=L1\n"
                           "demand A 音乐 2 class=A1\n"
                           "sync L1 A1 音乐 2\n"
                           "lesson M L1 音乐 Mon 2\nlesson N A1 音乐 Mon 2\n"
                           "lesson M L1 音乐 Tue 3\nlesson N A1 音乐 Tue 3\n"
                           "lesson M L1 音乐 Fri 1\nlesson N A1 音乐 Fri 2\n"
                           "activity sync over=pair by=subject subjects=音乐,语文 online\n";

static const struct judge_case cases[] = {
    {"two Mondays and a Tuesday",
     "rule count activity=sync over=pair per=year min=4 lessons=true where.school=A\n", "", 1, 1,
     "L>A sync 2026-2027"},
    {"and one more", "rule count activity=sync over=pair per=year min=4 lessons=true where.school=A\n",
     "sync L>A/语文 2026-09-10 am", 0, 1, "L>A sync 2026-2027"},
    {"too many", "rule count activity=sync over=pair per=year max=2 lessons=true where.school=A\n", "", 1, 1,
     "L>A sync 2026-2027"},
    {"not unless asked for", "rule count activity=sync over=pair per=year min=4 where.school=A\n", "", 4, 1,
     "L>A sync 2026-2027"},
    {"none with the other school",
     "rule count activity=sync over=pair per=year min=1 lessons=true where.school=B\n", "", 1, 1,
     "L>B sync 2026-2027"},
    {"the community has them", "rule count activity=sync over=community per=year min=3 lessons=true\n", "", 0,
     1, "G sync 2026-2027"},
    {"the group of the subject, not that of another",
     "rule count activity=sync over=group per=year min=3 lessons=true where.school=A\n", "", 3, 2,
     "L>A/语文 sync 2026-2027"},
};

JUDGE_CALENDAR_MAIN(count, false, base, cases)
