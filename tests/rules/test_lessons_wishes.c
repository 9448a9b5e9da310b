/*
 * test_lessons_wishes.c - no lessons against a wish of level -2; the tier of all wishes.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S1 M 1990-01-01 x,y load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S2 x 4 class=b\n"
                             "demand S2 y 4 class=b\n"
                             "demand S3 x 4 class=c\n"
                             "wish A S2 -2\n"
                             "wish A S3 2\n"
                             "wish B S2 -1\n";

static const struct judge_case cases[] = {
    {"nobody goes there", "rule wishes\n", "A a x Mon 1", 0, 0, NULL},
    {"where she would rather not", "rule wishes\n", "A b x Mon 1", 1, 1, "A S2"},
    {"each lesson counts", "rule wishes\n", "A b x Mon 1-3", 3, 1, "A S2"},
    {"where she likes to be", "rule wishes\n", "A c x Mon 1", 0, 1, "A S3"},
    {"-1 is allowed", "rule wishes\n", "B b x Mon 1", 0, 1, "B S2"},
    {"no wish, no place", "rule wishes\n", "B c x Mon 1", 0, 0, NULL},
    {"the wish of another", "rule wishes\n", "B b x Mon 1; A c x Tue 1", 0, 2, NULL},
    {"`where`: the teacher", "rule wishes where.sex=M\n", "A b x Mon 1; B b x Tue 1", 0, 1, "B S2"},
    {"`where`: the subject of the lesson", "rule wishes where.subject=y\n", "A b x Mon 1; A b y Tue 1", 1, 1,
     "A S2"},
    {"`where`: the school of the lesson", "rule wishes where.host_school=S3\n", "A b x Mon 1; A c x Tue 1", 0,
     1, "A S3"},
    {"`where`: the home school", "rule wishes where.school=S2\n", "A b x Mon 1", 0, 0, NULL},
    {"a wish for the home school", "wish B S1 -2\nrule wishes\n", "B a x Mon 1-2", 2, 1, "B S1"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_wishes, false, cases, sizeof cases / sizeof *cases);
}

static void the_tier_counts_lessons(void **state)
{
    struct tiny t;
    struct zj_verdict v;

    (void)state;
    tiny_build(&t, county);
    struct zj_lessons plan = tiny_lessons(&t, "A b x Mon 1-3; A c x Tue 1-4; B b x Wed 1; B c x Thu 1");
    judge_lessons(&t, &plan, NULL, &v);
    assert_int_equal(v.tier[ZJ_T_WISHES], 3 * 2 - 4 * 2 + 1);
    zj_verdict_release(&v);
    zj_lessons_release(&plan);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(the_tier_counts_lessons)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
