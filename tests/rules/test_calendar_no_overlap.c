#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "activity visit over=pair host=member who.post=principal\n"
    "activity study over=community where.community=G online who.post=principal\n"
    "activity camp over=community where.community=G lasts=day room=hall\n"
    "rooms L hall 1\n"
    "rooms A hall 2\n"
    "teacher P L M 1970-01-01 语文 post=principal\n"
    "teacher Q A M 1970-01-01 语文 post=principal\n"
    "teacher M L M 1980-01-01 语文\n"
    "teacher N A F 1995-01-01 语文\n"
    "guides M N\n"
    "activity watch over=mentor lasts=period\n"
    "activity lecture over=community where.community=G who.subject=语文 room=hall\n"
    "demand A 语文 2 class=A1\n";

static const struct judge_case cases[] = {
    {"one after the other", "rule no_overlap of=person\n", "visit L>A 2026-09-03 am; visit L>B 2026-09-03 pm",
     0, 0, NULL},
    {"the principal is at two schools", "rule no_overlap of=person\n",
     "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 1, 1, "P 2026-09-03 am"},
    {"online is no excuse", "rule no_overlap of=person\n", "visit L>A 2026-09-03 am; study G 2026-09-03 am",
     2, 2, "Q 2026-09-03 am"},
    {"a period within the session", "rule no_overlap of=person\n",
     "watch M>N 2026-09-03 am period=2; lecture G 2026-09-03 am host=A", 2, 2, "M 2026-09-03 am"},
    {"two periods of one session", "rule no_overlap of=person\n",
     "watch M>N 2026-09-03 am period=2; watch M>N 2026-09-03 am period=3", 0, 2, "M 2026-09-03 am"},
    {"a lesson at that time", "rule no_overlap of=person lessons=true\nlesson N A1 语文 Thu 2\n",
     "lecture G 2026-09-03 am host=A", 1, 1, "N 2026-09-03 am"},
    {"a lesson on another day", "rule no_overlap of=person lessons=true\nlesson N A1 语文 Fri 2\n",
     "lecture G 2026-09-03 am host=A", 0, 0, NULL},
    {"lessons do not count unless it is said", "rule no_overlap of=person\nlesson N A1 语文 Thu 2\n",
     "lecture G 2026-09-03 am host=A", 0, 0, NULL},
    {"a school has two at a time", "rule no_overlap of=school where.community=G\n",
     "meet G 2026-09-03 pm host=L chair=A; visit L>A 2026-09-03 pm", 2, 2, "L 2026-09-03 pm"},
    {"of the activities named", "rule no_overlap of=school activity=visit\n",
     "meet G 2026-09-03 pm host=L chair=A; visit L>A 2026-09-03 pm", 0, 0, NULL},
    {"a whole day meets both sessions", "rule no_overlap of=school where.school=B\n",
     "meet G 2026-09-03 pm host=L chair=A; camp G 2026-09-03 * host=L", 1, 1, "B 2026-09-03 pm"},
    {"one hall", "rule no_overlap of=room\n", "camp G 2026-09-03 * host=L; lecture G 2026-09-03 am host=L", 1,
     1, "L/hall 2026-09-03 am"},
    {"two halls", "rule no_overlap of=room\n", "camp G 2026-09-03 * host=A; lecture G 2026-09-03 am host=A",
     0, 1, "A/hall 2026-09-03 am"},
};

JUDGE_CALENDAR_MAIN(no_overlap, false, base, cases)
