#include "tests/support/judge.h"

/* Two leads with room for one each, two members. */
static const char base[] = "school L lead -\nschool M lead -\nschool A member -\nschool B member -\n"
                           "school C member - kind=village\nschool J member - stage=junior\n";

#define BOTH                                                                                                 \
    "prefer A L 1\nprefer A M 2\nprefer B L 1\nprefer B M 2\nprefer L A 1\nprefer L B 2\n"                   \
    "prefer M A 1\nprefer M B 2\n"
#define ONE "rule size members_max=1\nrule preference\n"

static const struct judge_case cases[] = {
    {"the stable one", BOTH ONE, "L A; M B", 0, 2, NULL},
    {"both would rather", BOTH ONE, "L B; M A", 1, 2, "L>A"},
    {"nobody has anybody", BOTH ONE, "", 4, 4, "M>B"},
    {"a member without a lead", BOTH ONE, "L A", 1, 3, "M>B"},
    {"a lead with room", BOTH "rule preference\n", "L A; M B", 1, 2, "L>B"},
    {"all with the favourite", BOTH "rule preference\n", "L A; L B", 0, 2, NULL},
    {"room of a total", BOTH "rule size total_max=2\nrule preference\n", "L A; M B", 0, 2, NULL},
    {"the smaller of two rooms", BOTH "rule size members_max=5\nrule size members_max=1\nrule preference\n",
     "L A; M B", 0, 2, NULL},
    {"a room that is only wished for", BOTH "rule size soft members_max=1\nrule preference\n", "L A; M B", 1,
     2, "L>B"},
    {"a room of other leads", BOTH "rule size members_max=1 where.school=M\nrule preference\n", "L A; M B", 1,
     2, "L>B"},
    /* Who names whom. */
    {"only one side names the other", "prefer A L 1\n" ONE, "", 0, 0, NULL},
    {"only the lead names it", "prefer L A 1\n" ONE, "", 0, 0, NULL},
    {"both do", "prefer A L 1\nprefer L A 7\n" ONE, "", 1, 1, "L>A"},
    {"a lead that is not named comes last", "prefer A L 9\nprefer L A 9\n" ONE, "M A", 1, 1, "L>A"},
    {"a member that is not named comes last", "prefer A L 1\nprefer L A 9\n" ONE, "L B", 1, 1, "L>A"},
    {"a better one is there", "prefer A L 2\nprefer A M 1\nprefer L A 1\n" ONE, "M A", 0, 1, "L>A"},
    {"equal ranks: the member stays", "prefer A L 1\nprefer A M 1\nprefer L A 1\nprefer M A 1\n" ONE, "M A",
     0, 1, "L>A"},
    {"equal ranks: the lead stays", "prefer A L 1\nprefer L A 1\nprefer L B 1\n" ONE, "L B", 0, 1, "L>A"},
    {"members do not choose members", "prefer A B 1\nprefer B A 1\n" ONE, "", 0, 0, NULL},
    {"leads do not choose leads", "prefer L M 1\nprefer M L 1\n" ONE, "", 0, 0, NULL},
    /* Two leads for each. */
    {"room for a second lead", "prefer A L 1\nprefer L A 1\nrule coverage leads_max=2\nrule preference\n",
     "M A", 1, 1, "L>A"},
    {"the worse of two leads", "prefer A L 2\nprefer A M 1\nprefer L A 1\nrule coverage leads_max=2\n" ONE,
     "M A", 1, 1, "L>A"},
    {"the smaller of two rooms for leads",
     "prefer A L 2\nprefer A M 1\nprefer L A 1\nrule coverage leads_max=2\nrule coverage leads_max=1\n" ONE,
     "M A", 0, 1, "L>A"},
    /* Pairs that cannot stand. */
    {"no way", BOTH "road L A none\n" ONE, "", 3, 3, "M>A"},
    {"too far", BOTH "road L A 50\nrule distance model=pairing max_minutes=40\n" ONE, "", 3, 3, "M>A"},
    {"a soft limit rules nothing out",
     BOTH "road L A 50\nrule distance model=pairing soft max_minutes=40\n" ONE, "", 4, 4, "L>A"},
    {"of another stage", "prefer J L 1\nprefer L J 1\nrule stage\n" ONE, "", 0, 0, NULL},
    {"of another stage, which nobody minds", "prefer J L 1\nprefer L J 1\n" ONE, "", 1, 1, "L>J"},
    {"ruled out by a pin", BOTH "pin pair forbid lead=L member=A\n" ONE, "", 3, 3, "M>A"},
    {"a lead that may have nobody", BOTH "pin pair forbid lead=L\n" ONE, "", 2, 2, "M>A"},
    {"a pin that must stand rules nothing out", BOTH "pin pair lead=L member=B\n" ONE, "L B; M A", 1, 2,
     "L>A"},
    /* Whom it concerns. */
    {"where selects the member",
     "prefer A L 1\nprefer L A 1\nprefer C L 1\nprefer L C 1\nrule preference "
     "where.school_kind=village\n",
     "", 1, 1, "L>C"},
    {"soft", BOTH "rule size members_max=1\nrule preference soft\n", "L B; M A", 1, 2, "L>A"},
};

JUDGE_PAIRS_MAIN(preference, false, base, cases)
