/*
 * spoil_places.c - spoilings of the rules about schools, pairs, communities and terms.
 */
#include "tests/support/spoil.h"

#define COUNTY                                                                                               \
    "school L lead G\nschool M1 member G\nschool M2 member G\nschool X lead H\nschool Y member H\n"          \
    "kind go any 1,2,3,4 fills\nkind other any 1,2,3,4\n"

static const char *const terms[] = {"2026A", "2026B", "2027A", "2027B"};

void spoil_quota(struct spoil *s)
{
    /* Exactly two from the lead to each member in each year. */
    spoil_lawful(s,
                 COUNTY "teacher A L F 1990-01-01 x\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"
                        "teacher D L F 1990-01-01 x\nteacher E L F 1990-01-01 x\nteacher F X F 1990-01-01 x\n"
                        "rule quota kind=go over=pair per=year min=2 max=2 where.community=G\n",
                 "A go M1 2026A 1; B go M1 2026B 1; C go M2 2026A 1; D go M2 2026B 1;"
                 "A go M1 2027A 1; B go M1 2027B 1; C go M2 2027A 1; D go M2 2027B 1");
    for (int i = 0; i < 8; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_KIND, "other");
        spoil_field(s, i, SPOIL_START, terms[i < 4 ? 2 + i % 2 : i % 2]); /* the other year */
        spoil_field(s, i, SPOIL_HOST, i % 4 < 2 ? "M2" : "M1");
        spoil_field(s, i, SPOIL_TEACHER, "F"); /* not from the lead */
    }
    for (int t = 0; t < 4; t++)
        spoil_add(s, spoil_print("E go M1 %s 1", terms[t]));
}

void spoil_equal_exchange(struct spoil *s)
{
    /* In each year one of x and one of y each way, at both pairs. */
    spoil_lawful(
        s,
        COUNTY "teacher A L F 1990-01-01 x,y\nteacher B L F 1990-01-01 y,x\nteacher C L F 1990-01-01 x,y\n"
               "teacher P M1 F 1990-01-01 x,y\nteacher Q M1 F 1990-01-01 y,x\nteacher R M2 F 1990-01-01 x,y\n"
               "teacher S M2 F 1990-01-01 y,x\n"
               "rule equal_exchange kind=go over=pair per=year by=subject\n",
        "A go M1 2026A 1 x; B go M1 2026B 1 y; P go L 2026A 1 x; Q go L 2026B 1 y;"
        "A go M2 2027A 1 x; B go M2 2027B 1 y; R go L 2027A 1 x; S go L 2027B 1 y");
    for (int i = 0; i < 8; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_KIND, "other");
        spoil_field(s, i, SPOIL_START, terms[i < 4 ? 2 + i % 2 : i % 2]);
        spoil_field(s, i, SPOIL_SUBJECT, i % 2 ? "x" : "y");
        spoil_field(s, i, SPOIL_HOST, "X");
    }
    for (int t = 0; t < 4; t++)
        spoil_add(s, spoil_print("C go M1 %s 1 x", terms[t]));
}

void spoil_keep_coverage(struct spoil *s)
{
    /* Two of four of x stay, with the help of one who comes; one of y stays. */
    spoil_lawful(s,
                 COUNTY
                 "teacher A L F 1990-01-01 x,y\nteacher B L F 1990-01-01 x,y\nteacher C L F 1990-01-01 x,y\n"
                 "teacher D L F 1990-01-01 x,y\nteacher E L F 1990-01-01 y\nteacher F L F 1990-01-01 y\n"
                 "teacher P M1 F 1990-01-01 x,y\nteacher Q M1 F 1990-01-01 x,y\n"
                 "rule keep_coverage min=2 subjects=x where.role=lead\n"
                 "rule keep_coverage max_away_permille=500 subjects=y where.role=lead\n",
                 "A go M1 2026A 2; B go M1 2026A 2; C other M1 2026A 2; P go L 2026A 2 x; E go M1 2026A 4");
    for (int t = 0; t < 2; t++) {
        spoil_add(s, spoil_print("D go M1 %s 1", terms[t]));
        spoil_add(s, spoil_print("D other M2 %s 1 y", terms[t]));
        spoil_add(s, spoil_print("D go Y %s 2", terms[t]));
    }
    for (int t = 0; t < 4; t++)
        spoil_add(s, spoil_print("F go M2 %s 1", terms[t]));
    spoil_remove(s, 3);
    spoil_field(s, 3, SPOIL_KIND, "other"); /* comes, but does not teach */
    spoil_field(s, 3, SPOIL_START, "2026B");
    spoil_field(s, 3, SPOIL_START, "2027A");
    spoil_field(s, 3, SPOIL_TERMS, "1");
    spoil_field(s, 3, SPOIL_SUBJECT, "y");
    spoil_field(s, 3, SPOIL_HOST, "M2");
    spoil_field(s, 4, SPOIL_TEACHER, "D");
    spoil_datum(s, "teacher D", 5, "y,x");
    spoil_datum(s, "teacher D", 2, "M1");
    spoil_datum(s, "teacher D", 0, NULL);
    spoil_datum(s, "teacher F", 5, "z");
    spoil_fact(s, "history D go L M1 2025-09-01 2026-09-01");
    spoil_fact(s, "history F gone L M1 2028-07-05 -");
    spoil_option(s, "rule keep_coverage min=2", "min", "3");
    spoil_option(s, "rule keep_coverage max_away_permille=500", "max_away_permille", "499");
}

void spoil_backfill(struct spoil *s)
{
    spoil_lawful(
        s,
        COUNTY "teacher A M1 F 1990-01-01 x,y\nteacher B M1 F 1990-01-01 x,y\nteacher C M2 F 1990-01-01 x,y\n"
               "teacher D L F 1990-01-01 x,y\nteacher E L F 1990-01-01 x,y\nteacher F L F 1990-01-01 x,y\n"
               "rule backfill kind=other\n",
        "A other L 2026A 2 x; D go M1 2026A 2 x; B other X 2026B 2 y; E go M1 2026B 2 y;"
        "C other L 2027A 2 x; F go M2 2027A 2 x");
    for (int i = 1; i < 6; i += 2) { /* the stand-ins */
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_KIND, "other");
        spoil_field(s, i, SPOIL_TERMS, "1");
        spoil_field(s, i, SPOIL_SUBJECT, i == 3 ? "x" : "y");
        spoil_field(s, i, SPOIL_HOST, "Y");
        spoil_field(s, i, SPOIL_START, i == 1 ? "2026B" : "2026A");
        spoil_field(s, i - 1, SPOIL_SUBJECT, i == 3 ? "x" : "y"); /* those who leave */
    }
    spoil_field(s, 0, SPOIL_TERMS, "3");
    spoil_field(s, 2, SPOIL_START, "2026A");
    spoil_fact(s, "history C other M2 L 2025-09-01 2026-09-01");
    spoil_add(s, "D other X 2027A 1");
}

void spoil_need(struct spoil *s)
{
    /* L has 24 of x and sends 12 of them to M1, which needs 12; y is needed at M2. */
    spoil_lawful(s,
                 COUNTY "teacher A L F 1990-01-01 x,y load=12\nteacher B L F 1990-01-01 x,y load=12\n"
                        "teacher C M2 F 1990-01-01 y,x load=10\n"
                        "demand L x 12\ndemand M1 x 12\ndemand M2 y 5 classes=2\nrule need\n",
                 "A go M1 2026A 4 x");
    for (int k = 1; k <= 4; k++) {
        spoil_datum(s, "demand L", 3, spoil_print("%d", 12 + k));
        spoil_datum(s, "demand M1", 3, spoil_print("%d", 12 + k));
        spoil_option(s, "teacher A", "load", spoil_print("%d", 12 - k));
        spoil_option(s, "teacher B", "load", spoil_print("%d", 12 - k));
        spoil_option(s, "teacher C", "load", spoil_print("%d", 10 - k));
    }
    for (int k = 1; k <= 3; k++)
        spoil_field(s, 0, SPOIL_TERMS, spoil_print("%d", k));
    spoil_option(s, "demand M2", "classes", "3");
    spoil_remove(s, 0);
    spoil_field(s, 0, SPOIL_KIND, "other");
    spoil_field(s, 0, SPOIL_SUBJECT, "y");
    spoil_field(s, 0, SPOIL_HOST, "M2");
    spoil_add(s, "B go M2 2027B 1 y");
    spoil_add(s, "C other L 2026A 1");
    spoil_fact(s, "demand X x 1");
    spoil_fact(s, "history B go L M2 2025-01-01 2026-09-01");
    spoil_datum(s, "teacher B", 5, "y,x");
    spoil_datum(s, "teacher B", 2, "M2");
    spoil_datum(s, "teacher C", 0, NULL);
}

void spoil_headcount(struct spoil *s)
{
    /* Swaps of one for one, in every term. */
    spoil_lawful(s,
                 COUNTY
                 "teacher A L F 1990-01-01 x\nteacher B M1 F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"
                 "teacher D M2 F 1990-01-01 x\nteacher E L F 1990-01-01 x\nrule headcount\n",
                 "A go M1 2026A 2; B go L 2026A 2; C other M2 2027A 2; D go L 2027A 2");
    for (int i = 0; i < 4; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_TERMS, "1");
        spoil_field(s, i, SPOIL_START, i < 2 ? "2026B" : "2026A");
        spoil_field(s, i, SPOIL_HOST, "X");
        spoil_field(s, i, SPOIL_HOST, "Y");
        spoil_add(s, spoil_print("E go M2 %s 1", terms[i]));
    }
    spoil_fact(s, "history E go L M1 2025-09-01 2026-09-01");
    spoil_fact(s, "history B go M1 Y 2028-07-05 -");
}

void spoil_mentor_capacity(struct spoil *s)
{
    /* One mentor for two of x at L, one for two of y at M1. */
    spoil_lawful(
        s,
        COUNTY "teacher M L F 1980-01-01 x rank=master\nteacher N M1 F 1980-01-01 y,z rank=backbone\n"
               "teacher A M2 F 1995-01-01 x,y\nteacher B M2 F 1995-01-01 x,y\nteacher C Y F 1995-01-01 x,y\n"
               "teacher D Y F 1995-01-01 x,y\nteacher E X F 1995-01-01 x,y\n"
               "rule mentor_capacity kind=other max=2\n",
        "A other L 2026A 2 x; B other L 2026A 2 x; C other M1 2027A 2 y; D other M1 2027A 2 y");
    for (int i = 0; i < 4; i++) {
        spoil_field(s, i, SPOIL_SUBJECT, i < 2 ? "y" : "x");
        spoil_field(s, i, SPOIL_HOST, "X");
        spoil_add(s, spoil_print("E other %s %s 1 %s", i < 2 ? "L" : "M1", terms[i], i < 2 ? "x" : "y"));
        spoil_add(s, spoil_print("%s go X %s 1", i < 2 ? "M" : "N", terms[i])); /* the mentor leaves */
    }
    spoil_option(s, "teacher M", "rank", "local");
    spoil_option(s, "teacher M", "rank", NULL);
    spoil_option(s, "teacher N", "rank", NULL);
    spoil_datum(s, "teacher M", 5, "y");
    spoil_datum(s, "teacher N", 5, "z");
    spoil_datum(s, "teacher M", 2, "X");
    spoil_datum(s, "teacher N", 0, NULL);
    spoil_fact(s, "history M other L X 2025-09-01 2026-09-01");
    spoil_fact(s, "history E other X L 2025-09-01 2026-09-01");
    spoil_option(s, "rule mentor_capacity", "max", "1");
}
