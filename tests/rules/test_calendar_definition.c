#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "teacher M A M 1980-01-01 语文\n"
    "teacher N B F 1995-01-01 语文\n"
    "guides M N\n"
    "activity watch over=mentor lasts=period\n"
    "activity fest over=school lasts=day room=hall\n"
    "rooms A hall 1\n"
    "off 2026-10-01 2026-10-07\n"
    "work 2026-10-10\n";

static const struct judge_case cases[] = {
    {"as it is defined", "",
     "meet G 2026-09-03 pm host=L chair=A; watch M>N 2026-09-03 am period=2; fest A 2026-09-03 *", 0, 0,
     NULL},
    {"not in the morning", "", "meet G 2026-09-03 am host=L chair=A", 1, 1, "G meet 2026-09-03 am"},
    {"not on Saturday", "", "meet G 2026-09-05 pm host=L chair=A", 1, 1, "G meet 2026-09-05 pm"},
    {"not on a holiday", "", "meet G 2026-10-01 pm host=L chair=A", 1, 1, "G meet 2026-10-01 pm"},
    {"on a Saturday that is worked", "", "meet G 2026-10-10 pm host=L chair=A", 0, 0, NULL},
    {"without a host", "", "meet G 2026-09-03 pm chair=A", 1, 1, "G meet 2026-09-03 pm"},
    {"a host outside the community", "", "meet G 2026-09-03 pm host=C chair=A", 1, 1, "G meet 2026-09-03 pm"},
    {"the lead has the chair", "", "meet G 2026-09-03 pm host=L chair=L", 1, 1, "G meet 2026-09-03 pm"},
    {"nobody has", "", "meet G 2026-09-03 pm host=L", 1, 1, "G meet 2026-09-03 pm"},
    {"there is no way to the host", "road A L none\n", "meet G 2026-09-03 pm host=L chair=A", 1, 1,
     "G meet 2026-09-03 pm"},
    {"but to another", "road A L none\n", "meet G 2026-09-03 pm host=B chair=A", 0, 0, NULL},
    {"a school is busy", "busy school B Thu 5\n", "meet G 2026-09-03 pm host=L chair=A", 1, 1,
     "G meet 2026-09-03 pm"},
    {"in the morning only", "busy school B Thu 1-4\n", "meet G 2026-09-03 pm host=L chair=A", 0, 0, NULL},
    {"a day worked follows another, on which it is busy",
     "busy school B Tue *\noff 2026-09-29\nwork 2026-09-27 follows=Tue\n",
     "meet G 2026-09-27 pm host=L chair=A", 1, 1, "G meet 2026-09-27 pm"},
    {"the mentor is busy", "busy teacher M Thu 2\n", "watch M>N 2026-09-03 am period=2", 1, 1,
     "M>N watch 2026-09-03 am/2"},
    {"no period is named", "", "watch M>N 2026-09-03 am", 1, 1, "M>N watch 2026-09-03 am"},
    {"a period of the other session", "", "watch M>N 2026-09-03 pm period=2", 1, 1,
     "M>N watch 2026-09-03 pm/2"},
    {"half a day", "", "fest A 2026-09-03 am", 1, 1, "A fest 2026-09-03 am"},
    {"no hall", "", "fest B 2026-09-03 *", 1, 1, "B fest 2026-09-03 *"},
    {"twice", "", "meet G 2026-09-03 pm host=L chair=A; meet G 2026-09-03 pm host=A chair=B", 1, 1,
     "G meet 2026-09-03 pm"},
};

JUDGE_CALENDAR_MAIN(window, true, base, cases)
