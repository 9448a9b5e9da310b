/*
 * test_lessons_scope.c - how far teachers may go: no findings of its own, but it decides what no_clash says.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school H1 lead H\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "demand S2 x 3 class=b\n"
                             "demand H1 x 3 class=h\n"
                             "demand H1 y 3 class=h\n";

static const struct judge_case no_findings[] = {
    {"without a lesson", "rule scope within=county\n", "", 0, 0, NULL},
    {"the county", "rule scope within=county\n", "A h x Mon 1", 0, 0, NULL},
    {"the community", "rule scope\n", "A h x Mon 1", 0, 0, NULL},
    {"soft", "rule scope soft weight=9\n", "A h x Mon 1", 0, 0, NULL},
};

static const struct judge_case who_may_teach[] = {
    {"no entry: the community", "", "A h x Mon 1", 1, 3, "A H1 h/x Mon 1"},
    {"no entry: within it", "", "A b x Mon 1", 0, 2, NULL},
    {"the community", "rule scope within=community\n", "A h x Mon 1", 1, 3, NULL},
    {"the county", "rule scope within=county\n", "A h x Mon 1", 0, 2, NULL},
    {"the county, softly", "rule scope soft within=county\n", "A h x Mon 1", 0, 2, NULL},
    {"one of two entries says the county", "rule scope\nrule scope within=county\n", "A h x Mon 1", 0, 2,
     NULL},
    {"the county, but not the subject", "rule scope within=county\n", "A h y Mon 1", 1, 3, NULL},
};

static void nothing_is_found(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_scope, false, no_findings, sizeof no_findings / sizeof *no_findings);
}

static void it_widens(void **state)
{
    (void)state;
    judge_lesson_cases(county, ZJ_R_no_clash, true, who_may_teach,
                       sizeof who_may_teach / sizeof *who_may_teach);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_found), cmocka_unit_test(it_widens)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
