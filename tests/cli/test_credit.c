/*
 * test_credit.c - `credit` as a user runs it: the totals of tiny-credit, plans, files, languages, refusals.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define TINY "instances/tiny-credit"

/* As its README.md derives them: half-years of each account. */
static const struct {
    const char *teacher;
    int service, rural;
} totals[] = {
    {"T0001", 0, 0}, {"T0002", 2, 0}, {"T0003", 0, 0}, {"T0004", 2, 0}, {"T0005", 0, 0},
    {"T0006", 2, 0}, {"T0007", 0, 0}, {"T0008", 2, 0}, {"T0009", 0, 0}, {"T0010", 2, 2},
    {"T0011", 6, 6}, {"T0012", 0, 2}, {"T0013", 1, 1},
};
enum { N_TOTALS = sizeof totals / sizeof totals[0] };

static const char plan[] = "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": "
                           "\"feasible\", \"objective\": [],\n"
                           " \"assignments\": [{\"teacher_id\": \"T0013\", \"kind\": \"support_post\", "
                           "\"from_school_id\": \"S001\",\n"
                           "   \"to_school_id\": \"S002\", \"start_term\": \"2026A\", \"terms\": 2, "
                           "\"subject\": \"语文\"}], \"unmet\": []}\n";

/* The units of an account of a teacher. */
static json_int_t units(const json_t *all, const char *teacher, const char *account)
{
    json_t *list = json_object_get(all, "teachers"), *one;
    size_t i;

    json_array_foreach(list, i, one)
    {
        if (strcmp(json_string_value(json_object_get(one, "teacher_id")), teacher) == 0)
            return json_integer_value(
                json_object_get(json_object_get(json_object_get(one, "accounts"), account), "units"));
    }
    fail_msg("no teacher %s", teacher);
    return -1;
}

static void totals_are_those_of_the_readme(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "credit", TINY, "--json", NULL);
    assert_int_equal(p.code, 0);
    json_t *all = json_loads(p.out, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(all);
    assert_int_equal(json_array_size(json_object_get(all, "teachers")), N_TOTALS);
    assert_int_equal(json_array_size(json_object_get(all, "not_counted")), 3);
    for (size_t i = 0; i < N_TOTALS; i++) {
        assert_int_equal(units(all, totals[i].teacher, "service"), totals[i].service * 1000);
        assert_int_equal(units(all, totals[i].teacher, "rural"), totals[i].rural * 1000);
    }
    json_decref(all);
    program_release(&p);
}

/* The log of 柳州 ends before the horizon: its totals do not depend on when service is counted. */
static void a_countys_log_is_counted(void **state)
{
    static const char *const untils[] = {"2026-08-31", "2029-07-06", "2035-01-01"};

    (void)state;
    for (size_t i = 0; i < sizeof untils / sizeof untils[0]; i++) {
        struct program p;
        json_t *one, *line;
        size_t k, n, n_given = 0;
        program_run(&p, "credit", "instances/liuzhou", "--json", "-q", "--until", untils[i], NULL);
        assert_int_equal(p.code, 0);
        json_t *all = json_loads(p.out, 0, NULL);
        json_array_foreach(json_object_get(all, "teachers"), k, one)
        {
            json_array_foreach(json_object_get(one, "lines"), n, line) n_given +=
                strcmp(json_string_value(json_object_get(line, "rule")), "credit") == 0 &&
                json_integer_value(json_object_get(line, "given")) == 2000;
        }
        assert_int_equal(n_given, 15);
        assert_int_equal(json_array_size(json_object_get(all, "not_counted")), 0);
        json_decref(all);
        program_release(&p);
    }
}

static void a_plan_counts_too(void **state)
{
    struct program p;

    (void)state;
    scratch_write("plan.json", plan);
    program_run(&p, "credit", TINY, "--json", "--plan", scratch_path("plan.json"), NULL);
    assert_int_equal(p.code, 0);
    json_t *all = json_loads(p.out, 0, NULL);
    assert_int_equal(units(all, "T0013", "service"), 3000);
    json_decref(all);
    program_release(&p);
    program_run(&p, "credit", TINY, "--json", "--until", "2027-01-22", "--plan", scratch_path("plan.json"),
                NULL);
    all = json_loads(p.out, 0, NULL);
    assert_int_equal(units(all, "T0013", "service"), 2000);
    json_decref(all);
    program_release(&p);
}

static void the_table_names_what_is_missing(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "credit", TINY, "--teacher", "T0005", "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "year from 2024-09-01: 7 of 8 visits, grade 合格: does not count"));
    assert_true(contains(p.out, "T0005 at S001"));
    assert_false(contains(p.out, "T0006"));
    assert_true(contains(p.out, "累计送教达到200天的"));
    program_release(&p);
    program_run(&p, "credit", TINY, "--lang", "zh", NULL);
    assert_true(contains(p.out, "送教天数"));
    program_release(&p);
}

static void a_file_gets_the_same_bytes(void **state)
{
    struct program shown, written;

    (void)state;
    program_run(&shown, "credit", TINY, NULL);
    program_run(&written, "credit", TINY, "-o", scratch_path("credit.txt"), NULL);
    assert_int_equal(written.code, 0);
    assert_string_equal(written.out, "");
    char *bytes = slurp(scratch_path("credit.txt"));
    assert_string_equal(bytes, shown.out);
    free(bytes);
    program_release(&shown);
    program_release(&written);
}

static void nothing_to_count_is_said(void **state)
{
    (void)state;
    program_expect(65, "credit", "instances/tiny-rest", NULL);
    program_expect(64, "credit", TINY, "--until", "2026-02-30", NULL);
    program_expect(64, "credit", TINY, "--teacher", "T9999", NULL);
    program_expect(66, "credit", TINY, "--plan", scratch_path("none.json"), NULL);
    program_expect(73, "credit", TINY, "-o", "/nowhere/credit.txt", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_those_of_the_readme),
        cmocka_unit_test(a_countys_log_is_counted),
        cmocka_unit_test(a_plan_counts_too),
        cmocka_unit_test(the_table_names_what_is_missing),
        cmocka_unit_test(a_file_gets_the_same_bytes),
        cmocka_unit_test(nothing_to_count_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
