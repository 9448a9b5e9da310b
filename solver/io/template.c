/*
 * template.c - a folder to start from: empty tables, what their columns mean, and a small example.
 *
 * Headers follow the language in use. Tables are UTF-8 with byte order mark and
 * CR LF, which is what spreadsheet programs open without asking. When a file cannot be
 * written, those before it are removed again.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/io/dictionary.h"
#include "solver/io/template_text.h"
#include "solver/io/write.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BOM "\xEF\xBB\xBF"

/* The header of a table with all its columns. */
static const char *full_header(struct zj_arena *a, enum zj_table_id t)
{
    int first = zj_table_first_column(t), n = zj_table_n_columns(t);
    const char *line = "";

    for (int c = first; c < first + n; c++)
        line = zj_printf(a, "%s%s%s", line, c > first ? "," : "", zj_header_name(a, c));
    return line;
}

/* The header of the columns named in a list with commas. */
static const char *some_header(struct zj_arena *a, enum zj_table_id t, const char *columns)
{
    const char *line = "";

    while (*columns) {
        size_t n = strcspn(columns, ",");
        int c = zj_column_find(t, zj_strndup(a, columns, n));
        line = zj_printf(a, "%s%s%s", line, *line ? "," : "", zj_header_name(a, c));
        columns += n + (columns[n] == ',');
    }
    return line;
}

/* Text as spreadsheet programs and simple editors want it. */
static const char *for_windows(struct zj_arena *a, const char *text)
{
    size_t n = strlen(text);
    char *out = zj_alloc(a, sizeof BOM + 2 * n), *to = out;

    to = stpcpy(to, BOM);
    for (; *text; text++) {
        if (*text == '\n')
            *to++ = '\r';
        *to++ = *text;
    }
    return out;
}

/* What stands already: files and the folders that hold them, in the order of making. */
struct made {
    struct zj_arena arena;
    const char **path;
    int n, cap;
};

static void note_made(struct made *m, const char *path)
{
    ZJ_GROW(m->path, m->n, m->cap);
    m->path[m->n++] = path;
}

static void unmake(struct made *m)
{
    while (m->n > 0)
        remove(m->path[--m->n]);
}

static enum zj_status write_text(struct made *m, const char *dir, const char *name, const char *text,
                                 struct zj_err *err)
{
    const char *path = zj_printf(&m->arena, "%s/%s", dir, name);

    ZJ_TRY(zj_file_write(path, text, strlen(text), err));
    note_made(m, path);
    return ZJ_OK;
}

static enum zj_status write_csv(struct made *m, const char *dir, enum zj_table_id t, const char *header,
                                const char *rows, struct zj_err *err)
{
    const char *text = for_windows(&m->arena, zj_printf(&m->arena, "%s\n%s", header, rows));

    return write_text(m, dir, zj_table_file(t), text, err);
}

static const char *explain_column(struct zj_arena *a, const char *text, const struct zj_column *c)
{
    text = zj_printf(a, "%s\n  %s (%s)\n    %s (%s; %s", text, c->name, zj_aliases_text(a, c->aliases), c->en,
                     zj_presence_text(c->presence, false), zj_type_text(a, c, false));
    if (*c->blank)
        text = zj_printf(a, "%s; blank = %s", text, c->blank);
    return zj_printf(a, "%s)\n    %s (%s; %s)\n", text, c->zh, zj_presence_text(c->presence, true),
                     zj_type_text(a, c, true));
}

static const char *readme(struct zj_arena *a)
{
    const char *text =
        "Tables of an instance / 数据表说明\n"
        "\n"
        "Fill the tables, delete those that you do not need, then run: zoujiao secondment FOLDER -o "
        "plan.json\n"
        "Travelling teachers' timetables need classes in demand.csv: zoujiao timetable FOLDER -o plan.json\n"
        "The folder example/ holds a small instance that is filled in.\n"
        "pairings.csv is not among the empty tables: where it exists, its rows are the only pairs.\n"
        "请填写各表, 删除不用的表, 然后运行: zoujiao secondment 文件夹 -o plan.json\n"
        "走教课表须在 demand.csv 中写明班级: zoujiao timetable 文件夹 -o plan.json\n"
        "example/ 中有一个已填好的小例子。\n"
        "空表中没有 pairings.csv: 有此文件时, 只有其中各行才算结对。\n";

    for (int t = 0; t < ZJ_N_TABLES; t++) {
        const struct zj_table *table = &zj_tables[t];
        text = zj_printf(a, "%s\n== %s (%s) ==\n%s\n%s\n", text, table->file, table->chinese, table->en,
                         table->zh);
        for (int c = zj_table_first_column((enum zj_table_id)t);
             c < ZJ_N_COLUMNS && (int)zj_columns[c].table == t; c++)
            text = explain_column(a, text, &zj_columns[c]);
    }
    return for_windows(a, text);
}

static bool is_empty_folder(const char *dir)
{
    struct dirent **list;
    int n = scandir(dir, &list, NULL, NULL), i = n;

    while (i > 0)
        free(list[--i]);
    if (n >= 0)
        free(list);
    return n == 2; /* . and .. */
}

static enum zj_status make_folder(struct made *m, const char *dir, struct zj_err *err)
{
    if (mkdir(dir, 0777) == 0) {
        note_made(m, dir);
        return ZJ_OK;
    }
    bool full = errno == ENOSPC || errno == EDQUOT;
    if (errno != EEXIST || !zj_is_folder(dir))
        return zj_fail(err, full ? ZJ_EIO : ZJ_ECREATE, _("cannot create the folder '%s': %s"), dir,
                       strerror(errno));
    if (!is_empty_folder(dir))
        return zj_fail(err, ZJ_ECREATE, _("the folder '%s' is not empty"), dir);
    return ZJ_OK;
}

static enum zj_status write_heads(struct made *m, const char *dir, struct zj_err *err)
{
    ZJ_TRY(write_text(m, dir, "instance.json", zj_template_instance, err));
    return write_text(m, dir, "policy.json", zj_template_policy, err);
}

static enum zj_status write_example(struct made *m, const char *dir, struct zj_err *err)
{
    ZJ_TRY(make_folder(m, dir, err));
    ZJ_TRY(write_heads(m, dir, err));
    for (int i = 0; i < zj_n_examples; i++) {
        const char *header = some_header(&m->arena, zj_examples[i].table, zj_examples[i].columns);
        ZJ_TRY(write_csv(m, dir, zj_examples[i].table, header, zj_examples[i].rows, err));
    }
    return ZJ_OK;
}

static enum zj_status write_all(struct made *m, const char *dir, struct zj_err *err)
{
    ZJ_TRY(make_folder(m, dir, err));
    for (int i = 0; i < ZJ_N_TABLES; i++) {
        enum zj_table_id t = (enum zj_table_id)i;
        if (t != ZJ_TAB_pairings) /* an empty one would say that no schools are paired */
            ZJ_TRY(write_csv(m, dir, t, full_header(&m->arena, t), "", err));
    }
    ZJ_TRY(write_heads(m, dir, err));
    ZJ_TRY(write_text(m, dir, "README.txt", readme(&m->arena), err));
    return write_example(m, zj_printf(&m->arena, "%s/example", dir), err);
}

/* Signals wait until all of it stands, or nothing: it takes milliseconds. */
enum zj_status zj_write_template(const char *dir, struct zj_err *err)
{
    static const int polite[] = {SIGINT, SIGTERM, SIGHUP};
    struct made m = {{NULL}, NULL, 0, 0};
    sigset_t held, before;

    sigemptyset(&held);
    for (size_t i = 0; i < sizeof polite / sizeof polite[0]; i++)
        sigaddset(&held, polite[i]);
    sigprocmask(SIG_BLOCK, &held, &before);
    enum zj_status st = write_all(&m, dir, err);
    if (st != ZJ_OK)
        unmake(&m);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(m.path);
    zj_arena_release(&m.arena);
    return st;
}
