#include "solver/io/sheet_table.h"

#include "solver/base/i18n.h"
#include "solver/io/builder.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ACTIVE = 256 }; /* merged cells that reach down over one row; more are not honest */

static enum zj_raw_kind kind_of(enum xlsx_kind kind)
{
    static const enum zj_raw_kind kinds[] = {
        [XLSX_TEXT] = ZJ_RAW_TEXT,       [XLSX_NUMBER] = ZJ_RAW_NUMBER, [XLSX_DATE] = ZJ_RAW_DATE,
        [XLSX_BOOLEAN] = ZJ_RAW_BOOLEAN, [XLSX_FAILED] = ZJ_RAW_FAILED, [XLSX_PENDING] = ZJ_RAW_PENDING,
    };

    return kinds[kind];
}

/* The rows of a sheet, one at a time. */
struct walk {
    const struct xlsx_cells *c;
    const char *file;
    struct zj_table_reader *reader;
    bool lenient;
    int header_row; /* 0 = not yet found */
    struct zj_diag *d;
    bool used[ZJ_MAX_COLUMNS]; /* the column holds something */
    struct zj_arena texts;     /* of the row, where they had blanks around them */
    struct zj_raw_row row;
    bool lost;

    struct xlsx_range *merged; /* by first row */
    int next_merged;
    struct xlsx_cell top[MAX_ACTIVE]; /* of those that reach the row: their value */
    struct xlsx_range active[MAX_ACTIVE];
    int n_active;
};

#define REPORT(w, at_row, at_column, code, ...)                                                              \
    do {                                                                                                     \
        const struct zj_place report_at = {(w)->file, (at_row), (at_column), NULL};                          \
        (w)->lost = true;                                                                                    \
        zj_diag_add((w)->d, ZJ_ERROR, (code), &report_at, __VA_ARGS__);                                      \
    } while (0)

static int by_row(const void *x, const void *y)
{
    const struct xlsx_range *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

/* A cell of the row, without blanks around its text. */
static void put_cell(struct walk *w, int column, enum zj_raw_kind kind, const char *text)
{
    const char *s = text;
    size_t n = strlen(text);

    zj_trim(&s, &n);
    w->row.cell[column - 1].text = s[n] == '\0' ? s : zj_strndup(&w->texts, s, n);
    w->row.kind[column - 1] = kind;
    if (column > w->row.n && (n > 0 || kind == ZJ_RAW_PENDING))
        w->row.n = column;
}

static void begin_row(struct walk *w, int row)
{
    w->row.n = 0;
    for (int i = 0; i < ZJ_MAX_COLUMNS; i++) {
        w->row.cell[i] = (struct zj_cell){"", NULL, row, i + 1};
        w->row.kind[i] = ZJ_RAW_TEXT;
    }
}

/* Merged cells that begin in this row reach those below, those that ended above reach no more. */
static void move_merged(struct walk *w, int row, const struct xlsx_cell *cell, int n)
{
    int kept = 0;

    for (int i = 0; i < w->n_active; i++) {
        w->active[kept] = w->active[i];
        w->top[kept] = w->top[i];
        kept += w->active[i].last_row >= row;
    }
    w->n_active = kept;
    for (; w->next_merged < w->c->n_merged && w->merged[w->next_merged].row <= row; w->next_merged++) {
        const struct xlsx_range *m = &w->merged[w->next_merged];
        struct xlsx_cell top = {m->row, m->column, XLSX_TEXT, ""};
        for (int i = 0; i < n && m->row == row; i++)
            if (cell[i].column == m->column)
                top = cell[i];
        if (m->last_row < row || !*top.text || w->n_active == MAX_ACTIVE)
            continue;
        w->active[w->n_active] = *m;
        w->top[w->n_active++] = top;
    }
}

/* Below the header, give the row the values of cells merged downwards, or refuse them. */
static void spread_merged(struct walk *w, int row)
{
    for (int i = 0; i < w->n_active; i++) {
        const struct xlsx_range *m = &w->active[i];
        bool is_sideways = m->last_column > m->column;
        if (m->row <= w->header_row)
            continue;
        if (row == m->row && (is_sideways || !w->lenient))
            REPORT(w, m->row, m->column, "merged",
                   is_sideways
                       ? _("cells of several columns are merged; undo that and fill in each of them")
                       : _("cells are merged; undo that and fill in each row, or read with '--lenient'"));
        if (row == m->row || is_sideways || !w->lenient)
            continue;
        const struct zj_place at = {w->file, row, m->column, NULL};
        zj_diag_add(w->d, ZJ_NOTE, "repaired", &at,
                    _("the cell is merged with the one in row %d and was given its value"), m->row);
        put_cell(w, m->column, kind_of(w->top[i].kind), w->top[i].text);
    }
}

/* Columns without a name in the header, and without a value below it, are passed over. */
static void name_unused(struct walk *w)
{
    for (int i = 0; i < w->row.n; i++)
        if (!*w->row.cell[i].text && !w->used[i])
            w->row.cell[i].text = "x_";
}

/* The cells of one row, which are n. False when no more rows are wanted. */
static bool hand_over(struct walk *w, const struct xlsx_cell *cell, int n)
{
    int row = cell[0].row;
    bool more = true;

    begin_row(w, row);
    for (int i = 0; i < n && cell[i].column <= ZJ_MAX_COLUMNS; i++)
        put_cell(w, cell[i].column, kind_of(cell[i].kind), cell[i].text);
    move_merged(w, row, cell, n);
    if (w->header_row)
        spread_merged(w, row);
    else
        name_unused(w);
    if (w->row.n > 0)
        more = zj_table_reader_row(w->reader, &w->row);
    if (!w->header_row && zj_table_reader_has_header(w->reader))
        w->header_row = row;
    zj_arena_release(&w->texts);
    return more;
}

static void walk_rows(struct walk *w)
{
    const struct xlsx_cells *c = w->c;
    bool more = true;

    w->merged = zj_calloc((size_t)c->n_merged, sizeof *w->merged);
    if (c->n_merged > 0)
        memcpy(w->merged, c->merged, (size_t)c->n_merged * sizeof *w->merged);
    qsort(w->merged, (size_t)c->n_merged, sizeof *w->merged, by_row);
    for (int i = 0; i < c->n && more; i++) {
        if (c->v[i].column <= ZJ_MAX_COLUMNS) {
            w->used[c->v[i].column - 1] = true;
        } else {
            REPORT(w, c->v[i].row, c->v[i].column, "too_many_columns", _("more than %d columns"),
                   ZJ_MAX_COLUMNS);
            more = false;
        }
    }
    for (int i = 0, next; i < c->n && more; i = next) {
        for (next = i + 1; next < c->n && c->v[next].row == c->v[i].row;)
            next++;
        more = hand_over(w, &c->v[i], next - i);
    }
    zj_arena_release(&w->texts);
    free(w->merged);
}

/* Say what of the sheet people do not see although it is read. */
static void tell_hidden(const struct xlsx_sheet *sheet, const struct xlsx_cells *c, struct zj_diag *d)
{
    const struct zj_place book = {sheet->file, 0, 0, NULL};
    const struct zj_place row = {sheet->file, c->hidden_row, 0, NULL};
    const struct zj_place column = {sheet->file, 1, c->hidden_column, NULL};

    if (sheet->hidden)
        zj_diag_add(d, ZJ_WARNING, "hidden", &book, _("the sheet is hidden, but it is read"));
    if (c->n_hidden_rows > 0)
        zj_diag_add(d, ZJ_WARNING, "hidden", &row,
                    ngettext("%d row is hidden, but it is read", "%d rows are hidden, but they are read",
                             (unsigned long)c->n_hidden_rows),
                    c->n_hidden_rows);
    if (c->n_hidden_columns > 0)
        zj_diag_add(d, ZJ_WARNING, "hidden", &column,
                    ngettext("%d column is hidden, but it is read",
                             "%d columns are hidden, but they are read", (unsigned long)c->n_hidden_columns),
                    c->n_hidden_columns);
}

void zj_sheet_read(struct xlsx_book *book, int sheet, enum zj_table_id t, const struct zj_row_taker *taker,
                   struct zj_builder *b, struct zj_diag *d)
{
    const struct xlsx_sheet *s = &book->sheet[sheet];
    struct zj_table_reader *r = zj_table_reader_new(t, s->file, true, taker, b, d);
    struct walk *w = zj_calloc(1, sizeof *w);
    struct xlsx_cells c;

    b->from_1904 = book->from_1904;
    *w = (struct walk){.c = &c, .file = s->file, .reader = r, .lenient = b->lenient, .d = d};
    if (xlsx_read_sheet(book, sheet, &c) == ZJ_OK) {
        tell_hidden(s, &c, d);
        walk_rows(w);
    } else {
        w->lost = true;
    }
    if (w->lost)
        zj_table_reader_lost(r);
    zj_table_reader_end(r, 0, 0);
    xlsx_cells_release(&c);
    free(w);
}
