#include "tests/support/judge.h"

static const char base[] =
    "terms 1\n"
    "school L lead G\n"
    "school A member G\n"
    "school B member G\n"
    "school C member H\n"
    "activity meet over=community where.community=G host=any chair=member sessions=pm\n"
    "activity visit over=pair host=member\n"
    "activity prep over=community where.community=G by=grade_subject\n"
    "demand A 语文 5 grade=5\n"
    "demand A 数学 5 grade=5\n"
    "activity fest over=school on=school,vacation\n";

static const struct judge_case cases[] = {
    {"once a month", "rule count activity=meet over=community per=month min=1 where.community=G\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A; meet G 2027-01-11 pm host=L chair=A",
     0, 5, "G meet 2027-01"},
    {"a month is left out", "rule count activity=meet over=community per=month min=1 where.community=G\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A",
     1, 5, "G meet 2027-01"},
    {"a short month asks nothing",
     "rule count activity=meet over=community per=month min=1 where.community=G month_min_days=15\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A",
     0, 4, "G meet 2026-12"},
    {"a month counts with so many days exactly",
     "rule count activity=meet over=community per=month min=1 where.community=G month_min_days=14\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A",
     1, 5, "G meet 2027-01"},
    {"nothing at all", "rule count activity=meet over=community per=term min=2 where.community=G\n", "", 2, 1,
     "G meet 2026A"},
    {"a community that cannot hold it is short all the same",
     "rule count activity=meet over=community per=term min=1\n", "meet G 2026-09-07 pm host=L chair=A", 1, 2,
     "H meet 2026A"},
    {"more than the greatest", "rule count activity=meet over=community per=year max=2 where.community=G\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A; meet G 2027-01-11 pm host=L chair=A",
     3, 1, "G meet 2026-2027"},
    {"exactly, too few",
     "rule count activity=meet over=community per=horizon min=6 max=6 where.community=G\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-10-12 pm host=L chair=A; meet G 2026-11-09 pm host=L "
     "chair=A; meet G 2026-12-07 pm host=L chair=A; meet G 2027-01-11 pm host=L chair=A",
     1, 1, "G meet horizon"},
    {"each pair", "rule count activity=visit over=pair per=term min=1\n", "visit L>A 2026-09-07 pm", 1, 2,
     "L>B visit 2026A"},
    {"each member, by what it takes part in",
     "rule count activity=visit over=member per=term min=1 where.community=G\n", "visit L>A 2026-09-07 pm", 1,
     2, "B visit 2026A"},
    {"the lead takes part in all", "rule count activity=visit over=lead per=term min=2\n",
     "visit L>A 2026-09-07 pm; visit L>B 2026-09-08 pm", 0, 1, "L visit 2026A"},
    {"each school, by what it is host of",
     "rule count activity=meet over=school per=term min=1 as=host where.community=G\n",
     "meet G 2026-09-07 pm host=A chair=A; meet G 2026-10-12 pm host=B chair=A", 1, 3, "L meet 2026A"},
    {"each grade and subject", "rule count activity=prep over=group per=term min=1\n",
     "prep G/5/语文 2026-09-07 pm host=A", 1, 2, "G/5/数学 prep 2026A"},
    {"activities counted together", "rule count activity=meet,visit over=county per=term min=3\n",
     "meet G 2026-09-07 pm host=L chair=A; visit L>A 2026-09-07 pm", 1, 1, "county meet+visit 2026A"},
    {"a filter that selects no school of the county",
     "rule count activity=meet over=county per=term min=3 where.stage=junior\n", "", 0, 0, NULL},
    {"in the vacation it belongs to the term before",
     "vacation 2026A 2027-01-31\nrule count activity=fest over=school per=term min=1 where.school=C\n",
     "fest C 2027-01-29 am", 0, 1, "C fest 2026A"},
    {"soft", "rule count activity=meet over=community per=term min=4 where.community=G soft weight=3\n",
     "meet G 2026-09-07 pm host=L chair=A", 3, 1, "G meet 2026A"},
};

JUDGE_CALENDAR_MAIN(count, false, base, cases)
