/*
 * test_stability.c - changes against a plan that is kept.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "kind go any 1,2\n"
                             "kind other any 1,2\n"
                             "teacher A S1 F 1990-01-01 x,y\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "rule stability max=1\n"
                             "rule stability soft weight=10 max=3\n";

static const struct {
    const char *why, *kept, *plan;
    int64_t changes;
} cases[] = {
    {"nothing changes", "A go S2 2026A 1; B go S2 2026A 1", "A go S2 2026A 1; B go S2 2026A 1", 0},
    {"the order is no change", "A go S2 2026A 1; B go S2 2026A 1", "B go S2 2026A 1; A go S2 2026A 1", 0},
    {"one more", "A go S2 2026A 1", "A go S2 2026A 1; B go S2 2026A 1", 1},
    {"one less", "A go S2 2026A 1; B go S2 2026A 1", "B go S2 2026A 1", 1},
    {"another host: one gone, one new", "A go S2 2026A 1", "A go S3 2026A 1", 2},
    {"another term", "A go S2 2026A 1", "A go S2 2026B 1", 2},
    {"another length", "A go S2 2026A 1", "A go S2 2026A 2", 2},
    {"another subject", "A go S2 2026A 1", "A go S2 2026A 1 y", 2},
    {"another kind", "A go S2 2026A 1", "A other S2 2026A 1", 2},
    {"another teacher", "A go S2 2026A 1", "B go S2 2026A 1", 2},
    {"everything new", "", "A go S2 2026A 1; A go S2 2027A 1; B go S2 2026A 1", 3},
    {"everything gone", "A go S2 2026A 1; A go S2 2027A 1; B go S2 2026A 1", "", 3},
    {"all different", "A go S2 2026A 1; B go S2 2026A 1", "A go S3 2026A 1; B go S3 2026A 1", 4},
    {"both empty", "", "", 0},
};

static void changes_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, county);
        struct zj_postings kept = tiny_plan(&t, cases[i].kept), plan = tiny_plan(&t, cases[i].plan);
        zj_verify_postings(&t.in, &t.pol, &plan, &kept, &v);
        judge_changes(&v, cases[i].why, cases[i].changes);
        assert_int_equal(v.n_hard_broken, cases[i].changes > 1);
        zj_verdict_release(&v);
        zj_postings_release(&kept);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

static void without_a_plan_to_keep_nothing_is_asked(void **state)
{
    static const struct judge_case none[] = {
        {"no plan is kept", "", "A go S2 2026A 1; B go S2 2026A 1", 0, 0, NULL}};

    (void)state;
    judge_cases(county, ZJ_R_stability, false, none, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(changes_are_counted),
                                       cmocka_unit_test(without_a_plan_to_keep_nothing_is_asked)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
