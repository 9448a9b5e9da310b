/*
 * test_one_teacher.c - a class has one teacher in a subject.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G stage=junior\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S1 F 1990-01-01 x,y load=60\n"
                             "teacher C S2 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S1 y 4 class=a\n"
                             "demand S1 x 4 class=a2\n"
                             "demand S2 x 4 class=b\n";

static const struct judge_case cases[] = {
    {"nothing is taught", "rule one_teacher\n", "", 0, 0, NULL},
    {"not asked for", "", "A a x Mon 1; B a x Tue 1", 0, 0, NULL},
    {"one lesson", "rule one_teacher\n", "A a x Mon 1", 0, 1, "a/x"},
    {"one teacher", "rule one_teacher\n", "A a x Mon 1; A a x Tue 1; A a x Wed 1; A a x Thu 1", 0, 1, "a/x"},
    {"two teachers", "rule one_teacher\n", "A a x Mon 1; B a x Tue 1", 1, 1, "a/x"},
    {"three teachers", "rule one_teacher\n", "A a x Mon 1; B a x Tue 1; C a x Wed 1; A a x Thu 1", 2, 1,
     "a/x"},
    {"one for each subject", "rule one_teacher\n", "A a x Mon 1; B a y Tue 1", 0, 2, "a/y"},
    {"one for each class", "rule one_teacher\n", "A a x Mon 1; B a2 x Tue 1", 0, 2, "a2/x"},
    {"`subjects`", "rule one_teacher subjects=y\n", "A a x Mon 1; B a x Tue 1; A a y Wed 1; B a y Thu 1", 1,
     1, "a/y"},
    {"`where`: subject", "rule one_teacher where.subject=y\n", "A a x Mon 1; B a x Tue 1; A a y Wed 1", 0, 1,
     NULL},
    {"`where`: school", "rule one_teacher where.school=S2\n",
     "A a x Mon 1; B a x Tue 1; A b x Wed 1; B b x Thu 1", 1, 1, "b/x"},
    {"`where`: stage", "rule one_teacher where.stage=primary\n",
     "A a x Mon 1; B a x Tue 1; A b x Wed 1; B b x Thu 1", 1, 1, "a/x"},
    {"soft", "rule one_teacher soft weight=3\n", "A a x Mon 1; B a x Tue 1", 1, 1, "a/x"},
};

JUDGE_LESSONS_MAIN(one_teacher, false, county, cases)
