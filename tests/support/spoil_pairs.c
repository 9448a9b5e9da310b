/*
 * spoil_pairs.c - spoilings of the rules of pairings that look at groups: how many, how large, made of what.
 */
#include "tests/support/spoil.h"

/* Two leads and a junior one; six members, two of them junior. */
#define COUNTY                                                                                               \
    "school L lead - kind=city\nschool M lead - kind=town\nschool J lead - stage=junior kind=city\n"         \
    "school A member - kind=township\nschool B member - kind=village\nschool C member - kind=township\n"     \
    "school D member - kind=village\nschool E member - stage=junior kind=village\n"                          \
    "school F member - stage=junior kind=township\n"
#define ROWS 6

static const char plan[] = "L A; L B; M C; M D; J E; J F";
static const char *const members[ROWS] = {"A", "B", "C", "D", "E", "F"};

void spoil_pairs_coverage(struct spoil *s)
{
    spoil_lawful(s, COUNTY "school X member - kind=point\nrule coverage where.school_kind=township,village\n",
                 plan);
    for (int i = 0; i < ROWS; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_MEMBER, "X");
        spoil_add(s, spoil_print("%s %s", i < 2 ? "M" : "L", members[i]));
        spoil_field(s, i, SPOIL_MEMBER, members[(i + 1) % ROWS]); /* its own member has none, that one two */
    }
    spoil_datum(s, "school X", 4, "kind=village");
    spoil_option(s, "rule coverage", "where.school_kind", NULL);
    spoil_option(s, "rule coverage", "leads_min", "2");
    /* Four of six. */
    spoil_lawful(s, COUNTY "rule coverage permille=600\n", "L A; L B; M C; M D");
    for (int i = 0; i < 4; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_MEMBER, members[(i + 1) % 4]);
    }
    spoil_option(s, "rule coverage", "permille", "667");
    spoil_fact(s, "school X member -");
}

void spoil_pairs_size(struct spoil *s)
{
    /* Exactly two each. */
    spoil_lawful(s, COUNTY "rule size members_min=2 total_max=3 every_lead=true\n", plan);
    for (int i = 0; i < ROWS; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_LEAD, i < 2 ? "M" : "L");
        spoil_add(s, spoil_print("%s %s", i < 4 ? "J" : "M", members[i]));
    }
    spoil_option(s, "rule size", "members_min", "3");
    spoil_option(s, "rule size", "total_max", "2");
    spoil_option(s, "rule size", "members_max", "1");
    spoil_fact(s, "school K lead -");
    spoil_datum(s, "school A", 2, "lead"); /* a lead without members */
}

void spoil_pairs_groups(struct spoil *s)
{
    /* Two primary ones, one junior. */
    spoil_lawful(s,
                 COUNTY "school N lead -\nschool K lead - stage=junior\n"
                        "rule groups per=stage min=2 max=2 where.stage=primary\n"
                        "rule groups per=stage min=1 max=1 where.stage=junior\n",
                 "L A; M C; J E");
    for (int i = 0; i < 3; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_LEAD, i == 0 ? "M" : i == 1 ? "L" : "N");
        spoil_field(s, i, SPOIL_LEAD, i == 2 ? "L" : "K");
    }
    for (int i = 0; i < ROWS; i++) {
        spoil_add(s, spoil_print("N %s", members[i]));
        spoil_add(s, spoil_print("K %s", members[i]));
    }
    spoil_datum(s, "school L", 5, "stage=junior");
    spoil_datum(s, "school J", 4, "stage=primary");
    spoil_option(s, "rule groups per=stage min=2", "min", "3");
    spoil_option(s, "rule groups per=stage min=2", "max", "1");
}

void spoil_pairs_stage(struct spoil *s)
{
    spoil_lawful(s, COUNTY "rule stage\n", plan);
    for (int i = 0; i < ROWS; i++) {
        spoil_field(s, i, SPOIL_LEAD, i < 4 ? "J" : "L");
        spoil_add(s, spoil_print("%s %s", i < 4 ? "J" : "M", members[i]));
        spoil_option(s, spoil_print("school %s", members[i]), "stage", "senior");
        spoil_option(s,
                     spoil_print("school %s", i < 2   ? "L"
                                              : i < 4 ? "M"
                                                      : "J"),
                     "stage", i % 2 ? "kindergarten" : "senior");
    }
}

void spoil_pairs_composition(struct spoil *s)
{
    /* A village and a township school in each group. */
    spoil_lawful(s,
                 COUNTY "school X member - kind=village\nschool Y member - kind=township\n"
                        "rule composition need.village=1..1 need.township=1..1\n",
                 plan);
    for (int i = 0; i < ROWS; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_LEAD, i < 2 ? "M" : "L");
        spoil_add(s, spoil_print("%s %s", i < 2 ? "L" : i < 4 ? "M" : "J", i % 2 ? "X" : "Y"));
        spoil_option(s, spoil_print("school %s", members[i]), "kind", "point");
    }
    spoil_option(s, "rule composition", "need.village", "2..2");
    spoil_option(s, "rule composition", "need.township", "0..0");
    spoil_option(s, "rule composition", "need.point", "1..");
}

void spoil_pairs_legal_form(struct spoil *s)
{
    /* Two fused or one to two co-built. */
    spoil_lawful(
        s,
        COUNTY "school X member -\nrule legal_form form=fused members_min=2 members_max=2 where.school=L,M\n"
               "rule legal_form form=cobuilt members_min=1 members_max=2 where.school=J\n",
        "L A form=fused; L B form=fused; M C form=fused; M D form=fused; J E form=cobuilt; J F form=cobuilt");
    for (int i = 0; i < ROWS; i++) {
        spoil_field(s, i, SPOIL_MORE, NULL);
        spoil_field(s, i, SPOIL_MORE, i < 4 ? "form=cobuilt" : "form=fused");
        spoil_field(s, i, SPOIL_MORE, "form=merged");
        if (i < 4)
            spoil_remove(s, i);
    }
    spoil_add(s, "L X form=fused");
    spoil_add(s, "M X form=fused");
    spoil_add(s, "J X form=cobuilt");
    spoil_option(s, "rule legal_form form=cobuilt", "members_max", "1");
    spoil_option(s, "rule legal_form form=fused", "members_min", "3");
}

void spoil_pairs_rounds(struct spoil *s)
{
    spoil_lawful(s, COUNTY "school X member -\nrule rounds rounds=2\n",
                 "L A round=1; L B round=2; M C; M D round=2; J E round=2; J F round=1");
    for (int i = 0; i < ROWS; i++) {
        spoil_field(s, i, SPOIL_LEAD, i < 2 ? "M" : "L");
        spoil_field(s, i, SPOIL_MORE, "round=3");
        spoil_add(s, spoil_print("%s X round=%d", i < 2 ? "L" : i < 4 ? "M" : "J", 1 + i % 2));
    }
    spoil_field(s, 0, SPOIL_MORE, "round=2");
    spoil_field(s, 1, SPOIL_MORE, "round=1");
    spoil_field(s, 3, SPOIL_MORE, NULL);
    spoil_option(s, "rule rounds", "rounds", "1");
}
