#include "solver/io/columns.h"

#include "solver/base/text.h"
#include "solver/io/values.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { ZJ_MAY, ZJ_MUST };

const struct zj_column zj_columns[ZJ_N_ALL_COLUMNS] = {
#define ZJ_TABLE(table, ...)
#define ZJ_COLUMN(table, name, aliases, presence, type, ...)                                                 \
    {ZJ_TAB_##table, #name, aliases, ZJ_##presence, ZJ_TYPE_##type, __VA_ARGS__},
#include "solver/io/tables.def"
/* in this order */
#include "solver/io/head_tables.def"
#undef ZJ_TABLE
#undef ZJ_COLUMN
};

const struct zj_table zj_tables[ZJ_N_ALL_TABLES] = {
#define ZJ_TABLE(table, chinese, need, en, zh) {#table, #table ".csv", chinese, ZJ_##need, en, zh},
#define ZJ_COLUMN(table, ...)
#include "solver/io/tables.def"
/* in this order */
#include "solver/io/head_tables.def"
#undef ZJ_TABLE
#undef ZJ_COLUMN
};

const char *zj_table_name(enum zj_table_id t)
{
    return zj_tables[t].name;
}

const char *zj_table_file(enum zj_table_id t)
{
    return zj_tables[t].file;
}

bool zj_table_is_required(enum zj_table_id t)
{
    return zj_tables[t].must;
}

int zj_table_find(const char *name)
{
    for (int t = 0; t < ZJ_N_TABLES; t++)
        if (strcmp(zj_tables[t].name, name) == 0)
            return t;
    return -1;
}

/* Keep the candidate when it is more like `name` than the best so far. */
static void prefer(const char *name, const char *candidate, const char *answer, const char **best,
                   int *distance)
{
    int d = zj_edit_distance(name, candidate, *distance);

    if (d < *distance) {
        *distance = d;
        *best = answer;
    }
}

const char *zj_table_nearest(const char *name)
{
    const char *best = zj_tables[0].name;
    int distance = INT_MAX - 1;

    for (int t = 0; t < ZJ_N_TABLES; t++) {
        prefer(name, zj_tables[t].name, zj_tables[t].name, &best, &distance);
        prefer(name, zj_tables[t].chinese, zj_tables[t].name, &best, &distance);
    }
    return best;
}

int zj_table_first_column(enum zj_table_id t)
{
    int c = 0;

    while (zj_columns[c].table != t)
        c++;
    return c;
}

int zj_table_n_columns(enum zj_table_id t)
{
    int n = 0;

    for (int c = 0; c < ZJ_N_ALL_COLUMNS; c++)
        n += zj_columns[c].table == t;
    return n;
}

int zj_column_find(enum zj_table_id t, const char *name)
{
    for (int c = zj_table_first_column(t); c < ZJ_N_ALL_COLUMNS && zj_columns[c].table == t; c++)
        if (strcmp(zj_columns[c].name, name) == 0 || zj_word_in(zj_columns[c].aliases, name))
            return c;
    return -1;
}

const char *zj_first_alias(const char *aliases, char buf[64])
{
    snprintf(buf, 64, "%.*s", (int)strcspn(aliases, "|"), aliases);
    return buf;
}

const char *zj_column_nearest(enum zj_table_id t, const char *name)
{
    const char *best = "";
    int distance = INT_MAX - 1;

    for (int c = zj_table_first_column(t); c < ZJ_N_ALL_COLUMNS && zj_columns[c].table == t; c++) {
        prefer(name, zj_columns[c].name, zj_columns[c].name, &best, &distance);
        for (const char *alias = zj_columns[c].aliases; *alias; alias += strspn(alias, "|")) {
            char word[64];
            prefer(name, zj_first_alias(alias, word), zj_columns[c].name, &best, &distance);
            alias += strcspn(alias, "|");
        }
    }
    return best;
}

const char *zj_column_name(int column)
{
    return zj_columns[column].name;
}

bool zj_column_is_required(int column)
{
    return zj_columns[column].presence != ZJ_OPT;
}

bool zj_column_is_list(int column)
{
    enum zj_cell_type type = zj_columns[column].type;

    return type == ZJ_TYPE_WORDS || type == ZJ_TYPE_RANKS || type == ZJ_TYPE_FLAGS || type == ZJ_TYPE_TRAITS;
}

bool zj_type_is_text(enum zj_cell_type type)
{
    return type != ZJ_TYPE_NUMBER && type != ZJ_TYPE_DEGREES && type != ZJ_TYPE_PERIODS;
}

enum zj_value_set zj_open_set(enum zj_cell_type type)
{
    return type == ZJ_TYPE_RANKS ? ZJ_VS_rank : type == ZJ_TYPE_FLAGS ? ZJ_VS_flag : ZJ_VS_trait;
}

bool zj_column_is_text(int column)
{
    return zj_type_is_text(zj_columns[column].type);
}
