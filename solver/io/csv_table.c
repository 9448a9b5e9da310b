#include "solver/io/csv_table.h"

#include "solver/base/i18n.h"
#include "solver/io/csv_header.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CELL = 32 * 1024 }; /* bytes */

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
    enum zj_table_id table;
    const char *file;
    struct zj_builder *builder;
    struct zj_diag *d;

    struct mark here, begin; /* begin: of the cell being read */
    struct zj_cell cell[ZJ_CSV_MAX_COLUMNS];
    size_t offset[ZJ_CSV_MAX_COLUMNS]; /* of the cell's text in bytes[] */
    int n_cells; /* of the row being read; may exceed the array, then the rest is not kept */
    char *bytes; /* texts of the row's cells, each with a NUL */
    size_t n_bytes, cap_bytes;
    bool took_cell, took_row; /* set by libcsv's callbacks */
    bool long_cell;           /* the row has a cell that was refused */
    struct mark too_many;     /* where the first cell beyond the limit begins */

    struct zj_csv_header header;
    bool has_header, stop, lost_rows;
    int n_ragged; /* rows of a wrong length so far */
    struct zj_row row;
};

/* Report a problem and remember that rows may be missing because of it. */
#define REPORT(s, mark, code, ...)                                                                           \
    do {                                                                                                     \
        struct zj_place zj_at = {(s)->file, (mark).line, (mark).column, NULL};                               \
        (s)->lost_rows = true;                                                                               \
        zj_diag_add((s)->d, ZJ_ERROR, (code), &zj_at, __VA_ARGS__);                                          \
    } while (0)

static void take_cell(void *bytes, size_t n, void *ctx)
{
    struct scan *s = ctx;
    const char *text = bytes;

    s->took_cell = true;
    if (s->n_cells == ZJ_CSV_MAX_COLUMNS)
        s->too_many = s->begin;
    if (n > MAX_CELL) {
        REPORT(s, s->begin, "long_cell", _("the cell has %zu bytes; at most %d are read"), n, (int)MAX_CELL);
        s->long_cell = true;
        n = 0;
    }
    int i = s->n_cells++;
    if (i >= ZJ_CSV_MAX_COLUMNS)
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
    s->cell[i] = (struct zj_cell){NULL, NULL, s->begin.line, s->begin.column};
}

static void take_row(int terminator, void *ctx)
{
    struct scan *s = ctx;

    (void)terminator;
    s->took_row = true;
}

static void read_header(struct scan *s)
{
    s->has_header = true;
    if (s->n_cells > ZJ_CSV_MAX_COLUMNS) {
        REPORT(s, s->too_many, "too_many_columns", _("more than %d columns"), ZJ_CSV_MAX_COLUMNS);
        s->stop = true;
    } else if (!zj_csv_header_match(&s->header, s->table, s->cell, s->n_cells, s->file, s->d)) {
        s->stop = s->lost_rows = true;
    }
}

static void report_ragged(struct scan *s)
{
    struct mark at = {0, s->cell[0].line, s->cell[0].column};

    if (s->n_cells > s->header.n && s->header.n < ZJ_CSV_MAX_COLUMNS)
        at = (struct mark){0, s->cell[s->header.n].line, s->cell[s->header.n].column};
    REPORT(s, at, "ragged_row",
           ngettext("%d cell, but the header has %d", "%d cells, but the header has %d",
                    (unsigned long)s->n_cells),
           s->n_cells, s->header.n);
    if (++s->n_ragged == ZJ_MAX_PROBLEMS) {
        REPORT(s, at, "too_many_problems", _("more than %d problems; the rest was not read"),
               ZJ_MAX_PROBLEMS);
        s->stop = true;
    }
}

static void read_row(struct scan *s)
{
    if (s->n_cells != s->header.n) {
        report_ragged(s);
        return;
    }
    if (s->long_cell)
        return;
    s->row.line = s->cell[0].line;
    s->row.column = s->cell[0].column;
    for (int i = 0; i < s->n_cells; i++) {
        int c = s->header.column[i];
        if (c < 0)
            continue;
        s->row.cell[c] = s->cell[i];
        s->row.cell[c].field = s->header.name[i];
    }
    if (!zj_builder_row(s->builder, &s->row))
        s->stop = true;
}

static void end_row(struct scan *s)
{
    for (int i = 0; i < s->n_cells && i < ZJ_CSV_MAX_COLUMNS; i++)
        s->cell[i].text = s->bytes + s->offset[i];
    if (s->has_header)
        read_row(s);
    else
        read_header(s);
    s->n_cells = 0;
    s->n_bytes = 0;
    s->long_cell = false;
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
    bool is_endless = !s->has_header && s->n_cells > ZJ_CSV_MAX_COLUMNS;
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
        else if (s->n_cells > 0)
            end_row(s);
    }
    csv_free(&p);
}

void zj_csv_read(const char *text, size_t n, enum zj_table_id t, const char *file, struct zj_builder *b,
                 struct zj_diag *d)
{
    struct scan *s = zj_calloc(1, sizeof *s);

    *s = (struct scan){.text = text, .n = n, .table = t, .file = file, .builder = b, .d = d};
    s->here = s->begin = (struct mark){0, 1, 1};
    zj_builder_open(b, t, file);
    scan_text(s);
    if (!s->has_header && !s->lost_rows)
        REPORT(s, s->here, "empty_file", _("the file is empty; expected a header line"));
    zj_builder_close(b, !s->lost_rows);
    zj_csv_header_release(&s->header);
    free(s->bytes);
    free(s);
}
