/*
 * test_travel_time.c - clock minutes between campuses, settling in, and the first way of the day.
 */
#include "tests/support/judge.h"

/* Breaks: 10 minutes after periods 1, 3, 5, 6; 20 after 2; 160 at noon. */
static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school C1 member G campus=K\n"
                             "school C2 member G campus=K\n"
                             "teacher A S1 F 1990-01-01 x load=30\n"
                             "teacher K C1 F 1990-01-01 x load=30\n"
                             "road S1 S2 10\n"
                             "road S1 S3 21\n"
                             "road S2 S3 20\n"
                             "demand S1 x 9 class=a\n"
                             "demand S2 x 9 class=b\n"
                             "demand S3 x 9 class=c\n"
                             "demand C1 x 9 class=k1\n"
                             "demand C2 x 9 class=k2\n";

static const struct judge_case cases[] = {
    {"no way, no place", "", "A a x Mon 1-4", 0, 0, NULL},
    {"a short hop in a short break", "", "A a x Mon 1; A b x Mon 2", 0, 1, "A Mon"},
    {"one minute more than the break", "road S1 S2 11\n", "A a x Mon 1; A b x Mon 2", 1, 1, "A Mon"},
    {"the long break takes 20", "", "A b x Mon 2; A c x Mon 3", 0, 1, NULL},
    {"but not 21", "", "A a x Mon 2; A c x Mon 3", 1, 1, NULL},
    {"21 over a free period", "", "A a x Mon 2; A c x Mon 4", 0, 1, NULL},
    {"there and back", "", "A a x Mon 1; A b x Mon 2; A a x Mon 3", 0, 1, NULL},
    {"there and back, one way slow", "road S2 S1 21\n", "A a x Mon 1; A b x Mon 2; A a x Mon 3", 1, 1, NULL},
    {"each way that is too long counts", "road S1 S2 25\n", "A a x Mon 1; A b x Mon 2; A a x Mon 3", 2, 1,
     NULL},
    {"on another day there is time", "", "A a x Mon 2; A c x Tue 3", 0, 1, "A Tue"},
    {"two teachers do not travel for each other", "", "A a x Mon 2; K k1 x Mon 3", 0, 0, NULL},

    {"settling in fills the break", "settle 1\n", "A a x Mon 1; A b x Mon 2", 1, 1, NULL},
    {"settling in fits the long break", "settle 10\n", "A a x Mon 2; A b x Mon 3", 0, 1, NULL},
    {"settling in, a minute too long", "settle 11\n", "A a x Mon 2; A b x Mon 3", 1, 1, NULL},
    {"no settling in at home", "settle 30\n", "A a x Mon 1; A a x Mon 2", 0, 0, NULL},
    {"nor on one campus", "settle 30\n", "K k1 x Mon 1; K k2 x Mon 2", 0, 0, NULL},
    {"settling in at home, coming back", "settle 1\n", "A b x Mon 1; A a x Mon 2", 1, 1, NULL},

    {"a campus is one place", "", "K k1 x Mon 1; K k2 x Mon 2; K k1 x Mon 3", 0, 0, NULL},
    {"from one school of a campus", "road C2 S2 11\n", "A k2 x Mon 1; A b x Mon 2", 1, 1, NULL},
    {"from its other school the road is shorter", "road C2 S2 11\n", "A k1 x Mon 1; A b x Mon 2", 0, 1, NULL},

    {"from home at midnight", "road S1 S3 480\n", "A c x Mon 1", 0, 1, NULL},
    {"from home the evening before", "road S1 S3 481\n", "A c x Mon 1", 1, 1, "A Mon"},
    {"with settling in", "road S1 S3 480\nsettle 1\n", "A c x Mon 1", 1, 1, NULL},
    {"home again takes any time", "road S3 S1 1440\nroad S1 S3 10\n", "A c x Mon 7", 0, 1, NULL},
    {"the first lesson is at home", "road S1 S3 481\n", "A a x Mon 1; A c x Mon 7", 1, 1, NULL},

    {"nobody knows the road from home", "road S1 S3 none\n", "A c x Mon 4", 2, 1, NULL},
    {"nobody knows the road between", "road S2 S3 none\n", "A b x Mon 1; A c x Mon 7", 1, 1, NULL},
    {"an unknown road that she does not go", "road S2 S3 none\n", "A b x Mon 1; A a x Mon 4; A c x Mon 7", 0,
     1, NULL},

    {"own bells make the break", "bell S2 2 08:55 09:30\n", "A a x Mon 1; A b x Mon 2", 0, 1, NULL},
    {"own bells make it 14 minutes", "bell S2 2 08:54 09:30\nroad S1 S2 15\n", "A a x Mon 1; A b x Mon 2", 1,
     1, NULL},
    {"own bells make it 15 minutes", "bell S2 2 08:55 09:30\nroad S1 S2 15\n", "A a x Mon 1; A b x Mon 2", 0,
     1, NULL},
    {"the same period, one after the other", "bell S2 1 08:50 09:30\n", "A a x Mon 1; A b x Mon 1", 0, 1,
     NULL},
    {"only neighbours are asked", "road S1 S3 200\n", "A a x Mon 1; A b x Mon 2; A c x Mon 3", 0, 1, NULL},
    {"lessons at one time at two campuses", "", "A a x Mon 1; A b x Mon 1", 1, 1, NULL},
    {"teachers of the campus go to its schools", "", "K k2 x Mon 1; A k2 x Mon 2", 0, 1, "A Mon"},
};

static void always(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_travel_time, true, cases, sizeof cases / sizeof *cases);
}

static void an_entry_tells_how_long_to_settle(void **state)
{
    static const struct judge_case listed[] = {
        {"the rule's minutes win over the policy's", "settle 30\nrule travel_time settle_minutes=0\n",
         "A a x Mon 1; A b x Mon 2", 0, 1, NULL},
        {"the rule's minutes are too many", "rule travel_time settle_minutes=1\n", "A a x Mon 1; A b x Mon 2",
         1, 1, "A Mon"},
        {"without minutes the policy's", "settle 1\nrule travel_time\n", "A a x Mon 1; A b x Mon 2", 1, 1,
         NULL},
        {"`where`: those who settle longer", "rule travel_time settle_minutes=1 where.sex=F\n",
         "A a x Mon 1; A b x Mon 2", 1, 1, "A Mon"},
        {"`where`: others do not", "rule travel_time settle_minutes=1 where.sex=M\n",
         "A a x Mon 1; A b x Mon 2", 0, 1, NULL},
        {"`where`: others have the policy's", "settle 1\nrule travel_time settle_minutes=0 where.sex=M\n",
         "A a x Mon 1; A b x Mon 2", 1, 1, NULL},
        {"of two rules the longer", "rule travel_time settle_minutes=1\nrule travel_time settle_minutes=0\n",
         "A a x Mon 1; A b x Mon 2", 1, 1, NULL},
        {"without any", "rule travel_time\n", "A a x Mon 1; A b x Mon 2", 0, 1, NULL},
    };

    (void)state;
    judge_lesson_cases(county, ZJ_R_travel_time, false, listed, sizeof listed / sizeof *listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(always),
                                       cmocka_unit_test(an_entry_tells_how_long_to_settle)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
