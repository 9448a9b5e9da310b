/*
 * test_summary.c - the summary and the verdict in words: what a clerk reads, line by line.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEASIBLE   "instances/tiny-quota"
#define INFEASIBLE "instances/tiny-infeasible-quota"

static void expect_all(const char *text, const char *const *parts)
{
    for (; *parts; parts++) {
        if (!contains(text, *parts))
            fail_msg("missing '%s' in:\n%s", *parts, text);
    }
}

static void a_plan(void **state)
{
    static const char *const parts[] = {
        "tiny-quota: optimal",
        "\n  teacher  from         to           kind          terms         subject\n",
        "\n G1: 2 postings\n",
        "  S001 甲小学  S00",
        "  2026A..2026B  ",
        "where     need  have  short  met  demanded by\n",
        "quota        hard  2 places                  0  yes  牵头单位",
        "\n  travel     travel of all (terms x minutes)                     130    130  yes\n",
        " 0 broken; 0 soft demands fall short",
        "the plan is in /tmp/",
        NULL,
    };
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "-o", scratch_path("plan.json"), NULL);
    assert_int_equal(p.code, 0);
    expect_all(p.out, parts);
    assert_in_range(count_lines(p.out), 10, 60);
    program_release(&p);
}

/* A county of two thousand teachers still fits a screen and a half; everything is there when asked for. */
static void a_long_plan_is_cut(void **state)
{
    struct program p, q;

    (void)state;
    program_run(&p, "secondment", "instances/liuzhou", "--time-limit", "20", "-o", scratch_path("plan.json"),
                NULL);
    assert_true(p.code <= 1);
    assert_in_range(count_lines(p.out), 20, 65);
    assert_true(contains(p.out, "more rows; --verbose shows all"));
    program_run(&q, "secondment", "instances/liuzhou", "--time-limit", "20", "--verbose", "-o",
                scratch_path("plan.json"), NULL);
    assert_true(count_lines(q.out) > count_lines(p.out));
    assert_false(contains(q.out, "--verbose shows all"));
    program_release(&p);
    program_release(&q);
}

/* Ids are shown; the names of people, which the tables hold, are not. */
static void nobody_is_named(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "--verbose", "-o", scratch_path("plan.json"), NULL);
    assert_true(contains(p.out, "T0001") || contains(p.out, "T0002") || contains(p.out, "T0003"));
    assert_false(contains(p.out, "教师0"));
    assert_false(contains(p.err, "教师0"));
    program_release(&p);
    char *json = slurp(scratch_path("plan.json"));
    assert_false(contains(json, "教师0"));
    assert_false(contains(json, "1988"));
    free(json);
}

static void a_conflict(void **state)
{
    static const char *const parts[] = {
        "no plan can exist",
        "any one part less and the rest can hold",
        "rules[0]",
        "S001>S002 2026-2027",
        "«牵头单位每年要派出",
        "(柳州市教育共同体建设的实施方案",
        "quota (rules[0]) asks for 3 at S001 (甲小学)>S002 (乙小学) 2026-2027, and at most 2 can be had",
        "\nchanges that make a plan possible",
        NULL,
    };
    struct program p;

    (void)state;
    program_run(&p, "secondment", INFEASIBLE, "-o", scratch_path("no.json"), NULL);
    assert_int_equal(p.code, 2);
    expect_all(p.out, parts);
    program_release(&p);
}

/* plan.json without its assignments, as empty.json. */
static void write_empty_plan(void)
{
    char *json = slurp(scratch_path("plan.json"));
    char *begin = strstr(json, "\"assignments\": [") + strlen("\"assignments\": [");
    char *end = strchr(begin, ']');

    memset(begin, ' ', (size_t)(end - begin));
    scratch_write("empty.json", json);
    free(json);
}

/* An empty plan breaks the quota; each violation is a line that names rule, place, numbers and sentence. */
static void a_verdict(void **state)
{
    static const char *const parts[] = {
        "[H] quota S001>S002 2026-2027: need 1, have 0  «牵头单位每年要派出",
        "» (柳州市教育共同体建设的实施方案",
        "objective travel: reported 130, recomputed 0",
        "\nrecomputed: ",
        "the plan does not stand: ",
        NULL,
    };
    struct program p;

    (void)state;
    program_expect(0, "secondment", FEASIBLE, "-q", "-o", scratch_path("plan.json"), NULL);
    write_empty_plan();
    program_run(&p, "verify", FEASIBLE, scratch_path("empty.json"), NULL);
    assert_int_equal(p.code, 4);
    expect_all(p.out, parts);
    assert_false(contains(p.out, "[ok]"));
    program_release(&p);
    program_run(&p, "verify", "--all", FEASIBLE, scratch_path("plan.json"), NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "[ok] quota S001>S002 2026-2027: need 1, have 1"));
    assert_true(contains(p.out, "the plan is lawful"));
    program_release(&p);
}

/* A copy of the instance whose policy begins with a rule of another model. */
static const char *behind_another(const char *folder, const char *name)
{
    const char *copy = scratch_copy(folder, name);
    char policy[128];

    snprintf(policy, sizeof policy, "%s/policy.json", name);
    char *text = slurp(scratch_path(policy)), *rules = strstr(text, "\"rules\": ["), *longer = NULL;
    assert_non_null(rules);
    rules += strlen("\"rules\": [");
    assert_true(asprintf(&longer, "%.*s{\"rule\": \"size\"},%s", (int)(rules - text), text, rules) > 0);
    scratch_write(policy, longer);
    free(longer);
    free(text);
    return copy;
}

/* Positions in the policy file count all rules, those of other models too: each keeps its own sentence. */
static void a_rule_of_another_model_in_front(void **state)
{
    static const char quoted[] = "«牵头单位每年要派出";
    struct program p;

    (void)state;
    const char *copy = behind_another(FEASIBLE, "feasible");
    program_run(&p, "secondment", copy, "-o", scratch_path("plan.json"), NULL);
    assert_int_equal(p.code, 0);
    expect_all(p.out,
               (const char *const[]){"quota        hard  2 places                  0  yes  牵头单位", NULL});
    assert_false(contains(p.out, "concern nobody here"));
    program_release(&p);
    write_empty_plan();
    program_run(&p, "verify", copy, scratch_path("empty.json"), NULL);
    assert_int_equal(p.code, 4);
    expect_all(p.out, (const char *const[]){quoted, "rules[1]", NULL});
    program_release(&p);
    copy = behind_another(INFEASIBLE, "infeasible");
    program_run(&p, "secondment", copy, "-o", scratch_path("no.json"), NULL);
    assert_int_equal(p.code, 2);
    expect_all(p.out, (const char *const[]){"rules[1]", quoted, NULL});
    program_release(&p);
}

/* Fewer terms: the plan of one term is a plan of one term, for the solver and for the check. */
static void a_shorter_horizon(void **state)
{
    const char *plan = scratch_path("short.json");
    struct program p;

    (void)state;
    program_run(&p, "secondment", "instances/tiny-need", "--terms", "1", "-o", plan, NULL);
    assert_int_equal(p.code, 0);
    assert_false(contains(p.out, ".."));
    program_release(&p);
    program_expect(0, "verify", "instances/tiny-need", plan, "--terms=1", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan),
        cmocka_unit_test(a_long_plan_is_cut),
        cmocka_unit_test(nobody_is_named),
        cmocka_unit_test(a_conflict),
        cmocka_unit_test(a_verdict),
        cmocka_unit_test(a_rule_of_another_model_in_front),
        cmocka_unit_test(a_shorter_horizon),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
