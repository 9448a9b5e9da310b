#include "solver/io/table_reader.h"

#include "solver/base/i18n.h"
#include "solver/io/builder.h"
#include "solver/io/repair.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_CELL = 32 * 1024, /* bytes */
    MAX_ABOVE = 20        /* rows above the header */
};

struct zj_table_reader {
    enum zj_table_id table;
    const char *file;
    bool is_sheet;
    const struct zj_row_taker *taker; /* NULL: the builder takes the records */
    struct zj_builder *builder;
    struct zj_diag *d;

    struct zj_table_header header;
    bool has_header, stop, lost_rows;
    struct zj_raw_row first; /* the first row, while no header was found; texts in the arena */
    int n_above;             /* rows above the header */
    int n_ragged;            /* rows of a wrong length so far */
    struct zj_row row;
    struct zj_arena arena; /* of the header; repairs of one row */
    struct zj_arena repairs;
};

/* Tell something about a row, or a cell of it. */
#define TELL(r, severity, at_line, at_column, code, ...)                                                     \
    do {                                                                                                     \
        struct zj_place tell_at = {(r)->file, (at_line), (at_column), NULL};                                 \
        zj_diag_add((r)->d, (severity), (code), &tell_at, __VA_ARGS__);                                      \
    } while (0)

/* Report a problem because of which rows are missing. */
#define LOSE(r, at_line, at_column, code, ...)                                                               \
    do {                                                                                                     \
        TELL(r, ZJ_ERROR, at_line, at_column, code, __VA_ARGS__);                                            \
        (r)->lost_rows = true;                                                                               \
    } while (0)

struct zj_table_reader *zj_table_reader_new(enum zj_table_id t, const char *file, bool is_sheet,
                                            const struct zj_row_taker *taker, struct zj_builder *b,
                                            struct zj_diag *d)
{
    struct zj_table_reader *r = zj_calloc(1, sizeof *r);

    r->table = t;
    r->file = file;
    r->is_sheet = is_sheet;
    r->taker = taker;
    r->builder = b;
    r->d = d;
    if (!taker)
        zj_builder_open(b, t, file);
    return r;
}

bool zj_table_reader_has_header(const struct zj_table_reader *r)
{
    return r->has_header;
}

void zj_table_reader_lost(struct zj_table_reader *r)
{
    r->lost_rows = true;
}

static bool cells_fit(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    bool fit = true;

    for (int i = 0; i < row->n && i < ZJ_MAX_COLUMNS; i++) {
        size_t n = strlen(row->cell[i].text);
        if (n <= MAX_CELL)
            continue;
        LOSE(r, row->cell[i].line, row->cell[i].column, "long_cell",
             _("the cell has %zu bytes; at most %d are read"), n, (int)MAX_CELL);
        fit = false;
    }
    return fit;
}

/*
 * Does the row name the columns? Two of them do not meet in a title; nor do all that must be there, of
 * tables in which that is only one.
 */
static bool is_header(const struct zj_table_reader *r, const struct zj_raw_row *row)
{
    int known = 0, required = 0, found = 0;

    for (int c = zj_table_first_column(r->table), end = c + zj_table_n_columns(r->table); c < end; c++) {
        bool here = false;
        for (int i = 0; i < row->n && !here; i++)
            here = zj_header_column(r->builder, r->table, row->cell[i].text) == c;
        known += here;
        required += zj_column_is_required(c);
        found += here && zj_column_is_required(c);
    }
    return known >= 2 || (required > 0 && found == required);
}

/* Let the row name the columns. */
static void settle_header(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    struct zj_cell cell[ZJ_MAX_COLUMNS];
    int n = row->n;

    r->has_header = true;
    memcpy(cell, row->cell, (size_t)n * sizeof *cell);
    if (r->builder->lenient)
        zj_repair_header(r->builder, r->table, r->file, cell, n);
    if (!zj_table_header_match(&r->header, r->table, cell, n, r->file, r->d))
        r->stop = r->lost_rows = true;
}

/* Rows above the header: titles, dates, notes. */
static void tell_above(struct zj_table_reader *r, int header_line)
{
    int line = r->first.cell[0].line;

    if (r->builder->lenient)
        TELL(r, ZJ_NOTE, line, 0, "rows_above", _("what stands above the header in row %d was left out"),
             header_line);
    else
        TELL(r, ZJ_ERROR, line, 0, "rows_above",
             _("the header stands in row %d; delete what is above it, or read with '--lenient'"),
             header_line);
}

static void keep_first(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    r->first = *row;
    for (int i = 0; i < row->n; i++)
        r->first.cell[i].text = zj_strdup(&r->arena, row->cell[i].text);
}

static bool take_above(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    if (is_header(r, row)) {
        if (r->n_above > 0)
            tell_above(r, row->cell[0].line);
        settle_header(r, row);
        return !r->stop;
    }
    if (r->n_above++ == 0)
        keep_first(r, row);
    return r->n_above <= MAX_ABOVE;
}

static void report_ragged(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    const struct zj_cell *at = &row->cell[0];

    if (row->n > r->header.n && r->header.n < ZJ_MAX_COLUMNS)
        at = &row->cell[r->header.n];
    LOSE(r, at->line, at->column, "ragged_row",
         ngettext("%d cell, but the header has %d", "%d cells, but the header has %d", (unsigned long)row->n),
         row->n, r->header.n);
    if (++r->n_ragged == ZJ_MAX_PROBLEMS) {
        LOSE(r, at->line, at->column, "too_many_problems", _("more than %d problems; the rest was not read"),
             ZJ_MAX_PROBLEMS);
        r->stop = true;
    }
}

/* May the row be read although it is shorter or longer than the header? */
static bool length_fits(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    bool rest_is_blank = row->n <= ZJ_MAX_COLUMNS;

    for (int i = r->header.n; i < row->n && rest_is_blank; i++)
        rest_is_blank = *row->cell[i].text == '\0';
    if (row->n == r->header.n || (r->is_sheet && rest_is_blank))
        return true;
    if (!r->builder->lenient || !rest_is_blank)
        return false;
    TELL(r, ZJ_NOTE, row->cell[0].line, 0, "ragged_row",
         _("the row has %d cells, the header %d; blank cells were left out or filled in"), row->n,
         r->header.n);
    return true;
}

/* Rows that are no records, and are not read: totals, and in a lenient reading rows of blanks. */
static bool is_no_record(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    int i = 0;

    while (i < row->n && i < ZJ_MAX_COLUMNS && !*row->cell[i].text)
        i++;
    if (i == row->n || i == ZJ_MAX_COLUMNS) {
        if (r->builder->lenient)
            TELL(r, ZJ_NOTE, row->cell[0].line, 0, "blank_row", _("the row is blank and was left out"));
        return r->builder->lenient;
    }
    if (!zj_is_total(row->cell[i].text))
        return false;
    if (r->builder->lenient)
        TELL(r, ZJ_NOTE, row->cell[i].line, 0, "total_row", _("the row is a total and was left out"));
    else
        TELL(r, ZJ_ERROR, row->cell[i].line, row->cell[i].column, "total_row",
             _("the row is a total, not a record; delete it, or read with '--lenient'"));
    return true;
}

static bool put_cell(struct zj_table_reader *r, const struct zj_raw_row *row, int i, int column)
{
    struct zj_cell *to = &r->row.cell[column];

    *to = i < row->n ? row->cell[i] : (struct zj_cell){"", NULL, r->row.line, 0};
    to->field = r->header.name[i];
    if (!*to->text && (i >= row->n || row->kind[i] == ZJ_RAW_TEXT))
        return true;
    const struct zj_place at = {r->file, to->line, to->column, to->field};
    const struct zj_repair how = {r->builder, &zj_columns[column], &at, &r->repairs};
    to->text = zj_repair_cell(&how, row->kind[i], to->text);
    return to->text != NULL;
}

static void read_row(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    bool fine = true;

    if (is_no_record(r, row))
        return;
    if (!length_fits(r, row)) {
        report_ragged(r, row);
        return;
    }
    r->row.line = row->cell[0].line;
    r->row.column = row->cell[0].column;
    for (int i = 0; i < r->header.n; i++)
        if (r->header.column[i] >= 0)
            fine = put_cell(r, row, i, r->header.column[i]) && fine;
    if (!fine)
        r->lost_rows = true;
    else if (r->taker)
        r->taker->take(r->taker->ctx, &r->row);
    else if (!zj_builder_row(r->builder, &r->row))
        r->stop = true;
    zj_arena_release(&r->repairs);
}

bool zj_table_reader_row(struct zj_table_reader *r, const struct zj_raw_row *row)
{
    if (!cells_fit(r, row) && r->has_header)
        return true;
    if (!r->has_header)
        return take_above(r, row);
    read_row(r, row);
    return !r->stop;
}

void zj_table_reader_end(struct zj_table_reader *r, int end_line, int end_column)
{
    if (!r->has_header && r->n_above > 0) {
        settle_header(r, &r->first); /* says what is wrong with it */
        r->lost_rows = true;
    } else if (!r->has_header && !r->lost_rows) {
        LOSE(r, end_line, end_column, "empty_file", _("the file is empty; expected a header line"));
    }
    if (!r->taker)
        zj_builder_close(r->builder, !r->lost_rows);
    zj_table_header_release(&r->header);
    zj_arena_release(&r->arena);
    zj_arena_release(&r->repairs);
    free(r);
}
