/*
 * styles.c - which styles show a number as a date or a time: the number alone does not say what it is.
 */
#include "solver/xlsx/book_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FORMATS = 4096, MAX_STYLES = 65536 }; /* more than any program writes; the rest is plain */

/* A number format that the workbook brings itself. */
struct format {
    int id;
    bool is_date;
};

struct reading {
    struct xlsx_book *b;
    struct format *format;
    int n, cap;
    bool in_cell_styles; /* inside of <cellXfs> */
};

/* The formats that every program knows by number; 27 to 36 and 50 to 58 are dates in Chinese ones. */
static bool is_built_in_date(int id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

/* Is there a letter of a date or time in the format, outside of "texts", [colours] and \x? */
static bool is_date_format(const char *code)
{
    for (const char *s = code; *s; s++) {
        if (*s == '"' || *s == '[') {
            const char *close = strchr(s + 1, *s == '"' ? '"' : ']');
            bool elapsed = *s == '[' && close && s[1 + strspn(s + 1, "hHmMsS")] == ']' && close > s + 1;
            if (elapsed)
                return true;
            if (!close)
                return false;
            s = close;
        } else if ((*s == '\\' || *s == '_' || *s == '*') && s[1]) {
            s++;
        } else if (*s == ';') {
            return false; /* the part for numbers below zero: the first one decides */
        } else if (strchr("yYmMdDhHsS", *s)) {
            return true;
        }
    }
    return false;
}

static int number_of(const char **attributes, const char *name)
{
    const char *value = xlsx_attribute(attributes, name);

    return value && strlen(value) <= 9 && value[strspn(value, "0123456789")] == '\0' ? atoi(value) : -1;
}

static bool is_date_id(const struct reading *r, int id)
{
    for (int i = r->n - 1; i >= 0; i--)
        if (r->format[i].id == id)
            return r->format[i].is_date;
    return is_built_in_date(id);
}

static void start(void *ctx, const char *name, const char **attributes)
{
    struct reading *r = ctx;
    struct xlsx_book *b = r->b;

    if (strcmp(name, "numFmt") == 0 && r->n < MAX_FORMATS) {
        const char *code = xlsx_attribute(attributes, "formatCode");
        ZJ_GROW(r->format, r->n, r->cap);
        r->format[r->n++] = (struct format){number_of(attributes, "numFmtId"), code && is_date_format(code)};
    } else if (strcmp(name, "cellXfs") == 0) {
        r->in_cell_styles = true;
    } else if (strcmp(name, "xf") == 0 && r->in_cell_styles && b->n_styles < MAX_STYLES) {
        ZJ_GROW(b->is_date, b->n_styles, b->cap_styles);
        b->is_date[b->n_styles++] = is_date_id(r, number_of(attributes, "numFmtId"));
    }
}

static void end(void *ctx, const char *name)
{
    struct reading *r = ctx;

    if (strcmp(name, "cellXfs") == 0)
        r->in_cell_styles = false;
}

enum zj_status xlsx_read_styles(struct xlsx_book *b, const char *part)
{
    struct reading r = {.b = b};
    const struct xlsx_handler h = {start, end, NULL, &r, NULL};
    enum zj_status st = xlsx_part_parse(&b->archive, part, &h);

    free(r.format);
    return st;
}
