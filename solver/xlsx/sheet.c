/*
 * sheet.c - the cells of one sheet.
 */
#include "solver/base/i18n.h"
#include "solver/xlsx/book_parts.h"

#include <stdlib.h>
#include <string.h>

enum { LAST_LETTERS = 3 }; /* of a column: XFD */

enum column_state { HIDDEN = 1, COUNTED = 2 };

struct reading {
    struct xlsx_book *b;
    const struct xlsx_sheet *sheet;
    struct xlsx_cells *c;

    int row, column; /* of the cell being read */
    bool in_data, row_is_hidden;
    char type[12]; /* of the cell: the attribute t */
    int style;
    bool has_formula;
    struct xlsx_text value, inline_text;
    bool in_value, in_inline, in_text;
    int phonetic;

    unsigned char column_state[XLSX_MAX_COLUMNS + 1]; /* 0 or one of enum column_state */
    int last_column;                                  /* that <col> spoke of */
    bool stop;                                        /* a problem was reported */
};

#define STOP(r, code, ...)                                                                                   \
    do {                                                                                                     \
        const struct zj_place stop_at = {(r)->sheet->file, (r)->row, (r)->column, NULL};                     \
        if (!(r)->stop)                                                                                      \
            zj_diag_add((r)->b->archive.d, ZJ_ERROR, (code), &stop_at, __VA_ARGS__);                         \
        (r)->stop = true;                                                                                    \
    } while (0)

/* A whole number of at most 9 digits, or `otherwise`. */
static int number_or(const char *text, int otherwise)
{
    size_t n = text ? strspn(text, "0123456789") : 0;

    return n >= 1 && n <= 9 && text[n] == '\0' ? atoi(text) : otherwise;
}

/* "D17": sets row and column, and moves behind it. False when it is no such thing. */
static bool parse_reference(const char **s, int *row, int *column)
{
    int letters = 0, digits = 0;

    *row = *column = 0;
    for (; **s >= 'A' && **s <= 'Z' && letters < LAST_LETTERS; ++*s, letters++)
        *column = 26 * *column + (**s - 'A' + 1);
    for (; **s >= '0' && **s <= '9' && digits < 7; ++*s, digits++)
        *row = 10 * *row + (**s - '0');
    return letters > 0 && digits > 0 && *row >= 1 && *row <= XLSX_MAX_ROWS && *column <= XLSX_MAX_COLUMNS;
}

static void start_row(struct reading *r, const char **attributes)
{
    int row = number_or(xlsx_attribute(attributes, "r"), r->row + 1);

    if (row <= r->row || row > XLSX_MAX_ROWS)
        STOP(r, "bad_sheet", _("the rows of the sheet are not in order; the workbook is damaged"));
    r->row = row;
    r->column = 0;
    r->row_is_hidden = xlsx_attribute_is_on(attributes, "hidden");
}

static void start_cell(struct reading *r, const char **attributes)
{
    const char *at = xlsx_attribute(attributes, "r"), *type = xlsx_attribute(attributes, "t");
    int row = r->row, column = r->column + 1;

    if (at && (!parse_reference(&at, &row, &column) || *at || row != r->row || column <= r->column))
        STOP(r, "bad_sheet", _("the cells of the row are not in order; the workbook is damaged"));
    else if (column > XLSX_MAX_COLUMNS)
        STOP(r, "bad_sheet", _("the sheet has more than %d columns; the workbook is damaged"),
             XLSX_MAX_COLUMNS);
    if (type && strlen(type) >= sizeof r->type)
        STOP(r, "bad_sheet", _("the cell is of an unknown type; the workbook is damaged"));
    if (r->stop)
        return;
    r->column = column;
    strcpy(r->type, type ? type : "n");
    r->style = number_or(xlsx_attribute(attributes, "s"), 0);
    r->has_formula = false;
    r->value.n = r->inline_text.n = 0;
}

/* The value as text, and what it is; NULL = blank. */
static const char *cell_text(struct reading *r, enum xlsx_kind *kind)
{
    struct xlsx_book *b = r->b;
    struct zj_arena *a = &r->c->arena;

    if (strcmp(r->type, "inlineStr") == 0)
        return r->inline_text.n ? xlsx_text_take(&r->inline_text, a) : NULL;
    if (r->value.n == 0)
        return NULL;
    if (strcmp(r->type, "str") == 0)
        return xlsx_text_take(&r->value, a);
    const char *raw = zj_strndup(a, r->value.s, (size_t)r->value.n), *text = NULL;
    if (strcmp(r->type, "s") == 0) {
        int i = number_or(raw, -1);
        text = i >= 0 && i < b->n_strings ? b->string[i] : NULL;
        *kind = XLSX_TEXT;
    } else if (strcmp(r->type, "b") == 0) {
        text = strcmp(raw, "1") == 0 || strcmp(raw, "true") == 0 ? "1" : "0";
        *kind = XLSX_BOOLEAN;
    } else if (strcmp(r->type, "e") == 0) {
        text = raw;
        *kind = XLSX_FAILED;
    } else if (strcmp(r->type, "d") == 0) {
        text = xlsx_iso_text(a, raw);
        *kind = XLSX_DATE;
    } else if (strcmp(r->type, "n") == 0) {
        bool is_date = r->style < b->n_styles && b->is_date[r->style];
        text = is_date ? xlsx_date_text(a, raw, b->from_1904) : NULL;
        *kind = text ? XLSX_DATE : XLSX_NUMBER;
        text = text ? text : xlsx_number_text(a, raw);
    }
    if (!text)
        STOP(r, "bad_sheet", _("the cell's value cannot be read; the workbook is damaged"));
    return text;
}

/* Count rows and columns that hold something and are not seen. */
static void note_hidden(struct reading *r)
{
    struct xlsx_cells *c = r->c;
    bool first_of_row = c->n < 2 || c->v[c->n - 2].row != r->row;

    if (r->row_is_hidden && first_of_row) {
        c->n_hidden_rows++;
        c->hidden_row = c->hidden_row ? c->hidden_row : r->row;
    }
    if (r->column_state[r->column] == HIDDEN) {
        r->column_state[r->column] = COUNTED;
        c->n_hidden_columns++;
        c->hidden_column = c->hidden_column ? c->hidden_column : r->column;
    }
}

static void end_cell(struct reading *r)
{
    struct xlsx_cells *c = r->c;
    enum xlsx_kind kind = XLSX_TEXT;
    const char *text = cell_text(r, &kind);

    if (r->stop)
        return;
    if (!text && r->has_formula) {
        text = "";
        kind = XLSX_PENDING;
    } else if (!text || !*text) {
        return;
    }
    if (c->n == XLSX_MAX_CELLS) {
        STOP(r, "too_many_cells", _("the sheet has more than %d cells that hold something"), XLSX_MAX_CELLS);
        return;
    }
    ZJ_GROW(c->v, c->n, c->cap);
    c->v[c->n++] = (struct xlsx_cell){r->row, r->column, kind, text};
    note_hidden(r);
}

static void add_merged(struct reading *r, const char *reference)
{
    struct xlsx_cells *c = r->c;
    struct xlsx_range x;
    const char *s = reference ? reference : "";

    r->row = r->column = 0; /* the rows are over: a problem is the sheet's */
    bool fine = parse_reference(&s, &x.row, &x.column) && *s == ':' &&
                (s++, parse_reference(&s, &x.last_row, &x.last_column)) && *s == '\0';
    if (!fine || x.last_row < x.row || x.last_column < x.column || c->n_merged == XLSX_MAX_MERGED) {
        STOP(r, "bad_sheet", _("the merged cells of the sheet cannot be read, or are more than %d"),
             XLSX_MAX_MERGED);
        return;
    }
    ZJ_GROW(c->merged, c->n_merged, c->cap_merged);
    c->merged[c->n_merged++] = x;
}

/* The ranges of columns stand in order; one that does not is passed over. */
static void add_columns(struct reading *r, const char **attributes)
{
    int first = number_or(xlsx_attribute(attributes, "min"), 0);
    int last = number_or(xlsx_attribute(attributes, "max"), 0);

    if (first <= r->last_column || last < first || last > XLSX_MAX_COLUMNS)
        return;
    r->last_column = last;
    if (xlsx_attribute_is_on(attributes, "hidden"))
        memset(r->column_state + first, HIDDEN, (size_t)(last - first) + 1);
}

static void start(void *ctx, const char *name, const char **attributes)
{
    struct reading *r = ctx;

    if (strcmp(name, "sheetData") == 0)
        r->in_data = true;
    else if (strcmp(name, "mergeCell") == 0)
        add_merged(r, xlsx_attribute(attributes, "ref"));
    else if (strcmp(name, "col") == 0)
        add_columns(r, attributes);
    if (!r->in_data)
        return;
    r->phonetic += strcmp(name, "rPh") == 0;
    if (strcmp(name, "row") == 0)
        start_row(r, attributes);
    else if (strcmp(name, "c") == 0)
        start_cell(r, attributes);
    else if (strcmp(name, "v") == 0)
        r->in_value = true;
    else if (strcmp(name, "f") == 0)
        r->has_formula = true;
    else if (strcmp(name, "is") == 0)
        r->in_inline = true;
    else if (strcmp(name, "t") == 0)
        r->in_text = r->in_inline && r->phonetic == 0;
}

static void end(void *ctx, const char *name)
{
    struct reading *r = ctx;

    if (!r->in_data)
        return;
    r->in_value = r->in_text = false;
    r->phonetic -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "c") == 0)
        end_cell(r);
    else if (strcmp(name, "is") == 0)
        r->in_inline = false;
    else if (strcmp(name, "sheetData") == 0)
        r->in_data = false;
}

static void text(void *ctx, const char *s, int n)
{
    struct reading *r = ctx;

    if (r->in_value)
        xlsx_text_add(&r->value, s, n);
    else if (r->in_text)
        xlsx_text_add(&r->inline_text, s, n);
}

enum zj_status xlsx_read_sheet(struct xlsx_book *b, int sheet, struct xlsx_cells *c)
{
    struct reading *r = zj_calloc(1, sizeof *r);

    memset(c, 0, sizeof *c);
    r->b = b;
    r->sheet = &b->sheet[sheet];
    r->c = c;
    const struct xlsx_handler h = {start, end, text, r, &r->stop};
    enum zj_status st = xlsx_part_parse(&b->archive, b->sheet[sheet].part, &h);
    if (r->stop)
        st = ZJ_EDATA;
    free(r->value.s);
    free(r->inline_text.s);
    free(r);
    return st;
}

void xlsx_cells_release(struct xlsx_cells *c)
{
    free(c->v);
    free(c->merged);
    zj_arena_release(&c->arena);
    memset(c, 0, sizeof *c);
}
