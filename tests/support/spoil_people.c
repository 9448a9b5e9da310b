/*
 * spoil_people.c - spoilings of the rules about who goes over the years, and of changes to a kept plan.
 */
#include "tests/support/spoil.h"

#define COUNTY                                                                                               \
    "school L lead G\nschool M1 member G\nschool M2 member G\nkind go any 1,2,3,4\nkind other any 1,2,3,4\n"

static const char *const ids[] = {"A", "B", "C", "D", "E"};

void spoil_cycle(struct spoil *s)
{
    /* A, B, C are due in the second year, D (sent in 2023) in the first, E in the second. */
    spoil_lawful(s,
                 COUNTY
                 "teacher A L F 1990-01-01 x\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"
                 "teacher D L F 1990-01-01 x\nteacher E L F 1990-01-01 x\nteacher F M1 F 1990-01-01 x\n"
                 "history D go L M1 2024-01-01 2024-07-01\nhistory E go L M1 2025-09-01 2026-07-01\n"
                 "rule cycle kind=go years=2 filter.school=L\n",
                 "A go M1 2026A 1; B go M2 2026B 1; C go M1 2027A 1; D go M2 2026A 1; E go M1 2027B 1");
    for (int i = 0; i < 5; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_KIND, "other");
        spoil_field(s, i, SPOIL_TEACHER, "F");
        spoil_field(s, i, SPOIL_TEACHER, ids[(i + 1) % 5]);
    }
    spoil_field(s, 3, SPOIL_START, "2027A");
    spoil_field(s, 3, SPOIL_START, "2027B");
    spoil_datum(s, "history E", 5, "2025-08-31"); /* then due in the first year */
    spoil_datum(s, "history E", 5, "2024-09-01");
    spoil_option(s, "rule cycle", "years", "1");
    spoil_option(s, "rule cycle", "filter.school", "L,M1");
    spoil_fact(s, "teacher G L F 1990-01-01 x");
}

void spoil_exchange_rate(struct spoil *s)
{
    /* Three tenths of ten are three, a third of them backbone. */
    spoil_lawful(
        s,
        COUNTY
        "teacher A L F 1990-01-01 x rank=backbone\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"
        "teacher D L F 1990-01-01 x rank=backbone\nteacher E L F 1990-01-01 x\nteacher F L F 1990-01-01 x\n"
        "teacher G L F 1990-01-01 x\nteacher H L F 1990-01-01 x\nteacher I L F 1990-01-01 x\n"
        "teacher J L F 1990-01-01 x\nteacher Z M1 F 1990-01-01 x rank=backbone\n"
        "rule exchange_rate kind=go base.role=lead permille=300 backbone_permille=333\n",
        "A go M1 2026A 1; B go M1 2026B 1; C go M2 2026A 2; D go M1 2027A 1; E go M1 2027B 1; F go M2 2027A "
        "1");
    for (int i = 0; i < 6; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_KIND, "other");
        spoil_field(s, i, SPOIL_START, i < 3 ? "2027A" : "2026A");
        spoil_field(s, i, SPOIL_TEACHER, "Z");
    }
    spoil_field(s, 1, SPOIL_TEACHER, "C"); /* the same teacher twice */
    spoil_option(s, "teacher A", "rank", NULL);
    spoil_option(s, "teacher D", "rank", "local");
    spoil_add(s, "G go M1 2026A 1"); /* four exchanged ask for two backbone */
    spoil_fact(s, "teacher K L F 1990-01-01 x");
    spoil_option(s, "rule exchange_rate", "permille", "301");
}

void spoil_must_rotate(struct spoil *s)
{
    static const char *const dates[] = {"2022-02-20", "2022-01-01", "2010-09-01", "1999-12-31"};

    spoil_lawful(s,
                 COUNTY
                 "teacher A L F 1970-01-01 x here=2022-02-20\nteacher B L F 1970-01-01 x here=2015-09-01\n"
                 "teacher C L F 1970-01-01 x here=2000-09-01\nteacher D L F 1970-01-01 x here=2022-02-21\n"
                 "teacher E L F 1970-01-01 x\nteacher F M1 F 1970-01-01 x here=2024-02-29\n"
                 "history C go L M1 2025-09-01 2026-09-01\nrule must_rotate years=6\n",
                 "A go M1 2026A 1; B other M2 2027B 1");
    for (int i = 0; i < 2; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_TEACHER, "C");
        spoil_field(s, i, SPOIL_TEACHER, "D");
        spoil_field(s, i, SPOIL_TEACHER, "E");
        spoil_field(s, i, SPOIL_TEACHER, "F");
    }
    for (int k = 0; k < 4; k++) {
        spoil_option(s, "teacher D", "here", dates[k]);
        spoil_option(s, "teacher E", "here", dates[k]);
        spoil_option(s, "teacher F", "here", dates[k]);
    }
    spoil_datum(s, "history C", 6, "2026-08-31");
    spoil_datum(s, "history C", 0, NULL);
    spoil_fact(s, "teacher G L F 1970-01-01 x here=2001-01-01");
}

void spoil_rest(struct spoil *s)
{
    /* One whole term at home between the two postings of each. */
    spoil_lawful(s,
                 COUNTY "teacher A L F 1990-01-01 x\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"
                        "history C go L M1 2025-09-01 2026-03-02\nrule rest kind=go terms=1\n",
                 "A go M1 2026A 1; A go M2 2027A 1; B go M1 2026A 2; B go M2 2027B 1; C go M1 2026A 1; C go "
                 "M2 2027A 2");
    spoil_field(s, 0, SPOIL_START, "2026B");
    spoil_field(s, 0, SPOIL_TERMS, "2");
    spoil_field(s, 1, SPOIL_START, "2026B");
    spoil_field(s, 2, SPOIL_START, "2026B");
    spoil_field(s, 2, SPOIL_TERMS, "3");
    spoil_field(s, 3, SPOIL_START, "2027A");
    spoil_field(s, 4, SPOIL_START, "2026B");
    spoil_field(s, 4, SPOIL_TERMS, "2");
    spoil_field(s, 5, SPOIL_START, "2026B");
    spoil_add(s, "A go M1 2026B 1");
    spoil_add(s, "A go M1 2027B 1");
    spoil_add(s, "B go M1 2027A 1");
    spoil_add(s, "C go M1 2026B 1");
    spoil_datum(s, "history C", 6, "2026-03-03");
    spoil_datum(s, "history C", 6, "2026-08-31");
    spoil_datum(s, "history C", 6, "2026-09-01");
    spoil_fact(s, "history A go L M1 2025-09-01 2026-08-31");
    spoil_fact(s, "history A go L M1 2027-02-20 2027-07-05");
    spoil_fact(s, "history B go L M1 2026-01-01 2026-03-03");
    spoil_fact(s, "history A go L M1 2028-02-20 2028-07-05");
    spoil_field(s, 1, SPOIL_TEACHER, "B");
    spoil_option(s, "rule rest", "terms", "2");
    spoil_option(s, "rule rest", "terms", "4");
}

void spoil_stability(struct spoil *s)
{
    static const char *const values[6] = {"F", "other", "M1", "2026B", "2", "y"};

    /* Two changes are allowed, and made: A goes to another school. */
    s->kept = "A go M1 2026A 1 x; B go M2 2026A 1 x; C go M2 2026A 1 x; D go M2 2026A 1 x; E go M2 2026A 1 x";
    spoil_lawful(
        s,
        COUNTY "teacher A L F 1990-01-01 x,y\nteacher B L F 1990-01-01 x,y\nteacher C L F 1990-01-01 x,y\n"
               "teacher D L F 1990-01-01 x,y\nteacher E L F 1990-01-01 x,y\nteacher F L F 1990-01-01 x,y\n"
               "rule stability max=2\n",
        "A go M2 2026A 1 x; B go M2 2026A 1 x; C go M2 2026A 1 x; D go M2 2026A 1 x; E go M2 2026A 1 x");
    for (int i = 1; i < 5; i++) {
        spoil_remove(s, i);
        for (int field = 0; field < 6; field++)
            spoil_field(s, i, field, values[field]);
    }
    spoil_add(s, "F go M1 2027A 1 x");
    spoil_option(s, "rule stability", "max", "1");
    spoil_option(s, "rule stability", "max", "0");
}
