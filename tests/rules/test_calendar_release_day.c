#include "tests/support/judge.h"

static const char base[] = "terms 0\n"
                           "term T 2026-2027 2026-09-01 2026-09-30\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "teacher N A F 1995-01-01 语文\n"
                           "teacher O A F 1995-01-01 语文,音乐\n"
                           "teacher P A F 1995-01-01 数学\n"
                           "demand A 语文 5 class=A1\n"
                           "demand A 语文 5 class=A2\n"
                           "demand A 音乐 2 class=A2\n"
                           "activity away over=teacher lasts=day who.subject=语文 host=lead\n"
                           "rule release_day activity=away\n";

static const struct judge_case cases[] = {
    {"a day for each", "", "away N 2026-09-07 *; away O 2026-09-08 *", 0, 2, "N away 2026-09"},
    {"one has none", "", "away N 2026-09-07 *", 1, 2, "O away 2026-09"},
    {"a colleague takes the lesson", "lesson N A1 语文 Mon 1\n", "away N 2026-09-07 *; away O 2026-09-08 *",
     0, 3, "A/语文 2026-09-07/1"},
    {"the colleague teaches then", "lesson N A1 语文 Mon 1\nlesson O A2 音乐 Mon 1\n",
     "away N 2026-09-07 *; away O 2026-09-08 *", 1, 3, "A/语文 2026-09-07/1"},
    {"the colleague is busy", "lesson N A1 语文 Mon 1\nbusy teacher O Mon 1\n",
     "away N 2026-09-07 *; away O 2026-09-08 *", 1, 3, "A/语文 2026-09-07/1"},
    {"the colleague is away, too", "lesson N A1 语文 Mon 1\n", "away N 2026-09-07 *; away O 2026-09-07 *", 1,
     3, "A/语文 2026-09-07/1"},
    {"both lessons lack somebody", "lesson N A1 语文 Mon 1\nlesson O A2 语文 Mon 1\n",
     "away N 2026-09-07 *; away O 2026-09-07 *", 2, 3, "A/语文 2026-09-07/1"},
    {"no lessons that day", "lesson N A1 语文 Tue 1\n", "away N 2026-09-07 *; away O 2026-09-07 *", 0, 2,
     "O away 2026-09"},
    {"two a month of the same teacher",
     "rule release_day activity=away min=2 cover=false\nlesson N A1 语文 Mon 1\n",
     "away N 2026-09-07 *; away N 2026-09-14 *; away O 2026-09-07 *; away O 2026-09-14 *", 2, 6,
     "A/语文 2026-09-14/1"},
};

JUDGE_CALENDAR_MAIN(release_day, false, base, cases)
