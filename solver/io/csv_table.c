#include "solver/io/csv_table.h"

#include "solver/base/i18n.h"
#include "solver/io/builder.h"
#include "solver/io/repair.h"
#include "solver/io/table_reader.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* A position in the text. */
struct mark {
    size_t at;
    int line, column;
};

/*
 * libcsv is fed up to and with each byte that can end a cell, so that when it hands
 * out a cell, `here` stands behind the byte that ended it and `begin` where it began.
 */
struct scan {
    const char *text;
    size_t n;
    const char *file;
    struct zj_table_reader *reader;
    struct zj_diag *d;

    struct mark here, begin;       /* begin: of the cell being read */
    struct zj_raw_row row;         /* row.n may exceed the arrays, then the rest is not kept */
    size_t offset[ZJ_MAX_COLUMNS]; /* of the cell's text in bytes[] */
    char *bytes;                   /* texts of the row's cells, each with a NUL */
    size_t n_bytes, cap_bytes;
    bool took_cell, took_row; /* set by libcsv's callbacks */
    struct mark too_many;     /* where the first cell beyond the limit begins */
    bool stop;
};

/* Report a problem and remember that rows may be missing because of it. */
#define REPORT(s, mark, code, ...)                                                                           \
    do {                                                                                                     \
        struct zj_place zj_at = {(s)->file, (mark).line, (mark).column, NULL};                               \
        zj_table_reader_lost((s)->reader);                                                                   \
        zj_diag_add((s)->d, ZJ_ERROR, (code), &zj_at, __VA_ARGS__);                                          \
    } while (0)

static void take_cell(void *bytes, size_t n, void *ctx)
{
    struct scan *s = ctx;
    const char *text = bytes;

    s->took_cell = true;
    if (s->row.n == ZJ_MAX_COLUMNS)
        s->too_many = s->begin;
    int i = s->row.n++;
    if (i >= ZJ_MAX_COLUMNS)
        return;
    zj_trim(&text, &n);
    while (s->n_bytes + n + 1 > s->cap_bytes) {
        s->cap_bytes = s->cap_bytes ? 2 * s->cap_bytes : 4096;
        s->bytes = zj_realloc(s->bytes, s->cap_bytes, 1);
    }
    memcpy(s->bytes + s->n_bytes, text, n);
    s->bytes[s->n_bytes + n] = '\0';
    s->offset[i] = s->n_bytes;
    s->n_bytes += n + 1;
    s->row.cell[i] = (struct zj_cell){NULL, NULL, s->begin.line, s->begin.column};
}

static void take_row(int terminator, void *ctx)
{
    struct scan *s = ctx;

    (void)terminator;
    s->took_row = true;
}

static void end_row(struct scan *s)
{
    for (int i = 0; i < s->row.n && i < ZJ_MAX_COLUMNS; i++)
        s->row.cell[i].text = s->bytes + s->offset[i];
    if (!zj_table_reader_has_header(s->reader) && s->row.n > ZJ_MAX_COLUMNS) {
        REPORT(s, s->too_many, "too_many_columns", _("more than %d columns"), ZJ_MAX_COLUMNS);
        s->stop = true;
    } else if (!zj_table_reader_row(s->reader, &s->row)) {
        s->stop = true;
    }
    s->row.n = 0;
    s->n_bytes = 0;
}

/* Length of the run from `here` up to and with the next byte that can end a cell; counts its characters. */
static size_t run_length(const struct scan *s, int *n_characters)
{
    size_t i = s->here.at;

    *n_characters = 0;
    while (i < s->n) {
        unsigned char c = (unsigned char)s->text[i++];
        *n_characters += (c & 0xC0) != 0x80;
        if (c == ',' || c == '\n' || c == '\r')
            break;
    }
    return i - s->here.at;
}

/* libcsv stopped at a byte inside the run: the text breaks the rules for quotes. */
static void report_quote(struct scan *s, size_t parsed)
{
    struct mark at = s->here;
    bool in_quoted = s->text[s->begin.at] == '"';

    for (size_t i = 0; i < parsed; i++)
        at.column += ((unsigned char)s->text[s->here.at + i] & 0xC0) != 0x80;
    if (in_quoted && at.line > s->begin.line)
        REPORT(s, s->begin, "unclosed_quote",
               _("the quote that opens here is followed by text after a quote in line %d, column %d; "
                 "is it closed? A quote inside a cell is written twice"),
               at.line, at.column);
    else if (in_quoted)
        REPORT(s, at, "text_after_quote",
               _("text after the closing quote of a cell; a quote inside a cell is written twice"));
    else
        REPORT(s, at, "stray_quote",
               _("a quote inside a cell that does not begin with one; quote the whole cell and write the "
                 "quote twice"));
    s->stop = true;
}

/* A carriage return must be followed by a line feed. */
static bool is_lone_cr(const struct scan *s, size_t at)
{
    return s->text[at] == '\r' && (at + 1 >= s->n || s->text[at + 1] != '\n');
}

static void advance(struct scan *s, size_t len, int n_characters)
{
    s->here.at += len;
    s->here.column += n_characters;
    if (s->text[s->here.at - 1] == '\n') {
        s->here.line++;
        s->here.column = 1;
    }
}

static void scan_run(struct scan *s, struct csv_parser *p)
{
    int n_characters;
    size_t len = run_length(s, &n_characters), last = s->here.at + len - 1;
    bool empty = s->here.at == s->begin.at && len == 1; /* nothing of the cell before the byte that ends it */

    if (is_lone_cr(s, last)) {
        struct mark at = s->here;
        at.column += n_characters - 1;
        REPORT(s, at, "lone_cr", _("a carriage return without a line feed; end lines with LF or CR LF"));
        s->stop = true;
        return;
    }
    s->took_cell = s->took_row = false;
    size_t parsed = csv_parse(p, s->text + s->here.at, len, take_cell, take_row, s);
    if (parsed < len) {
        report_quote(s, parsed);
        return;
    }
    advance(s, len, n_characters);
    bool is_endless = !zj_table_reader_has_header(s->reader) && s->row.n > ZJ_MAX_COLUMNS;
    if (s->took_row || is_endless)
        end_row(s);
    if (s->took_cell || (empty && (s->text[last] == '\n' || s->text[last] == '\r')))
        s->begin = s->here;
}

static int is_no_blank(unsigned char c)
{
    (void)c;
    return 0;
}

static void scan_text(struct scan *s)
{
    struct csv_parser p;

    if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
        zj_out_of_memory();
    csv_set_space_func(&p, is_no_blank); /* blanks are ours to trim; libcsv would also drop lines of blanks */
    while (!s->stop && s->here.at < s->n)
        scan_run(s, &p);
    if (!s->stop) {
        if (csv_fini(&p, take_cell, take_row, s) != 0)
            REPORT(s, s->begin, "unclosed_quote", _("the quote that opens here is never closed"));
        else if (s->row.n > 0)
            end_row(s);
    }
    csv_free(&p);
}

/* Do at least two of the pieces of the line, which has n bytes, name columns? */
static bool parts_columns(const char *line, size_t n, const char *sign, enum zj_table_id t,
                          const struct zj_builder *b)
{
    struct zj_arena a = {NULL};
    int known = 0;

    for (const char *s = zj_strndup(&a, line, n), *next; s; s = next ? next + strlen(sign) : NULL) {
        next = strstr(s, sign);
        known += zj_header_column(b, t, next ? zj_strndup(&a, s, (size_t)(next - s)) : s) >= 0;
    }
    zj_arena_release(&a);
    return known >= 2;
}

/* What stands between the cells if it is no comma: people type ， and paste tables with tabs. NULL = none. */
static const char *other_sign(const char *text, enum zj_table_id t, const struct zj_builder *b)
{
    static const char *const signs[] = {"，", "\t"};
    const char *line = text + strspn(text, "\r\n");
    size_t n = strcspn(line, "\r\n");

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (!memchr(line, ',', n) && parts_columns(line, n, signs[i], t, b))
            return signs[i];
    return NULL;
}

/* The text with commas in place of the sign, in the arena; *n is its length. */
static const char *with_commas(struct zj_arena *a, const char *text, const char *sign, size_t *n)
{
    char *out = zj_alloc(a, *n + 1), *to = out;

    while (*text) {
        bool is_sign = strncmp(text, sign, strlen(sign)) == 0;
        *to++ = is_sign ? ',' : *text;
        text += is_sign ? strlen(sign) : 1;
    }
    *n = (size_t)(to - out);
    return out;
}

void zj_csv_read(const char *text, size_t n, enum zj_table_id t, const char *file, struct zj_builder *b,
                 struct zj_diag *d)
{
    struct scan *s = zj_calloc(1, sizeof *s);
    const char *sign = b->lenient ? other_sign(text, t, b) : NULL;
    const struct zj_place at = {file, 0, 0, NULL};
    struct zj_arena a = {NULL};

    if (sign) {
        zj_diag_add(d, ZJ_NOTE, "repaired", &at, _("what stands between the cells was read as a comma"));
        text = with_commas(&a, text, sign, &n);
    }
    *s = (struct scan){.text = text, .n = n, .file = file, .d = d};
    s->here = s->begin = (struct mark){0, 1, 1};
    s->reader = zj_table_reader_new(t, file, false, NULL, b, d);
    scan_text(s);
    zj_table_reader_end(s->reader, s->here.line, s->here.column);
    zj_arena_release(&a);
    free(s->bytes);
    free(s);
}
