/*
 * test_audit.c - `audit`: every finding of the check stands under its clause, every clause has its sentence.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define STAFFED "instances/tiny-tt-secondment"

/* Nobody is posted, though the policy of tiny-quota asks for it. */
static const char nobody[] = "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": "
                             "\"feasible\", \"objective\": [], \"assignments\": [], \"unmet\": []}\n";

static json_t *run_json(int code, const char *command, const char *instance, const char *plan,
                        const char *more)
{
    struct program p;

    program_run(&p, command, instance, plan, "--json", "-q", more, NULL);
    if (p.code != code)
        fail_msg("%s %s: exit %d, %s", command, instance, p.code, p.err);
    json_t *all = json_loads(p.out, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(all);
    program_release(&p);
    return all;
}

/* Findings of the check, and places of the clauses: the same number, as many of them kept. */
static void every_finding_stands_under_a_clause(void **state)
{
    static const struct {
        const char *command, *instance;
    } cases[] = {
        {"secondment {}", "instances/tiny-quota"},
        {"secondment {}", "instances/tiny-cycle"},
        {"secondment {}", "instances/tiny-pins"},
        {"secondment {}", "instances/tiny-keep_coverage"},
        {"timetable {}", "instances/tiny-tt-room"},
        {"timetable {}", "instances/tiny-tt-pins"},
        {"timetable {}", "instances/tiny-tt-spread"},
        {"pairing {} --propose", "instances/tiny-pair-size"},
        {"calendar {}", "instances/tiny-calendar-count"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct program p;
        size_t n_ok = 0, n_met = 0, n_places = 0, k;
        json_t *one;
        program_run_command(&p, cases[i].command, cases[i].instance, "-q", "-o", scratch_path("plan.json"),
                            NULL);
        assert_in_range(p.code, 0, 1); /* proved or not, there is a plan */
        program_release(&p);
        json_t *judged = run_json(0, "verify", cases[i].instance, scratch_path("plan.json"), "--all");
        json_t *audit = run_json(0, "audit", cases[i].instance, scratch_path("plan.json"), NULL);
        json_array_foreach(json_object_get(judged, "findings"), k, one) n_ok +=
            json_is_true(json_object_get(one, "ok"));
        json_array_foreach(json_object_get(audit, "clauses"), k, one)
        {
            n_places += json_array_size(json_object_get(one, "places"));
            n_met += (size_t)json_integer_value(json_object_get(one, "met"));
        }
        assert_int_equal(n_places, json_array_size(json_object_get(judged, "findings")));
        assert_int_equal(n_met, n_ok);
        assert_true(n_places > 0);
        json_decref(judged);
        json_decref(audit);
    }
}

/* The clause of this rule. */
static json_t *clause(json_t *audit, const char *rule)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(audit, "clauses"), i, one)
    {
        if (strcmp(json_string_value(json_object_get(one, "rule")), rule) == 0)
            return one;
    }
    fail_msg("no clause of the rule %s", rule);
    return NULL;
}

static void a_broken_clause_says_where(void **state)
{
    struct program p;

    (void)state;
    scratch_write("nobody.json", nobody);
    json_t *audit = run_json(4, "audit", "instances/tiny-quota", scratch_path("nobody.json"), NULL);
    json_t *quota = clause(audit, "quota"), *place = json_array_get(json_object_get(quota, "places"), 0);
    assert_false(json_is_true(json_object_get(audit, "ok")));
    assert_string_equal(json_string_value(json_object_get(quota, "state")), "broken");
    assert_int_equal(json_integer_value(json_object_get(place, "have")), 0);
    assert_true(json_integer_value(json_object_get(place, "need")) > 0);
    program_run(&p, "audit", "instances/tiny-quota", scratch_path("nobody.json"), "--lang", "en", NULL);
    assert_int_equal(p.code, 4);
    assert_true(contains(p.out, "not met at "));
    assert_true(contains(p.out, json_string_value(json_object_get(place, "where"))));
    program_release(&p);
    json_decref(audit);
}

static void every_sentence_of_the_policy_is_there(void **state)
{
    struct program p;
    json_t *policy = json_load_file("instances/tiny-credit/policy.json", 0, NULL), *rule;
    size_t i;

    (void)state;
    scratch_write("nobody.json", nobody);
    program_run(&p, "audit", "instances/tiny-credit", scratch_path("nobody.json"), NULL);
    assert_int_equal(p.code, 0);
    json_array_foreach(json_object_get(policy, "rules"), i, rule)
    {
        json_t *quote = json_object_get(json_object_get(rule, "source"), "quote");
        if (quote)
            assert_true(contains(p.out, json_string_value(quote)));
    }
    program_release(&p);
    json_t *audit = run_json(0, "audit", "instances/tiny-credit", scratch_path("nobody.json"), NULL);
    assert_int_equal(json_integer_value(json_object_get(clause(audit, "credit"), "n_places")), 8);
    assert_int_equal(json_integer_value(json_object_get(clause(audit, "credit"), "met")), 4);
    assert_int_equal(json_integer_value(json_object_get(clause(audit, "promotion"), "met")), 2);
    json_decref(audit);
    json_decref(policy);
}

/* The plan that moved the staff need not be named twice: it is known by its bytes. */
static void plans_of_several_models_go_together(void **state)
{
    struct program p;

    (void)state;
    program_expect(0, "secondment", STAFFED, "-q", "-o", scratch_path("staff.json"), NULL);
    program_expect(0, "timetable", STAFFED, "-q", "-s", scratch_path("staff.json"), "-o",
                   scratch_path("week.json"), NULL);
    json_t *audit = run_json(0, "audit", STAFFED, scratch_path("week.json"), scratch_path("staff.json"));
    assert_int_equal(json_array_size(json_object_get(audit, "plans")), 2);
    assert_string_equal(json_string_value(json_object_get(clause(audit, "no_clash"), "state")), "kept");
    json_decref(audit);
    program_expect(64, "audit", STAFFED, scratch_path("week.json"), NULL);
    program_expect(0, "audit", STAFFED, scratch_path("week.json"), "-s", scratch_path("staff.json"), NULL);
    program_run(&p, "audit", STAFFED, scratch_path("staff.json"), "-o", scratch_path("audit.txt"), NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, "");
    program_release(&p);
    char *file = slurp(scratch_path("audit.txt"));
    assert_true(contains(file, "one_posting"));
    free(file);
}

/* A sentence that begins like a formula is text in a spreadsheet; quotes and commas stay in their cells. */
static void spreadsheets_get_text(void **state)
{
    struct program p;
    const char *copy = scratch_copy("instances/tiny-rest", "tiny-rest");

    (void)state;
    scratch_write("tiny-rest/policy.json",
                  "{\"format\": \"zoujiao-policy/1\", \"travel\": {\"detour_permille\": 1400, \"kmh\": 40},\n"
                  "\"kinds\": [], \"rules\": [{\"rule\": \"rest\", \"terms\": 1, \"source\": {\"document\": "
                  "\"a, b\", \"quote\": \"=1+1\"}}, {\"rule\": \"stability\", \"max\": 1, \"source\": "
                  "{\"quote\": \"say \\\"no\\\"\"}}]}\n");
    scratch_write("nobody.json", nobody);
    program_run(&p, "audit", copy, scratch_path("nobody.json"), "--csv", "-", "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(strncmp(p.out, "\xEF\xBB\xBF", 3) == 0);
    assert_true(contains(p.out, "\r\n0,rest,\"'=1+1\",\"a, b\",hard,"));
    assert_true(contains(p.out, "\"say \"\"no\"\"\""));
    assert_int_equal(count_lines(p.out), 3);
    program_release(&p);
    program_expect(0, "audit", copy, scratch_path("nobody.json"), "--csv", scratch_path("audit.csv"),
                   "--csv-encoding", "GB18030", NULL);
    char *file = slurp(scratch_path("audit.csv"));
    assert_int_equal(count_lines(file), 3);
    free(file);
    program_expect(64, "audit", copy, scratch_path("nobody.json"), "--csv-encoding", "Latin-1", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_finding_stands_under_a_clause),
        cmocka_unit_test(a_broken_clause_says_where),
        cmocka_unit_test(every_sentence_of_the_policy_is_there),
        cmocka_unit_test(plans_of_several_models_go_together),
        cmocka_unit_test(spreadsheets_get_text),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
