/*
 * spoil_classes.c - spoilings of the rules about classes and subjects, and of those that both models have.
 */
#include "tests/support/spoil.h"

#define SCHOOLS "school S1 lead G\nschool S2 member G\nschool S3 member G\nschool H1 lead H\n"
#define CLASSES                                                                                              \
    "demand S1 x 4 class=a\ndemand S1 y 3 class=a\ndemand S1 x 4 class=a2\ndemand S2 x 4 class=b\n"          \
    "demand S2 y 4 class=b\n"
#define TEACHERS                                                                                             \
    "teacher A S1 F 1990-01-01 x,y load=60\nteacher B S1 F 1990-01-01 x,y load=60\n"                         \
    "teacher C S2 F 1990-01-01 x,y load=60\n"

static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri"};

void spoil_lessons_one_teacher(struct spoil *s)
{
    static const char *const others[] = {"B", "C"};

    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule one_teacher\n",
                 "A a x Mon 1; A a x Tue 1; A a x Wed 1; B a y Mon 2; B a y Tue 2; C b x Wed 3; C b x Thu 3");
    for (int i = 0; i < 7; i++)
        for (int k = 0; k < 2; k++)
            spoil_field(s, i, SPOIL_WHO, i < 3 ? others[k] : i < 5 ? (k ? "C" : "A") : (k ? "B" : "A"));
    for (int d = 0; d < 5; d++) {
        spoil_add(s, spoil_print("B a x %s 7", days[d]));
        spoil_add(s, spoil_print("A b x %s 7", days[d]));
    }
    for (int i = 0; i < 3; i++)
        spoil_field(s, i, SPOIL_WHAT, "y");
}

void spoil_lessons_spread(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule spread max_day=1 min_gap_days=2 subjects=x\n",
                 "A a x Mon 1; A a x Wed 1; A a x Fri 1; A a y Mon 2; A a y Mon 3; B b x Tue 1; B b x Thu 1");
    for (int p = 4; p <= 7; p++)
        for (int d = 0; d < 5; d++)
            spoil_add(s, spoil_print("A a x %s %d", days[d], p));
    spoil_field(s, 0, SPOIL_DAY, "Tue");
    spoil_field(s, 1, SPOIL_DAY, "Thu");
    spoil_field(s, 3, SPOIL_WHAT, "x");
    spoil_field(s, 5, SPOIL_DAY, "Wed");
    spoil_field(s, 5, SPOIL_DAY, "Thu");
    spoil_add(s, "C b x Wed 4"); /* whoever teaches */
    spoil_option(s, "rule spread", "min_gap_days", "3");
    spoil_option(s, "rule spread", "max_day", "0");
    spoil_option(s, "rule spread", "subjects", "x,y");
}

void spoil_lessons_double(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule double\n",
                 "A a x Mon 1; A a x Mon 2; A a x Tue 6; A a x Tue 7; A a y Wed 1; A a y Wed 2; A a y Thu 5; "
                 "B b x Fri 3; B b x Fri 4");
    static const struct {
        int lesson;
        const char *period;
    } moves[] = {{0, "4"}, {0, "7"}, {1, "4"}, {1, "5"}, {2, "1"}, {3, "1"}, {7, "1"}, {8, "5"}};
    for (int i = 0; i < 9; i++) {
        if (i == 6) /* 3 periods a week: one may stand alone */
            continue;
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_DAY, i == 4 || i == 5 ? "Fri" : i == 2 || i == 3 || i > 6 ? "Mon" : "Thu");
    }
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        spoil_field(s, moves[i].lesson, SPOIL_PERIOD, moves[i].period);
    spoil_add(s, "A a y Fri 1");
    spoil_add(s, "B b x Mon 4");
    spoil_datum(s, "demand S1 y", 3, "4");
}

void spoil_lessons_room(struct spoil *s)
{
    spoil_lawful(
        s, SCHOOLS CLASSES TEACHERS "rule room capacity=1 subjects=x where.school=S1\n",
        "A a x Mon 1; B a2 x Mon 2; A a x Tue 1; B a2 x Tue 2; A a x Wed 1; B a2 x Wed 2; C a y Mon 2; "
        "C a y Tue 2; C a y Wed 2");
    for (int i = 0; i < 6; i++) {
        spoil_field(s, i, SPOIL_PERIOD, i % 2 ? "1" : "2");
        spoil_add(s, spoil_print("C %s x %s %d", i % 2 ? "a" : "a2", days[i / 2], 1 + i % 2));
    }
    for (int i = 6; i < 9; i++)
        spoil_field(s, i, SPOIL_WHAT, "x");
    for (int d = 1; d < 3; d++) { /* classes that do not belong there need room too */
        spoil_add(s, spoil_print("B b x %s 1 at=S1", days[d]));
        spoil_add(s, spoil_print("C q x %s 2 at=S1", days[d]));
    }
    spoil_option(s, "rule room", "capacity", "0");
    spoil_option(s, "rule room", "subjects", "x,y");
}

void spoil_lessons_avoid(struct spoil *s)
{
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule avoid periods=1,7 only=1,2,3,4 subjects=x\n",
                 "A a x Mon 2; A a x Tue 3; A a x Wed 4; A a y Thu 1; A a y Thu 7; A a y Thu 5");
    for (int i = 0; i < 3; i++) {
        spoil_field(s, i, SPOIL_PERIOD, "1");
        for (int p = 5; p <= 7; p++)
            spoil_field(s, i, SPOIL_PERIOD, spoil_print("%d", p));
    }
    for (int i = 3; i < 6; i++)
        spoil_field(s, i, SPOIL_WHAT, "x");
    for (int d = 0; d < 5; d++)
        spoil_add(s, spoil_print("B b x %s %d", days[d], d == 4 ? 1 : 5 + d % 3));
    spoil_option(s, "rule avoid", "periods", "2");
    spoil_option(s, "rule avoid", "only", "2,3");
    spoil_option(s, "rule avoid", "subjects", "y");
}

void spoil_lessons_common_free(struct spoil *s)
{
    spoil_lawful(
        s,
        SCHOOLS CLASSES TEACHERS "days Mon Tue\nteacher D S1 F 1990-01-01 z load=60\ndemand S1 z 9 class=a\n"
                                 "rule common_free group.subject=x periods_per_week=8\n",
        "A a x Mon 1; A a x Mon 2; B a2 x Mon 1; A a x Tue 4; B b x Tue 6; C b y Tue 5; C b y Tue 7; "
        "D a z Mon 5");
    for (int d = 0; d < 2; d++) {
        for (int p = d ? 1 : 3; p <= (d ? 3 : 7); p++) {
            spoil_add(s, spoil_print("A a x %s %d", days[d], p));
            spoil_add(s, spoil_print("C b x %s %d", days[d], p));
            spoil_fact(s, spoil_print("busy teacher B %s %d", days[d], p));
        }
    }
    spoil_field(s, 0, SPOIL_PERIOD, "3"); /* B's lesson stays at 1 */
    spoil_field(s, 2, SPOIL_PERIOD, "7");
    spoil_option(s, "rule common_free", "periods_per_week", "9");
    spoil_option(s, "rule common_free", "group.subject", "x,z");
    spoil_datum(s, "teacher D", 5, "x,z");
}

void spoil_lessons_sync_class(struct spoil *s)
{
    spoil_lawful(
        s,
        SCHOOLS CLASSES TEACHERS "sync a b x 2\nsync a b y 1\n"
                                 "rule sync_class subjects_min=2 periods_min=3\n",
        "A a x Mon 1; C b x Mon 1; A a x Wed 3; C b x Wed 3; B a y Thu 5; C b y Thu 5; B a2 x Fri 1");
    for (int i = 0; i < 6; i++) {
        spoil_remove(s, i); /* one period less is taught together than the rule wants */
        spoil_field(s, i, SPOIL_DAY, "Tue");
        spoil_field(s, i, SPOIL_PERIOD, "7");
    }
    spoil_field(s, 0, SPOIL_CLASS, "a2");
    spoil_field(s, 4, SPOIL_WHAT, "x");
    spoil_datum(s, "sync a b x", 2, "a2");
    spoil_datum(s, "sync a b y", 3, "x");
    spoil_option(s, "rule sync_class", "subjects_min", "3");
    spoil_option(s, "rule sync_class", "periods_min", "4");
}

void spoil_lessons_need(struct spoil *s)
{
    spoil_lawful(
        s,
        SCHOOLS TEACHERS "demand S1 x 4 class=a\ndemand S1 y 2 class=a\ndemand S2 x 1 classes=2 grade=g\n"
                         "demand S2 y 9 class=b\nrule need subjects=x\nrule need where.school=S1\n",
        "A a x Mon 1; A a x Tue 1; A a x Wed 1; A a x Thu 1; B a y Mon 2; B a y Tue 2; C S2-g-1 x Mon 1; "
        "C S2-g-2 x Mon 2");
    for (int i = 0; i < 8; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_WHAT, i < 6 ? (i < 4 ? "y" : "x") : "y");
    }
    for (int k = 1; k <= 3; k++) {
        spoil_datum(s, "demand S1 x", 3, spoil_print("%d", 4 + k));
        spoil_datum(s, "demand S1 y", 3, spoil_print("%d", 2 + k));
    }
    spoil_option(s, "demand S2 x", "classes", "3");
    spoil_datum(s, "demand S2 y", 2, "x");
    spoil_fact(s, "demand S1 z 1 class=a");
}

void spoil_lessons_pins(struct spoil *s)
{
    static const char *const others[5][3] = {
        {"B", "C", "D"}, {"b", "c", "q"}, {"y", "z", "w"}, {"Tue", "Wed", "Thu"}, {"1", "3", "7"}};

    s->implied = true;
    spoil_lawful(s,
                 SCHOOLS CLASSES TEACHERS
                 "teacher D S1 F 1990-01-01 x load=60\ndemand S3 x 4 class=c\n"
                 "demand S1 x 1 class=q\n"
                 "pin lesson teacher=A school=S1 class=a subject=x day=Mon period=2\n"
                 "pin lesson forbid teacher=B day=Fri\n",
                 "A a x Mon 2; B a x Tue 3");
    for (int field = 0; field < 5; field++)
        for (int k = 0; k < 3; k++)
            spoil_field(s, 0, field, others[field][k]);
    spoil_remove(s, 0);
    spoil_field(s, 1, SPOIL_DAY, "Fri");
    for (int p = 1; p <= 3; p++)
        spoil_add(s, spoil_print("B b x Fri %d", p));
    spoil_fact(s, "pin lesson forbid class=a");
    spoil_fact(s, "pin lesson teacher=C");
    spoil_fact(s, "pin lesson teacher=A period=3");
}

void spoil_lessons_wishes(struct spoil *s)
{
    spoil_lawful(s,
                 SCHOOLS CLASSES TEACHERS "demand S3 x 4 class=c\n"
                                          "wish A S1 -1\nwish A S2 2\nwish B S1 0\nwish C S1 1\n"
                                          "wish A S3 -2\nwish B S2 -2\nwish B S3 -2\nwish C S3 -2\n"
                                          "rule wishes\n",
                 "A a x Mon 1; A b x Tue 1; B a x Wed 2; C a x Thu 3; C b x Fri 4");
    for (int i = 0; i < 5; i++)
        spoil_field(s, i, SPOIL_CLASS, "c");
    spoil_field(s, 2, SPOIL_CLASS, "b");
    spoil_field(s, 1, SPOIL_WHO, "B");
    spoil_field(s, 4, SPOIL_WHO, "B");
    for (int d = 0; d < 5; d++) {
        spoil_add(s, spoil_print("A c x %s 7", days[d]));
        spoil_add(s, spoil_print("B b x %s 7", days[d]));
    }
    spoil_datum(s, "wish A S1", 3, "-2");
    spoil_datum(s, "wish A S2", 3, "-2");
    spoil_datum(s, "wish B S1", 3, "-2");
    spoil_datum(s, "wish C S1", 3, "-2");
    spoil_fact(s, "wish C S2 -2");
}

void spoil_lessons_stability(struct spoil *s)
{
    s->kept = "A a x Mon 1; A a x Tue 1; B b x Wed 1; B b x Thu 1";
    spoil_lawful(s, SCHOOLS CLASSES TEACHERS "rule stability max=2\n",
                 "A a x Mon 1; A a x Tue 1; B b x Wed 1; B b x Fri 1");
    for (int i = 0; i < 3; i++) { /* one more lesson differs: three or four changes */
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_WHO, "C");
        spoil_field(s, i, SPOIL_WHAT, "y");
        spoil_field(s, i, SPOIL_DAY, "Fri");
        spoil_field(s, i, SPOIL_PERIOD, "2");
        spoil_field(s, i, SPOIL_CLASS, "a2");
    }
    for (int p = 3; p <= 5; p++)
        spoil_add(s, spoil_print("C b x Mon %d", p));
    spoil_option(s, "rule stability", "max", "1");
}

/* It has no findings of its own: what it forbids, no_clash names. */
void spoil_lessons_scope(struct spoil *s)
{
    s->rule = ZJ_R_no_clash;
    s->implied = true;
    spoil_lawful(s,
                 SCHOOLS CLASSES TEACHERS "school N1 member -\n"
                                          "teacher H H1 F 1990-01-01 x,y load=60\n"
                                          "teacher N N1 F 1990-01-01 x load=60\n"
                                          "demand H1 x 9 class=h\ndemand S3 x 9 class=c\nrule scope\n",
                 "A a x Mon 1; A b x Tue 1; C a x Wed 2; H h x Thu 3");
    for (int i = 0; i < 3; i++) {
        spoil_field(s, i, SPOIL_CLASS, "h");
        spoil_field(s, i, SPOIL_WHO, "H");
        spoil_field(s, i, SPOIL_WHO, "N");
    }
    spoil_field(s, 3, SPOIL_WHO, "B");
    spoil_field(s, 3, SPOIL_CLASS, "c");
    for (int d = 0; d < 5; d++)
        spoil_add(s, spoil_print("%s %s x %s 7", d % 2 ? "H" : "B", d % 2 ? "c" : "h", days[d]));
    spoil_datum(s, "school S2", 3, "H");
    spoil_datum(s, "school S2", 3, "-");
    spoil_datum(s, "school S1", 3, "H");
    spoil_datum(s, "school S1", 3, "-");
    spoil_datum(s, "teacher A", 2, "H1");
    spoil_datum(s, "teacher H", 2, "S1");
}
