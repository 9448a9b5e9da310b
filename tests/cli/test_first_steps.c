/*
 * test_first_steps.c - a new user: the template, the filled example, a plan, the notice; and what is said at
 * the first mistake, which is what to do next.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void walk(const char *const *words)
{
    struct program p;

    program_start(&p, NULL, words);
    program_wait(&p);
    if (p.code != 0)
        fail_msg("%s: exit code %d: %s", words[0], p.code, p.err);
    program_release(&p);
}

/* What the README tells, in Chinese, with nothing read besides. */
static void from_the_template_to_the_notice(void **state)
{
    const char *blank = scratch_path("我的县.xlsx"), *filled = scratch_path("我的县-example.xlsx");
    const char *plan = scratch_path("方案.json"), *notice = scratch_path("公示.html");
    const char *const steps[][10] = {
        {"template", "--xlsx", blank, "--lang", "zh"},
        {"lint", filled, "--lang", "zh"},
        {"secondment", filled, "-o", plan, "--lang", "zh"},
        {"verify", filled, plan, "--lang", "zh"},
        {"report", filled, plan, "--notice", notice, "--xlsx", scratch_path("结果.xlsx"), "--lang", "zh"},
        {"report", filled, plan, "--html", scratch_path("方案.html"), "--csv", scratch_path("表"), "--ics",
         scratch_path("日历")},
    };
    struct program p;

    (void)state;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        walk(steps[i]);
    char *page = slurp(notice);
    assert_true(contains(page, "公示") && contains(page, "河湾小学"));
    free(page);
    program_run(&p, "lint", blank, "--lang", "zh", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "还没有学校"));
    program_release(&p);
}

/* A file with this text, or a folder when it is NULL. */
static void put(const char *name, const char *text)
{
    if (text)
        scratch_write(name, text);
    else
        assert_int_equal(mkdir(scratch_path(name), 0700), 0);
}

static void the_first_mistake_is_answered(void **state)
{
    static const struct {
        const char *name, *text; /* what there is; text NULL: a folder */
        const char *said;
        int code;
    } cases[] = {
        {"nothing", "", "'zoujiao template' writes either to fill in", 66},
        {"empty", NULL, "'zoujiao template' writes either to fill in", 66},
        {"outer", NULL, "has no instance.json; did you mean", 66},
        {"teachers.csv", "teacher_id\n", "name the folder that holds it", 65},
        {"book.xls", "teacher_id\n", "save it as .xlsx", 65},
        {"book.xlsx", "teacher_id\n", "save it as .xlsx", 65},
        {"plan.json", "{\n  \"format\": \"zoujiao-plan/1\"}\n",
         "the instance, a folder or a workbook, is named first", 65},
    };
    struct program p;

    (void)state;
    for (size_t i = 1; i < sizeof cases / sizeof cases[0]; i++)
        put(cases[i].name, cases[i].text);
    put("outer/inner", NULL);
    scratch_write("outer/inner/instance.json", "{}\n");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        program_run(&p, "secondment", scratch_path(cases[i].name), NULL);
        if (p.code != cases[i].code || !contains(p.err, cases[i].said) || count_lines(p.err) != 2)
            fail_msg("%s: exit code %d, said %s", cases[i].name, p.code, p.err);
        program_release(&p);
    }
    program_run(&p, "secondment", scratch_path("outer"), NULL);
    assert_true(contains(p.err, "outer/inner'?"));
    program_release(&p);
}

/* A column that is not there, by both of its names; GBK is read, and said to be. */
static void tables_of_an_office(void **state)
{
    static const char header[] =
        "\xB9\xA4\xBA\xC5,\xD0\xD5\xC3\xFB,\xB3\xF6\xC9\xFA\xC8\xD5\xC6\xDA," /* GBK */
        "\xCB\xF9\xD4\xDA\xD1\xA7\xD0\xA3,\xC8\xCE\xBD\xCC\xD1\xA7\xBF\xC6\n";
    struct program p;

    (void)state;
    program_expect(0, "template", scratch_path("county"), NULL);
    scratch_write("county/teachers.csv", header);
    program_run(&p, "lint", scratch_path("county"), NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.out, "teachers.csv:1:1: column 'sex' (性别) is missing; add it to the header"));
    assert_true(contains(p.out, "teachers.csv: read as GB18030"));
    assert_false(contains(p.err, "--lenient")); /* it adds no columns */
    program_release(&p);
}

/* Who writes dates with points learns of the lenient reading; strictly nothing is guessed. */
static void a_lenient_reading_is_offered_where_it_helps(void **state)
{
    static const char *const left[] = {"1985-02-30", "1985-03-12"}; /* no such day; nothing is left */
    static const char *const said[] = {"repairs some of these errors and lists every repair; left: 1",
                                       "with '--lenient' these tables can be read"};
    struct program p;
    char text[400];

    (void)state;
    program_expect(0, "template", scratch_path("office"), NULL);
    scratch_write("office/schools.csv", "school_id,name,stage,community_id,role\nS001,x,primary,A,lead\n");
    for (int i = 0; i < 2; i++) {
        snprintf(text, sizeof text,
                 "teacher_id,name,sex,birth_date,school_id,subjects\nT001,a,F,1985.3.12,S001,x\n"
                 "T002,b,F,%s,S001,x\n",
                 left[i]);
        scratch_write("office/teachers.csv", text);
        program_run(&p, "lint", scratch_path("office"), NULL);
        assert_int_equal(p.code, 65);
        if (!contains(p.err, said[i]))
            fail_msg("said %s%s", p.out, p.err);
        program_release(&p);
    }
    program_expect(0, "lint", scratch_path("office"), "--lenient", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_the_template_to_the_notice),
        cmocka_unit_test(the_first_mistake_is_answered),
        cmocka_unit_test(tables_of_an_office),
        cmocka_unit_test(a_lenient_reading_is_offered_where_it_helps),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
