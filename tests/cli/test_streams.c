/*
 * test_streams.c - the result on stdout, the talk on stderr; JSON that parses; two languages.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEASIBLE   "instances/tiny-quota"
#define INFEASIBLE "instances/tiny-infeasible-quota"

static json_t *parsed(const char *text)
{
    json_error_t e;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &e);

    if (!root)
        fail_msg("not JSON (line %d: %s): %s", e.line, e.text, text);
    return root;
}

static void without_a_file_the_plan_is_the_output(void **state)
{
    struct program p, q;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, NULL);
    program_run(&q, "secondment", FEASIBLE, "-o", "-", "--quiet", NULL);
    json_t *plan = parsed(p.out);
    assert_string_equal(json_string_value(json_object_get(plan, "format")), "zoujiao-plan/1");
    assert_string_equal(json_string_value(json_object_get(plan, "status")), "optimal");
    assert_true(contains(p.err, "optimal"));
    assert_string_equal(q.err, "");
    assert_string_equal(p.out, q.out);
    json_decref(plan);
    program_release(&p);
    program_release(&q);
}

static void a_file_and_json_give_the_same_bytes(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "-o", scratch_path("plan.json"), "--json", NULL);
    char *file = slurp(scratch_path("plan.json"));
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, file);
    free(file);
    program_release(&p);
}

static void quiet_is_quiet(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "--quiet", "-o", scratch_path("quiet.json"), NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, "");
    assert_string_equal(p.err, "");
    program_release(&p);
    program_run(&p, "verify", FEASIBLE, scratch_path("quiet.json"), "-q", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, "");
    assert_string_equal(p.err, "");
    program_release(&p);
}

static void nothing_moves_on_a_pipe(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", FEASIBLE, "-o", scratch_path("pipe.json"), NULL);
    assert_null(strchr(p.err, '\r'));
    assert_null(strchr(p.err, '\033'));
    assert_null(strchr(p.out, '\033'));
    program_release(&p);
}

static void failures_as_json(void **state)
{
    static const struct {
        const char *args[6];
        int code;
    } cases[] = {
        {{"secondment", "--json", "/nonexistent"}, 66},
        {{"secondment", "--json", "--gap", "x", "/nonexistent"}, 64},
        {{"verify", "--json", FEASIBLE, "/nonexistent"}, 66},
        {{"lint", "--json", "/nonexistent"}, 66},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct program p;
        program_start(&p, NULL, cases[i].args);
        program_wait(&p);
        json_t *root = parsed(p.out);
        assert_int_equal(p.code, cases[i].code);
        assert_int_equal(json_integer_value(json_object_get(root, "schema")), 1);
        assert_int_equal(json_integer_value(json_object_get(root, "exit")), cases[i].code);
        assert_true(json_is_array(json_object_get(root, "problems")));
        json_decref(root);
        program_release(&p);
    }
}

static void problems_as_json_have_places(void **state)
{
    const char *copy = scratch_copy(FEASIBLE, "wrong");
    struct program p;

    (void)state;
    scratch_write("wrong/teachers.csv", "teacher_id,name,sex,birth_date,school_id,subjects\n"
                                        "T1,x,M,1971-13-02,nowhere,a\n");
    program_run(&p, "lint", "--json", copy, NULL);
    json_t *root = parsed(p.out), *list = json_object_get(root, "problems");
    bool found = false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *x = json_array_get(list, i);
        found = found || (json_integer_value(json_object_get(x, "line")) == 2 &&
                          contains(json_string_value(json_object_get(x, "text")), "1971-13-02"));
    }
    assert_true(found);
    json_decref(root);
    program_release(&p);
}

static void verdict_as_json(void **state)
{
    struct program p;

    (void)state;
    program_expect(0, "secondment", FEASIBLE, "-o", scratch_path("v.json"), NULL);
    program_run(&p, "verify", "--json", "--all", FEASIBLE, scratch_path("v.json"), NULL);
    json_t *root = parsed(p.out);
    assert_int_equal(p.code, 0);
    assert_true(json_is_true(json_object_get(root, "ok")));
    assert_true(json_array_size(json_object_get(root, "findings")) > 0);
    assert_int_equal(json_array_size(json_object_get(root, "objective")), 6);
    json_decref(root);
    program_release(&p);
}

static void lists_are_results(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "rules", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    assert_true(contains(p.out, "keep_coverage"));
    program_release(&p);
    program_run(&p, "rules", "--json", NULL);
    json_decref(parsed(p.out));
    program_release(&p);
    program_run(&p, "rules", "--markdown", NULL);
    assert_true(contains(p.out, "|"));
    program_release(&p);
    program_run(&p, "dictionary", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    assert_true(contains(p.out, "teacher_id"));
    program_release(&p);
}

static void template_can_be_read_again(void **state)
{
    (void)state;
    program_expect(0, "template", scratch_path("template"), NULL);
    program_expect(73, "template", scratch_path("template"), NULL);
    assert_true(count_files(scratch_path("template"), "teachers.csv") == 1);
    assert_true(count_files(scratch_path("template"), "instance.json") == 1);
}

/* Chinese when asked, English otherwise, whatever else is on the line. */
static void chinese_is_spoken(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "--lang", "zh", "--help", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "教师"));
    program_release(&p);
    program_run(&p, "secondment", "--lang=zh", FEASIBLE, "-o", scratch_path("zh.json"), NULL);
    assert_true(contains(p.out, "最优"));
    assert_true(contains(p.out, scratch_path("zh.json")));
    program_release(&p);
    program_run(&p, "secondment", "--lang=zh", INFEASIBLE, "-o", scratch_path("zh2.json"), NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "矛盾") || contains(p.out, "冲突"));
    program_release(&p);
    program_run(&p, "lint", "--lang", "zh", "/nonexistent", NULL);
    assert_int_equal(p.code, 66);
    program_release(&p);
}

/* The language changes what people read and nothing that programs read. */
static void json_is_the_same_in_both_languages(void **state)
{
    struct program p, q;

    (void)state;
    for (int i = 0; i < 2; i++) {
        const char *folder = i ? INFEASIBLE : FEASIBLE;
        program_run(&p, "secondment", "--lang=zh", "--quiet", folder, NULL);
        program_run(&q, "secondment", "--lang=en", "--quiet", folder, NULL);
        assert_string_equal(p.out, q.out);
        program_release(&p);
        program_release(&q);
    }
}

/* A plan made by somebody who reads Chinese is told in English to somebody who asks for that, and back. */
static void repairs_are_told_in_the_language_of_the_reader(void **state)
{
    static const struct {
        const char *solved, *read, *says, *not ;
    } cases[] = {{"--lang=zh", "--lang=en", "waived at", "不作要求"},
                 {"--lang=en", "--lang=zh", "不作要求", "waived"}};

    (void)state;
    for (int i = 0; i < 2; i++) {
        const char *plan = scratch_path("impossible.json"), *page = scratch_path("impossible.html");
        program_expect(2, "secondment", cases[i].solved, "-q", INFEASIBLE, "-o", plan, NULL);
        program_expect(0, "report", cases[i].read, "-q", INFEASIBLE, plan, "--html", page, NULL);
        char *text = slurp(page);
        assert_true(contains(text, cases[i].says));
        assert_false(contains(text, cases[i].not ));
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_the_plan_is_the_output),
        cmocka_unit_test(a_file_and_json_give_the_same_bytes),
        cmocka_unit_test(quiet_is_quiet),
        cmocka_unit_test(nothing_moves_on_a_pipe),
        cmocka_unit_test(failures_as_json),
        cmocka_unit_test(problems_as_json_have_places),
        cmocka_unit_test(verdict_as_json),
        cmocka_unit_test(lists_are_results),
        cmocka_unit_test(template_can_be_read_again),
        cmocka_unit_test(chinese_is_spoken),
        cmocka_unit_test(json_is_the_same_in_both_languages),
        cmocka_unit_test(repairs_are_told_in_the_language_of_the_reader),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
