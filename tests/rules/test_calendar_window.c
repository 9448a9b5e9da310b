#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "activity fest over=school on=school,makeup,weekend,holiday,vacation\n"
    "activity away over=school lasts=day\n"
    "vacation 2026A 2027-01-31\n"
    "off 2026-10-01 2026-10-07\n"
    "work 2026-10-10\n";

static const struct judge_case cases[] = {
    {"in the first week", "rule window activity=meet weeks=1\n", "meet G 2026-09-03 pm host=L chair=A", 0, 1,
     "G meet 2026-09-03 pm"},
    {"in the second", "rule window activity=meet weeks=1\n", "meet G 2026-09-07 pm host=L chair=A", 1, 1,
     "G meet 2026-09-07 pm"},
    {"in the last week", "rule window activity=meet weeks=-1\n", "meet G 2027-01-18 pm host=L chair=A", 0, 1,
     "G meet 2027-01-18 pm"},
    {"the week before the last", "rule window activity=meet weeks=-1\n",
     "meet G 2027-01-15 pm host=L chair=A", 1, 1, "G meet 2027-01-15 pm"},
    {"the vacation is no last week", "rule window activity=fest weeks=-1\n", "fest A 2027-01-21 am", 1, 1,
     "A fest 2027-01-21 am"},
    {"but it has a number", "rule window activity=fest weeks=21\n", "fest A 2027-01-21 am", 0, 1,
     "A fest 2027-01-21 am"},
    {"in the month", "rule window activity=meet months=9,12\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A", 1, 2,
     "G meet 2026-10-12 pm"},
    {"first and last day of the dates", "rule window activity=meet dates=12-01..12-31\n",
     "meet G 2026-12-01 pm host=L chair=A; meet G 2026-12-31 pm host=L chair=A", 0, 2,
     "G meet 2026-12-31 pm"},
    {"the day after", "rule window activity=meet dates=12-01..12-31\n", "meet G 2027-01-01 pm host=L chair=A",
     1, 1, "G meet 2027-01-01 pm"},
    {"over New Year", "rule window activity=meet dates=12-30..01-05\n",
     "meet G 2026-12-30 pm host=L chair=A; meet G 2027-01-05 pm host=L chair=A; meet G 2027-01-06 pm host=L "
     "chair=A",
     1, 3, "G meet 2027-01-06 pm"},
    {"in the vacation only", "rule window activity=fest days=vacation\n",
     "fest A 2027-01-21 am; fest B 2027-01-20 am", 1, 2, "B fest 2027-01-20 am"},
    {"on a holiday, worked Saturday, Sunday", "rule window activity=fest days=holiday,makeup,weekend\n",
     "fest A 2026-10-01 am; fest A 2026-10-10 am; fest A 2026-10-11 am; fest A 2026-10-12 am", 1, 4,
     "A fest 2026-10-12 am"},
    {"on Fridays", "rule window activity=meet weekdays=Fri\n",
     "meet G 2026-09-04 pm host=L chair=A; meet G 2026-09-07 pm host=L chair=A", 1, 2,
     "G meet 2026-09-07 pm"},
    {"in the morning", "rule window activity=fest sessions=am\n",
     "fest A 2026-09-04 am; fest B 2026-09-04 pm", 1, 2, "B fest 2026-09-04 pm"},
    {"a whole day is no morning", "rule window activity=away sessions=am\n", "away A 2026-09-04 *", 1, 1,
     "A away 2026-09-04 *"},
    {"every list must hold it", "rule window activity=meet months=9 weekdays=Fri\n",
     "meet G 2026-09-04 pm host=L chair=A; meet G 2026-10-16 pm host=L chair=A", 1, 2,
     "G meet 2026-10-16 pm"},
    {"only of the schools selected", "rule window activity=fest weeks=1 where.school=A\n",
     "fest A 2026-09-04 am; fest B 2026-09-14 am", 0, 1, "A fest 2026-09-04 am"},
};

JUDGE_CALENDAR_MAIN(window, false, base, cases)
