#include "tests/support/judge.h"

static const char base[] = "terms 1\n"
                           "school L lead G\n"
                           "school A member G\n"
                           "school B member G\n"
                           "school C member H\n"
                           "activity visit over=pair host=member who.post=principal\n"
                           "teacher P L M 1970-01-01 语文 post=principal\n";

static const struct judge_case cases[] = {
    {"no entry is needed", "", "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 1, 1, "P 2026-09-03 am"},
    {"an entry for schools does not replace it", "rule no_overlap of=school\n",
     "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 1, 1, "P 2026-09-03 am"},
    {"a soft one does not", "rule no_overlap of=person soft\n",
     "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 1, 1, "P 2026-09-03 am"},
    {"one of some schools does not", "rule no_overlap of=person where.school=A\n",
     "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 1, 1, "P 2026-09-03 am"},
    {"a full entry lends its place", "rule no_overlap of=person\n",
     "visit L>A 2026-09-03 am; visit L>B 2026-09-03 am", 0, 0, NULL},
};

JUDGE_CALENDAR_MAIN(no_overlap, true, base, cases)
