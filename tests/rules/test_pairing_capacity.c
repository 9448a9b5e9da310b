#include "tests/support/judge.h"

/* The lead has three teachers of x, one of them backbone, and a manager; the other lead has nobody. */
static const char base[] =
    "school L lead G\nschool M lead G\nschool A member G kind=village\nschool B member G\nschool C member G\n"
    "kind go lead_to_member 1,2\nkind year lead_to_member 2 starts=2026A,2027A\nkind long any 4\n"
    "kind back member_to_lead 1\nkind boss lead_to_member 2 starts=2026A,2027A posts=middle,vice\n"
    "teacher T1 L F 1990-01-01 x rank=backbone service=2012-09-01\nteacher T2 L F 1980-01-01 x,y "
    "applied=approved\n"
    "teacher T3 L M 1970-01-01 x flags=ill\nteacher T4 L M 1975-01-01 z post=middle\n"
    "teacher P A F 1990-01-01 x\n";

#define YEAR "rule quota kind=year over=pair per=year "

static const struct judge_case cases[] = {
    {"four teachers for one member", YEAR "min=4\nrule capacity\n", "L A", 0, 2, "L 2026-2027"},
    {"not five", YEAR "min=5\nrule capacity\n", "L A", 2, 2, "L 2027-2028"},
    {"two members want two each", YEAR "min=2\nrule capacity\n", "L A; L B", 0, 2, "L 2026-2027"},
    {"three members want two each", YEAR "min=2\nrule capacity\n", "L A; L B; L C", 4, 2, "L 2026-2027"},
    {"a lead without teachers", YEAR "min=1\nrule capacity\n", "M A", 2, 2, "M 2026-2027"},
    {"no members, nothing asked", YEAR "min=9\nrule capacity\n", "", 0, 0, NULL},
    {"the whole horizon", "rule quota kind=year over=pair per=horizon min=9\nrule capacity\n", "L A", 1, 1,
     "L horizon"},
    {"each term", "rule quota kind=year over=pair per=term min=1\nrule capacity\n", "L A", 2, 4, "L 2026B"},
    {"a term each", "rule quota kind=go over=pair per=term min=4\nrule capacity\n", "L A", 0, 4, "L 2027B"},
    {"two starts a year", "rule quota kind=go over=pair per=year min=9\nrule capacity\n", "L A", 2, 2,
     "L 2026-2027"},
    {"a length that does not end in time", "rule quota kind=long over=pair per=year min=4\nrule capacity\n",
     "L A", 4, 2, "L 2027-2028"},
    {"posts of the kind", "rule quota kind=boss over=pair per=year min=2\nrule capacity\n", "L A", 2, 2,
     "L 2026-2027"},
    {"a kind that goes the other way", "rule quota kind=back over=pair per=year min=1\nrule capacity\n",
     "L A", 2, 2, "L 2026-2027"},
    {"one of two kinds", "rule quota kind=back,year over=pair per=year min=4\nrule capacity\n", "L A", 0, 2,
     NULL},
    {"any kind", "rule quota over=pair per=year min=8\nrule capacity\n", "L A", 0, 2, NULL},
    /* Whom the quota counts. */
    {"backbone", YEAR "min=2 filter.rank=backbone\nrule capacity\n", "L A", 2, 2, "L 2026-2027"},
    {"a subject, first or second", YEAR "min=2 filter.subject=y\nrule capacity\n", "L A", 2, 2,
     "L 2026-2027"},
    {"the home school", YEAR "min=1 filter.school=M\nrule capacity\n", "L A", 2, 2, "L 2026-2027"},
    {"keys about hosts are left out", YEAR "min=4 filter.host_school=B\nrule capacity\n", "L A", 0, 2, NULL},
    {"years of service on the first day of the term", YEAR "min=1 filter.service_years=15..\nrule capacity\n",
     "L A", 1, 2, "L 2026-2027"},
    {"where of the quota selects the member", YEAR "min=3 where.school_kind=village\nrule capacity\n",
     "L A; L B", 0, 2, NULL},
    {"none of its members", YEAR "min=9 where.school_kind=village\nrule capacity\n", "L B", 0, 0, NULL},
    {"where of the rule selects the lead", YEAR "min=9\nrule capacity where.school=M\n", "L A", 0, 0, NULL},
    /* Which quotas. */
    {"a soft quota asks nothing", YEAR "min=9 soft\nrule capacity\n", "L A", 0, 0, NULL},
    {"a greatest number asks nothing", YEAR "max=1\nrule capacity\n", "L A", 0, 0, NULL},
    {"nor does 0", YEAR "min=0\nrule capacity\n", "L A", 0, 0, NULL},
    {"people are not starts", YEAR "min=9 count=people\nrule capacity\n", "L A", 0, 0, NULL},
    {"from member to lead", YEAR "min=9 direction=member_to_lead\nrule capacity\n", "L A", 0, 0, NULL},
    {"over senders", "rule quota kind=year over=sender per=year min=9\nrule capacity\n", "L A", 0, 0, NULL},
    {"each quota on its own", YEAR "min=4\n" YEAR "min=5\nrule capacity\n", "L A", 2, 4, "L 2026-2027"},
    /* What the other rules say of the people. */
    {"an age limit", YEAR "min=4\nrule age_limit max.M=55\nrule capacity\n", "L A", 2, 2, "L 2026-2027"},
    {"an age limit of women only", YEAR "min=4\nrule age_limit max.F=40\nrule capacity\n", "L A", 2, 2, NULL},
    {"an age limit that includes", YEAR "min=4\nrule age_limit max.M=57 inclusive\nrule capacity\n", "L A", 0,
     2, NULL},
    {"a soft one", YEAR "min=4\nrule age_limit soft max.M=55\nrule capacity\n", "L A", 0, 2, NULL},
    {"one of another kind", YEAR "min=4\nrule age_limit kind=go max.M=55\nrule capacity\n", "L A", 0, 2,
     NULL},
    {"one for others", YEAR "min=4\nrule age_limit max.M=55 where.sex=F\nrule capacity\n", "L A", 0, 2, NULL},
    {"one for some hosts", YEAR "min=4\nrule age_limit max.M=55 where.host_role=member\nrule capacity\n",
     "L A", 0, 2, NULL},
    {"one for some subjects", YEAR "min=4\nrule age_limit max.M=55 where.subject=x\nrule capacity\n", "L A",
     0, 2, NULL},
    {"eligibility", YEAR "min=4\nrule eligibility filter.rank=backbone\nrule capacity\n", "L A", 6, 2,
     "L 2026-2027"},
    {"exempt", YEAR "min=4\nrule exempt flags=ill,pregnant\nrule capacity\n", "L A", 2, 2, NULL},
    {"volunteers", YEAR "min=4\nrule volunteers states=approved\nrule capacity\n", "L A", 6, 2, NULL},
    {"rules of some kinds leave the others",
     "rule quota kind=go,year over=pair per=term min=4\nrule eligibility kind=year filter.rank=backbone\n"
     "rule capacity\n",
     "L A", 0, 4, NULL},
    /* The past. */
    {"away in the first year", YEAR "min=4\nhistory T1 go L A 2025-09-01 2026-09-01\nrule capacity\n", "L A",
     1, 2, "L 2026-2027"},
    {"back the day before", YEAR "min=4\nhistory T1 go L A 2025-09-01 2026-08-31\nrule capacity\n", "L A", 0,
     2, NULL},
    {"away for good", YEAR "min=4\nhistory T1 go L A 2025-09-01 -\nrule capacity\n", "L A", 2, 2,
     "L 2027-2028"},
    {"soft", YEAR "min=5\nrule capacity soft\n", "L A", 2, 2, "L 2026-2027"},
};

JUDGE_PAIRS_MAIN(capacity, false, base, cases)
