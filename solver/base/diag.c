#include "solver/base/diag.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *copy(struct zj_arena *a, const char *text)
{
    return text ? zj_printable(a, text) : NULL;
}

void zj_diag_add(struct zj_diag *d, enum zj_severity severity, const char *code, const struct zj_place *at,
                 const char *fmt, ...)
{
    char *text = NULL;
    va_list ap;

    va_start(ap, fmt);
    int n = vasprintf(&text, fmt, ap);
    va_end(ap);
    if (n < 0)
        zj_out_of_memory();
    ZJ_GROW(d->problem, d->n, d->cap);
    struct zj_problem *p = &d->problem[d->n++];
    memset(p, 0, sizeof *p);
    p->severity = severity;
    p->code = code;
    if (at) {
        p->file = copy(&d->arena, at->file);
        p->line = at->line;
        p->column = at->column;
        p->field = copy(&d->arena, at->field);
    }
    p->text = zj_printable(&d->arena, text);
    free(text);
    d->n_errors += severity == ZJ_ERROR;
    d->n_warnings += severity == ZJ_WARNING;
}

static bool is_sheet(const char *file)
{
    size_t n = strlen(file);

    return n > 0 && file[n - 1] == '!';
}

/* The name of a file or sheet, without the mark of a sheet. */
static int name_length(const char *file)
{
    return (int)strlen(file) - is_sheet(file);
}

/* 1 -> A, 27 -> AA. */
static void print_letters(int column, FILE *out)
{
    if (column > 26)
        print_letters((column - 1) / 26, out);
    fputc('A' + (column - 1) % 26, out);
}

static void print_place(const struct zj_problem *p, FILE *out)
{
    fprintf(out, "%.*s", name_length(p->file), p->file);
    if (p->line <= 0)
        return;
    fputc(is_sheet(p->file) ? '!' : ':', out);
    if (is_sheet(p->file) && p->column > 0)
        print_letters(p->column, out);
    fprintf(out, "%d", p->line);
    if (!is_sheet(p->file) && p->column > 0)
        fprintf(out, ":%d", p->column);
}

static void print_problem(const struct zj_problem *p, FILE *out)
{
    if (p->file)
        print_place(p, out);
    if (p->field)
        fprintf(out, p->file ? " (%s)" : "(%s)", p->field);
    if (p->file || p->field)
        fputs(": ", out);
    fprintf(out, "%s\n", p->text);
}

void zj_diag_print(const struct zj_diag *d, FILE *out, int max)
{
    int room = max > 0 && max < d->n ? max : d->n, rest = d->n - room;
    int others = room > d->n_errors ? room - d->n_errors : 0; /* places that errors leave to the rest */

    for (int i = 0; i < d->n && room > 0; i++) {
        bool is_error = d->problem[i].severity == ZJ_ERROR;
        if (!is_error && others == 0)
            continue;
        others -= !is_error;
        room--;
        print_problem(&d->problem[i], out);
    }
    if (rest > 0) {
        fprintf(out, ngettext("… and %d more problem", "… and %d more problems", (unsigned long)rest), rest);
        fputc('\n', out);
    }
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *number_or_null(int n)
{
    return n > 0 ? json_integer(n) : json_null();
}

void zj_diag_print_json(const struct zj_diag *d, FILE *out)
{
    static const char *const severities[] = {"note", "warning", "error"};

    json_set_alloc_funcs(zj_malloc, free);
    json_t *list = json_array();

    for (int i = 0; i < d->n; i++) {
        const struct zj_problem *p = &d->problem[i];
        json_t *o = json_object();
        json_object_set_new(o, "code", json_string(p->code));
        json_object_set_new(o, "severity", json_string(severities[p->severity]));
        json_object_set_new(o, "file",
                            p->file ? json_stringn(p->file, (size_t)name_length(p->file)) : json_null());
        json_object_set_new(o, "line", number_or_null(p->line));
        json_object_set_new(o, "column", number_or_null(p->column));
        json_object_set_new(o, "field", text_or_null(p->field));
        json_object_set_new(o, "text", json_string(p->text));
        json_array_append_new(list, o);
    }
    json_dumpf(list, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(list);
}

void zj_diag_release(struct zj_diag *d)
{
    free(d->problem);
    zj_arena_release(&d->arena);
    memset(d, 0, sizeof *d);
}
