#include "tests/support/judge.h"

static const char base[] = "terms 0\n"
                           "term T 2026-2027 2026-09-01 2026-09-30\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "road L A 15\n"
                           "teacher M L M 1980-01-01 语文\n"
                           "teacher N A F 1995-01-01 语文\n"
                           "demand L 语文 5 class=L1\n"
                           "demand A 语文 5 class=A1\n"
                           "guides M N\n"
                           "activity watch over=mentor lasts=period\n"
                           "rule observe activity=watch\n";

static const struct judge_case cases[] = {
    {"once, no timetable", "", "watch M>N 2026-09-07 am period=2", 0, 1, "M>N watch 2026-09"},
    {"never", "", "", 1, 1, "M>N watch 2026-09"},
    {"the other teaches then", "lesson N A1 语文 Mon 2\n", "watch M>N 2026-09-07 am period=2", 0, 2,
     "M>N watch 2026-09-07 am/2"},
    {"the other does not", "lesson N A1 语文 Mon 3\n", "watch M>N 2026-09-07 am period=2", 1, 2,
     "M>N watch 2026-09-07 am/2"},
    {"the mentor teaches then", "lesson N A1 语文 Mon 2\nlesson M L1 语文 Mon 2\n",
     "watch M>N 2026-09-07 am period=2", 1, 2, "M>N watch 2026-09-07 am/2"},
    {"too little time after the lesson before", "lesson N A1 语文 Mon 2\nlesson M L1 语文 Mon 1\n",
     "watch M>N 2026-09-07 am period=2", 1, 2, "M>N watch 2026-09-07 am/2"},
    {"time enough after the break", "lesson N A1 语文 Mon 3\nlesson M L1 语文 Mon 1\n",
     "watch M>N 2026-09-07 am period=3", 0, 2, "M>N watch 2026-09-07 am/3"},
    {"too little time to the lesson after", "lesson N A1 语文 Mon 3\nlesson M L1 语文 Mon 4\n",
     "watch M>N 2026-09-07 am period=3", 1, 2, "M>N watch 2026-09-07 am/3"},
    {"there already", "lesson N A1 语文 Mon 3\nlesson M A1 语文 Mon 4\n", "watch M>N 2026-09-07 am period=3",
     0, 2, "M>N watch 2026-09-07 am/3"},
    {"minutes to settle do not fit in the break",
     "settle 90\nlesson N A1 语文 Mon 3\nlesson M L1 语文 Mon 1\n", "watch M>N 2026-09-07 am period=3", 1, 2,
     "M>N watch 2026-09-07 am/3"},
    {"nothing to settle where one is", "settle 90\nlesson N A1 语文 Mon 3\nlesson M A1 语文 Mon 4\n",
     "watch M>N 2026-09-07 am period=3", 0, 2, "M>N watch 2026-09-07 am/3"},
    {"a timetable of other teachers says nothing of this one", "lesson M L1 语文 Tue 2\n",
     "watch M>N 2026-09-07 am period=2", 0, 2, "M>N watch 2026-09-07 am/2"},
    {"but of the mentor it does", "lesson M L1 语文 Mon 2\n", "watch M>N 2026-09-07 am period=2", 1, 2,
     "M>N watch 2026-09-07 am/2"},
    {"a Saturday has Monday's lessons", "lesson N A1 语文 Mon 2\nwork 2026-09-12 follows=Mon\n",
     "watch M>N 2026-09-12 am period=2", 0, 2, "M>N watch 2026-09-12 am/2"},
    {"a Saturday has its own, which are none", "lesson N A1 语文 Mon 2\nwork 2026-09-12\n",
     "watch M>N 2026-09-12 am period=2", 1, 2, "M>N watch 2026-09-12 am/2"},
};

JUDGE_CALENDAR_MAIN(observe, false, base, cases)
