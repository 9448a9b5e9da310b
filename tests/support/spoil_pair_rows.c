/*
 * spoil_pair_rows.c - spoilings of the rules of pairings that look at single rows or at whom leads can send.
 */
#include "tests/support/spoil.h"

#define COUNTY                                                                                               \
    "school L lead G\nschool M lead G\nschool A member G\nschool B member G\nschool C member G\n"            \
    "school D member G\n"

static const char plan[] = "L A; L B; M C; M D";
static const char *const members[] = {"A", "B", "C", "D"};

/* Lead of row i of the plan, and the other one. */
static const char *lead(int i)
{
    return i < 2 ? "L" : "M";
}

static const char *other(int i)
{
    return i < 2 ? "M" : "L";
}

void spoil_pairs_distance(struct spoil *s)
{
    /* Every row is within the limits, every other pair is not. */
    spoil_lawful(s,
                 COUNTY "road L A 30 9000\nroad L B 20 8000\nroad M C 30 9000\nroad M D 10 9000\n"
                        "road L C 31 100\nroad L D 10 9001\nroad M A 60 20000\nroad M B 1 9001\n"
                        "rule distance model=pairing max_minutes=30 max_metres=9000\n",
                 plan);
    for (int i = 0; i < 4; i++) {
        const char *road = spoil_print("road %s %s", lead(i), members[i]);

        spoil_field(s, i, SPOIL_LEAD, other(i));
        spoil_add(s, spoil_print("%s %s", other(i), members[i]));
        spoil_datum(s, road, 3, "31");
        spoil_datum(s, road, 4, "9001");
        spoil_datum(s, road, 3, "none");
    }
    spoil_option(s, "rule distance", "max_minutes", "29");
    spoil_option(s, "rule distance", "max_metres", "8999");
}

void spoil_pairs_depth(struct spoil *s)
{
    spoil_lawful(s, COUNTY "school E member G\nrule depth max=2\n", "L A; A B; M C; C D; L E");
    for (int i = 0; i < 2; i++) { /* below a school of the second level */
        const char *below = i ? "D" : "B";

        spoil_add(s, spoil_print("%s E", below));
        spoil_add(s, spoil_print("%s %s", below, i ? "A" : "C"));
        spoil_add(s, spoil_print("%s %s", below, i ? "B" : "D"));
        spoil_add(s, spoil_print("%s %s", below, i ? "C" : "A")); /* a circle */
        spoil_add(s, spoil_print("E %s", i ? "C" : "A"));
        spoil_field(s, 4, SPOIL_LEAD, below);
    }
    spoil_field(s, 0, SPOIL_LEAD, "E");
    spoil_field(s, 0, SPOIL_LEAD, "C");
    spoil_field(s, 0, SPOIL_LEAD, "D");
    spoil_field(s, 0, SPOIL_LEAD, "B");
    spoil_field(s, 2, SPOIL_LEAD, "E");
    spoil_field(s, 2, SPOIL_LEAD, "A");
    spoil_field(s, 2, SPOIL_LEAD, "B");
    spoil_option(s, "rule depth", "max", "1");
}

void spoil_pairs_links(struct spoil *s)
{
    s->implied = true;
    spoil_lawful(s, COUNTY, plan);
    for (int i = 0; i < 4; i++) {
        spoil_field(s, i, SPOIL_LEAD, members[(i + 1) % 4]); /* a member leads */
        spoil_field(s, i, SPOIL_MEMBER, other(i));           /* a lead is led */
        spoil_field(s, i, SPOIL_MEMBER, lead(i));            /* a school leads itself */
        spoil_add(s, spoil_print("%s %s", members[i], members[(i + 2) % 4]));
        spoil_datum(s, spoil_print("school %s", members[i]), 2, "lead");
    }
    spoil_datum(s, "school L", 2, "member");
    spoil_datum(s, "school M", 2, "member");
}

void spoil_pairs_pins(struct spoil *s)
{
    s->implied = true;
    spoil_lawful(s,
                 COUNTY
                 "pin pair lead=L member=A\npin pair lead=L member=B\npin pair member=C\npin pair lead=M\n"
                 "pin pair forbid lead=L member=C\npin pair forbid member=D\n",
                 "L A; L B; M C");
    spoil_remove(s, 0);
    spoil_remove(s, 1);
    spoil_remove(s, 2);
    spoil_field(s, 0, SPOIL_LEAD, "M");
    spoil_field(s, 1, SPOIL_LEAD, "M");
    spoil_field(s, 2, SPOIL_LEAD, "L");
    for (int i = 0; i < 3; i++)
        spoil_field(s, i, SPOIL_MEMBER, "D");
    spoil_add(s, "L C");
    spoil_add(s, "L D");
    spoil_add(s, "M D");
    for (int i = 0; i < 4; i++)
        spoil_fact(s, spoil_print("pin pair lead=%s member=%s", i == 2 ? "L" : other(i), members[i]));
    spoil_fact(s, "pin pair forbid lead=L");
    spoil_fact(s, "pin pair forbid lead=M");
    spoil_fact(s, "pin pair forbid member=A");
    spoil_fact(s, "pin pair forbid lead=L member=B");
    spoil_fact(s, "pin pair forbid member=C");
    spoil_fact(s, "pin pair forbid");
}

void spoil_pairs_preference(struct spoil *s)
{
    /* The plan is stable, and both sides have what they like best. */
    spoil_lawful(s,
                 COUNTY "prefer A L 1\nprefer A M 2\nprefer B L 1\nprefer B M 2\nprefer C L 2\nprefer C M 1\n"
                        "prefer D L 2\nprefer D M 1\nprefer L A 1\nprefer L B 2\nprefer L C 3\nprefer L D 4\n"
                        "prefer M C 1\nprefer M D 2\nprefer M A 3\nprefer M B 4\n"
                        "rule size members_max=2\nrule preference\n",
                 plan);
    for (int i = 0; i < 4; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_LEAD, other(i));
    }
    /* One of a lead's members would rather have the other lead, which would rather have it. */
    spoil_lawful(s,
                 COUNTY "prefer A L 2\nprefer A M 3\nprefer B L 2\nprefer B M 3\nprefer C L 3\nprefer C M 2\n"
                        "prefer D L 3\nprefer D M 2\nprefer L A 2\nprefer L B 2\nprefer L C 1\nprefer L D 1\n"
                        "prefer M C 2\nprefer M D 2\nprefer M A 1\nprefer M B 1\n"
                        "rule size members_max=2\nrule preference\n",
                 plan);
    for (int i = 0; i < 4; i++) {
        spoil_datum(s, spoil_print("prefer %s %s", members[i], other(i)), 3, "1");
        spoil_datum(s, spoil_print("prefer %s %s", members[i], lead(i)), 3, "4");
        spoil_datum(s, spoil_print("prefer %s %s", members[i], lead(i)), 0, NULL);
    }
}

void spoil_pairs_capacity(struct spoil *s)
{
    /* The lead has as many as its two members ask for; of its five people one is exempt. */
    spoil_lawful(s,
                 COUNTY "kind go lead_to_member 2 starts=2026A,2027A\n"
                        "teacher T1 L F 1990-01-01 x rank=backbone applied=approved\n"
                        "teacher T2 L F 1990-01-01 x rank=backbone applied=approved\n"
                        "teacher T3 L M 1980-01-01 x rank=backbone applied=approved\n"
                        "teacher T4 L M 1980-01-01 x rank=backbone applied=approved\n"
                        "teacher T5 L M 1980-01-01 x rank=backbone applied=approved flags=ill\n"
                        "rule quota over=pair per=year min=2 filter.rank=backbone\nrule exempt flags=ill\n"
                        "rule age_limit max.M=50 max.F=45\nrule volunteers states=approved\n"
                        "rule eligibility filter.subject=x\nrule capacity where.school=L\n",
                 "L A; L B; M C");
    for (int t = 1; t <= 4; t++) {
        const char *who = spoil_print("teacher T%d", t);

        spoil_datum(s, who, 0, NULL);
        spoil_datum(s, who, 2, "M");
        spoil_datum(s, who, 4, "1960-01-01");
        spoil_datum(s, who, 5, "y");
        spoil_option(s, who, "rank", "master");
        spoil_option(s, who, "applied", "none");
        spoil_option(s, who, "flags", "ill");
        spoil_fact(s, spoil_print("history T%d go L A 2025-09-01 2027-01-01", t));
    }
    spoil_add(s, "L D");
    spoil_field(s, 2, SPOIL_LEAD, "L");
    spoil_option(s, "rule quota", "min", "3");
    spoil_option(s, "rule age_limit", "max.M", "46");
    spoil_fact(s, "rule eligibility filter.sex=F");
}
