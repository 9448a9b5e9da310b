/*
 * workbook_head.c - the sheets of head_tables.def, as the text of instance.json that they stand for.
 *
 * One reader checks what an instance says of itself, whichever way it was written. The text made here
 * has one value a line, and for each line the place of the cell it came from.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"
#include "solver/io/hints.h"
#include "solver/io/sheet_table.h"
#include "solver/io/values.h"
#include "solver/io/workbook.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_ROWS = 1000,
    N_CELLS = 4,
    MAX_TEXT = 1000
}; /* of one such sheet; cells of a row; bytes of a cell */

struct row {
    int line;
    struct zj_cell cell[N_CELLS];
};

struct rows {
    struct zj_workbook *book;
    enum zj_table_id table;
    struct zj_arena *arena;
    struct row row[MAX_ROWS];
    int n;
};

struct writer {
    struct zj_arena arena;
    char *text;
    size_t size;
    FILE *out;
    struct zj_place *origin; /* by line of the text, from 0 */
    int n, cap;
};

static void take_row(void *ctx, const struct zj_row *row)
{
    struct rows *r = ctx;
    int first = zj_table_first_column(r->table), n = zj_table_n_columns(r->table);

    if (r->n == MAX_ROWS)
        return; /* the reader of the text refuses far fewer */
    struct row *to = &r->row[r->n++];
    to->line = row->line;
    for (int i = 0; i < n && i < N_CELLS; i++) {
        const struct zj_cell *c = &row->cell[first + i];
        const char *field = c->field ? c->field : zj_columns[first + i].name;
        const struct zj_place at = {zj_workbook_file(r->book, r->table), c->line, c->column, field};
        if (c->text && strlen(c->text) > MAX_TEXT)
            zj_diag_add(r->book->book.archive.d, ZJ_ERROR, "long_text", &at,
                        _("the text is longer than %d characters"), MAX_TEXT);
        to->cell[i] = (struct zj_cell){c->text ? zj_strdup(r->arena, c->text) : "",
                                       zj_strdup(r->arena, field), c->line, c->column};
    }
}

/* One line of the text. */
static void put(struct writer *w, const char *file, int line, int column, const char *field, const char *text)
{
    ZJ_GROW(w->origin, w->n, w->cap);
    w->origin[w->n++] = (struct zj_place){file, line, column, field};
    fprintf(w->out, "%s\n", text);
}

static const char *quoted(struct writer *w, const char *text)
{
    json_set_alloc_funcs(zj_malloc, free);
    json_t *value = json_string(text);
    char *dump = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
    const char *copy = zj_strdup(&w->arena, dump ? dump : "\"\"");

    free(dump);
    json_decref(value);
    return copy;
}

/* `"member": value,` from a cell; a number where `is_number`, if it is one. */
static void put_member(struct writer *w, const char *file, const char *member, const struct zj_cell *c,
                       bool is_number, const char *end)
{
    int number;
    const char *value =
        is_number && zj_parse_int(c->text, &number) ? zj_printf(&w->arena, "%d", number) : quoted(w, c->text);

    put(w, file, c->line, c->column, c->field, zj_printf(&w->arena, "\"%s\": %s%s", member, value, end));
}

/* The rows of a table as an array of objects. */
static void put_rows(struct writer *w, const struct rows *r, bool first_is_number)
{
    int first = zj_table_first_column(r->table);
    const char *file = zj_workbook_file(r->book, r->table);

    put(w, file, 0, 0, NULL, zj_printf(&w->arena, "\"%s\": [", zj_tables[r->table].name));
    for (int i = 0; i < r->n; i++) {
        put(w, file, r->row[i].line, 0, NULL, "{");
        for (int k = 0; k < N_CELLS; k++)
            put_member(w, file, zj_columns[first + k].name, &r->row[i].cell[k], k == 0 && first_is_number,
                       k + 1 < N_CELLS ? "," : "");
        put(w, file, r->row[i].line, 0, NULL, i + 1 < r->n ? "}," : "}");
    }
    put(w, file, 0, 0, NULL, "]");
}

/* The elements of a cell's list as an array. */
static void put_list(struct writer *w, const char *file, const char *member, const struct zj_cell *c,
                     const char *end)
{
    const char *list = "", *s = c->text;

    while (*s) {
        size_t n = 0;
        while (s[n] && s[n] != ';' && strncmp(s + n, "；", 3) != 0 && strncmp(s + n, "、", 3) != 0)
            n++;
        const char *item = s;
        size_t len = n;
        zj_trim(&item, &len);
        list = zj_printf(&w->arena, "%s%s%s", list, *list ? ", " : "",
                         quoted(w, zj_strndup(&w->arena, item, len)));
        s += n;
        s += *s == ';' ? 1 : *s ? 3 : 0;
    }
    put(w, file, c->line, c->column, c->field, zj_printf(&w->arena, "\"%s\": [%s]%s", member, list, end));
}

/* The settings that there are. */
static const struct {
    const char *name, *aliases;
    bool is_list;
} settings[] = {
    {"name", "名称|实例名称", false},   {"source", "来源", false},     {"synthetic", "虚构|虚构数据", true},
    {"policy", "政策|政策文件", false}, {"days", "上课日|星期", true},
};
enum { N_SETTINGS = sizeof settings / sizeof settings[0], DAYS = N_SETTINGS - 1 };

static int find_setting(const char *name)
{
    for (int i = 0; i < N_SETTINGS; i++)
        if (strcmp(settings[i].name, name) == 0 || zj_word_in(settings[i].aliases, name))
            return i;
    return -1;
}

/* The value of each setting, by its number; NULL = not set. As its field it has the name of the setting. */
static void sort_settings(struct rows *r, const struct zj_cell *value[N_SETTINGS], struct zj_diag *d)
{
    const char *file = zj_workbook_file(r->book, r->table);

    for (int i = 0; i < r->n; i++) {
        const struct zj_cell *name = &r->row[i].cell[0];
        const struct zj_place at = {file, name->line, name->column, name->field};
        int s = find_setting(name->text);
        if (!*name->text)
            zj_diag_add(d, ZJ_ERROR, "blank", &at, _("the cell is blank; expected a value"));
        else if (s < 0)
            zj_diag_add(d, ZJ_ERROR, "unknown_setting", &at,
                        _("no setting has this name; expected 名称 (name), 来源 (source), 上课日 (days), "
                          "政策 (policy) or 虚构 (synthetic)"));
        else if (value[s])
            zj_diag_add(d, ZJ_ERROR, "twice", &at, _("the setting stands in row %d already"), value[s]->line);
        else {
            r->row[i].cell[1].field = name->text;
            value[s] = &r->row[i].cell[1];
        }
    }
    for (int s = 0; s < N_SETTINGS; s++)
        if (value[s] && !*value[s]->text)
            value[s] = NULL;
}

/* The workbook's name without its ending. */
static const char *stem(struct writer *w, const char *file)
{
    const char *dot = strrchr(file, '.');

    return dot && dot > file ? zj_strndup(&w->arena, file, (size_t)(dot - file)) : file;
}

static void put_settings(struct writer *w, struct rows *r, const struct zj_cell *value[N_SETTINGS])
{
    const char *book = r->book->book.archive.file, *file = zj_workbook_file(r->book, r->table);

    put(w, book, 0, 0, NULL, "\"format\": \"zoujiao-instance/1\",");
    if (!value[0])
        put(w, book, 0, 0, NULL, zj_printf(&w->arena, "\"name\": %s,", quoted(w, stem(w, book))));
    for (int s = 0; s < DAYS; s++) {
        if (value[s] && settings[s].is_list)
            put_list(w, file, settings[s].name, value[s], ",");
        else if (value[s])
            put_member(w, file, settings[s].name, value[s], false, ",");
    }
}

static void put_week(struct writer *w, struct rows *periods, const char *settings_file,
                     const struct zj_cell *days)
{
    const char *book = periods->book->book.archive.file;

    put(w, book, 0, 0, NULL, ",\"week\": {");
    if (days)
        put_list(w, settings_file, "days", days, ",");
    put_rows(w, periods, true);
    put(w, book, 0, 0, NULL, "}");
}

static void read_rows(struct rows *r, struct zj_workbook *w, enum zj_table_id t, struct zj_arena *a,
                      struct zj_builder *b, struct zj_diag *d)
{
    const struct zj_row_taker taker = {take_row, r};

    r->book = w;
    r->table = t;
    r->arena = a;
    if (w->sheet[t] >= 0)
        zj_sheet_read(&w->book, w->sheet[t], t, &taker, b, d);
}

/* The text of instance.json. False when it would say something else than the sheets, which is reported. */
static bool write_text(struct writer *w, struct zj_workbook *book, struct zj_builder *b, struct zj_diag *d)
{
    struct rows *r = zj_calloc(3, sizeof *r), *terms = &r[1], *periods = &r[2];
    const struct zj_cell *value[N_SETTINGS] = {NULL};
    const struct zj_place at = {book->book.archive.file, 0, 0, NULL};
    int errors = d->n_errors;

    read_rows(&r[0], book, ZJ_TAB_settings, &w->arena, b, d);
    read_rows(terms, book, ZJ_TAB_terms, &w->arena, b, d);
    read_rows(periods, book, ZJ_TAB_periods, &w->arena, b, d);
    sort_settings(&r[0], value, d);
    if (book->sheet[ZJ_TAB_terms] < 0)
        zj_diag_add(d, ZJ_ERROR, "missing_table", &at, _("the sheet '%s' (%s) is missing"), "学期", "terms");
    if (periods->n > 0 && !value[DAYS])
        zj_diag_add(d, ZJ_ERROR, "no_days", &at,
                    _("there are periods, but the sheet '设置' (settings) does not say on which days: 上课日 "
                      "(days)"));
    else if (periods->n == 0 && value[DAYS])
        zj_diag_add(d, ZJ_ERROR, "no_periods", &at,
                    _("there are days, but no periods: the sheet '节次' (periods) is missing or empty"));
    put(w, book->book.archive.file, 0, 0, NULL, "{");
    put_settings(w, &r[0], value);
    put_rows(w, terms, false);
    if (periods->n > 0)
        put_week(w, periods, zj_workbook_file(book, ZJ_TAB_settings), value[DAYS]);
    put(w, book->book.archive.file, 0, 0, NULL, "}");
    free(r);
    return d->n_errors == errors;
}

enum zj_status zj_workbook_head(struct zj_workbook *book, struct zj_instance *in, struct zj_builder *b,
                                struct zj_policy_source *policy, struct zj_diag *d)
{
    struct writer w = {.n = 0};
    enum zj_status st = ZJ_EDATA;

    w.out = open_memstream(&w.text, &w.size);
    if (!w.out)
        zj_out_of_memory();
    bool fine = write_text(&w, book, b, d);
    if (fclose(w.out) != 0)
        zj_out_of_memory();
    *policy = (struct zj_policy_source){0};
    in->name = in->source = "";
    if (fine) {
        const struct zj_json_origins origins = {w.origin, w.n};
        st = zj_read_instance_head(w.text, w.size, book->book.archive.file, &origins, in, b, policy, d);
    } else {
        zj_builder_lost_terms(b);
        zj_builder_lost_week(b);
    }
    free(w.text);
    free(w.origin);
    zj_arena_release(&w.arena);
    return st;
}
