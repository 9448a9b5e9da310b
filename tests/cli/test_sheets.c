/*
 * test_sheets.c - CSV files and public notices: whole, harmless to open, and silent about what is private.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <csv.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNTY "instances/tiny-quota"

/* ---- reading back ------------------------------------------------------------------------------------ */

struct counts {
    int rows, columns, columns_now;
    int uneven;   /* rows of another length than the first */
    int formulas; /* cells that a spreadsheet would calculate */
};

static void on_cell(void *bytes, size_t n, void *ctx)
{
    struct counts *c = ctx;

    c->columns_now++;
    c->formulas += n > 0 && strchr("=+@", *(char *)bytes) != NULL;
}

static void on_row(int end, void *ctx)
{
    struct counts *c = ctx;

    (void)end;
    c->columns = c->rows == 0 ? c->columns_now : c->columns;
    c->uneven += c->columns_now != c->columns;
    c->columns_now = 0;
    c->rows++;
}

static struct counts count_cells(const char *text)
{
    struct counts c = {0};
    struct csv_parser parser;

    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    assert_int_equal(csv_parse(&parser, text, strlen(text), on_cell, on_row, &c), strlen(text));
    assert_int_equal(csv_fini(&parser, on_cell, on_row, &c), 0);
    csv_free(&parser);
    return c;
}

static char *convert(const char *text, const char *from, const char *to)
{
    size_t left = strlen(text), room = 4 * left;
    char *in = strdup(text), *at = in, *out = calloc(1, room + 1), *end = out;
    iconv_t cd = iconv_open(to, from);

    assert_true(cd != (iconv_t)-1);
    assert_int_equal(iconv(cd, &at, &left, &end, &room), 0);
    iconv_close(cd);
    free(in);
    return out;
}

/* ---- tests -------------------------------------------------------------------------------------------- */

static const char *solved(const char *folder, const char *name)
{
    const char *plan = scratch_path(name);

    program_expect(0, "secondment", folder, "-q", "-o", plan, NULL);
    return plan;
}

static void files_for_spreadsheets(void **state)
{
    static const char *const files[] = {"overview", "notice", "rules", "figures"};
    char name[80], plan[100];

    (void)state;
    snprintf(plan, sizeof plan, "%s", solved(COUNTY, "plan.json"));
    program_expect(0, "report", COUNTY, plan, "--csv", scratch_path("csv"), "--lang", "zh", NULL);
    program_expect(0, "report", COUNTY, plan, "--csv", scratch_path("gb"), "--csv-encoding", "GB18030",
                   "--lang", "zh", NULL);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(name, sizeof name, "csv/%s.csv", files[i]);
        char *utf8 = slurp(scratch_path(name));
        snprintf(name, sizeof name, "gb/%s.csv", files[i]);
        char *gb = slurp(scratch_path(name));
        assert_non_null(utf8);
        assert_non_null(gb);
        assert_memory_equal(utf8, "\xEF\xBB\xBF", 3);
        char *back = convert(gb, "GB18030", "UTF-8");
        assert_string_equal(back, utf8 + 3);
        const struct counts c = count_cells(back);
        assert_int_equal(c.uneven, 0);
        assert_true(c.rows > 1 && c.columns > 3);
        if (strcmp(files[i], "overview") == 0)
            assert_int_equal(c.rows, 3); /* two postings below the heads */
        free(back);
        free(gb);
        free(utf8);
    }
    program_expect(64, "report", COUNTY, plan, "--csv", scratch_path("x"), "--csv-encoding", "KOI8-R", NULL);
    program_expect(73, "report", COUNTY, plan, "--csv", scratch_path("csv"), NULL); /* it holds files */
}

/* Put `name` in place of the name of S001, and of the first teacher. */
static const char *renamed(const char *name)
{
    const char *folder = scratch_copy(COUNTY, "hostile");
    static const char *const tables[][2] = {{"schools.csv", "甲小学"}, {"teachers.csv", "教师0001"}};

    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char path[100], *text, *at, *all;
        snprintf(path, sizeof path, "hostile/%s", tables[i][0]);
        text = slurp(scratch_path(path));
        at = strstr(text, tables[i][1]);
        assert_non_null(at);
        *at = '\0';
        if (asprintf(&all, "%s\"%s\"%s", text, name, at + strlen(tables[i][1])) < 0)
            fail_msg("no memory");
        scratch_write(path, all);
        free(all);
        free(text);
    }
    return folder;
}

static void hostile_names_stay_text(void **state)
{
    static const char *const names[] = {"=cmd|'/c calc'!A1",
                                        "+1+1",
                                        "-2+3",
                                        "@SUM(A1:A9)",
                                        "<script>alert(1)</script>",
                                        "a,b;c",
                                        "\"\"q\"\"",
                                        "</table><b>",
                                        "'--><img src=x>",
                                        "&lt;&amp;",
                                        "=HYPERLINK(\"\"x\"\")",
                                        "甲，乙\\n",
                                        "%s%n%d{}[]",
                                        "javascript:alert(1)",
                                        "=1"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char folder[100], plan[100], csv[40], out[100];
        snprintf(folder, sizeof folder, "%s", renamed(names[i]));
        snprintf(plan, sizeof plan, "%s", solved(folder, "hostile.json"));
        snprintf(csv, sizeof csv, "csv%zu", i);
        snprintf(out, sizeof out, "%s", scratch_path(csv));
        program_expect(0, "report", folder, plan, "--csv", out, "--notice", scratch_path("n.html"), NULL);
        strcat(csv, "/overview.csv");
        char *table = slurp(scratch_path(csv)), *page = slurp(scratch_path("n.html"));
        const struct counts c = count_cells(table + 3);
        assert_int_equal(c.formulas, 0);
        assert_int_equal(c.uneven, 0);
        assert_int_equal(c.rows, 3);
        assert_null(strstr(page, "<script"));
        assert_null(strstr(page, "<img"));
        assert_null(strstr(page, "<b>"));
        free(table);
        free(page);
    }
}

static void a_notice_says_who_goes_where_and_no_more(void **state)
{
    static const char *const private[] = {"T0001", "T0002", "19", "S001"}; /* ids, years of birth */
    const char *plan = solved(COUNTY, "plan.json");

    (void)state;
    program_expect(0, "report", COUNTY, plan, "--notice", scratch_path("n.html"), "--lang", "zh",
                   "--notice-days", "7", "--contact", "人事科", "--office", "教育局", "--date", "2026-07-01",
                   NULL);
    char *page = slurp(scratch_path("n.html")), *body = strstr(page, "<body>");
    assert_non_null(body);
    for (size_t i = 0; i < sizeof private / sizeof private[0]; i++)
        assert_null(strstr(body, private[i]));
    static const char *const said[] = {"教师0001", "甲小学", "乙小学",    "公示期为 7 个工作日",
                                       "人事科",   "教育局", "2026-07-01"};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        assert_non_null(strstr(body, said[i]));
    assert_null(strstr(page, "http"));
    free(page);
}

static void no_notice_of_what_does_not_stand(void **state)
{
    const char *pairs = scratch_path("pairs.json"), *plan = solved(COUNTY, "plan.json");

    (void)state;
    program_expect(0, "pairing", "instances/tiny-pair-size", "--propose", "-q", "-o", pairs, NULL);
    program_expect(64, "report", "instances/tiny-pair-size", pairs, "--notice", scratch_path("p.html"), NULL);
    char *text = slurp(plan), *at = strstr(text, "T0001");
    assert_non_null(at);
    memcpy(at, "T0002", 5); /* twice away at once */
    scratch_write("broken.json", text);
    free(text);
    program_expect(4, "report", COUNTY, scratch_path("broken.json"), "--notice", scratch_path("p.html"),
                   NULL);
    assert_null(slurp(scratch_path("p.html")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(files_for_spreadsheets),
                                       cmocka_unit_test(hostile_names_stay_text),
                                       cmocka_unit_test(a_notice_says_who_goes_where_and_no_more),
                                       cmocka_unit_test(no_notice_of_what_does_not_stand)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
