/*
 * test_conflict.c - instances that have no plan name the conflict and the cost of expected-conflict.tsv, in
 * sentences of both languages.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TEXT = 4000 };

/* "quota@S001>S002 2026-2027;history.csv:2" */
static void write_parts(json_t *plan, char *text)
{
    json_t *parts = json_object_get(json_object_get(plan, "conflict"), "rules");
    size_t n = 0;

    text[0] = '\0';
    for (size_t i = 0; i < json_array_size(parts) && n < MAX_TEXT - 1; i++) {
        json_t *part = json_array_get(parts, i);
        const char *rule = json_string_value(json_object_get(part, "rule"));
        const char *where = json_string_value(json_object_get(part, "where"));
        bool row = strstr(where, ".csv:") != NULL;
        n += (size_t)snprintf(text + n, MAX_TEXT - n, "%s%s%s%s", i ? ";" : "", row ? "" : rule,
                              row ? "" : "@", where);
    }
}

/* *n counts the lines. */
static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    const char *conflict = l->field[2], *cost = l->field[3];
    char folder[200], text[MAX_TEXT];
    const char *command, *option;
    struct program p;

    (void)head;
    snprintf(folder, sizeof folder, "instances/%s", l->field[0]);
    option = strstr(l->field[1], "--propose") ? "--propose" : NULL;
    command = strtok(l->field[1], " "); /* "secondment {}" */
    program_run(&p, command, folder, "-q", "-o", scratch_path("plan.json"), option, NULL);
    assert_int_equal(p.code, 2);
    program_release(&p);
    json_t *plan = json_load_file(scratch_path("plan.json"), 0, NULL);
    write_parts(plan, text);
    assert_string_equal(text, conflict);
    json_t *all = json_object_get(plan, "conflict");
    assert_true(json_is_true(json_object_get(all, "minimal")));
    assert_int_equal(json_array_size(json_object_get(all, "more")), 0);
    json_t *first = json_array_get(json_object_get(all, "repairs"), 0);
    assert_int_equal(json_integer_value(json_object_get(first, "cost")), atoi(cost));
    assert_true(json_is_true(json_object_get(first, "verified")));
    json_decref(plan);
    ++*(int *)n;
    return 0;
}

static void test_expected(void **state)
{
    int n = 0;

    (void)state;
    expected_each("instances/expected-conflict.tsv", 4, check_line, &n);
    assert_true(n >= 2);
}

/* What the policy charges decides which repair is the cheapest. */
static void test_costs_of_the_policy(void **state)
{
    struct program p;
    char *policy = slurp("instances/tiny-infeasible-quota/policy.json");
    char *rest = strchr(policy, '{') + 1, *text;

    (void)state;
    assert_true(asprintf(&text, "{\"repair_costs\": {\"quota\": 70, \"waive\": 8}, %s", rest) > 0);
    scratch_write("policy.json", text);
    program_run(&p, "secondment", "instances/tiny-infeasible-quota", "--policy", scratch_path("policy.json"),
                "-o", scratch_path("plan.json"), NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "The cheapest change that makes a plan possible: exempt (rules[1]) waived"));
    assert_true(contains(p.out, "cost 70: quota (rules[0]) at S001 (甲小学)>S002 (乙小学): min 3 → 2"));
    program_release(&p);
    free(text);
    free(policy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expected),
        cmocka_unit_test(test_costs_of_the_policy),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
