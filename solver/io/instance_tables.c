/*
 * instance_tables.c - the tables of a one-file instance: arrays of objects, each object a row.
 */
#include "solver/base/i18n.h"
#include "solver/io/columns.h"
#include "solver/io/instance_parts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ELEMENTS = 64, MAX_MEMBERS = 200 };

/* One table on its way from JSON to the builder. */
struct table_reader {
    struct zj_json *j;
    struct zj_builder *b;
    enum zj_table_id table;
    struct zj_row row;
    struct zj_arena cells; /* texts of the row that do not stand in the JSON tree as they are */
    bool complete;         /* no row was lost */
};

/* The text without blanks at its ends; itself, where it has none. */
static const char *trimmed(struct table_reader *r, const char *text)
{
    const char *s = text;
    size_t n = strlen(text);

    zj_trim(&s, &n);
    return s[n] == '\0' ? s : zj_strndup(&r->cells, s, n);
}

static bool holds_separator(const char *text)
{
    return strstr(text, ";") || strstr(text, "；") || strstr(text, "、");
}

static const char *unfit(struct table_reader *r, int node, int column)
{
    struct zj_json *j = r->j;
    bool is_text = zj_column_is_text(column);

    if (zj_column_is_list(column))
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node),
                    _("'%s' is a list of texts: [\"…\"] or \"…;…\""), zj_column_name(column));
    else if (is_text)
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node),
                    _("'%s' is a text and must stand in quotes: a number loses its leading zeros"),
                    zj_column_name(column));
    else
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node), _("'%s' is a number"),
                    zj_column_name(column));
    return NULL;
}

/* ["音乐", "美术"] -> "音乐;美术". NULL after reporting. */
static const char *list_text(struct table_reader *r, int node, int column)
{
    struct zj_json *j = r->j;
    const char *list = NULL;

    if (!zj_json_expect_array(j, node, MAX_ELEMENTS))
        return NULL;
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        const char *text = json_string_value(j->node[i].value);
        if (!text)
            return unfit(r, i, column);
        if (!*text) {
            zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, i), _("the text is empty"));
            return NULL;
        }
        if (holds_separator(text)) {
            zj_diag_add(j->d, ZJ_ERROR, "bad_word", zj_json_at(j, i),
                        _("an item of a list holds one of ; ； 、"));
            return NULL;
        }
        list = list ? zj_printf(&r->cells, "%s;%s", list, text) : text;
    }
    return list ? list : "";
}

/* Decimal digits as they stand in the text; a fraction only for degrees. NULL after reporting. */
static const char *number_text(struct table_reader *r, int node, int column)
{
    const struct zj_json_node *v = &r->j->node[node];

    if (zj_column_is_text(column))
        return unfit(r, node, column);
    if (json_is_real(v->value) && zj_columns[column].type != ZJ_TYPE_DEGREES) {
        int64_t unused;
        zj_json_integer(r->j, node, 0, 0, &unused);
        return NULL;
    }
    return zj_strndup(&r->cells, r->j->text + v->at, v->len);
}

/* The cell's text, or NULL after reporting. */
static const char *cell_text(struct table_reader *r, int node, int column)
{
    const json_t *value = r->j->node[node].value;

    switch (json_typeof(value)) {
    case JSON_NULL:
        return "";
    case JSON_STRING:
        return trimmed(r, json_string_value(value));
    case JSON_INTEGER:
    case JSON_REAL:
        return number_text(r, node, column);
    case JSON_TRUE:
    case JSON_FALSE:
        if (zj_columns[column].type != ZJ_TYPE_NUMBER)
            return unfit(r, node, column);
        return json_is_true(value) ? "1" : "0";
    case JSON_ARRAY:
        return zj_column_is_list(column) ? list_text(r, node, column) : unfit(r, node, column);
    default:
        return unfit(r, node, column);
    }
}

/* Put one member of a row into its cell. False when the row is lost. */
static bool read_cell(struct table_reader *r, int node)
{
    const struct zj_json_node *v = &r->j->node[node];
    int column = zj_column_find(r->table, v->key);

    if (column < 0 && strncmp(v->key, "x_", 2) == 0)
        return true;
    if (column < 0) {
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_member", zj_json_at_key(r->j, node),
                    _("unknown member '%s'; the nearest known name is '%s'"), v->key,
                    zj_column_nearest(r->table, v->key));
        return false;
    }
    struct zj_cell *cell = &r->row.cell[column];
    if (cell->line > 0) {
        zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at_key(r->j, node),
                    _("'%s' stands twice in the row, once as '%s'"), zj_column_name(column), cell->field);
        return false;
    }
    const char *text = cell_text(r, node, column);
    *cell = (struct zj_cell){text ? text : "", v->key, v->line, v->column};
    return text != NULL;
}

/* False when no more rows are wanted. */
static bool read_row(struct table_reader *r, int node)
{
    struct zj_json *j = r->j;
    int first = zj_table_first_column(r->table), n = zj_table_n_columns(r->table);
    bool fine = zj_json_expect_object(j, node), more = true;

    if (fine && json_object_size(j->node[node].value) > MAX_MEMBERS) {
        zj_diag_add(j->d, ZJ_ERROR, "long_row", zj_json_at(j, node), _("the row has more than %d members"),
                    MAX_MEMBERS);
        fine = false;
    }

    for (int c = first; c < first + n; c++)
        r->row.cell[c] = (struct zj_cell){.text = ""};
    r->row.line = j->node[node].line;
    r->row.column = j->node[node].column;
    for (int m = fine ? zj_json_first(j, node) : -1; m >= 0; m = zj_json_after(j, m))
        fine = read_cell(r, m) && fine;
    if (fine)
        more = zj_builder_row(r->b, &r->row);
    r->complete = r->complete && fine && more;
    zj_arena_release(&r->cells);
    return more;
}

static void read_table(struct table_reader *r, int node)
{
    struct zj_json *j = r->j;
    int errors = j->d->n_errors;
    bool more = true;

    for (int i = zj_json_first(j, node); i >= 0 && more; i = zj_json_after(j, i)) {
        more = read_row(r, i);
        if (more && j->d->n_errors - errors > ZJ_MAX_PROBLEMS) {
            zj_diag_add(j->d, ZJ_ERROR, "too_many_problems", zj_json_at(j, i),
                        _("more than %d problems; the rest was not read"), ZJ_MAX_PROBLEMS);
            more = r->complete = false;
        }
    }
}

void zj_read_json_tables(struct zj_json *j, struct zj_builder *b)
{
    struct table_reader *r = zj_calloc(1, sizeof *r);

    r->j = j;
    r->b = b;
    for (int t = 0; t < ZJ_N_TABLES; t++) {
        r->table = (enum zj_table_id)t;
        int node = zj_json_given(j, 0, zj_tables[t].name);
        if (node < 0 && !zj_tables[t].must)
            continue;
        zj_builder_open(b, r->table, j->file);
        r->complete = zj_json_require(j, 0, zj_tables[t].name) >= 0 && zj_json_expect_array(j, node, INT_MAX);
        if (r->complete)
            read_table(r, node);
        zj_builder_close(b, r->complete);
    }
    free(r);
}
