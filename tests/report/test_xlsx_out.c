/*
 * test_xlsx_out.c - workbooks that the program writes: the template is filled in, solved and reported; the
 * same plan gives the same bytes; nothing that comes from data is ever a formula or a link; and an office
 * suite opens them and reads the cells that were written.
 */
#include "tests/support/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = {
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1+1",
    "http://example.org",
    "mailto:a@b",
    "internal:A1",
    "<b>粗</b>",
    "a&amp;b",
    "]]>",
    "_x0041_",
    "\"引号\"",
    "'单引号",
    "{=A1:A2}",
    "external:c.xlsx",
    "赵甲\u202E乙",
    "很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字",
    "\001",
};
enum { N_NAMES = sizeof names / sizeof names[0], FIRST_SHEET = 1 };

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
    assert_string_equal(p.out, "");
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
    char *one, *two;
    struct stat a, b;

    (void)state;
    plan_example();
    for (int i = 0; i < 2; i++) {
        program_expect(0, "report", scratch_path("county-example.xlsx"), scratch_path("plan.json"), "--xlsx",
                       scratch_path(i ? "two.xlsx" : "one.xlsx"), NULL);
    }
    assert_int_equal(stat(scratch_path("one.xlsx"), &a), 0);
    assert_int_equal(stat(scratch_path("two.xlsx"), &b), 0);
    assert_int_equal(a.st_size, b.st_size);
    one = malloc((size_t)a.st_size);
    two = malloc((size_t)b.st_size);
    FILE *f = fopen(scratch_path("one.xlsx"), "r"), *g = fopen(scratch_path("two.xlsx"), "r");
    assert_int_equal(fread(one, 1, (size_t)a.st_size, f), a.st_size);
    assert_int_equal(fread(two, 1, (size_t)b.st_size, g), b.st_size);
    assert_memory_equal(one, two, (size_t)a.st_size);
    char *properties = book_read_part(scratch_path("one.xlsx"), "docProps/core.xml");
    assert_true(contains(properties, ">2000-01-01T00:00:00Z<")); /* the clock was not asked */
    free(properties);
    fclose(f);
    fclose(g);
    free(one);
    free(two);
    scratch_remove();
}

/* The example with these names for its people, in a folder. */
static void write_named(const char *folder, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/teachers.csv", folder);
    FILE *f = fopen(path, "w");
    fprintf(f, "teacher_id,name,sex,birth_date,school_id,subjects,applied\nT001,\"");
    for (const char *s = name; *s; s++)
        fprintf(f, *s == '"' ? "\"\"" : "%c", *s);
    fprintf(f, "\",F,1985-03-12,S001,音乐,applied\n");
    fclose(f);
}

static void names_are_never_formulas(void **state)
{
    (void)state;
    program_expect(0, "template", scratch_path("folder"), NULL);
    for (int i = 0; i < N_NAMES; i++) {
        struct program p;
        write_named(scratch_path("folder/example"), names[i]);
        unlink(scratch_path("folder/example/history.csv"));
        unlink(scratch_path("folder/example/wishes.csv"));
        program_run(&p, "secondment", scratch_path("folder/example"), "-q", "-o", scratch_path("plan.json"),
                    NULL);
        bool refused = p.code == 65; /* a control character */
        program_release(&p);
        if (refused)
            continue;
        program_expect(0, "report", scratch_path("folder/example"), scratch_path("plan.json"), "--xlsx",
                       scratch_path("out.xlsx"), NULL);
        for (int k = FIRST_SHEET; k <= 8; k++) {
            char part[64];
            snprintf(part, sizeof part, "xl/worksheets/sheet%d.xml", k);
            char *xml = book_read_part(scratch_path("out.xlsx"), part);
            if (xml && (contains(xml, "<f>") || contains(xml, "<hyperlink")))
                fail_msg("a formula or link in %s of '%s'", part, names[i]);
            free(xml);
        }
        unlink(scratch_path("out.xlsx"));
    }
    scratch_remove();
}

/* LibreOffice reads the sheets and writes the first one as CSV: it must be ours. */
static void an_office_suite_opens_them(void **state)
{
    char line[1024];

    (void)state;
    if (!has_program("soffice")) {
        print_message("skipped: LibreOffice (soffice) is not installed\n");
        skip();
    }
    plan_example();
    program_expect(0, "report", scratch_path("county-example.xlsx"), scratch_path("plan.json"), "--lang",
                   "zh", "--xlsx", scratch_path("out.xlsx"), "--csv", scratch_path("csv"), NULL);
    snprintf(line, sizeof line,
             "cd '%s' && HOME='%s' soffice -env:UserInstallation=file://%s/office --headless --convert-to "
             "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' out.xlsx "
             ">office.log 2>&1",
             scratch(), scratch(), scratch());
    if (system(line) != 0)
        fail_msg("LibreOffice does not open the workbook");
    char *ours = slurp(scratch_path("csv/overview.csv")), *theirs = slurp(scratch_path("out-总表.csv"));
    assert_non_null(ours);
    assert_non_null(theirs);
    /* Ours has a byte order mark and CR LF. */
    char *to = ours;
    for (const char *s = ours + 3; *s; s++)
        if (*s != '\r')
            *to++ = *s;
    *to = '\0';
    assert_string_equal(ours, theirs);
    free(ours);
    free(theirs);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_template_is_filled_in_solved_and_reported),
        cmocka_unit_test(the_template_says_what_belongs_where),
        cmocka_unit_test(the_same_plan_gives_the_same_bytes),
        cmocka_unit_test(names_are_never_formulas),
        cmocka_unit_test(an_office_suite_opens_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
