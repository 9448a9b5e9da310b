#include "solver/io/dictionary.h"

#include "solver/io/values.h"
#include "solver/io/write.h"

#include <string.h>

static const struct {
    const char *name;
    bool open; /* other words are allowed too */
} sets[ZJ_N_VALUE_SETS] = {
#define ZJ_VALUE_SET(set, open) {#set, open},
#define ZJ_VALUE(set, value, token, aliases)
#include "solver/io/values.def"
#undef ZJ_VALUE_SET
#undef ZJ_VALUE
};

/* "primary (小学), junior (初中)". */
static const char *values_text(struct zj_arena *a, enum zj_value_set set)
{
    const char *list = "";

    for (int i = 0; zj_value_token(set, i); i++)
        list = zj_printf(a, "%s%s%s (%s)", list, i ? ", " : "", zj_value_token(set, i),
                         zj_aliases_text(a, zj_value_aliases(set, i)));
    return list;
}

const char *zj_aliases_text(struct zj_arena *a, const char *aliases)
{
    const char *text = "";

    while (*aliases) {
        size_t n = strcspn(aliases, "|");
        text = zj_printf(a, "%s%s%.*s", text, *text ? "、" : "", (int)n, aliases);
        aliases += n + (aliases[n] == '|');
    }
    return text;
}

const char *zj_presence_text(enum zj_presence presence, bool chinese)
{
    static const char *const texts[][2] = {
        [ZJ_KEY] = {"required", "必填"},
        [ZJ_HEAD] = {"column required, cell may be blank", "须有此列, 可空白"},
        [ZJ_OPT] = {"optional", "可选"},
    };

    return texts[presence][chinese];
}

/* Types whose text depends on nothing but the type. */
static const char *const plain_types[][2] = {
    [ZJ_TYPE_DATE] = {"date YYYY-MM-DD, 1900 to 2100", "日期 YYYY-MM-DD"},
    [ZJ_TYPE_CLOCK] = {"time HH:MM", "时刻 HH:MM"},
    [ZJ_TYPE_SCHOOL] = {"school_id of schools.csv", "schools.csv 中的学校编号"},
    [ZJ_TYPE_PARENT] = {"school_id of another row; no circles", "其他行的学校编号, 不得成环"},
    [ZJ_TYPE_TEACHER] = {"teacher_id of teachers.csv", "teachers.csv 中的工号"},
    [ZJ_TYPE_TERM] = {"term id of instance.json", "instance.json 中的学期"},
    [ZJ_TYPE_DAY] = {"day of instance.json (Mon, 周一 …), or *", "instance.json 中的星期(周一等), 或 *"},
};

const char *zj_type_text(struct zj_arena *a, const struct zj_column *c, bool chinese)
{
    switch (c->type) {
    case ZJ_TYPE_ID:
        return zj_printf(
            a, chinese ? "编号: %d 至 %d 个字母 A-Z a-z、数字、_ 或 -" : "id: %d to %d of A-Z a-z 0-9 _ -",
            c->lo, c->hi);
    case ZJ_TYPE_TEXT:
        return zj_printf(a, chinese ? "文字, %d 至 %d 字" : "text, %d to %d characters", c->lo, c->hi);
    case ZJ_TYPE_WORD:
        return zj_printf(
            a, chinese ? "词, %d 至 %d 字, 不含 , ; \"" : "word, %d to %d characters without , ; \"", c->lo,
            c->hi);
    case ZJ_TYPE_WORDS:
        return chinese ? "词的列表, 以 ; ； 或 、 分隔" : "words separated by ; ； or 、";
    case ZJ_TYPE_RANKS:
    case ZJ_TYPE_FLAGS:
    case ZJ_TYPE_TRAITS:
        return zj_printf(
            a, chinese ? "词的列表: %s, 也可用其他词" : "words separated by ; ； or 、: %s, or others",
            values_text(a, zj_open_set(c->type)));
    case ZJ_TYPE_VALUE:
        return zj_printf(a, chinese ? "之一: %s" : "one of %s", values_text(a, (enum zj_value_set)c->lo));
    case ZJ_TYPE_NUMBER:
        return zj_printf(a, chinese ? "整数 %d 至 %d" : "whole number %d to %d", c->lo, c->hi);
    case ZJ_TYPE_DEGREES:
        return zj_printf(a, chinese ? "度, %d 至 %d, 至多 6 位小数" : "degrees %d to %d, at most 6 decimals",
                         c->lo, c->hi);
    case ZJ_TYPE_PERIODS:
        return zj_printf(
            a, chinese ? "节次 %d 至 %d, 范围如 1-4, 或 *" : "period %d to %d, a range such as 1-4, or *",
            c->lo, c->hi);
    default:
        return plain_types[c->type][chinese];
    }
}

static void print_column(struct zj_arena *a, const struct zj_column *c, FILE *out)
{
    fprintf(out, "| `%s` | %s | %s | %s | %s | %s | %s |\n", c->name, zj_aliases_text(a, c->aliases),
            zj_presence_text(c->presence, false), zj_type_text(a, c, false), *c->blank ? c->blank : "-",
            c->en, c->zh);
}

static void print_table(struct zj_arena *a, enum zj_table_id t, FILE *out)
{
    const struct zj_table *table = &zj_tables[t];

    fprintf(out, "\n## `%s` %s\n\n%s: %s. %s.\n\n", t < ZJ_N_TABLES ? table->file : table->name,
            table->chinese, table->must ? "Required" : "Optional", table->en, table->zh);
    fputs("| column | Chinese names | presence | holds | blank means | meaning | 含义 |\n", out);
    fputs("|---|---|---|---|---|---|---|\n", out);
    for (int c = zj_table_first_column(t), end = c + zj_table_n_columns(t); c < end; c++)
        print_column(a, &zj_columns[c], out);
}

static void print_values(struct zj_arena *a, enum zj_value_set set, FILE *out)
{
    fprintf(out, "\n### %s%s\n\n| token | Chinese |\n|---|---|\n", sets[set].name,
            sets[set].open ? " (other words are allowed)" : "");
    for (int i = 0; zj_value_token(set, i); i++)
        fprintf(out, "| `%s` | %s |\n", zj_value_token(set, i), zj_aliases_text(a, zj_value_aliases(set, i)));
}

void zj_print_dictionary(FILE *out)
{
    struct zj_arena a = {NULL};

    fputs("# Tables of an instance\n\nA header may use the English name or any of the Chinese names; the "
          "order of "
          "columns is free. Columns whose names begin with `x_` are not read.\n",
          out);
    for (int t = 0; t < ZJ_N_TABLES; t++)
        print_table(&a, (enum zj_table_id)t, out);
    fputs("\n## Sheets that only a workbook has\n\nThey say what instance.json says in a folder.\n", out);
    for (int t = ZJ_N_TABLES; t < ZJ_N_ALL_TABLES; t++)
        print_table(&a, (enum zj_table_id)t, out);
    fputs(
        "\n## Values\n\nWhere a column holds one of a list, the token or its Chinese name may be written.\n",
        out);
    for (int s = 0; s < ZJ_N_VALUE_SETS; s++)
        print_values(&a, (enum zj_value_set)s, out);
    zj_arena_release(&a);
}
