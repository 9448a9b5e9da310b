#include "solver/io/workbook.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/io/columns.h"
#include "solver/io/repair.h"
#include "solver/io/sheet_table.h"
#include "solver/io/values.h"

#include <limits.h>
#include <string.h>

/* Sheets for people. */
static const char not_read[] = "说明|填表说明|填写说明|readme|README";
/* What people put behind the name of a table. */
static const char endings[] = "花名册|信息表|汇总表|信息|名单|名册|明细|数据|表";

static bool is_named(enum zj_table_id t, const char *name)
{
    return strcmp(zj_tables[t].name, name) == 0 || strcmp(zj_tables[t].chinese, name) == 0;
}

static int find_table(const char *name)
{
    for (int t = 0; t < ZJ_N_ALL_TABLES; t++)
        if (is_named((enum zj_table_id)t, name))
            return t;
    return -1;
}

/* The table that a sheet of this name must mean: 教师信息表. */
static int find_loosely(const char *name)
{
    struct zj_arena a = {NULL};
    char *s = zj_strdup(&a, zj_narrow(&a, name, ZJ_EVERYTHING));
    size_t n = strlen(s);
    int t = find_table(s);

    for (const char *end = endings; *end && t < 0; end += strcspn(end, "|"), end += *end == '|') {
        size_t len = strcspn(end, "|");
        if (n > len && strncmp(s + n - len, end, len) == 0)
            t = find_table(zj_strndup(&a, s, n - len));
    }
    zj_arena_release(&a);
    return t;
}

static const char *nearest(const char *name)
{
    const char *best = zj_tables[0].chinese;
    int least = INT_MAX - 1;

    for (int t = 0; t < ZJ_N_ALL_TABLES; t++) {
        const char *const names[] = {zj_tables[t].chinese, zj_tables[t].name};
        for (int i = 0; i < 2; i++) {
            int distance = zj_edit_distance(name, names[i], least);
            if (distance < least) {
                least = distance;
                best = names[i];
            }
        }
    }
    return best;
}

/* A sheet of no table: misspelt, if it holds anything. */
static void tell_unknown(struct zj_workbook *w, int i, bool lenient, struct zj_diag *d)
{
    const struct xlsx_sheet *s = &w->book.sheet[i];
    const struct zj_place at = {s->file, 0, 0, NULL};
    struct xlsx_cells c;

    if (xlsx_read_sheet(&w->book, i, &c) == ZJ_OK && c.n > 0) {
        if (lenient)
            zj_diag_add(d, ZJ_NOTE, "left_out", &at, _("no table has this name; the sheet was left out"));
        else
            zj_diag_add(
                d, ZJ_ERROR, "unknown_table", &at,
                _("no table has this name; did you mean '%s'? Sheets whose names begin with x_ are not read"),
                nearest(s->name));
    }
    xlsx_cells_release(&c);
}

static void find_sheets(struct zj_workbook *w, bool lenient, struct zj_diag *d)
{
    for (int i = 0; i < w->book.n_sheets; i++) {
        const struct xlsx_sheet *s = &w->book.sheet[i];
        const struct zj_place at = {s->file, 0, 0, NULL};
        const char *text = s->name;
        size_t n = strlen(text);
        struct zj_arena a = {NULL};

        zj_trim(&text, &n);
        const char *name = zj_strndup(&a, text, n);
        int t = find_table(name);
        if (t < 0 && lenient && (t = find_loosely(name)) >= 0)
            zj_diag_add(d, ZJ_NOTE, "repaired", &at, _("the sheet was read as '%s'"), zj_tables[t].chinese);
        if (t >= 0 && w->sheet[t] >= 0)
            zj_diag_add(d, ZJ_ERROR, "twice", &at, _("the sheet '%s' holds the same table"),
                        w->book.sheet[w->sheet[t]].name);
        else if (t >= 0)
            w->sheet[t] = i;
        else if (!zj_word_in(not_read, name) && strncmp(name, "x_", 2) != 0)
            tell_unknown(w, i, lenient, d);
        zj_arena_release(&a);
    }
}

static void tell_links(struct zj_workbook *w, bool lenient, struct zj_diag *d)
{
    const struct zj_place at = {w->book.archive.file, 0, 0, NULL};

    if (w->book.links && lenient)
        zj_diag_add(d, ZJ_WARNING, "links", &at,
                    _("the workbook takes values from other workbooks; the last ones it saw are read"));
    else if (w->book.links)
        zj_diag_add(
            d, ZJ_ERROR, "links", &at,
            _("the workbook takes values from other workbooks, which may have changed; replace the links "
              "by values, or read with '--lenient'"));
}

enum zj_status zj_workbook_open(struct zj_workbook *w, const char *bytes, size_t n, const char *file,
                                bool lenient, struct zj_diag *d)
{
    for (int t = 0; t < ZJ_N_ALL_TABLES; t++)
        w->sheet[t] = -1;
    ZJ_TRY(xlsx_open(&w->book, bytes, n, file, d));
    tell_links(w, lenient, d);
    find_sheets(w, lenient, d);
    return ZJ_OK;
}

void zj_workbook_close(struct zj_workbook *w)
{
    xlsx_close(&w->book);
}

const char *zj_workbook_file(const struct zj_workbook *w, enum zj_table_id t)
{
    return w->sheet[t] >= 0 ? w->book.sheet[w->sheet[t]].file : w->book.archive.file;
}

void zj_workbook_tables(struct zj_workbook *w, struct zj_builder *b, struct zj_diag *d)
{
    const struct zj_place at = {w->book.archive.file, 0, 0, NULL};

    for (int i = 0; i < ZJ_N_TABLES; i++) {
        enum zj_table_id t = (enum zj_table_id)i;
        if (w->sheet[t] >= 0) {
            zj_sheet_read(&w->book, w->sheet[t], t, NULL, b, d);
        } else if (zj_table_is_required(t)) {
            zj_diag_add(d, ZJ_ERROR, "missing_table", &at, _("the sheet '%s' (%s) is missing"),
                        zj_tables[t].chinese, zj_tables[t].name);
            zj_builder_open(b, t, w->book.archive.file);
            zj_builder_close(b, false);
        }
    }
}
