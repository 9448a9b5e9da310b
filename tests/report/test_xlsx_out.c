/*
 * test_xlsx_out.c - workbooks that the program writes: the template is filled in, solved and reported; the
 * same plan gives the same bytes; and an office suite opens them and reads the cells that were written.
 */
#include "tests/support/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SHEET = 1 };

/* Every sheet that there can be, and its file as CSV. */
static const struct {
    const char *file, *name;
} sheets[] = {
    {"overview", "总表"}, {"teachers", "教师课表"}, {"schools", "学校课表"}, {"classes", "班级课表"},
    {"notice", "公示表"}, {"unmet", "未满足清单"},  {"rules", "规则核对"},   {"figures", "统计"},
};

/* Is there a program of this name? */
static bool has_program(const char *name)
{
    char line[128];

    snprintf(line, sizeof line, "command -v %s >/dev/null 2>&1", name);
    return system(line) == 0;
}

/* Write the template in Chinese and plan its example; the names of its files are fixed. */
static void plan_example(void)
{
    program_expect(0, "template", "--lang", "zh", "--xlsx", scratch_path("county.xlsx"), NULL);
    program_expect(0, "secondment", scratch_path("county-example.xlsx"), "-q", "-o",
                   scratch_path("plan.json"), NULL);
}

static void the_template_is_filled_in_solved_and_reported(void **state)
{
    struct program p;

    (void)state;
    plan_example();
    program_run(&p, "lint", scratch_path("county.xlsx"), NULL);
    assert_int_equal(p.code, 0);
    assert_int_equal(count_lines(p.out), 1);
    assert_true(contains(p.out, "there is no school yet"));
    program_release(&p);
    program_expect(0, "verify", scratch_path("county-example.xlsx"), scratch_path("plan.json"), NULL);
    program_expect(0, "report", scratch_path("county-example.xlsx"), scratch_path("plan.json"), "--lang",
                   "zh", "--xlsx", scratch_path("out.xlsx"), NULL);
    char *book = book_read_part(scratch_path("out.xlsx"), "xl/workbook.xml");
    assert_true(contains(book, "总表") && contains(book, "规则核对") && contains(book, "公示表"));
    free(book);
    char *strings = book_read_part(scratch_path("out.xlsx"), "xl/sharedStrings.xml");
    assert_true(contains(strings, "河湾小学"));
    free(strings);
    scratch_remove();
}

/* Closed columns have lists, ids are text, headers stay in sight and have notes. */
static void the_template_says_what_belongs_where(void **state)
{
    static const char *const parts[] = {"\"男,女\"", "type=\"whole\"", "type=\"date\"", "state=\"frozen\"",
                                        "legacyDrawing"};

    (void)state;
    program_expect(0, "template", "--lang", "zh", "--xlsx", scratch_path("county.xlsx"), NULL);
    bool found[5] = {false};
    for (int i = FIRST_SHEET; i <= 21; i++) {
        char part[64];
        snprintf(part, sizeof part, "xl/worksheets/sheet%d.xml", i);
        char *xml = book_read_part(scratch_path("county.xlsx"), part);
        for (int k = 0; k < 5; k++)
            found[k] |= xml && contains(xml, parts[k]);
        free(xml);
    }
    for (int k = 0; k < 5; k++)
        assert_true(found[k]);
    /* Nothing is written over. */
    program_expect(73, "template", "--xlsx", scratch_path("county.xlsx"), NULL);
    program_expect(64, "template", "--xlsx", scratch_path("county.xls"), NULL);
    program_expect(64, "template", NULL);
    scratch_remove();
}

static void the_same_plan_gives_the_same_bytes(void **state)
{
    (void)state;
    plan_example();
    for (int i = 0; i < 2; i++) {
        program_expect(0, "report", scratch_path("county-example.xlsx"), scratch_path("plan.json"), "--xlsx",
                       scratch_path(i ? "two.xlsx" : "one.xlsx"), NULL);
    }
    expect_same_file(scratch_path("one.xlsx"), scratch_path("two.xlsx"));
    char *properties = book_read_part(scratch_path("one.xlsx"), "docProps/core.xml");
    assert_true(contains(properties, ">2000-01-01T00:00:00Z<")); /* the clock was not asked */
    free(properties);
    scratch_remove();
}

/* Without the byte order mark and with newlines alone, as LibreOffice writes it. */
static void simplify(char *csv)
{
    char *to = csv;

    for (const char *s = csv + 3; *s; s++)
        if (*s != '\r')
            *to++ = *s;
    *to = '\0';
}

/* LibreOffice writes every sheet of out.xlsx into a file of its own. */
static void let_office_convert(void)
{
    char line[1024];

    snprintf(line, sizeof line,
             "cd '%s' && HOME='%s' soffice -env:UserInstallation=file://%s/office --headless --convert-to "
             "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' out.xlsx "
             ">office.log 2>&1",
             scratch(), scratch(), scratch());
    if (system(line) != 0)
        fail_msg("LibreOffice does not open the workbook");
}

/* Each sheet that LibreOffice read from our workbook holds the cells of our CSV file. */
static void compare_sheets(const char *model, const char *instance, const char *option, int least)
{
    char path[300];
    struct program p;
    int n = 0;

    program_run(&p, model, instance, "-q", "-o", scratch_path("plan.json"), option, NULL);
    assert_true(p.code <= 1); /* whether all is proved is not of interest */
    program_release(&p);
    program_expect(0, "report", instance, scratch_path("plan.json"), "--lang", "zh", "--xlsx",
                   scratch_path("out.xlsx"), "--csv", scratch_path("csv"), NULL);
    let_office_convert();
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++) {
        snprintf(path, sizeof path, "csv/%s.csv", sheets[i].file);
        char *ours = slurp(scratch_path(path));
        snprintf(path, sizeof path, "out-%s.csv", sheets[i].name);
        char *theirs = slurp(scratch_path(path));
        if ((ours == NULL) != (theirs == NULL))
            fail_msg("%s: only one of %s.csv and the sheet %s is there", model, sheets[i].file,
                     sheets[i].name);
        if (ours) {
            simplify(ours);
            assert_string_equal(ours, theirs);
            n++;
        }
        free(ours);
        free(theirs);
    }
    assert_in_range(n, least, sizeof sheets / sizeof sheets[0]);
    assert_int_equal(n, count_files(scratch_path("csv"), "") - 2); /* . and .. */
    scratch_remove();
}

static void an_office_suite_reads_every_sheet(void **state)
{
    (void)state;
    if (!has_program("soffice")) {
        print_message("skipped: LibreOffice (soffice) is not installed\n");
        skip();
    }
    compare_sheets("secondment", "instances/tiny-quota", NULL, 4);
    compare_sheets("timetable", "instances/tiny-tt-travel_time", NULL, 6);
    compare_sheets("pairing", "instances/tiny-pair-coverage", "--propose", 3);
    compare_sheets("calendar", "instances/tiny-calendar-count", NULL, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_template_is_filled_in_solved_and_reported),
        cmocka_unit_test(the_template_says_what_belongs_where),
        cmocka_unit_test(the_same_plan_gives_the_same_bytes),
        cmocka_unit_test(an_office_suite_reads_every_sheet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
