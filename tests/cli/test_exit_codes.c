/*
 * test_exit_codes.c - every exit code that a user can bring about, with what is left on disk.
 *
 * 70 (the check disagrees with the model) and 71 (no memory) cannot be provoked from outside.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define FEASIBLE   "instances/tiny-quota"
#define INFEASIBLE "instances/tiny-infeasible-quota"

static void code_0_a_proved_plan(void **state)
{
    const char *plan = scratch_path("plan.json");
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "-o", plan, NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "optimal"));
    assert_true(contains(p.out, plan));
    assert_true(contains(p.out, "independent check"));
    program_release(&p);
    char *json = slurp(plan);
    assert_true(contains(json, "\"status\": \"optimal\""));
    free(json);
    program_expect(0, "verify", FEASIBLE, plan, NULL);
    program_expect(0, "lint", FEASIBLE, NULL);
}

static void code_2_an_impossible_instance(void **state)
{
    const char *plan = scratch_path("impossible.json");
    struct program p;

    (void)state;
    program_run(&p, "secondment", INFEASIBLE, "-o", plan, NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "quota"));
    assert_true(contains(p.out, "changes that make a plan possible"));
    program_release(&p);
    char *json = slurp(plan);
    assert_true(contains(json, "\"status\": \"infeasible\""));
    assert_true(contains(json, "\"minimal\": true"));
    free(json);
    program_expect(0, "verify", INFEASIBLE, plan, NULL);
}

static void codes_1_and_3_under_a_limit(void **state)
{
    struct program p;

    (void)state;
    /* Too little even for building the model: all shipped instances are proved without a branch. */
    program_run(&p, "secondment", "instances/yangcheng-2020", "--time-limit", "0.01", "-o",
                scratch_path("limited.json"), NULL);
    assert_true(p.code == 1 || p.code == 3);
    char *json = slurp(scratch_path("limited.json"));
    assert_non_null(json);
    assert_true(contains(json, p.code == 1 ? "\"status\": \"feasible\"" : "\"status\": \"unknown\""));
    assert_true(contains(json, "\"stopped_by\": \"time\""));
    free(json);
    if (p.code == 1)
        program_expect(0, "verify", "instances/yangcheng-2020", scratch_path("limited.json"), NULL);
    program_release(&p);
}

static void code_4_a_plan_that_lies(void **state)
{
    const char *plan = scratch_path("honest.json");
    struct program p;

    (void)state;
    program_expect(0, "secondment", FEASIBLE, "-o", plan, NULL);
    char *json = slurp(plan);
    char *travel = strstr(json, "\"travel\"");
    assert_non_null(travel);
    char *digit = travel + strcspn(travel, "0123456789");
    *digit = *digit == '9' ? '8' : '9';
    scratch_write("lie.json", json);
    free(json);
    program_run(&p, "verify", FEASIBLE, scratch_path("lie.json"), NULL);
    assert_int_equal(p.code, 4);
    assert_true(contains(p.out, "objective travel: reported"));
    assert_true(contains(p.out, "does not stand"));
    program_release(&p);
}

static void code_65_data_that_is_wrong(void **state)
{
    const char *copy = scratch_copy(FEASIBLE, "wrong");
    struct program p;

    (void)state;
    scratch_write("wrong/teachers.csv", "teacher_id,name,sex,birth_date,school_id,subjects\n"
                                        "T1,x,M,1971-13-02,nowhere,a\n");
    program_run(&p, "secondment", copy, "-o", scratch_path("never.json"), NULL);
    assert_int_equal(p.code, 65);
    assert_string_equal(p.out, "");
    assert_true(contains(p.err, "teachers.csv:2:"));
    assert_true(contains(p.err, "'1971-13-02'"));
    assert_null(slurp(scratch_path("never.json")));
    program_release(&p);
    program_run(&p, "lint", copy, NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.out, "teachers.csv:2:"));
    program_release(&p);
    scratch_write("noplan.json", "{\"format\": \"zoujiao-plan/1\"");
    program_expect(65, "verify", FEASIBLE, scratch_path("noplan.json"), NULL);
}

static void code_66_input_that_is_missing(void **state)
{
    (void)state;
    program_expect(66, "secondment", scratch_path("nowhere"), NULL);
    program_expect(66, "lint", scratch_path("nowhere"), NULL);
    program_expect(66, "verify", FEASIBLE, scratch_path("nowhere.json"), NULL);
    program_expect(66, "secondment", FEASIBLE, "--policy", scratch_path("nowhere.json"), NULL);
    program_expect(66, "secondment", FEASIBLE, "--keep", scratch_path("nowhere.json"), NULL);
}

static void code_73_a_place_where_nothing_can_be(void **state)
{
    (void)state;
    scratch_write("file", "");
    program_expect(73, "secondment", FEASIBLE, "-o", scratch_path("file/plan.json"), NULL);
    program_expect(73, "secondment", FEASIBLE, "-o", scratch_path("no/such/folder/plan.json"), NULL);
    program_expect(73, "secondment", FEASIBLE, "-o", scratch(), NULL);
    program_expect(73, "secondment", FEASIBLE, "--write-lp", scratch_path("file/model.lp"), NULL);
    program_expect(73, "template", scratch_path("file/template"), NULL);
    if (geteuid() != 0) {
        mkdir(scratch_path("closed"), 0500);
        program_expect(73, "secondment", FEASIBLE, "-o", scratch_path("closed/plan.json"), NULL);
    }
}

static void code_74_a_full_disk(void **state)
{
    static const char *const to_stdout[][4] = {
        {"rules"}, {"dictionary"}, {"secondment", FEASIBLE, "--quiet"}};

    (void)state;
    program_expect(74, "secondment", FEASIBLE, "-o", "/dev/full", NULL);
    for (size_t i = 0; i < sizeof to_stdout / sizeof to_stdout[0]; i++) {
        struct program p;
        program_start(&p, "/dev/full", to_stdout[i]);
        program_wait(&p);
        assert_int_equal(p.code, 74);
        assert_true(contains(p.err, "standard output"));
        program_release(&p);
    }
}

/* A limit on file size stands for a disk that fills up half way: the old plan must survive. */
static void code_74_leaves_the_old_file(void **state)
{
    const char *plan = scratch_path("kept.json");
    const struct rlimit small = {40, RLIM_INFINITY};
    const char *const args[] = {"secondment", FEASIBLE, "--quiet", "-o", plan, NULL};
    struct rlimit before;
    struct program p;

    (void)state;
    scratch_write("kept.json", "the old plan\n");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){small.rlim_cur, before.rlim_max});
    program_start(&p, "/dev/null", args);
    setrlimit(RLIMIT_FSIZE, &before);
    program_wait(&p);
    assert_int_equal(p.code, 74);
    char *text = slurp(plan);
    assert_string_equal(text, "the old plan\n");
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    free(text);
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_0_a_proved_plan),
        cmocka_unit_test(code_2_an_impossible_instance),
        cmocka_unit_test(codes_1_and_3_under_a_limit),
        cmocka_unit_test(code_4_a_plan_that_lies),
        cmocka_unit_test(code_65_data_that_is_wrong),
        cmocka_unit_test(code_66_input_that_is_missing),
        cmocka_unit_test(code_73_a_place_where_nothing_can_be),
        cmocka_unit_test(code_74_a_full_disk),
        cmocka_unit_test(code_74_leaves_the_old_file),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
