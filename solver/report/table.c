#include "solver/report/table.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { GAP = 2 }; /* blanks between columns */

/* Bytes of the character at `text` (valid UTF-8, not at its end) and the columns it takes. */
static size_t character(const char *text, int *width)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

    if (n <= 0) {
        *width = 1;
        return 1;
    }
    *width = utf8proc_charwidth(c);
    return (size_t)n;
}

int rep_width(const char *text)
{
    int sum = 0, width;

    while (*text) {
        text += character(text, &width);
        sum += width;
    }
    return sum;
}

const char *rep_clip(struct zj_arena *a, const char *text, int width)
{
    const char *end = text;
    int used = 0, w;

    if (rep_width(text) <= width)
        return text;
    while (*end) {
        size_t n = character(end, &w);
        if (used + w > width - 1)
            break;
        used += w;
        end += n;
    }
    return zj_printf(a, "%.*s…", (int)(end - text), text);
}

static void add(struct rep_table *t, const char *cell)
{
    ZJ_GROW(t->cell, t->n, t->cap);
    t->cell[t->n++] = cell;
}

void rep_table_init(struct rep_table *t, int n_columns, const char *const *titles)
{
    memset(t, 0, sizeof *t);
    t->n_columns = n_columns;
    for (int c = 0; c < n_columns; c++)
        add(t, titles[c]);
}

static void add_formatted(struct rep_table *t, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
static void add_formatted(struct rep_table *t, const char *fmt, va_list ap)
{
    char *text = NULL;

    if (vasprintf(&text, fmt, ap) < 0)
        zj_out_of_memory();
    add(t, zj_printable(&t->arena, text));
    free(text);
}

void rep_cell(struct rep_table *t, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    add_formatted(t, fmt, ap);
    va_end(ap);
}

void rep_heading(struct rep_table *t, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    add_formatted(t, fmt, ap);
    va_end(ap);
    for (int c = 1; c < t->n_columns; c++)
        add(t, NULL);
}

static const char *cell_at(const struct rep_table *t, int row, int column)
{
    return t->cell[row * t->n_columns + column];
}

static bool is_heading(const struct rep_table *t, int row)
{
    return t->n_columns > 1 && !cell_at(t, row, 1);
}

static bool is_number(const char *text)
{
    return text[strspn(text, "-0123456789./%")] == '\0';
}

static void measure(const struct rep_table *t, int n_rows, int width[REP_MAX_COLUMNS],
                    bool right[REP_MAX_COLUMNS])
{
    for (int c = 0; c < t->n_columns; c++) {
        width[c] = 0;
        right[c] = n_rows > 1;
        for (int r = 0; r < n_rows; r++) {
            if (is_heading(t, r))
                continue;
            int w = rep_width(cell_at(t, r, c));
            if (w > width[c])
                width[c] = w;
            if (r > 0 && !is_number(cell_at(t, r, c)))
                right[c] = false;
        }
    }
}

/* No blanks stand at the end of a line. */
static void print_row(const struct rep_table *t, FILE *out, int row, const int *width, const bool *right)
{
    int at = 0, start = GAP;

    for (int c = 0; c < t->n_columns; c++) {
        const char *text = cell_at(t, row, c);
        int w = rep_width(text), from = right[c] ? start + width[c] - w : start;
        if (w > 0) {
            fprintf(out, "%*s%s", from - at, "", text);
            at = from + w;
        }
        start += width[c] + GAP;
    }
    fputc('\n', out);
}

void rep_table_print(const struct rep_table *t, FILE *out, int max)
{
    int n_rows = t->n / t->n_columns;
    int shown = max > 0 && max + 1 < n_rows ? max + 1 : n_rows;
    int width[REP_MAX_COLUMNS], left_out = 0;
    bool right[REP_MAX_COLUMNS];

    while (shown < n_rows && is_heading(t, shown - 1))
        shown--; /* no heading without a row below it */
    measure(t, shown, width, right);
    for (int r = 0; r < shown; r++) {
        if (is_heading(t, r))
            fprintf(out, " %s\n", cell_at(t, r, 0));
        else
            print_row(t, out, r, width, right);
    }
    for (int r = shown; r < n_rows; r++)
        left_out += !is_heading(t, r);
    if (left_out > 0) {
        fprintf(out,
                ngettext("  … and %d more row; --verbose shows all",
                         "  … and %d more rows; --verbose shows all", (unsigned long)left_out),
                left_out);
        fputc('\n', out);
    }
}

void rep_table_release(struct rep_table *t)
{
    free(t->cell);
    zj_arena_release(&t->arena);
    memset(t, 0, sizeof *t);
}
