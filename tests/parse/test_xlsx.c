/*
 * test_xlsx.c - a workbook says what a folder of tables says, and where a cell stands in it is what a
 * problem with it names.
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "tests/support/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char policy[] = "{\"format\": \"zoujiao-policy/1\", \"name\": \"p\", \"travel\": "
                             "{\"detour_permille\": 1400, \"kmh\": 40, "
                             "\"settle_minutes\": 5}, \"defaults\": {\"max_week\": 16, \"max_day\": 4, "
                             "\"priority\": 1}, \"kinds\": [], "
                             "\"rules\": []}\n";

/* The sheets of an instance in which nothing is wrong. */
enum { SETTINGS, TERMS, PERIODS, SCHOOLS, TEACHERS, DEMAND, BUSY, N_SHEETS };
static const struct book_sheet base[N_SHEETS] = {
    [SETTINGS] = {.name = "设置", .rows = "项目|值\n名称|示例县\n上课日|周一;周二\n政策|policy.json\n"},
    [TERMS] = {.name = "学期", .rows = "学期|学年|开始|结束\n2026A|2026-2027|@46266|@46409\n"},
    [PERIODS] = {.name = "节次",
                 .rows = "节次|开始|结束|时段\n#1|%0.34722222222222221|%0.375|am\n#2|09:10|09:50|am\n"},
    [SCHOOLS] = {.name = "学校",
                 .rows = "学校编号|学校|学段|共同体|角色|纬度|经度\n"
                         "S01|城东小学|小学|~1|牵头|#35.479999999999997|#112.41\n"
                         "S02|河湾小学|小学|~1|成员|35.52|112.46\n"},
    [TEACHERS] = {.name = "teachers",
                  .rows = "工号|姓名|性别|出生日期|所在学校|任教学科|周课时上限\n"
                          "T01|赵甲|女|@31118|S01|~0|#12\n"
                          "007|钱乙|M|1990-11-05|S02|音乐;美术|\n"},
    [DEMAND] = {.name = "课时", .rows = "学校编号|学科|周课时|班级\nS01|音乐|#2|一1\n"},
    [BUSY] = {.name = "占用", .rows = "对象|编号|星期|节次\n教师|T01|周一|1-2\n教师|007|*|#2\n"},
};

struct read {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d;
    enum zj_status status;
    char *said; /* what is printed about it */
};

static void read_book(struct read *r, const struct book_sheet *sheet, int n, const char *workbook_pr,
                      bool lenient)
{
    const struct zj_read_options opt = {.lenient = lenient};
    size_t size;
    char *bytes = book_make(sheet, n, workbook_pr, &size);

    memset(r, 0, sizeof *r);
    book_write("b.xlsx", bytes, size);
    free(bytes);
    scratch_write("policy.json", policy);
    r->status = zj_read_instance(scratch_path("b.xlsx"), &opt, &r->in, &r->pol, &r->d);
    FILE *out = open_memstream(&r->said, &size);
    zj_diag_print(&r->d, out, 0);
    fclose(out);
}

static void release(struct read *r)
{
    zj_instance_release(&r->in);
    zj_policy_release(&r->pol);
    zj_diag_release(&r->d);
    free(r->said);
}

/* Read the base with one sheet in place of its own. */
static void read_with(struct read *r, int at, const struct book_sheet *sheet, bool lenient)
{
    struct book_sheet sheets[N_SHEETS];

    memcpy(sheets, base, sizeof sheets);
    sheets[at] = *sheet;
    if (!sheets[at].name)
        sheets[at].name = base[at].name;
    read_book(r, sheets, N_SHEETS, NULL, lenient);
}

static void the_sheets_say_what_their_cells_say(void **state)
{
    struct read r;

    (void)state;
    read_book(&r, base, N_SHEETS, NULL, false);
    assert_string_equal(r.said, "");
    assert_int_equal(r.status, ZJ_OK);
    assert_string_equal(r.in.name, "示例县");
    assert_int_equal(r.in.n_terms, 1);
    assert_string_equal(r.in.term[0].id, "2026A");
    assert_int_equal(r.in.term[0].start, zj_date_from_ymd(2026, 9, 1));
    assert_int_equal(r.in.term[0].end, zj_date_from_ymd(2027, 1, 22));
    assert_int_equal(r.in.n_days, 2);
    assert_int_equal(r.in.n_periods, 2);
    assert_int_equal(r.in.period[0].start, 8 * 60 + 20);
    assert_int_equal(r.in.period[0].end, 9 * 60);
    assert_int_equal(r.in.n_schools, 2);
    assert_string_equal(zj_word(&r.in, r.in.school[0].community), "城东");
    assert_int_equal(r.in.school[0].lat_e6, 35480000);
    assert_int_equal(r.in.n_teachers, 2);
    assert_string_equal(r.in.teacher[1].id, "007");
    assert_int_equal(r.in.teacher[0].birth, zj_date_from_ymd(1985, 3, 12));
    assert_int_equal(r.in.teacher[0].max_week, 12);
    assert_int_equal(r.in.teacher[0].line, 2);
    assert_int_equal(r.in.teacher[1].subjects.n, 2);
    assert_int_equal(r.in.n_busy, 2);
    assert_int_equal((int)strlen(r.in.sha256), 64);
    release(&r);
}

static void the_order_of_sheets_does_not_matter(void **state)
{
    struct book_sheet sheets[N_SHEETS];
    struct read r;

    (void)state;
    for (int i = 0; i < N_SHEETS; i++)
        sheets[i] = base[N_SHEETS - 1 - i];
    read_book(&r, sheets, N_SHEETS, NULL, false);
    assert_string_equal(r.said, "");
    assert_int_equal(r.in.n_teachers, 2);
    release(&r);
}

/* Day 0 of the other system is 1904-01-01: 1985-03-12 is day 29656 there. */
static void days_may_be_counted_from_1904(void **state)
{
    struct book_sheet sheets[N_SHEETS];
    struct read r;

    (void)state;
    memcpy(sheets, base, sizeof sheets);
    sheets[TERMS].rows = "学期|学年|开始|结束\n2026A|2026-2027|@44804|@44947\n";
    sheets[TEACHERS].rows =
        "工号|姓名|性别|出生日期|所在学校|任教学科\nT01|赵甲|女|@29656|S01|音乐\n007|钱乙|男|@0|S01|音乐\n";
    read_book(&r, sheets, N_SHEETS, "date1904=\"1\"", false);
    assert_string_equal(r.said, "");
    assert_int_equal(r.in.term[0].start, zj_date_from_ymd(2026, 9, 1));
    assert_int_equal(r.in.teacher[0].birth, zj_date_from_ymd(1985, 3, 12));
    assert_int_equal(r.in.teacher[1].birth, zj_date_from_ymd(1904, 1, 1));
    release(&r);
}

/* How a spoken text and escapes are read: of 重庆 the sound is left out, _x0041_ is the letter A. */
static void texts_are_read_as_they_are_shown(void **state)
{
    static const struct book_sheet sheet = {
        .rows = "学校编号|学校|学段|共同体|角色\nS01|~2|小学||牵头\nS02|~3|小学||成员\n"};
    struct read r;

    (void)state;
    read_with(&r, SCHOOLS, &sheet, false);
    assert_string_equal(r.said, "");
    assert_string_equal(r.in.school[0].name, "重庆");
    assert_string_equal(r.in.school[1].name, "aA");
    release(&r);
}

static const struct {
    const char *why;
    int at;
    struct book_sheet sheet;
    const char *said;
} wrong[] = {
    {"a date that is none",
     TEACHERS,
     {.rows = "工号|姓名|性别|出生日期|所在学校|任教学科\nT01|赵甲|女|1971-13-02|S01|音乐\n007|钱乙|男|1990-"
              "11-05|S01|音乐\n"},
     "b.xlsx teachers!D2 (出生日期): '1971-13-02' is not a date; expected YYYY-MM-DD\n"},
    {"an id that is a number",
     TEACHERS,
     {.rows = "工号|姓名|性别|出生日期|所在学校|任教学科\n#1|赵甲|女|1971-03-02|S01|音乐\n007|钱乙|男|1990-"
              "11-05|S01|音乐\n"},
     "b.xlsx teachers!A2 (工号): the cell holds a number, which loses leading zeros; format it as text and "
     "type it "
     "again, or read with '--lenient'\n"},
    {"a number where a date belongs",
     TEACHERS,
     {.rows = "工号|姓名|性别|出生日期|所在学校|任教学科\nT01|赵甲|女|#31118|S01|音乐\n007|钱乙|男|1990-11-"
              "05|S01|音乐\n"},
     "b.xlsx teachers!D2 (出生日期): the cell holds a number that is not shown as a date or time; give it "
     "that format, "
     "or read with '--lenient'\n"},
    {"the day that never was",
     TEACHERS,
     {.rows = "工号|姓名|性别|出生日期|所在学校|任教学科\nT01|赵甲|女|@60|S01|音乐\n007|钱乙|男|1990-11-05|"
              "S01|音乐\n"},
     "b.xlsx teachers!D2 (出生日期): '1900-02-29' is not a date; expected YYYY-MM-DD\n"},
    {"a formula that failed",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS01|音乐|!#N/A\n"},
     "b.xlsx 课时!C2 (周课时): the formula in the cell failed; put in a value\n"},
    {"a formula that was never calculated",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS01|音乐|=A1\n"},
     "b.xlsx 课时!C2 (周课时): the cell holds a formula without a value; open the workbook in a spreadsheet "
     "program "
     "and save it\n"},
    {"periods that became a date",
     BUSY,
     {.rows = "对象|编号|星期|节次\n教师|T01|周一|@46026\n"},
     "b.xlsx 占用!D2 (节次): the cell holds a date or time, not what the column holds; format it as text and "
     "type it "
     "again, or read with '--lenient'\n"},
    {"an unknown school",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS1|音乐|#2\n"},
     "b.xlsx 课时!A2 (学校编号): no school has the id 'S1'; did you mean 'S01'?\n"},
    {"an unknown column",
     DEMAND,
     {.rows = "学校编号|学科|周课时|班及\nS01|音乐|#2|1\n"},
     "b.xlsx 课时!D1: no column '班及' in this table; did you mean 'class_id'? Own columns begin with x_\n"},
    {"a value beyond the last column",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS01|音乐|#2||x\n"},
     "b.xlsx 课时!D2: 5 cells, but the header has 3\n"},
    {"a value under no name",
     DEMAND,
     {.rows = "学校编号|学科||周课时\nS01|音乐|x|#2\n"},
     "b.xlsx 课时!C1: the header cell is blank; expected the name of a column\n"},
    {"terms that overlap",
     TERMS,
     {.rows = "学期|学年|开始|结束\n2026A|2026|2026-09-01|2027-01-22\n2026B|2026|2027-01-01|2027-07-01\n"},
     "b.xlsx 学期!3: the term starts before the term '2026A' has ended; terms stand in order\n"},
    {"a term with a wrong date",
     TERMS,
     {.rows = "学期|学年|开始日期|结束\n2026A|2026|2026年9月1日|2027-01-22\n"},
     "b.xlsx 学期!C2 (开始日期): '2026年9月1日' is not a date; expected YYYY-MM-DD\n"},
    {"a period that ends before it starts",
     PERIODS,
     {.rows = "节次|开始|结束|时段\n#1|08:20|08:00|am\n#2|09:10|09:50|am\n"},
     "b.xlsx 节次!2: the period ends before it starts\n"},
    {"a setting that is none",
     SETTINGS,
     {.rows = "项目|值\n名称|示例县\n上课日|周一;周二\n政策|policy.json\n学期数|2\n"},
     "b.xlsx 设置!A5 (项目): no setting has this name; expected 名称 (name), 来源 (source), 上课日 (days), "
     "政策 (policy) or "
     "虚构 (synthetic)\n"},
    {"a day twice",
     SETTINGS,
     {.rows = "项目|值\n上课日|周一;周二;周一\n政策|policy.json\n"},
     "b.xlsx 设置!B2 (上课日): the same value stands twice in the list\n"},
    {"no policy",
     SETTINGS,
     {.rows = "项目|值\n上课日|周一;周二\n"},
     "b.xlsx: the workbook names no policy; name a file beside it in the sheet '设置' (settings), as 政策 "
     "(policy), or "
     "give one with '--policy'\n"},
    {"a sheet of no table",
     DEMAND,
     {.name = "课程", .rows = "学校编号|学科|周课时\nS01|音乐|#2\n"},
     "b.xlsx 课程: no table has this name; did you mean '课时'? Sheets whose names begin with x_ are not "
     "read\n"},
    {"two sheets of one table",
     DEMAND,
     {.name = "教师", .rows = "工号\n"},
     "b.xlsx 教师: the sheet 'teachers' holds the same table\n"},
    {"an empty sheet of a table",
     DEMAND,
     {.rows = ""},
     "b.xlsx 课时: the file is empty; expected a header line\n"},
    {"a sheet that is hidden",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS01|音乐|#2\n", .state = "hidden"},
     "b.xlsx 课时: the sheet is hidden, but it is read\n"},
    {"a column that is hidden",
     DEMAND,
     {.rows = "学校编号|学科|周课时\nS01|音乐|#2\n",
      .before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"},
     "b.xlsx 课时!B1: 1 column is hidden, but it is read\n"},
};

static void what_is_wrong_is_told_with_its_cell(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct read r;
        /* Rows that speak of what was lost are left out. */
        read_with(&r, wrong[i].at, &wrong[i].sheet, false);
        if (strcmp(r.said, wrong[i].said) != 0)
            fail_msg("%s:\n%sinstead of\n%s", wrong[i].why, r.said, wrong[i].said);
        bool is_error = !strstr(wrong[i].why, "hidden");
        assert_int_equal(r.status, is_error ? ZJ_EDATA : ZJ_OK);
        release(&r);
    }
}

static void sheets_for_people_are_not_read(void **state)
{
    struct book_sheet sheets[N_SHEETS + 3];
    struct read r;

    (void)state;
    memcpy(sheets, base, sizeof base);
    sheets[N_SHEETS] = (struct book_sheet){.name = "说明", .rows = "怎样填表\n"};
    sheets[N_SHEETS + 1] = (struct book_sheet){.name = "x_草稿", .rows = "1|2\n"};
    sheets[N_SHEETS + 2] = (struct book_sheet){.name = "Sheet3", .rows = ""};
    read_book(&r, sheets, N_SHEETS + 3, NULL, false);
    assert_string_equal(r.said, "");
    release(&r);
}

/* A workbook without settings: its name is that of the file, the policy comes from the command line. */
static void the_policy_may_come_from_elsewhere(void **state)
{
    struct zj_read_options opt = {.policy = scratch_path("other.json")};
    struct book_sheet sheets[2] = {base[TERMS], base[SCHOOLS]};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    size_t size;
    char *bytes = book_make(sheets, 2, NULL, &size);

    (void)state;
    book_write("b.xlsx", bytes, size);
    free(bytes);
    scratch_write("other.json", policy);
    assert_int_equal(zj_read_instance(scratch_path("b.xlsx"), &opt, &in, &pol, &d), ZJ_OK);
    assert_string_equal(in.name, "b");
    assert_int_equal(in.n_periods, 0);
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
}

static int leave(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheets_say_what_their_cells_say),
        cmocka_unit_test(the_order_of_sheets_does_not_matter),
        cmocka_unit_test(days_may_be_counted_from_1904),
        cmocka_unit_test(texts_are_read_as_they_are_shown),
        cmocka_unit_test(what_is_wrong_is_told_with_its_cell),
        cmocka_unit_test(sheets_for_people_are_not_read),
        cmocka_unit_test(the_policy_may_come_from_elsewhere),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, leave);
}
