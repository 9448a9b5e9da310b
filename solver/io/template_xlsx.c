/*
 * template_xlsx.c - a workbook to fill in: a sheet for each table, with what may be typed where.
 *
 * Headers follow the language in use. Ids are text, so that leading zeros stay; closed columns have a list
 * to choose from; a note at each header says what belongs there and which rules look at it.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/io/instance_json.h"
#include "solver/io/template_sheet.h"
#include "solver/io/template_text.h"
#include "solver/io/write.h"

#include <string.h>
#include <unistd.h>

/* The example's rows of a table, with the columns that it has. */
static void put_example(struct xlsx_out *o, struct zj_arena *a, const struct zj_example *x)
{
    struct xlsx_tab *t = zj_sheet_new(o, x->table);
    int column[64], n = 0, row = 1;

    for (const char *s = x->columns; *s; s += strcspn(s, ","), s += *s == ',') {
        column[n] = zj_column_find(x->table, zj_strndup(a, s, strcspn(s, ",")));
        zj_sheet_header(t, a, n, column[n]);
        n++;
    }
    for (const char *s = x->rows; *s; row++, s++) {
        for (int i = 0; i < n; i++) {
            size_t len = strcspn(s, ",\n");
            zj_sheet_value(t, a, row, i, column[i], zj_strndup(a, s, len));
            s += len + (i + 1 < n);
        }
    }
}

static void put_settings(struct xlsx_out *o, struct zj_arena *a, const struct zj_instance *in,
                         const char *policy)
{
    struct xlsx_tab *t = zj_sheet_of_table(o, a, ZJ_TAB_settings);
    bool zh = zj_in_chinese();
    const char *days = "";

    for (int i = 0; i < in->n_days; i++)
        days = zj_printf(a, "%s%s%s", days, i ? ";" : "",
                         zh ? zj_value_name(a, ZJ_VS_weekday, zj_value_find(ZJ_VS_weekday, in->day[i]))
                            : in->day[i]);
    const char *const rows[][3] = {
        {zh ? "名称" : "name", in->name, zh ? "这份数据的名称" : "of these data"},
        {zh ? "来源" : "source", "", zh ? "数据来源, 可空白" : "where they are from; may be blank"},
        {zh ? "上课日" : "days", days, zh ? "排课表时须填" : "needed by timetables"},
        {zh ? "政策" : "policy", policy, zh ? "与本工作簿同一文件夹的文件" : "a file beside this workbook"},
        {zh ? "虚构" : "synthetic", "",
         zh ? "数据系编造的表, 以 ; 分隔, 用英文表名" : "tables of invented data"},
    };
    for (int i = 0; i < (int)(sizeof rows / sizeof rows[0]); i++)
        for (int k = 0; k < 3; k++)
            xlsx_put_text(t, i + 1, k, rows[i][k], XLSX_AS_TEXT);
    xlsx_set_column(t, 1, 40, XLSX_AS_TEXT);
    xlsx_set_column(t, 2, 40, XLSX_AS_TEXT);
}

static void put_calendar(struct xlsx_out *o, struct zj_arena *a, const struct zj_instance *in)
{
    struct xlsx_tab *terms = zj_sheet_of_table(o, a, ZJ_TAB_terms),
                    *periods = zj_sheet_of_table(o, a, ZJ_TAB_periods);

    for (int i = 0; i < in->n_terms; i++) {
        xlsx_put_text(terms, i + 1, 0, in->term[i].id, XLSX_AS_TEXT);
        xlsx_put_text(terms, i + 1, 1, in->term[i].year, XLSX_AS_TEXT);
        xlsx_put_date(terms, i + 1, 2, in->term[i].start);
        xlsx_put_date(terms, i + 1, 3, in->term[i].end);
    }
    for (int i = 0; i < in->n_periods; i++) {
        xlsx_put_number(periods, i + 1, 0, in->period[i].id, XLSX_AS_NUMBER);
        xlsx_put_time(periods, i + 1, 1, in->period[i].start);
        xlsx_put_time(periods, i + 1, 2, in->period[i].end);
        xlsx_put_text(periods, i + 1, 3, in->session[in->period[i].session], XLSX_AS_TEXT);
    }
}

/* The first sheet, for people; it is not read. */
static void put_readme(struct xlsx_out *o, struct zj_arena *a)
{
    static const char *const zh[] = {
        "填写各表，不用的表可以删除或留空；黄色表头为必填列，光标移到表头上可看到说明。",
        "表名和表头不要改；列的先后可以变，自己加的列、表名称以 x_ 开头，不会读取。",
        "工号、学校编号等一律为文本，两处写法须完全一致。日期写 2026-09-01。",
        "“结对”表不在其中：有此表时，只有其中各行才算结对。",
        "填好后检查：zoujiao lint 本文件.xlsx    求派任方案：zoujiao secondment 本文件.xlsx -o plan.json",
        "现成的表格写法不合要求时加 --lenient：能确定的就改正，并逐条列出。",
    };
    static const char *const en[] = {
        "Fill in the tables; those not needed may be deleted or stay empty. Columns with a yellow header are "
        "required; point at a header to see what belongs there.",
        "Do not change the names of sheets and headers; the order of columns is free. Columns and sheets of "
        "your own begin with x_ and are not read.",
        "Ids are text and must be written alike everywhere. Dates are 2026-09-01.",
        "The sheet pairings is not among them: where it exists, its rows are the only pairs.",
        "Then check: zoujiao lint THIS.xlsx    and plan: zoujiao secondment THIS.xlsx -o plan.json",
        "Of tables that were written otherwise, --lenient repairs what is clear and lists every repair.",
    };
    enum { N = sizeof zh / sizeof zh[0] };
    struct xlsx_tab *t = xlsx_tab_new(o, zj_in_chinese() ? "说明" : "readme");
    int row = 0;

    xlsx_set_column(t, 0, 14, XLSX_PLAIN);
    xlsx_set_column(t, 1, 90, XLSX_PLAIN);
    xlsx_set_print(t, true, -1, -1, "&P / &N");
    xlsx_put_text(t, row++, 0, zj_in_chinese() ? "填表说明" : "How to fill in", XLSX_TITLE);
    for (int i = 0; i < N; i++)
        xlsx_put_text(t, row++, 1, zj_in_chinese() ? zh[i] : en[i], XLSX_NOTE);
    row++;
    for (int i = ZJ_N_TABLES; i < ZJ_N_ALL_TABLES + ZJ_N_TABLES; i++, row++) {
        const struct zj_table *table = &zj_tables[i % ZJ_N_ALL_TABLES];
        xlsx_put_text(t, row, 0, zj_sheet_name((enum zj_table_id)(i % ZJ_N_ALL_TABLES)), XLSX_PLAIN);
        xlsx_put_text(t, row, 1, zj_printf(a, "%s", zj_in_chinese() ? table->zh : table->en), XLSX_PLAIN);
    }
}

/* Write a workbook: empty tables, or those of the example. */
static enum zj_status write_book(const char *path, const char *policy, bool example, struct zj_err *err)
{
    struct zj_instance in = {.name = ""};
    struct zj_policy_source unused;
    struct zj_arena a = {NULL};
    struct zj_diag d = {0};
    struct zj_builder *b = zj_builder_new(&in, &d);
    struct xlsx_out *o = xlsx_out_new(zj_in_chinese() ? "走教与派任数据" : "data for zoujiao");

    enum zj_status st = zj_read_instance_json(zj_template_instance, strlen(zj_template_instance),
                                              "instance.json", false, &in, b, &unused, &d);
    zj_builder_free(b);
    put_readme(o, &a);
    put_settings(o, &a, &in, policy);
    put_calendar(o, &a, &in);
    for (int t = 0; t < ZJ_N_TABLES && !example; t++)
        if (t != ZJ_TAB_pairings) /* an empty one would say that no schools are paired */
            zj_sheet_of_table(o, &a, (enum zj_table_id)t);
    for (int i = 0; i < zj_n_examples && example; i++)
        put_example(o, &a, &zj_examples[i]);
    if (st == ZJ_OK) {
        st = xlsx_out_save(o, path, err);
    } else {
        xlsx_out_free(o);
        st = zj_fail(err, ZJ_EINTERNAL, "instance.json");
    }
    zj_instance_release(&in);
    zj_diag_release(&d);
    zj_arena_release(&a);
    return st;
}

static enum zj_status check_free(const char *path, struct zj_err *err)
{
    return access(path, F_OK) == 0 ? zj_fail(err, ZJ_ECREATE, _("'%s' exists already"), path) : ZJ_OK;
}

static enum zj_status write_all(const char *path, const char *policy, const char *example, struct zj_err *err)
{
    const char *slash = strrchr(policy, '/'), *policy_name = slash ? slash + 1 : policy;

    ZJ_TRY(check_free(path, err));
    ZJ_TRY(check_free(policy, err));
    ZJ_TRY(check_free(example, err));
    ZJ_TRY(zj_file_write(policy, zj_template_policy, strlen(zj_template_policy), err));
    enum zj_status st = write_book(path, policy_name, false, err);
    if (st == ZJ_OK) {
        st = write_book(example, policy_name, true, err);
        if (st != ZJ_OK)
            unlink(path);
    }
    if (st != ZJ_OK)
        unlink(policy);
    return st;
}

enum zj_status zj_write_template_xlsx(const char *path, struct zj_err *err)
{
    static const char ending[] = ".xlsx";
    size_t n = strlen(path), len = sizeof ending - 1;
    struct zj_arena a = {NULL};

    if (n <= len || strcmp(path + n - len, ending) != 0 || path[n - len - 1] == '/')
        return zj_fail(err, ZJ_EUSAGE, _("'%s' is not the name of a workbook; expected NAME.xlsx"), path);
    const char *stem = zj_strndup(&a, path, n - len);
    enum zj_status st =
        write_all(path, zj_printf(&a, "%s-policy.json", stem), zj_printf(&a, "%s-example.xlsx", stem), err);
    zj_arena_release(&a);
    return st;
}
