/*
 * test_no_clash.c - one lesson at a time, by the clock of each school, and only lessons that somebody needs.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school N1 member -\n"
                             "school H1 lead H\n"
                             "teacher A S1 F 1990-01-01 x,y load=30\n"
                             "teacher B S1 F 1990-01-01 x load=30\n"
                             "teacher N N1 F 1990-01-01 x load=30\n"
                             "demand S1 x 3 class=a\n"
                             "demand S1 y 3 class=a\n"
                             "demand S1 x 3 class=a2\n"
                             "demand S2 x 3 class=b\n"
                             "demand N1 x 3 class=n\n"
                             "demand H1 x 3 class=h\n";

static const struct judge_case cases[] = {
    {"nothing is taught", "", "", 0, 0, NULL},
    {"one lesson: its teacher and its class", "", "A a x Mon 1", 0, 2, "A Mon"},
    {"two lessons on one day", "", "A a x Mon 1-2", 0, 2, "a Mon"},
    {"two lessons on two days", "", "A a x Mon 1; A a x Tue 1", 0, 4, "a Tue"},
    {"a teacher with two classes at once", "", "A a x Mon 1; A a2 x Mon 1", 1, 3, "A Mon"},
    {"a class with two teachers at once", "", "A a y Mon 1; B a x Mon 1", 1, 3, "a Mon"},
    {"the same lesson twice: teacher and class", "", "A a x Mon 1; A a x Mon 1", 2, 2, "a Mon"},
    {"three at once are two too many", "", "A a x Mon 1; A a2 x Mon 1; A b x Mon 1", 2, 4, "A Mon"},
    {"the same period on another day", "", "A a x Mon 1; A a2 x Tue 1", 0, 4, NULL},
    {"two teachers, two classes, one time", "", "A a x Mon 1; B a2 x Mon 1", 0, 4, NULL},

    {"own bells: begins when the other ends", "bell S2 1 08:40 09:20\n", "A a x Mon 1; A b x Mon 1", 0, 3,
     NULL},
    {"own bells: begins a minute sooner", "bell S2 1 08:39 09:20\n", "A a x Mon 1; A b x Mon 1", 1, 3,
     "A Mon"},
    {"own bells: another period, the same time", "bell S2 7 08:00 08:40\n", "A a x Mon 1; A b x Mon 7", 1, 3,
     "A Mon"},
    {"own bells: one long period over two", "bell S2 1 08:00 09:30\n",
     "A a x Mon 1; A b x Mon 1; A a x Mon 2", 2, 3, "A Mon"},
    {"own bells of one class only: no clash of classes", "bell S2 1 08:10 08:50\n",
     "A a x Mon 1; B b x Mon 1", 0, 4, NULL},
    {"the school does not have the period", "bell S2 1 08:00 08:40\n", "A b x Mon 2", 1, 1, "A S2 b/x Mon 2"},
    {"nobody has the period", "", "A a x Mon 8", 1, 1, "A S1 a/x Mon 8"},

    {"the teacher is busy", "busy teacher A Mon 1\n", "A a x Mon 1", 1, 2, "A Mon"},
    {"busy on another day", "busy teacher A Tue 1\n", "A a x Mon 1", 0, 2, NULL},
    {"busy on the first day only", "busy teacher A Mon 1\n", "A a x Tue 1", 0, 2, NULL},
    {"busy in another period", "busy teacher A Mon 2-7\n", "A a x Mon 1", 0, 2, NULL},
    {"busy in a range that ends there", "busy teacher A Mon 1-3\n", "A a x Mon 3", 1, 2, NULL},
    {"busy all day", "busy teacher A Mon *\n", "A a x Mon 1-2", 2, 2, NULL},
    {"busy every day", "busy teacher A * 3\n", "A a x Mon 3; A a x Fri 3", 2, 4, "A Fri"},
    {"somebody else is busy", "busy teacher B * *\n", "A a x Mon 1", 0, 2, NULL},
    {"two rows say it: one lesson", "busy teacher A Mon 1\nbusy teacher A * *\n", "A a x Mon 1", 1, 2, NULL},
    {"teachers are busy in base bells", "bell S2 1 09:29 10:00\nbusy teacher A Mon 2\n", "A b x Mon 1", 1, 2,
     "A Mon"},
    {"base bells end when the lesson begins", "bell S2 1 09:30 10:00\nbusy teacher A Mon 2\n", "A b x Mon 1",
     0, 2, NULL},
    {"busy from the end of the lesson", "bell S2 1 08:10 08:50\nbusy teacher A Mon 2\n", "A b x Mon 1", 0, 2,
     NULL},
    {"the class is busy twice", "busy class a Mon 1\nbusy class a Mon 2\n", "A a x Mon 1", 1, 2, "a Mon"},
    {"the class is busy", "busy class a Mon 1\n", "A a x Mon 1", 1, 2, "a Mon"},
    {"another class is busy", "busy class a2 Mon 1\n", "A a x Mon 1", 0, 2, NULL},
    {"the school is busy", "busy school S1 Mon 1\n", "A a x Mon 1; B a2 x Mon 1", 2, 4, "a2 Mon"},
    {"another school is busy", "busy school S2 * *\n", "A a x Mon 1", 0, 2, NULL},
    {"classes are busy in their own bells", "bell S2 1 14:00 14:40\nbusy class b Mon 1\n", "A b x Mon 1", 1,
     2, "b Mon"},
    {"not in base bells", "bell S2 1 14:00 14:40\nbusy class b Mon 5\n", "A b x Mon 1", 0, 2, NULL},
    {"class and school are busy: one lesson", "busy school S1 Mon 1\nbusy class a Mon 1\n", "A a x Mon 1", 1,
     2, NULL},
    {"every lesson of the class counts", "busy school S1 Mon 1\n", "A a x Mon 1-2", 1, 2, "a Mon"},
    {"teacher and class are busy: both are told", "busy teacher A Mon 1\nbusy class a Mon 1\n", "A a x Mon 1",
     2, 2, NULL},

    {"more lessons than the week wants", "", "A a x Mon 1-3; A a x Tue 1", 1, 5, "a/x"},
    {"a subject that the class does not have", "", "A a2 y Mon 1", 1, 3, "A S1 a2/y Mon 1"},
    {"a class that nobody knows", "", "A z x Mon 1 at=S1", 1, 3, "A S1 z/x Mon 1"},
    {"a class at another school", "", "A a x Mon 1 at=S2", 1, 3, "A S2 a/x Mon 1"},
    {"numbered classes", "demand S2 y 1 classes=2 grade=g\n", "A S2-g-1 y Mon 1; A S2-g-2 y Mon 2", 0, 3,
     NULL},
    {"a number too many", "demand S2 y 1 classes=2 grade=g\n", "A S2-g-3 y Mon 1 at=S2", 1, 3, NULL},

    {"a subject that is not hers", "", "B a y Mon 1", 1, 3, "B S1 a/y Mon 1"},
    {"the second subject is hers", "", "A a y Mon 1", 0, 2, NULL},
    {"another school of the community", "", "A b x Mon 1", 0, 2, NULL},
    {"another community", "", "A h x Mon 1", 1, 3, "A H1 h/x Mon 1"},
    {"without a community only the own school", "", "N n x Mon 1", 0, 2, NULL},
    {"without a community no other school", "", "N a x Mon 1", 1, 3, NULL},
    {"nobody comes to a school without community", "", "A n x Mon 1", 1, 3, NULL},
    {"two schools without community", "school N2 member -\ndemand N2 x 3 class=n2\n", "N n2 x Mon 1", 1, 3,
     NULL},
    {"`scope` says the county", "rule scope within=county\n", "A h x Mon 1; N a x Mon 2", 0, 4, NULL},
    {"whatever stands after it", "rule scope within=county\nrule idle\n", "A h x Mon 1", 0, 2, NULL},
    {"`scope` says the community", "rule scope\n", "A h x Mon 1", 1, 3, NULL},
    {"the county needs the subject too", "rule scope within=county\n", "B a y Mon 1", 1, 3, NULL},
    {"a staffed class has its teacher", "demand S2 y 3 class=b teacher=B\n", "B b y Mon 1", 0, 2, NULL},
    {"a staffed class has no other", "demand S2 y 3 class=b teacher=B\n", "A b y Mon 1", 1, 3, NULL},
    {"a staffed class far away", "demand H1 y 3 class=h teacher=B\n", "B h y Mon 1", 0, 2, NULL},
    {"a staffed class, whatever her subjects", "demand S2 q 3 class=b teacher=A\n", "A b q Mon 1", 0, 2,
     NULL},
    {"who is away teaches nothing", "teacher W S1 F 1990-01-01 x away\n", "W a x Mon 1", 1, 3,
     "W S1 a/x Mon 1"},
};

static void always(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_no_clash, true, cases, sizeof cases / sizeof *cases);
}

static void an_entry_lends_its_place(void **state)
{
    static const struct judge_case listed[] = {
        {"an entry cannot narrow it", "rule no_clash\n", "A a x Mon 1; A a2 x Mon 1", 1, 3, "A Mon"},
        {"two entries are one", "rule no_clash\nrule no_clash\n", "A a x Mon 1; A a2 x Mon 1", 1, 3, NULL},
    };

    (void)state;
    judge_lesson_cases(county, ZJ_R_no_clash, false, listed, sizeof listed / sizeof *listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(always), cmocka_unit_test(an_entry_lends_its_place)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
