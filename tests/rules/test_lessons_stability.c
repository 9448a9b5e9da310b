/*
 * test_lessons_stability.c - changes against a timetable that is kept.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "teacher A S1 F 1990-01-01 x,y load=60\n"
                             "teacher B S1 F 1990-01-01 x,y load=60\n"
                             "demand S1 x 4 class=a\n"
                             "demand S1 y 4 class=a\n"
                             "demand S2 x 4 class=b\n"
                             "rule stability max=1\n"
                             "rule stability soft weight=10 max=3\n";

static const struct {
    const char *why, *kept, *plan;
    int64_t changes;
} cases[] = {
    {"nothing changes", "A a x Mon 1; B a x Mon 2", "A a x Mon 1; B a x Mon 2", 0},
    {"the order is no change", "A a x Mon 1; B a x Mon 2", "B a x Mon 2; A a x Mon 1", 0},
    {"one more", "A a x Mon 1", "A a x Mon 1-2", 1},
    {"one less", "A a x Mon 1-2", "A a x Mon 2", 1},
    {"another period: one gone, one new", "A a x Mon 1", "A a x Mon 2", 2},
    {"another day", "A a x Mon 1", "A a x Tue 1", 2},
    {"another subject", "A a x Mon 1", "A a y Mon 1", 2},
    {"another class, at its school", "A a x Mon 1", "A b x Mon 1", 2},
    {"another school", "A a x Mon 1", "A a x Mon 1 at=S2", 2},
    {"another teacher", "A a x Mon 1", "B a x Mon 1", 2},
    {"everything new", "", "A a x Mon 1-4", 4},
    {"everything gone", "A a x Mon 1-4", "", 4},
    {"the same twice is one more", "A a x Mon 1", "A a x Mon 1; A a x Mon 1", 1},
    {"once instead of twice is one less", "A a x Mon 1; A a x Mon 1", "A a x Mon 1", 1},
    {"both empty", "", "", 0},
};

static void changes_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, county);
        struct zj_lessons kept = tiny_lessons(&t, cases[i].kept), plan = tiny_lessons(&t, cases[i].plan);
        judge_lessons(&t, &plan, &kept, &v);
        judge_changes(&v, cases[i].why, cases[i].changes);
        zj_verdict_release(&v);
        zj_lessons_release(&kept);
        zj_lessons_release(&plan);
        tiny_release(&t);
    }
}

static void without_a_plan_to_keep_nothing_is_asked(void **state)
{
    static const struct judge_case none[] = {{"no plan is kept", "", "A a x Mon 1-4", 0, 0, NULL}};

    (void)state;
    judge_lesson_cases(county, ZJ_R_stability, false, none, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(changes_are_counted),
                                       cmocka_unit_test(without_a_plan_to_keep_nothing_is_asked)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
