/*
 * spoil_postings.c - spoilings of the rules about single postings, and of clashes and pins.
 */
#include "tests/support/spoil.h"

/* A lead school, four members, a school of another community and one of none; four teachers who go. */
#define COUNTY                                                                                               \
    "school L lead G\nschool M1 member G\nschool M2 member G\nschool M3 member G\nschool M4 member G\n"      \
    "school X lead H\nschool Y member H\nschool Z member -\n"                                                \
    "kind go any 1,2,3,4 fills\nkind other any 1,2,3,4\n"

static const char four[] = "A go M1 2026A 2; B go M2 2026B 1; C go M3 2027A 2; D go M4 2027B 1";

void spoil_age_limit(struct spoil *s)
{
    spoil_lawful(s,
                 COUNTY
                 "rule age_limit kind=go max.M=50 max.F=45\n"
                 "teacher A L M 1976-09-02 x\nteacher B L F 1981-09-02 x\nteacher C L M 1960-01-01 x\n",
                 "A go M1 2026A 1; B go M2 2026A 1; C other M3 2026A 1");
    /* Every month in which the birthday of the limit is reached by 1 September. */
    for (int month = 1; month <= 12; month++) {
        int late = month > 9;

        spoil_datum(s, "teacher A", 4, spoil_print("%d-%02d-01", 1976 - late, month));
        spoil_datum(s, "teacher B", 4, spoil_print("%d-%02d-01", 1981 - late, month));
    }
}

void spoil_eligibility(struct spoil *s)
{
    static const char *const ids[] = {"A", "B", "C", "D"};

    spoil_lawful(
        s,
        COUNTY
        "rule eligibility kind=go filter.service_years=3.. filter.post=teacher,middle filter.subject=x\n"
        "teacher A L F 1990-01-01 x,y service=2023-09-01\nteacher B L F 1990-01-01 x,y service=2024-02-20\n"
        "teacher C L F 1990-01-01 x,y service=2024-09-01\nteacher D L F 1990-01-01 x,y service=2025-02-20\n"
        "teacher E L F 1990-01-01 x,y service=2026-01-01\nteacher F L F 1990-01-01 x,y\n",
        four);
    for (int i = 0; i < 4; i++) {
        const char *fact = spoil_print("teacher %s", ids[i]);
        static const char *const one_day_late[] = {"2023-09-02", "2024-02-21", "2024-09-02", "2025-02-21"};

        spoil_option(s, fact, "service", one_day_late[i]);
        spoil_option(s, fact, "service", NULL);
        spoil_option(s, fact, "post", "vice");
        spoil_option(s, fact, "post", "principal");
        spoil_field(s, i, SPOIL_SUBJECT, "y");
        spoil_field(s, i, SPOIL_TEACHER, "F");
    }
    spoil_field(s, 0, SPOIL_TEACHER, "E");
    spoil_field(s, 0, SPOIL_TEACHER, "D");
}

void spoil_exempt(struct spoil *s)
{
    static const char *const flags[] = {"pregnant", "nursing", "ill"};

    spoil_lawful(s,
                 COUNTY
                 "rule exempt kind=go flags=pregnant,nursing,ill retire_within_years=3 from=2025-01-01 "
                 "table=M:720:4:756,F55:660:4:696,F50:600:2:660\n"
                 "teacher A L M 1968-09-15 x flags=care\nteacher B L F 1974-12-15 x class=F55\n"
                 "teacher C L F 1990-01-01 x\nteacher D L M 1990-01-01 x\nteacher E L M 1960-01-01 x\n",
                 four);
    for (int i = 0; i < 3; i++) {
        spoil_option(s, "teacher A", "flags", flags[i]);
        spoil_option(s, "teacher B", "flags", flags[i]);
        spoil_option(s, "teacher C", "flags", flags[i]);
    }
    for (int month = 1; month <= 12; month++) /* men of 1967 retire in 2028 at the latest */
        spoil_datum(s, "teacher A", 4, spoil_print("1967-%02d-28", month));
    spoil_option(s, "teacher B", "class", "F50");
    spoil_field(s, 0, SPOIL_START, "2026B"); /* half a year later A is near */
    spoil_field(s, 1, SPOIL_TEACHER, "E");
    spoil_field(s, 2, SPOIL_TEACHER, "E");
}

void spoil_volunteers(struct spoil *s)
{
    static const char *const others[] = {"E", "F", "G", "H"};

    spoil_lawful(
        s,
        COUNTY "rule volunteers states=recommended,approved\n"
               "teacher A L F 1990-01-01 x applied=approved\nteacher B L F 1990-01-01 x applied=recommended\n"
               "teacher C L F 1990-01-01 x applied=approved\nteacher D L F 1990-01-01 x applied=approved\n"
               "teacher E L F 1990-01-01 x applied=applied\nteacher F L F 1990-01-01 x applied=none\n"
               "teacher G L F 1990-01-01 x\nteacher H M1 F 1990-01-01 x applied=applied\n",
        four);
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 3; k++)
            spoil_field(s, i, SPOIL_TEACHER, others[k]);
        spoil_add(s, spoil_print("%s go M2 2026A 1", others[i]));
    }
    spoil_option(s, "teacher A", "applied", "applied");
    spoil_option(s, "teacher B", "applied", "applied");
    spoil_option(s, "teacher C", "applied", "none");
    spoil_option(s, "teacher D", "applied", NULL);
}

#define TEACHERS                                                                                             \
    "teacher A L F 1990-01-01 x\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x\n"                   \
    "teacher D L F 1990-01-01 x\nteacher E L F 1990-01-01 x\n"

void spoil_scope(struct spoil *s)
{
    static const char *const outside[] = {"X", "Y", "Z"}, *const hosts[] = {"M1", "M2", "M3", "M4"};

    spoil_lawful(s, COUNTY TEACHERS "rule scope kind=go\n", four);
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 3; k++)
            spoil_field(s, i, SPOIL_HOST, outside[k]);
        spoil_datum(s, spoil_print("school %s", hosts[i]), 3, "H");
        spoil_datum(s, spoil_print("school %s", hosts[i]), 3, "-");
    }
    spoil_add(s, "E go X 2026A 1");
    spoil_datum(s, "school L", 3, "-");
}

void spoil_distance(struct spoil *s)
{
    static const char *const hosts[] = {"M1", "M2", "M3", "M4"};

    spoil_lawful(s,
                 COUNTY TEACHERS
                 "road L M1 30 20000\nroad L M2 30 20000\nroad L M3 30 20000\nroad L M4 30 20000\n"
                 "road L X 31 20000\nroad L Y 30 20001\n"
                 "rule distance kind=go max_minutes=30 max_metres=20000\n",
                 four);
    for (int i = 0; i < 4; i++) {
        const char *road = spoil_print("road L %s", hosts[i]);

        spoil_datum(s, road, 3, "31");
        spoil_datum(s, road, 4, "20001");
        spoil_datum(s, road, 3, "1440");
        spoil_field(s, i, SPOIL_HOST, "X");
        spoil_field(s, i, SPOIL_HOST, "Y");
    }
    spoil_add(s, "E go Y 2026A 1");
}

void spoil_wishes(struct spoil *s)
{
    static const char *const ids[] = {"A", "B", "C", "D"}, *const hosts[] = {"M1", "M2", "M3", "M4"};

    spoil_lawful(
        s,
        COUNTY TEACHERS
        "wish A M1 -1\nwish B M2 2\nwish C M3 0\nwish D M4 1\nwish A X -2\nwish B X -2\nwish C X -2\n"
        "wish D X -2\nwish A Y -2\nwish B Y -2\nwish C Y -2\nwish D Y -2\nwish E M1 -2\nrule wishes\n",
        four);
    for (int i = 0; i < 4; i++) {
        spoil_datum(s, spoil_print("wish %s %s", ids[i], hosts[i]), 3, "-2");
        spoil_field(s, i, SPOIL_HOST, "X");
        spoil_field(s, i, SPOIL_HOST, "Y");
        spoil_add(s, spoil_print("%s other X 2026A 1", ids[i]));
        spoil_add(s, spoil_print("%s go Y 2027B 1", ids[i]));
    }
    spoil_field(s, 0, SPOIL_TEACHER, "E");
}

void spoil_one_posting(struct spoil *s)
{
    static const char *const terms[] = {"2026A", "2026B", "2027A", "2027B"};

    s->implied = true;
    spoil_lawful(s, COUNTY TEACHERS, "A go M1 2026B 2; B go M2 2026A 1; B go M3 2026B 3");
    /* A is away in terms 1 and 2. */
    for (int start = 0; start < 4; start++)
        for (int length = 1; start + length <= 4; length++)
            if (start <= 2 && start + length > 1)
                spoil_add(s, spoil_print("A other M4 %s %d", terms[start], length));
    /* B is always away: any posting or running history more is too much. */
    for (int start = 0; start < 4; start++)
        spoil_add(s, spoil_print("B go M4 %s 1", terms[start]));
    spoil_field(s, 1, SPOIL_TERMS, "2");
    spoil_field(s, 1, SPOIL_START, "2027B");
    spoil_field(s, 2, SPOIL_START, "2026A");
    spoil_field(s, 0, SPOIL_TEACHER, "B");
    spoil_fact(s, "history A go L M2 2025-09-01 2027-02-20");
    spoil_fact(s, "history A go L M2 2028-01-20 -");
    spoil_fact(s, "history A gone L M2 2020-01-01 -");
    spoil_fact(s, "history B go L M2 2028-07-05 2030-01-01");
}

void spoil_pins(struct spoil *s)
{
    static const char *const values[6][3] = {{"C", "D", "E"},   {"other", "third", "fourth"},
                                             {"M2", "M4", "X"}, {"2026B", "2027A", "2027B"},
                                             {"1", "3", "4"},   {"y", "z", "w"}};

    s->implied = true;
    spoil_lawful(
        s,
        COUNTY
        "kind third any 1,2,3,4\nkind fourth any 1,2,3,4\n"
        "teacher A L F 1990-01-01 x,y,z,w\nteacher B L F 1990-01-01 x\nteacher C L F 1990-01-01 x,y,z,w\n"
        "teacher D L F 1990-01-01 x\nteacher E L F 1990-01-01 x\n"
        "pin teacher=A kind=go to=M1 start=2026A terms=2 subject=x\npin forbid teacher=B to=M3\n",
        "A go M1 2026A 2 x; B go M2 2026A 1");
    for (int field = 0; field < 6; field++)
        for (int v = 0; v < 3; v++) {
            if (field == SPOIL_START && v == 2)
                continue; /* two terms would not fit; that is another rule */
            if (field == SPOIL_TERMS && v == 2)
                continue;
            spoil_field(s, 0, field, values[field][v]);
        }
    spoil_remove(s, 0);
    spoil_field(s, 1, SPOIL_HOST, "M3");
    spoil_add(s, "B other M3 2027A 1");
    spoil_fact(s, "pin forbid teacher=A");
    spoil_fact(s, "pin teacher=E");
}

/* Not an entry of a policy: the limits of kinds. */
void spoil_kind_limits(struct spoil *s)
{
    static const char *const hosts[] = {"M1", "M2", "M3", "M4"};

    s->implied = true;
    spoil_lawful(s,
                 COUNTY TEACHERS "kind out lead_to_member 1,3 starts=2026A,2026B posts=teacher\n"
                                 "road L Z none\n",
                 "A out M1 2026A 1; B out M2 2026B 3; C out M3 2026A 3; D out M4 2026B 1");
    for (int i = 0; i < 4; i++) {
        spoil_field(s, i, SPOIL_HOST, "X"); /* a lead */
        spoil_field(s, i, SPOIL_HOST, "L"); /* her own school */
        spoil_field(s, i, SPOIL_HOST, "Z"); /* no road */
        spoil_field(s, i, SPOIL_TERMS, "2");
        spoil_field(s, i, SPOIL_START, "2027A");
        spoil_option(s, spoil_print("teacher %c", 'A' + i), "post", "vice");
        spoil_datum(s, spoil_print("school %s", hosts[i]), 2, "lead");
        spoil_fact(s, spoil_print("road L %s none", hosts[i]));
    }
    spoil_datum(s, "kind out", 2, "member_to_lead");
    spoil_add(s, "E out M1 2026A 1 x from=M2");
}
