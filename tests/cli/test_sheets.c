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
    int uneven; /* rows of another length than the first */
};

static void on_cell(void *bytes, size_t n, void *ctx)
{
    struct counts *c = ctx;

    (void)bytes;
    (void)n;
    c->columns_now++;
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

                                       cmocka_unit_test(a_notice_says_who_goes_where_and_no_more),
                                       cmocka_unit_test(no_notice_of_what_does_not_stand)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
