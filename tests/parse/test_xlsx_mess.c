/*
 * test_xlsx_mess.c - tables as offices hand them round. Strict, each is refused at the cell that is wrong;
 * with --lenient it is read rightly, and every repair is told; or it is refused both times, because what
 * it says could be two things.
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "solver/io/values.h"
#include "solver/io/write.h"
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

#define SCHOOLS  "学校编号|学校|学段|共同体|角色\nS01|城东小学|小学|城东|牵头\nS02|河湾小学|小学|城东|成员\n"
#define TEACHERS "工号|姓名|性别|出生日期|所在学校|任教学科\n"
#define T01      "T01|赵甲|女|1985-03-12|S01|音乐\n"

/* What the instance holds, as one line, when it is read rightly. */
struct mess {
    const char *why;
    const char *sheet, *rows; /* the sheet that is in a mess; the others are in order */
    const char *after;        /* XML behind its cells */
    const char *strict;       /* what is said first */
    const char *lenient;      /* all that is said */
    const char *right;        /* what is held then; NULL: it is refused */
};

static const struct mess messes[] = {
    {"a title over the table", "教师", "二〇二六年教师花名册\n" TEACHERS T01,
     "<mergeCells><mergeCell ref=\"A1:F1\"/></mergeCells>",
     "教师!1: the header stands in row 2; delete what is above it, or read with '--lenient'\n",
     "教师!1: what stands above the header in row 2 was left out\n", "T01 F 1985-03-12 S01 音乐"},
    {"a title, a date and a blank row", "教师", "教师花名册\n单位：（盖章）|填表人：\n\n" TEACHERS T01, NULL,
     "教师!1: the header stands in row 4; delete what is above it, or read with '--lenient'\n",
     "教师!1: what stands above the header in row 4 was left out\n", "T01 F 1985-03-12 S01 音乐"},
    {"a total below the table", "教师", TEACHERS T01 "合计|#1\n", NULL,
     "教师!A3: the row is a total, not a record; delete it, or read with '--lenient'\n",
     "教师!3: the row is a total and was left out\n", "T01 F 1985-03-12 S01 音乐"},
    {"a total with blanks in the word", "教师", TEACHERS T01 "|合　计：|#1\n", NULL,
     "教师!B3: the row is a total, not a record; delete it, or read with '--lenient'\n",
     "教师!3: the row is a total and was left out\n", "T01 F 1985-03-12 S01 音乐"},
    {"sex as a number", "教师", TEACHERS "T01|赵甲|#2|1985-03-12|S01|音乐\n", NULL,
     "教师!C2 (性别): the cell holds a number, which loses leading zeros; format it as text and type it "
     "again, or read "
     "with '--lenient'\n",
     NULL, NULL},
    {"sex as a digit", "教师", TEACHERS "T01|赵甲|２|1985-03-12|S01|音乐\n", NULL,
     "教师!C2 (性别): '２' is not known here; expected M (男), F (女)\n",
     "教师!C2 (性别): '２' was read as 'F'\n", "T01 F 1985-03-12 S01 音乐"},
    {"a date with slashes", "教师", TEACHERS "T01|赵甲|女|1985/3/12|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '1985/3/12' is not a date; expected YYYY-MM-DD: did you mean 1985-03-12?\n",
     "教师!D2 (出生日期): '1985/3/12' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"a date with dots", "教师", TEACHERS "T01|赵甲|女|1985.03.12|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '1985.03.12' is not a date; expected YYYY-MM-DD: did you mean 1985-03-12?\n",
     "教师!D2 (出生日期): '1985.03.12' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"a date in words", "教师", TEACHERS "T01|赵甲|女|１９８５年３月１２日|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '１９８５年３月１２日' is not a date; expected YYYY-MM-DD: did you mean "
     "1985-03-12?\n",
     "教师!D2 (出生日期): '１９８５年３月１２日' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"a month without a day", "教师", TEACHERS "T01|赵甲|女|1985.3|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '1985.3' is not a date; expected YYYY-MM-DD\n",
     "教师!D2 (出生日期): '1985.3' was read as '1985-03-01'\n", "T01 F 1985-03-01 S01 音乐"},
    {"a date as a number of days", "教师", TEACHERS "T01|赵甲|女|#31118|S01|音乐\n", NULL,
     "教师!D2 (出生日期): the cell holds a number that is not shown as a date or time; give it that format, "
     "or read with "
     "'--lenient'\n",
     "教师!D2 (出生日期): '31118' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"eight digits", "教师", TEACHERS "T01|赵甲|女|19850312|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '19850312' is not a date; expected YYYY-MM-DD\n",
     "教师!D2 (出生日期): '19850312' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"a date with a time", "教师", TEACHERS "T01|赵甲|女|1985-03-12 00:00:00|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '1985-03-12 00:00:00' is not a date; expected YYYY-MM-DD\n",
     "教师!D2 (出生日期): '1985-03-12 00:00:00' was read as '1985-03-12'\n", "T01 F 1985-03-12 S01 音乐"},
    {"two digits of a year could be of two centuries", "教师", TEACHERS "T01|赵甲|女|85-3-12|S01|音乐\n",
     NULL, "教师!D2 (出生日期): '85-3-12' is not a date; expected YYYY-MM-DD\n",
     "教师!D2 (出生日期): '85-3-12' is not a date; expected YYYY-MM-DD\n", NULL},
    {"the 31st of a month that has 30 days", "教师", TEACHERS "T01|赵甲|女|1985/4/31|S01|音乐\n", NULL,
     "教师!D2 (出生日期): '1985/4/31' is not a date; expected YYYY-MM-DD\n",
     "教师!D2 (出生日期): '1985/4/31' is not a date; expected YYYY-MM-DD\n", NULL},
    {"headers by other names", "教师",
     "序号|教职工号|老师姓名|性 "
     "别|出生年月（必填）|工作单位|任教科目|备注\n#1|T01|赵甲|女|1985-03-12|S01|音乐|无\n",
     NULL, NULL,
     "教师!A1: the column '序号' is not of this table and was left out\n"
     "教师!B1: the header '教职工号' was read as 'teacher_id'\n"
     "教师!C1: the header '老师姓名' was read as 'name'\n"
     "教师!D1: the header '性 别' was read as 'sex'\n"
     "教师!E1: the header '出生年月（必填）' was read as 'birth_date'\n"
     "教师!F1: the header '工作单位' was read as 'school_id'\n"
     "教师!G1: the header '任教科目' was read as 'subjects'\n"
     "教师!H1: the column '备注' is not of this table and was left out\n",
     "T01 F 1985-03-12 S01 音乐"},
    {"a header with a slip is no column to leave out", "教师",
     "工号|姓名|性别|出生日期|所在学校|任教学科|周课时上线\nT01|赵甲|女|1985-03-12|S01|音乐|#12\n", NULL,
     "教师!G1: no column '周课时上线' in this table; did you mean 'max_week'? Own columns begin with x_\n",
     "教师!G1: no column '周课时上线' in this table; did you mean 'max_week'? Own columns begin with x_\n",
     NULL},
    {"full-width ids", "教师", TEACHERS "Ｔ０１|赵甲|女|1985-03-12|Ｓ０１|音乐\n", NULL,
     "教师!A2 (工号): 'Ｔ０１' is not an id; expected 1 to 64 letters A-Z a-z, digits, '_' or '-'\n",
     "教师!A2 (工号): 'Ｔ０１' was read as 'T01'\n教师!E2 (所在学校): 'Ｓ０１' was read as 'S01'\n",
     "T01 F 1985-03-12 S01 音乐"},
    {"ids as numbers", "教师", TEACHERS "#1001|赵甲|女|1985-03-12|S01|音乐\n", NULL,
     "教师!A2 (工号): the cell holds a number, which loses leading zeros; format it as text and type it "
     "again, or read "
     "with '--lenient'\n",
     "教师!A2 (工号): the number was read as text, as it stands\n", "1001 F 1985-03-12 S01 音乐"},
    {"an id too long for a number has lost its end", "教师",
     TEACHERS "#4.2280119850312E+17|赵甲|女|1985-03-12|S01|音乐\n", NULL,
     "教师!A2 (工号): the cell holds a number, which loses leading zeros; format it as text and type it "
     "again, or read "
     "with '--lenient'\n",
     "教师!A2 (工号): the cell holds a number, which loses leading zeros; format it as text and type it "
     "again, or read "
     "with '--lenient'\n",
     NULL},
    {"schools by their names", "教师", TEACHERS "T01|赵甲|女|1985-03-12|河湾小学|音乐\n", NULL,
     "教师!E2 (所在学校): no school has the id '河湾小学'\n",
     "教师!E2 (所在学校): '河湾小学' was read as 'S02'\n", "T01 F 1985-03-12 S02 音乐"},
    {"subjects with commas", "教师", TEACHERS "T01|赵甲|女|1985-03-12|S01|音乐，美术/ 英语\n", NULL, "",
     "教师!F2 (任教学科): '音乐，美术/ 英语' was read as '音乐;美术;英语'\n",
     "T01 F 1985-03-12 S01 音乐;美术;英语"},
    {"blanks that are not seen", "教师", TEACHERS "T01\u200B|赵甲|女\u00A0|1985-03-12|S01|音乐\n", NULL, NULL,
     "教师!A2 (工号): 'T01\u200B' was read as 'T01'\n教师!C2 (性别): '女\u00A0' was read as '女'\n",
     "T01 F 1985-03-12 S01 音乐"},
    {"a name with a line break is not shown", "教师", TEACHERS "T01|赵\r甲|女|1985-03-12|S01|音乐\n", NULL,
     "教师!B2 (姓名): the text holds a line break or another control character\n",
     "教师!B2 (姓名): the way it is written was put right\n", "T01 F 1985-03-12 S01 音乐"},
    {"schools merged downwards", "教师",
     TEACHERS "T01|赵甲|女|1985-03-12|S02|音乐\nT02|钱乙|男|1990-11-05||美术\n",
     "<mergeCells><mergeCell ref=\"E2:E3\"/></mergeCells>",
     "教师!E2: cells are merged; undo that and fill in each row, or read with '--lenient'\n",
     "教师!E3: the cell is merged with the one in row 2 and was given its value\n",
     "T01 F 1985-03-12 S02 音乐, T02 M 1990-11-05 S02 美术"},
    {"cells merged sideways", "教师", TEACHERS "T01|赵甲|女|1985-03-12|S01|\n",
     "<mergeCells><mergeCell ref=\"E2:F2\"/></mergeCells>",
     "教师!E2: cells of several columns are merged; undo that and fill in each of them\n",
     "教师!E2: cells of several columns are merged; undo that and fill in each of them\n"
     "教师!2 (任教学科): the cell is blank; expected a value\n",
     NULL},
    {"periods with a unit", "课时", "学校编号|学科|周课时\nS01|音乐|２节\n", NULL,
     "课时!C2 (周课时): '２节' is not a whole number; expected 0 to 60\n",
     "课时!C2 (周课时): '２节' was read as '2'\n", "S01 音乐 2"},
    {"a half period is not read", "课时", "学校编号|学科|周课时\nS01|音乐|#1.5\n", NULL,
     "课时!C2 (周课时): '1.5' is not a whole number; expected 0 to 60\n",
     "课时!C2 (周课时): '1.5' is not a whole number; expected 0 to 60\n", NULL},
    {"metres with commas between thousands", "距离", "起点|终点|分钟|路程(米)\nS01|S02|15分钟|7，200\n", NULL,
     NULL,
     "距离!D1: the header '路程(米)' was read as 'metres'\n距离!C2 (分钟): '15分钟' was read as '15'\n"
     "距离!D2 (metres): '7，200' was read as '7200'\n",
     "S01 S02 15 7200"},
    {"kilometres are no metres", "距离", "起点|终点|分钟|距离(公里)\nS01|S02|15|7\n", NULL, NULL,
     "距离!D1: the column '距离(公里)' is not of this table and was left out\n距离!A1: column 'metres' (米) "
     "is missing; add it to the header\n",
     NULL},
    {"a distance that may be in kilometres", "距离", "起点|终点|分钟|距离\nS01|S02|15|7\n", NULL, NULL,
     "距离!D1: the column '距离' is not of this table and was left out\n距离!A1: column 'metres' (米) is "
     "missing; add it to the header\n",
     NULL},
    {"periods that became a date, and days in short", "占用",
     "对象|编号|星期|节次\n学校|S01|一|@46026\n学校|S02|每天|第1～2节\n", NULL, NULL,
     "占用!C2 (星期): '一' was read as 'Mon'\n占用!D2 (节次): '2026-01-04' was read as '1-4'\n"
     "占用!C3 (星期): '每天' was read as '*'\n占用!D3 (节次): '第1～2节' was read as '1-2'\n",
     "0 1-4, -1 1-2"},
    {"times in words", "作息", "学校编号|节次|开始|结束\nS01|#1|8点20分|上午9：00\n", NULL, NULL,
     "作息!C2 (开始): '8点20分' was read as '08:20'\n作息!D2 (结束): '上午9：00' was read as '09:00'\n",
     "500 540"},
    {"a table by another name", "教师信息表", TEACHERS T01, NULL, NULL,
     "教师信息表: the sheet was read as '教师'\n", "T01 F 1985-03-12 S01 音乐"},
};
enum { N_MESSES = sizeof messes / sizeof messes[0] };

static void read_mess(const struct mess *m, bool lenient, struct zj_instance *in, struct zj_diag *d)
{
    const struct zj_read_options opt = {.lenient = lenient};
    const struct book_sheet sheets[] = {
        {.name = "设置", .rows = "项目|值\n上课日|周一;周二\n政策|policy.json\n"},
        {.name = "学期", .rows = "学期|学年|开始|结束\n2026A|2026-2027|2026-09-01|2027-01-22\n"},
        {.name = "节次",
         .rows =
             "节次|开始|结束|时段\n1|08:20|09:00|am\n2|09:10|09:50|am\n3|10:00|10:40|am\n4|10:50|11:30|am\n"},
        {.name = "学校", .rows = SCHOOLS},
        {.name = m->sheet, .rows = m->rows, .after = m->after},
    };
    struct zj_policy pol;
    size_t size;
    char *bytes = book_make(sheets, 5, NULL, &size);

    book_write("b.xlsx", bytes, size);
    free(bytes);
    scratch_write("policy.json", policy);
    enum zj_status st = zj_read_instance(scratch_path("b.xlsx"), &opt, in, &pol, d);
    assert_true((st == ZJ_OK) == (d->n_errors == 0));
    zj_policy_release(&pol);
}

/* Without the name of the workbook, which stands at the start of every line. */
static char *said(const struct zj_diag *d)
{
    static const char book[] = "b.xlsx ";
    char *text, *to;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    zj_diag_print(d, out, 0);
    fclose(out);
    to = text;
    for (char *line = text; *line;) {
        size_t n = strcspn(line, "\n") + 1, skip = strncmp(line, book, strlen(book)) == 0 ? strlen(book) : 0;
        memmove(to, line + skip, n - skip);
        to += n - skip;
        line += n;
    }
    *to = '\0';
    return text;
}

static void put_teachers(FILE *out, const struct zj_instance *in)
{
    char buf[16];

    for (int t = 0; t < in->n_teachers; t++) {
        const struct zj_teacher *x = &in->teacher[t];
        fprintf(out, "%s%s %s %s %s ", t ? ", " : "", x->id, zj_value_token(ZJ_VS_sex, (int)x->sex),
                zj_date_text(x->birth, buf), in->school[x->school].id);
        for (int i = 0; i < x->subjects.n; i++)
            fprintf(out, "%s%s", i ? ";" : "", zj_word(in, x->subjects.v[i]));
    }
}

/* What the messy sheet came to be. */
static char *held(const struct zj_instance *in)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    put_teachers(out, in);
    for (int i = 0; i < in->n_demand; i++)
        fprintf(out, "%s %s %d", in->school[in->demand[i].school].id, zj_word(in, in->demand[i].subject),
                in->demand[i].periods);
    for (int i = 0; i < in->n_travel; i++)
        fprintf(out, "%s %s %d %d", in->school[in->travel[i].from].id, in->school[in->travel[i].to].id,
                in->travel[i].minutes, in->travel[i].metres);
    for (int i = 0; i < in->n_busy; i++)
        fprintf(out, "%s%d %d-%d", i ? ", " : "", in->busy[i].day, in->busy[i].from, in->busy[i].to);
    for (int i = 0; i < in->n_bells; i++)
        fprintf(out, "%d %d", in->bell[i].period.start, in->bell[i].period.end);
    fclose(out);
    return text;
}

static void strict_readings_refuse_and_say_where(void **state)
{
    (void)state;
    for (int i = 0; i < N_MESSES; i++) {
        struct zj_instance in;
        struct zj_diag d = {0};
        read_mess(&messes[i], false, &in, &d);
        char *text = said(&d);
        if (messes[i].strict && strncmp(text, messes[i].strict, strlen(messes[i].strict)) != 0)
            fail_msg("%s:\n%sinstead of\n%s", messes[i].why, text, messes[i].strict);
        bool is_fine = messes[i].strict && !*messes[i].strict; /* one odd subject, as far as anybody knows */
        if ((d.n_errors == 0) != is_fine)
            fail_msg("%s: %s", messes[i].why, is_fine ? "refused" : "accepted");
        free(text);
        zj_instance_release(&in);
        zj_diag_release(&d);
    }
}

static void lenient_readings_are_right_or_refuse(void **state)
{
    (void)state;
    for (int i = 0; i < N_MESSES; i++) {
        struct zj_instance in;
        struct zj_diag d = {0};
        read_mess(&messes[i], true, &in, &d);
        char *text = said(&d), *holds = d.n_errors == 0 ? held(&in) : NULL;
        if (messes[i].lenient && strcmp(text, messes[i].lenient) != 0)
            fail_msg("%s:\n%sinstead of\n%s", messes[i].why, text, messes[i].lenient);
        if (messes[i].right && (!holds || strcmp(holds, messes[i].right) != 0))
            fail_msg("%s:\n%s\ninstead of\n%s\n%s", messes[i].why, holds ? holds : "", messes[i].right, text);
        if (!messes[i].right && messes[i].lenient && d.n_errors == 0)
            fail_msg("%s: accepted", messes[i].why);
        if (contains(text, "赵"))
            fail_msg("%s: shows a name:\n%s", messes[i].why, text);
        free(text);
        free(holds);
        zj_instance_release(&in);
        zj_diag_release(&d);
    }
}

/* The same mess in CSV: the folder's other tables are in order. */
static const struct {
    const char *why, *teachers, *lenient, *right;
} csv_messes[] = {
    {"full-width commas",
     "工号，姓名，性别，出生日期，所在学校，任教学科\nT01，赵甲，女，1985-03-12，S01，音乐\n",
     "teachers.csv: what stands between the cells was read as a comma\n", "T01 F 1985-03-12 S01 音乐"},
    {"pasted with tabs",
     "工号\t姓名\t性别\t出生日期\t所在学校\t任教学科\nT01\t赵甲\t女\t1985-03-12\tS01\t音乐\n",
     "teachers.csv: what stands between the cells was read as a comma\n", "T01 F 1985-03-12 S01 音乐"},
    {"a title, a total and digits",
     "教师花名册,,,,,\n工号,姓名,性别,出生日期,所在学校,任教学科\nT01,赵甲,1,31118,S01,音乐\n,,,,,\n合计,1,,,"
     ",\n",
     "teachers.csv:1: what stands above the header in row 2 was left out\n"
     "teachers.csv:3:8 (性别): '1' was read as 'M'\n"
     "teachers.csv:3:10 (出生日期): '31118' was read as '1985-03-12'\n"
     "teachers.csv:4: the row is blank and was left out\n"
     "teachers.csv:5: the row is a total and was left out\n",
     "T01 M 1985-03-12 S01 音乐"},
};

static void csv_is_read_as_leniently(void **state)
{
    struct zj_err err;

    (void)state;
    assert_int_equal(zj_write_template(scratch_path("folder"), &err), ZJ_OK);
    scratch_write("folder/schools.csv", "学校编号,学校,学段,共同体,角色\nS01,城东小学,小学,城东,牵头\n");
    for (size_t i = 0; i < sizeof csv_messes / sizeof csv_messes[0]; i++) {
        for (int lenient = 0; lenient < 2; lenient++) {
            const struct zj_read_options opt = {.lenient = lenient};
            struct zj_instance in;
            struct zj_policy pol;
            struct zj_diag d = {0};
            scratch_write("folder/teachers.csv", csv_messes[i].teachers);
            enum zj_status st = zj_read_instance(scratch_path("folder"), &opt, &in, &pol, &d);
            assert_int_equal(st, lenient ? ZJ_OK : ZJ_EDATA);
            char *text = said(&d), *holds = lenient ? held(&in) : NULL;
            if (lenient &&
                (strcmp(text, csv_messes[i].lenient) != 0 || strcmp(holds, csv_messes[i].right) != 0))
                fail_msg("%s:\n%s%s", csv_messes[i].why, text, holds);
            free(text);
            free(holds);
            zj_instance_release(&in);
            zj_policy_release(&pol);
            zj_diag_release(&d);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strict_readings_refuse_and_say_where),
        cmocka_unit_test(lenient_readings_are_right_or_refuse),
        cmocka_unit_test(csv_is_read_as_leniently),
    };

    zj_i18n_init("en");
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_remove();
    return failed;
}
