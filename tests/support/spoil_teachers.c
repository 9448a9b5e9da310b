/*
 * spoil_teachers.c - spoilings of the rules about a teacher's week: clashes, ways, loads, campuses.
 */
#include "tests/support/spoil.h"

#define SCHOOLS                                                                                              \
    "school S1 lead G\nschool S2 member G\nschool S3 member G\nschool S4 member G\nschool H1 lead H\n"
#define CLASSES                                                                                              \
    "demand S1 x 20 class=a\ndemand S2 x 20 class=b\ndemand S3 x 20 class=c\ndemand S4 x 20 class=d\n"
#define TEACHERS                                                                                             \
    "teacher A S1 F 1990-01-01 x load=60\nteacher B S1 F 1990-01-01 x load=60\n"                             \
    "teacher C S2 F 1990-01-01 x load=60\n"

static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri"};

void spoil_lessons_no_clash(struct spoil *s)
{
    s->implied = true;
    spoil_lawful(s,
                 SCHOOLS "teacher A S1 F 1990-01-01 x load=60\nteacher B S1 F 1990-01-01 x,y load=60\n"
                         "teacher C S2 F 1990-01-01 y load=60\nteacher D H1 F 1990-01-01 x load=60\n"
                         "teacher W S1 F 1990-01-01 x,y load=60 away\n"
                         "demand S1 x 2 class=a\ndemand S1 y 2 class=a\ndemand S1 x 1 class=a2\n"
                         "demand S2 x 1 class=b\ndemand S2 y 1 class=b teacher=C\ndemand H1 x 2 class=h\n",
                 "A a x Mon 1; A b x Mon 3; A a x Tue 1; B a y Mon 2; B a2 x Mon 1; C b y Mon 1");
    static const struct {
        int lesson, field;
        const char *value;
    } changes[] = {
        {0, SPOIL_WHO, "W"},    {0, SPOIL_WHO, "C"},    {0, SPOIL_WHO, "D"},    {0, SPOIL_WHO, "B"},
        {0, SPOIL_CLASS, "b"},  {0, SPOIL_CLASS, "h"},  {0, SPOIL_CLASS, "a2"}, {0, SPOIL_WHAT, "y"},
        {0, SPOIL_WHAT, "z"},   {0, SPOIL_DAY, "Tue"},  {0, SPOIL_PERIOD, "2"}, {0, SPOIL_PERIOD, "3"},
        {0, SPOIL_PERIOD, "8"}, {1, SPOIL_PERIOD, "1"}, {1, SPOIL_WHO, "W"},    {1, SPOIL_WHO, "D"},
        {2, SPOIL_DAY, "Mon"},  {3, SPOIL_WHO, "A"},    {3, SPOIL_PERIOD, "1"}, {3, SPOIL_CLASS, "a2"},
        {4, SPOIL_WHO, "A"},    {4, SPOIL_CLASS, "a"},  {4, SPOIL_PERIOD, "2"}, {5, SPOIL_WHO, "B"},
        {5, SPOIL_PERIOD, "3"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
        spoil_field(s, changes[i].lesson, changes[i].field, changes[i].value);
    spoil_add(s, "B h x Fri 1");
    spoil_add(s, "A a x Fri 1");
    spoil_add(s, "W a y Fri 1");
    spoil_add(s, "B a y Fri 1 at=S2");
    spoil_add(s, "B q x Fri 1 at=S1");
    spoil_fact(s, "busy teacher A Mon 1");
    spoil_fact(s, "busy teacher A * 3");
    spoil_fact(s, "busy class a Tue 1-4");
    spoil_fact(s, "busy school S2 Mon *");
    spoil_fact(s, "bell S2 3 09:50 10:30"); /* its only period: C has none to teach in */
    spoil_datum(s, "demand S1 x 2", 3, "1");
    spoil_datum(s, "demand S1 y 2", 2, "z");
    spoil_datum(s, "demand S2 x", 0, NULL);
    spoil_option(s, "demand S2 y 1", "teacher", "B");
    spoil_datum(s, "teacher A", 5, "y");
    spoil_datum(s, "teacher A", 2, "H1");
    spoil_datum(s, "school S2", 3, "H");
    spoil_datum(s, "school S1", 3, "-");
}

void spoil_lessons_travel_time(struct spoil *s)
{
    s->implied = true;
    spoil_lawful(s,
                 SCHOOLS CLASSES TEACHERS
                 "period none\nperiod 1 08:00 08:40 am\nperiod 2 08:50 09:30 am\nperiod 3 09:50 10:30 am\n"
                 "period 4 10:40 11:20 am\nperiod 5 14:00 14:40 pm\n"
                 "road S1 S2 10\nroad S2 S3 20\nroad S1 S3 20\nroad S1 S4 480\n",
                 "A a x Mon 1; A b x Mon 2; A c x Mon 3; A a x Mon 5; B d x Tue 1");
    for (int k = 1; k <= 4; k++) {
        spoil_datum(s, "road S1 S2", 3, spoil_print("%d", 10 + k));
        spoil_datum(s, "road S2 S3", 3, spoil_print("%d", 20 + k));
        spoil_datum(s, "road S1 S4", 3, spoil_print("%d", 480 + k));
        spoil_datum(s, "period 1", 3, spoil_print("08:%d", 40 + k));
        spoil_datum(s, "period 2", 3, spoil_print("09:%d", 30 + k));
        spoil_datum(s, "period 3", 2, spoil_print("09:%d", 50 - k));
        spoil_fact(s, spoil_print("settle %d", k));
    }
    spoil_field(s, 0, SPOIL_CLASS, "c");
    spoil_field(s, 1, SPOIL_CLASS, "c");
    spoil_field(s, 1, SPOIL_CLASS, "d");
    spoil_field(s, 1, SPOIL_PERIOD, "1");
    spoil_field(s, 3, SPOIL_PERIOD, "4");
    spoil_fact(s, "road S1 S2 none");
    spoil_fact(s, "road S2 S3 none");
    spoil_fact(s, "road S1 S3 none");
    spoil_fact(s, "road S1 S4 none");
    spoil_fact(s, "bell S2 2 08:49 09:30");
    spoil_fact(s, "bell S2 2 08:50 09:31");
}

void spoil_lessons_load(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule load max_day=3 max_week=8 max_row=2\n",
                 "A a x Mon 1; A a x Mon 2; A a x Mon 4; A b x Tue 1; A a x Tue 3; A b x Tue 5; A a x Wed 1; "
                 "A a x Wed 2; B a x Thu 1; B a x Thu 2; B a x Thu 4");
    for (int d = 0; d < 5; d++) /* her week is full */
        for (int p = 6; p <= 7; p++)
            spoil_add(s, spoil_print("A a x %s %d", days[d], p));
    spoil_field(s, 2, SPOIL_PERIOD, "3"); /* a row of three */
    spoil_field(s, 10, SPOIL_PERIOD, "3");
    spoil_field(s, 6, SPOIL_DAY, "Mon");
    spoil_field(s, 7, SPOIL_DAY, "Mon");
    spoil_field(s, 7, SPOIL_DAY, "Tue"); /* four on a day */
    spoil_field(s, 8, SPOIL_WHO, "A");
    spoil_field(s, 9, SPOIL_WHO, "A");
    for (int p = 5; p <= 7; p++)
        spoil_add(s, spoil_print("B b x Thu %d", p));
    spoil_option(s, "rule load", "max_day", "2");
    spoil_option(s, "rule load", "max_week", "7");
    spoil_option(s, "rule load", "max_row", "1");
}

void spoil_lessons_schools(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule schools max_day=2 max_week=3 max_changes_day=1\n",
                 "A a x Mon 1; A b x Mon 3; A b x Mon 4; A c x Tue 1; A b x Wed 1");
    for (int d = 0; d < 5; d++) { /* a fourth campus */
        spoil_add(s, spoil_print("A d x %s 7", days[d]));
        spoil_add(s, spoil_print("A d x %s 5", days[d]));
    }
    spoil_add(s, "A a x Mon 5"); /* a second change */
    spoil_add(s, "A c x Mon 5");
    spoil_add(s, "A c x Mon 7");
    for (int i = 1; i < 3; i++) {
        spoil_field(s, i, SPOIL_CLASS, "c");
        spoil_field(s, i, SPOIL_CLASS, "d");
    }
    spoil_field(s, 4, SPOIL_CLASS, "d");
    spoil_field(s, 3, SPOIL_DAY, "Mon"); /* another change: a and c at one time, then b */
    spoil_option(s, "rule schools", "max_day", "1");
    spoil_option(s, "rule schools", "max_week", "2");
    spoil_option(s, "rule schools", "max_changes_day", "0");
}

void spoil_lessons_travel_limit(struct spoil *s)
{
    static const char *const limits[] = {"max_leg_minutes", "max_day_minutes", "max_week_minutes",
                                         "max_leg_metres",  "max_day_metres",  "max_week_metres"};
    static const int values[] = {20, 40, 80, 5000, 10000, 20000};

    spoil_lawful(s,
                 SCHOOLS CLASSES TEACHERS
                 "road S1 S2 20 5000\nroad S1 S3 20 5000\nroad S1 S4 21 5000\n"
                 "rule travel_limit max_leg_minutes=20 max_day_minutes=40 max_week_minutes=80 "
                 "max_leg_metres=5000 max_day_metres=10000 max_week_metres=20000\n",
                 "A b x Mon 1; A b x Mon 7; A c x Tue 1; A a x Tue 3");
    for (int i = 0; i < 6; i++)
        spoil_option(s, "rule travel_limit", limits[i], spoil_print("%d", values[i] - 1));
    for (int k = 1; k <= 3; k++) {
        spoil_datum(s, "road S1 S2", 3, spoil_print("%d", 20 + k));
        spoil_datum(s, "road S1 S3", 4, spoil_print("%d", 5000 + k));
    }
    for (int d = 2; d < 5; d++) { /* a third day out */
        spoil_add(s, spoil_print("A b x %s 1", days[d]));
        spoil_add(s, spoil_print("A d x %s 1", days[d]));
    }
    spoil_add(s, "A a x Mon 4"); /* home for a lesson, and out again */
    spoil_add(s, "A c x Mon 4");
    spoil_add(s, "A b x Tue 7");
    spoil_field(s, 0, SPOIL_CLASS, "d");
    spoil_field(s, 2, SPOIL_CLASS, "d");
}

void spoil_lessons_half_day(struct spoil *s)
{
    static const char *const others[] = {"b", "c", "d"};

    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule half_day\n",
                 "A a x Mon 1; A a x Mon 2; A a x Mon 4; A b x Mon 5; A b x Mon 7; A c x Tue 1; A c x Tue 3");
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            spoil_field(s, i, SPOIL_CLASS, others[k]);
    for (int i = 3; i < 5; i++)
        for (int k = 1; k < 4; k++)
            spoil_field(s, i, SPOIL_CLASS, k == 3 ? "a" : others[k]);
    for (int i = 5; i < 7; i++)
        for (int k = 0; k < 3; k++)
            spoil_field(s, i, SPOIL_CLASS, k == 1 ? "a" : others[k]);
    spoil_add(s, "A b x Mon 3");
    spoil_add(s, "A d x Mon 6");
    spoil_add(s, "A d x Tue 2");
    spoil_field(s, 3, SPOIL_PERIOD, "3");
    spoil_field(s, 6, SPOIL_DAY, "Mon");
}

void spoil_lessons_visiting_days(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule visiting_days weekday=Tue,Fri max_days=2 min_periods=2\n",
                 "A a x Mon 1; A b x Tue 1; A b x Tue 2; A b x Fri 5; A b x Fri 7; A c x Tue 5; A c x Tue 6");
    for (int i = 1; i < 7; i++) { /* the wrong day, and what stays behind is too short */
        spoil_field(s, i, SPOIL_DAY, "Mon");
        spoil_field(s, i, SPOIL_DAY, "Wed");
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_CLASS, "a");
    }
    spoil_add(s, "A a x Fri 6"); /* cuts the visit in two */
    spoil_add(s, "A c x Fri 6");
    spoil_field(s, 0, SPOIL_CLASS, "d");
    spoil_option(s, "rule visiting_days", "weekday", "Tue");
    spoil_option(s, "rule visiting_days", "weekday", "Fri");
    spoil_option(s, "rule visiting_days", "max_days", "1");
    spoil_option(s, "rule visiting_days", "min_periods", "3");
    spoil_datum(s, "teacher A", 2, "S2"); /* now S1 is a visit, on a Monday */
}

void spoil_lessons_idle(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule idle max_day=1\n",
                 "A a x Mon 1; A a x Mon 3; A b x Tue 2; A b x Tue 4; A a x Tue 5; B a x Wed 3; B a x Wed 4; "
                 "C b x Thu 1; C b x Thu 3");
    for (int p = 5; p <= 7; p++) {
        spoil_add(s, spoil_print("A a x Mon %d", p));
        spoil_field(s, 1, SPOIL_PERIOD, spoil_print("%d", p));
        spoil_field(s, 6, SPOIL_PERIOD, spoil_print("%d", p + (p == 5)));
    }
    for (int p = 6; p <= 7; p++) {
        spoil_field(s, 4, SPOIL_PERIOD, spoil_print("%d", p));
        spoil_field(s, 3, SPOIL_PERIOD, spoil_print("%d", p));
        spoil_add(s, spoil_print("C b x Thu %d", p));
    }
    spoil_add(s, "B b x Wed 7");
    spoil_remove(s, 3);
    spoil_field(s, 4, SPOIL_DAY, "Mon");
    spoil_field(s, 3, SPOIL_DAY, "Fri");
    spoil_field(s, 3, SPOIL_WHO, "C");
    spoil_option(s, "rule idle", "max_day", "0");
    spoil_fact(s, "period 8 08:41 08:49 am"); /* a bell between the first two */
    spoil_fact(s, "period 9 10:31 10:39 am");
}

void spoil_lessons_fairness(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "road S1 S2 15\nroad S1 S3 20\nrule fairness max_minutes=70\n",
                 "A b x Mon 1; A b x Mon 7; A c x Tue 1; C a x Mon 2; C a x Tue 2");
    for (int k = 1; k <= 3; k++) {
        spoil_datum(s, "road S1 S2", 3, spoil_print("%d", 17 + k));
        spoil_datum(s, "road S1 S3", 3, spoil_print("%d", 20 + k));
        spoil_option(s, "rule fairness", "max_minutes", spoil_print("%d", 70 - k));
    }
    for (int d = 2; d < 5; d++) {
        spoil_add(s, spoil_print("A b x %s 1", days[d]));
        spoil_add(s, spoil_print("A d x %s 1", days[d]));
        spoil_field(s, 1, SPOIL_DAY, days[d]);
    }
    spoil_add(s, "A a x Mon 3");
    spoil_add(s, "C a x Wed 2");
    spoil_add(s, "A d x Mon 2");
}
