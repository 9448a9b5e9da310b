/*
 * test_lessons_need.c - lessons that must be given, and those that are not given: the tier and the list.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 2 class=a\n"
                             "demand S1 y 1 class=a priority=5\n"
                             "demand S2 x 3 classes=2 grade=g priority=2\n";

static const struct judge_case cases[] = {
    {"nothing is asked", "", "", 0, 0, NULL},
    {"nothing is taught", "rule need\n", "", 9, 4, "S2-g-2/x"},
    {"one is missing", "rule need subjects=x where.school=S1\n", "A a x Mon 1", 1, 1, "a/x"},
    {"all are taught", "rule need subjects=x where.school=S1\n", "A a x Mon 1-2", 0, 1, "a/x"},
    {"`subjects`", "rule need subjects=y\n", "", 1, 1, "a/y"},
    {"`where`", "rule need where.school=S2\n", "A S2-g-1 x Mon 1-3", 3, 2, "S2-g-2/x"},
    {"too many are not too few", "rule need where.school=S1 subjects=y\n", "A a y Mon 1-2", 0, 1, NULL},
    {"soft says nothing", "rule need soft weight=100\n", "", 0, 0, NULL},
    {"rows without classes want nothing", "demand S2 z 5\nrule need subjects=z\n", "", 0, 0, NULL},
    {"rows of 0 periods want nothing", "demand S2 z 0 class=q\nrule need subjects=z\n", "", 0, 0, NULL},
};

static void hard_need(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_need, false, cases, sizeof cases / sizeof *cases);
}

static const struct {
    const char *why, *plan;
    int64_t tier;
    int rows;
} weeks[] = {
    {"nothing is taught", "", 2 + 5 + 2 * 6, 4},
    {"the priority weighs", "A a y Mon 1", 2 + 2 * 6, 3},
    {"a class in part", "A S2-g-1 x Mon 1", 2 + 5 + 2 * 5, 4},
    {"everything", "A a x Mon 1-2; A a y Mon 3; A S2-g-1 x Tue 1-3; A S2-g-2 x Wed 1-3", 0, 0},
    {"too many for one do not help another", "A a x Mon 1-4", 5 + 2 * 6, 3},
};

static void the_tier_and_the_list(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof weeks / sizeof weeks[0]; i++) {
        struct tiny t;
        struct zj_verdict v;
        int64_t sum = 0;

        tiny_build(&t, county);
        tiny_add(&t, "rule need soft\n");
        struct zj_lessons plan = tiny_lessons(&t, weeks[i].plan);
        judge_lessons(&t, &plan, NULL, &v);
        for (int k = 0; k < v.n_unmet; k++) {
            int priority = v.unmet[k].school == tiny_school(&t, "S2") ? 2
                           : v.unmet[k].subject == tiny_word(&t, "y") ? 5
                                                                      : 1;

            assert_int_equal(v.unmet[k].term, -1);
            assert_int_equal(v.unmet[k].rule, -1);
            sum += priority * v.unmet[k].periods;
        }
        if (v.tier[ZJ_T_UNMET] != weeks[i].tier || sum != weeks[i].tier || v.n_unmet != weeks[i].rows)
            fail_msg("'%s': tier %lld, list %lld in %d rows", weeks[i].why, (long long)v.tier[ZJ_T_UNMET],
                     (long long)sum, v.n_unmet);
        assert_int_equal(v.tier[ZJ_T_SOFT], 0);
        zj_verdict_release(&v);
        zj_lessons_release(&plan);
        tiny_release(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(hard_need), cmocka_unit_test(the_tier_and_the_list)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
