/*
 * test_sync_class.c - two classes that have a subject together.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S2 F 1990-01-01 x,y load=60\n"
                             "teacher C S3 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S1 y 4 class=a\n"
                             "demand S2 x 4 class=b\n"
                             "demand S2 y 4 class=b\n"
                             "demand S3 x 4 class=c\n";

static const struct judge_case cases[] = {
    {"no table", "rule sync_class subjects_min=1 periods_min=1\n", "A a x Mon 1", 0, 0, NULL},
    {"the empty plan", "sync a b x 2\nrule sync_class\n", "", 0, 1, "sync.csv:2"},
    {"together", "sync a b x 2\nrule sync_class\n", "A a x Mon 1; B b x Mon 1; A a x Tue 1; B b x Tue 1", 0,
     1, NULL},
    {"at two times", "sync a b x 1\nrule sync_class\n", "A a x Mon 1; B b x Mon 2", 1, 1, "sync.csv:2"},
    {"on two days", "sync a b x 1\nrule sync_class\n", "A a x Mon 1; B b x Tue 1", 1, 1, NULL},
    {"once of two", "sync a b x 2\nrule sync_class\n", "A a x Mon 1-2; B b x Mon 2-3", 1, 1, NULL},
    {"more lessons than asked for", "sync a b x 1\nrule sync_class\n", "A a x Mon 1-2; B b x Mon 2-3", 0, 1,
     NULL},
    {"more together than asked for", "sync a b x 1\nrule sync_class\n", "A a x Mon 1-2; B b x Mon 1-2", 0, 1,
     NULL},
    {"one class has no lesson yet", "sync a b x 2\nrule sync_class\n", "A a x Mon 1-2", 0, 1, NULL},
    {"one class has one lesson", "sync a b x 2\nrule sync_class\n", "A a x Mon 1-2; B b x Mon 3", 1, 1, NULL},
    {"another subject at that time", "sync a b x 1\nrule sync_class\n",
     "A a x Mon 1; B b x Mon 2; B b y Mon 1", 1, 1, NULL},
    {"own bells: the id counts, not the clock", "bell S2 1 15:00 15:40\nsync a b x 1\nrule sync_class\n",
     "A a x Mon 1; B b x Mon 1", 0, 1, NULL},
    {"own bells: the clock alone is not enough", "bell S2 7 08:00 08:40\nsync a b x 1\nrule sync_class\n",
     "A a x Mon 1; B b x Mon 7", 1, 1, NULL},
    {"a class without the subject", "sync a c y 2\nrule sync_class\n", "A a y Mon 1", 0, 1, NULL},
    {"each row by itself", "sync a b x 1\nsync a c x 1\nrule sync_class\n",
     "A a x Mon 1; B b x Mon 1; C c x Mon 2", 1, 2, "sync.csv:3"},
    {"subjects, all there", "sync a b x 1\nsync a b y 1\nrule sync_class subjects_min=2\n",
     "A a x Mon 1; B b x Mon 1; A a y Tue 1; B b y Tue 1", 0, 3, "county"},
    {"subjects, one missing", "sync a b x 1\nsync a b y 1\nrule sync_class subjects_min=2\n",
     "A a x Mon 1; B b x Mon 1", 1, 3, "county"},
    {"one subject in two rows is one", "sync a b x 1\nsync a c x 1\nrule sync_class subjects_min=2\n",
     "A a x Mon 1; B b x Mon 1; C c x Mon 1", 1, 3, "county"},
    {"a row without lessons does not hide the next",
     "sync a c x 1\nsync a b x 1\nrule sync_class subjects_min=1\n", "A a x Mon 1; B b x Mon 1", 0, 3,
     "county"},
    {"one time twice is one", "sync a b x 2\nrule sync_class periods_min=2\n",
     "A a x Mon 1; A a x Mon 1; B b x Mon 1; B b x Mon 1", 2, 2, "county"},
    {"subjects of the empty plan", "sync a b x 1\nrule sync_class subjects_min=1\n", "", 1, 2, "county"},
    {"periods over the rows", "sync a b x 1\nsync a c x 1\nrule sync_class periods_min=2\n",
     "A a x Mon 1; B b x Mon 1; C c x Mon 1", 0, 3, "county"},
    {"periods beyond a row's count too", "sync a b x 1\nrule sync_class periods_min=2\n",
     "A a x Mon 1-2; B b x Mon 1-2", 0, 2, "county"},
    {"periods missing", "sync a b x 1\nrule sync_class periods_min=5\n", "A a x Mon 1-2; B b x Mon 1-2", 3, 2,
     "county"},
};

JUDGE_LESSONS_MAIN(sync_class, false, county, cases)
