/*
 * test_idle.c - free periods between the lessons of a day: the rule, and the tier.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S1 M 1990-01-01 x load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S2 x 20 class=b\n"
                             "demand S2 x 20 class=b2\n";

static const struct judge_case cases[] = {
    {"one lesson has nothing between", "rule idle\n", "A a x Mon 3", 0, 0, NULL},
    {"neighbours", "rule idle\n", "A a x Mon 2-3", 0, 1, "A Mon"},
    {"one free", "rule idle\n", "A a x Mon 1; A a x Mon 3", 1, 1, "A Mon"},
    {"over noon", "rule idle\n", "A a x Mon 4-5", 0, 1, NULL},
    {"a whole day", "rule idle\n", "A a x Mon 1; A a x Mon 7", 5, 1, NULL},
    {"two gaps", "rule idle\n", "A a x Mon 1; A a x Mon 3; A a x Mon 5", 2, 1, NULL},
    {"as many as allowed", "rule idle max_day=2\n", "A a x Mon 1; A a x Mon 4", 0, 1, NULL},
    {"one more", "rule idle max_day=2\n", "A a x Mon 1; A a x Mon 5", 1, 1, NULL},
    {"each day by itself", "rule idle max_day=1\n", "A a x Mon 1; A a x Mon 3; A a x Tue 1; A a x Tue 3", 0,
     2, NULL},
    {"being on the way is no excuse", "rule idle\n", "A a x Mon 1; A b x Mon 3", 1, 1, NULL},
    {"nor being busy", "busy teacher A Mon 2\nrule idle\n", "A a x Mon 1; A a x Mon 3", 1, 1, NULL},
    {"own bells: a base period half taught is not free", "bell S2 2 08:20 08:55\nrule idle\n",
     "A a x Tue 1; A b x Mon 2; A a x Mon 3", 0, 1, NULL},
    {"own bells: base periods in a long break", "bell S2 1 07:00 07:30\nbell S2 2 10:30 11:00\nrule idle\n",
     "A b x Mon 1-2", 3, 1, NULL},
    {"own bells: the first lesson ends when a period begins", "bell S2 1 08:10 08:50\nrule idle\n",
     "A b x Mon 1; A a x Mon 3", 1, 1, NULL},
    {"own bells: a lesson between ends when a period begins", "bell S2 2 08:42 08:50\nrule idle\n",
     "A a x Mon 1; A b x Mon 2; A a x Mon 3", 1, 1, NULL},
    {"own bells: the first lesson ends within a period", "bell S2 1 08:30 09:00\nrule idle\n",
     "A b x Mon 1; A a x Mon 4", 1, 1, NULL},
    {"own bells: the last lesson begins within a period", "bell S2 7 09:00 09:30\nrule idle\n",
     "A a x Mon 1; A b x Mon 7", 0, 1, NULL},
    {"`where`", "rule idle where.sex=M\n", "A a x Mon 1; A a x Mon 3; B a x Tue 1; B a x Tue 4", 2, 1,
     "B Tue"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_idle, false, cases, sizeof cases / sizeof *cases);
}

static void the_tier_is_the_sum_without_a_rule(void **state)
{
    struct tiny t;
    struct zj_verdict v;

    (void)state;
    tiny_build(&t, county);
    struct zj_lessons plan = tiny_lessons(
        &t, "A a x Mon 1; A a x Mon 3; A a x Tue 1; A a x Tue 7; B b x Wed 1; B b x Wed 4; B b2 x Fri 1");
    judge_lessons(&t, &plan, NULL, &v);
    assert_int_equal(v.tier[ZJ_T_IDLE], 1 + 5 + 2);
    assert_int_equal(v.tier[ZJ_T_SOFT], 0);
    zj_verdict_release(&v);
    zj_lessons_release(&plan);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts),
                                       cmocka_unit_test(the_tier_is_the_sum_without_a_rule)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
