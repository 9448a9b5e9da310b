/*
 * test_fairness.c - minutes a week on the way of one teacher.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "road S1 S2 20\n"
                             "road S2 S1 30\n"
                             "road S1 S3 10\n"
                             "road S2 S3 15\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S2 M 1990-01-01 x load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S2 x 20 class=b\n"
                             "demand S3 x 20 class=c\n";

static const struct judge_case cases[] = {
    {"nobody travels", "rule fairness max_minutes=0\n", "A a x Mon 1; B b x Mon 1", 0, 0, NULL},
    {"as long as allowed", "rule fairness max_minutes=50\n", "A b x Mon 1", 0, 1, "A"},
    {"a minute more", "rule fairness max_minutes=49\n", "A b x Mon 1", 1, 1, "A"},
    {"every minute counts", "rule fairness max_minutes=20\n", "A b x Mon 1", 30, 1, "A"},
    {"the whole week", "rule fairness max_minutes=50\n", "A b x Mon 1; A c x Tue 1", 20, 1, "A"},
    {"each teacher by herself", "rule fairness max_minutes=50\n", "A b x Mon 1; B a x Mon 1", 0, 2, "B"},
    {"a round trip", "rule fairness max_minutes=40\n", "A b x Mon 1; A c x Mon 7", 5, 1, NULL},
    {"the first lesson at home", "rule fairness max_minutes=0\n", "A a x Mon 1; A b x Mon 3", 50, 1, NULL},
    {"`where`", "rule fairness max_minutes=0 where.sex=M\n", "A b x Mon 1; B c x Mon 1", 30, 1, "B"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_fairness, false, cases, sizeof cases / sizeof *cases);
}

static void tiers_of_travel(void **state)
{
    struct tiny t;
    struct zj_verdict v;

    (void)state;
    tiny_build(&t, county);
    struct zj_lessons plan = tiny_lessons(&t, "A b x Mon 1; A c x Mon 7; B a x Mon 1; B a x Tue 1");
    judge_lessons(&t, &plan, NULL, &v);
    assert_int_equal(v.tier[ZJ_T_TRAVEL], 45 + 100);
    assert_int_equal(v.tier[ZJ_T_FAIRNESS], 100);
    zj_verdict_release(&v);
    zj_lessons_release(&plan);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(tiers_of_travel)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
