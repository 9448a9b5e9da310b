#include "tests/support/judge.h"

static const char base[] = "school L lead - kind=city\nschool M lead - kind=town\nschool A member -\n"
                           "school B member -\nschool C member -\nschool D member -\n";

static const struct judge_case cases[] = {
    {"one or two fused", "rule legal_form form=fused members_min=1 members_max=2\n",
     "L A form=fused; L B form=fused", 0, 3, "L"},
    {"three fused", "rule legal_form form=fused members_min=1 members_max=2\n",
     "L A form=fused; L B form=fused; L C form=fused", 1, 4, "L"},
    {"too few", "rule legal_form form=fused members_min=3\n", "L A form=fused", 2, 2, "L"},
    {"none in the form is no group in it",
     "rule legal_form form=fused members_min=3\nrule legal_form form=cobuilt\n", "L A form=cobuilt", 0, 2,
     "L>A"},
    {"each form on its own",
     "rule legal_form form=fused members_max=1\nrule legal_form form=cobuilt members_max=2\n",
     "L A form=fused; L B form=cobuilt; L C form=cobuilt", 0, 5, "L"},
    {"the other form is too many",
     "rule legal_form form=fused members_max=1\nrule legal_form form=cobuilt members_max=1\n",
     "L A form=fused; L B form=cobuilt; L C form=cobuilt", 1, 5, "L"},
    {"each lead", "rule legal_form form=fused members_max=1\n",
     "L A form=fused; L B form=fused; M C form=fused; M D form=fused", 2, 6, "M"},
    /* Every row has one of the forms. */
    {"a row without a form", "rule legal_form form=fused\n", "L A form=fused; L B", 1, 3, "L>B"},
    {"a row in another form", "rule legal_form form=fused\n", "L A form=assist", 1, 1, "L>A"},
    {"a form that another entry names", "rule legal_form form=fused\nrule legal_form form=assist\n",
     "L A form=assist", 0, 2, "L>A"},
    {"one that an entry about another lead names",
     "rule legal_form form=fused\nrule legal_form form=assist where.school=M\n", "L A form=assist", 1, 1,
     "L>A"},
    {"a lead of which no entry speaks", "rule legal_form form=fused where.school=M\n", "L A; M B form=fused",
     0, 2, "M>B"},
    {"where selects the lead", "rule legal_form form=fused members_max=1 where.school_kind=town\n",
     "L A form=fused; L B form=fused; M C form=fused", 0, 2, "M"},
    {"where does not select the member", "rule legal_form form=fused members_max=0 where.school=A\n",
     "L A form=fused", 0, 0, NULL},
    {"soft", "rule legal_form soft form=fused members_max=1\n", "L A form=fused; L B form=fused; L C", 2, 4,
     "L"},
};

JUDGE_PAIRS_MAIN(legal_form, false, base, cases)
