#include "solver/report/xlsx.h"

#include "solver/base/mem.h"
#include "solver/data/plan.h"
#include "solver/xlsx/write.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Of a column, in letters of ASCII; longer text is wrapped. In timetables columns are wider. */
enum { LEAST_WIDTH = 6, LEAST_WIDTH_OF_DAY = 14, MOST_WIDTH = 48, MARGIN = 2 };

/* Letters of ASCII that the first n bytes of a text take. */
static int width_of(const char *text, size_t n)
{
    utf8proc_ssize_t left = (utf8proc_ssize_t)n;
    const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)text;
    int width = 0;

    while (left > 0) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate(s, left, &c);
        if (step < 1)
            break;
        width += utf8proc_charwidth(c);
        s += step;
        left -= step;
    }
    return width;
}

/* The widest line of a text; with a column's width, *lines is how many it takes there. */
static int widest_line(const char *text, int column_width, int *lines)
{
    int widest = 0;

    *lines = 0;
    for (const char *s = text; s; s = strchr(s, '\n')) {
        s += s > text;
        int w = width_of(s, strcspn(s, "\n"));
        widest = w > widest ? w : widest;
        *lines += w > column_width ? (w + column_width - 1) / column_width : 1;
    }
    return widest;
}

static int *column_widths(const struct rep_sheet *s)
{
    int *width = zj_calloc((size_t)s->n_columns, sizeof *width);
    int unused;

    for (int c = 0; c < s->n_columns; c++)
        width[c] = s->pages && c > 0 ? LEAST_WIDTH_OF_DAY : LEAST_WIDTH;
    for (int i = 0; i < s->n_rows; i++) {
        const struct rep_sheet_row *row = &s->row[i];
        for (int c = 0; c < row->n && row->kind != REP_ROW_TITLE; c++) {
            const char *text = s->cell[row->first + c].text;
            int w = (text ? widest_line(text, MOST_WIDTH, &unused) : LEAST_WIDTH) + MARGIN;
            width[c] = w > MOST_WIDTH ? MOST_WIDTH : w > width[c] ? w : width[c];
        }
    }
    return width;
}

static void put_cell(struct xlsx_tab *t, int row, int column, const struct rep_sheet_cell *cell,
                     enum xlsx_style style)
{
    if (cell->text)
        xlsx_put_lines(t, row, column, cell->text, style);
    else if (cell->number == ZJ_NO_VALUE)
        xlsx_put_text(t, row, column, "", style);
    else
        xlsx_put_number(t, row, column, (double)cell->number, style);
}

/* Timetables are read across, so what stands in their cells stands in the middle. */
static enum xlsx_style style_of(const struct rep_sheet *s, const struct rep_sheet_row *row)
{
    if (row->kind != REP_ROW_BODY)
        return row->kind == REP_ROW_HEAD ? XLSX_HEADER : XLSX_TITLE;
    return s->pages ? XLSX_CENTRE : XLSX_PLAIN;
}

/* A sheet on paper: pages begin at titles, and a head that is the only one stands on every page. */
static void set_print(struct xlsx_tab *t, const struct rep_sheet *s)
{
    int *breaks = zj_calloc((size_t)s->n_rows + 1, sizeof *breaks);
    int n = 0, heads = 0, head = -1;

    for (int i = 0; i < s->n_rows; i++) {
        if (s->row[i].kind == REP_ROW_TITLE && s->pages && i > 0)
            breaks[n++] = i;
        if (s->row[i].kind == REP_ROW_HEAD && heads++ == 0)
            head = i;
    }
    bool one_table = heads == 1 && !s->pages;
    xlsx_set_print(t, s->wide || s->pages, one_table ? 0 : -1, one_table ? head : -1, "&C&P / &N");
    if (n > 0)
        xlsx_break_before(t, breaks, n);
    if (one_table)
        xlsx_freeze(t, head + 1, 0);
    free(breaks);
}

static void put_row(struct xlsx_tab *t, const struct rep_sheet *s, int at, const int *width)
{
    const struct rep_sheet_row *row = &s->row[at];
    int most = 1;

    for (int c = 0; c < row->n; c++) {
        const struct rep_sheet_cell *cell = &s->cell[row->first + c];
        int lines = 1;
        put_cell(t, at, c, cell, style_of(s, row));
        if (cell->text && row->kind != REP_ROW_TITLE)
            widest_line(cell->text, width[c] - 1, &lines);
        most = lines > most ? lines : most;
    }
    xlsx_set_lines(t, at, most);
}

static void put_sheet(struct xlsx_out *o, const struct rep_sheet *s)
{
    struct xlsx_tab *t = xlsx_tab_new(o, s->name);
    int *width = column_widths(s);

    for (int c = 0; c < s->n_columns; c++)
        xlsx_set_column(t, c, width[c], XLSX_PLAIN);
    for (int i = 0; i < s->n_rows; i++)
        put_row(t, s, i, width);
    set_print(t, s);
    free(width);
}

enum zj_status rep_xlsx_write(const struct rep_sheets *s, const struct rep_case *r, const char *path,
                              struct zj_err *err)
{
    struct xlsx_out *o = xlsx_out_new(r->in->name);

    for (int i = 0; i < s->n; i++)
        put_sheet(o, &s->v[i]);
    return xlsx_out_save(o, path, err);
}
