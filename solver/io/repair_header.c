/*
 * repair_header.c - headers as people write them, and rows that are no records.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/io/repair.h"
#include "solver/io/values.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    int column;
    const char *names;
} loose_headers[] = {
#define ZJ_LOOSE_HEADER(table, column, names) {ZJ_COL_##table##_##column, names},
#define ZJ_LOOSE_VALUE(set, token, words)
#include "solver/io/loose.def"
#undef ZJ_LOOSE_HEADER
#undef ZJ_LOOSE_VALUE
};

static int find_loosely(enum zj_table_id t, const char *name)
{
    int c = zj_column_find(t, name);

    for (size_t i = 0; i < sizeof loose_headers / sizeof loose_headers[0] && c < 0; i++)
        if (zj_columns[loose_headers[i].column].table == t && zj_word_in(loose_headers[i].names, name))
            c = loose_headers[i].column;
    return c;
}

/* Without stars and colons at the ends: "*姓名", "姓名：". */
static void strip_signs(char *s)
{
    size_t n = strlen(s), from = strspn(s, "*#");

    while (n > from && strchr("*#:", s[n - 1]))
        n--;
    memmove(s, s + from, n - from);
    s[n - from] = '\0';
}

int zj_header_column(const struct zj_builder *b, enum zj_table_id t, const char *name)
{
    struct zj_arena a = {NULL};
    int c = zj_column_find(t, name);

    if (c >= 0 || !b->lenient)
        return c;
    char *s = zj_strdup(&a, zj_narrow(&a, name, ZJ_EVERYTHING));
    strip_signs(s);
    c = find_loosely(t, s);
    if (c < 0 && t != ZJ_TAB_travel) { /* there, what stands in brackets is a unit */
        s[strcspn(s, "([")] = '\0';
        strip_signs(s);
        c = find_loosely(t, s);
    }
    zj_arena_release(&a);
    return c;
}

/* Is the name so much like that of a column that leaving it out would lose what the user meant? */
static bool is_slip(enum zj_table_id t, const char *name)
{
    enum { LEAST = 3 * 3 }; /* bytes: three Chinese letters */

    if (strlen(name) < LEAST)
        return false;
    for (int c = zj_table_first_column(t), end = c + zj_table_n_columns(t); c < end; c++) {
        struct zj_arena a = {NULL};
        bool near = zj_edit_distance(name, zj_columns[c].name, 1) <= 1;
        for (const char *s = zj_columns[c].aliases; *s && !near; s += strcspn(s, "|"), s += *s == '|')
            near = zj_edit_distance(name, zj_strndup(&a, s, strcspn(s, "|")), 1) <= 1;
        zj_arena_release(&a);
        if (near)
            return true;
    }
    return false;
}

void zj_repair_header(struct zj_builder *b, enum zj_table_id t, const char *file, struct zj_cell *cell, int n)
{
    for (int i = 0; i < n; i++) {
        const struct zj_place at = {file, cell[i].line, cell[i].column, NULL};
        int c = zj_header_column(b, t, cell[i].text);

        if (c >= 0 && zj_column_find(t, cell[i].text) < 0) {
            zj_diag_add(b->d, ZJ_NOTE, "repaired", &at, _("the header '%s' was read as '%s'"),
                        zj_quote(b, cell[i].text), zj_column_name(c));
            cell[i].text = zj_column_name(c);
        } else if (c < 0 && strncmp(cell[i].text, "x_", 2) != 0 && !is_slip(t, cell[i].text)) {
            zj_diag_add(b->d, ZJ_NOTE, "left_out", &at,
                        _("the column '%s' is not of this table and was left out"),
                        zj_quote(b, cell[i].text));
            cell[i].text = "x_";
        }
    }
}

/* 合 计: with a blank between the letters, as titles are written. */
bool zj_is_total(const char *text)
{
    struct zj_arena a = {NULL};
    char *s = zj_strdup(&a, zj_narrow(&a, text, ZJ_EVERYTHING));

    strip_signs(s);
    bool is_total = zj_word_in("合计|总计|小计|共计|累计|汇总|平均|平均值", s);
    zj_arena_release(&a);
    return is_total;
}
