#include "solver/io/table_header.h"

#include "solver/base/i18n.h"
#include "solver/io/columns.h"

#include <string.h>

/* Index of an earlier cell of the header with this column id, or -1. */
static int find_earlier(const struct zj_table_header *h, int i)
{
    for (int k = 0; k < i; k++)
        if (h->column[k] >= 0 && h->column[k] == h->column[i])
            return k;
    return -1;
}

static void match_cell(struct zj_table_header *h, enum zj_table_id t, int i, const struct zj_cell *cell,
                       const char *file, struct zj_diag *d)
{
    struct zj_place at = {file, cell->line, cell->column, NULL};

    h->name[i] = zj_strdup(&h->arena, cell->text);
    h->column[i] = zj_column_find(t, cell->text);
    if (h->column[i] >= 0) {
        int earlier = find_earlier(h, i);
        if (earlier < 0)
            return;
        zj_diag_add(d, ZJ_ERROR, "repeated_column", &at, _("column '%s' stands twice: '%s' and '%s'"),
                    zj_column_name(h->column[i]), h->name[earlier], h->name[i]);
        h->column[i] = -1;
    } else if (!*cell->text) {
        zj_diag_add(d, ZJ_ERROR, "blank_header", &at,
                    _("the header cell is blank; expected the name of a column"));
    } else if (strncmp(cell->text, "x_", 2) != 0) {
        zj_diag_add(d, ZJ_ERROR, "unknown_column", &at,
                    _("no column '%.200s' in this table; did you mean '%s'? Own columns begin with x_"),
                    cell->text, zj_column_nearest(t, cell->text));
    }
}

static bool has_column(const struct zj_table_header *h, int column)
{
    for (int i = 0; i < h->n; i++)
        if (h->column[i] == column)
            return true;
    return false;
}

static void report_missing(const struct zj_table_header *h, enum zj_table_id t, const struct zj_place *at,
                           struct zj_diag *d)
{
    char alias[64];

    for (int c = zj_table_first_column(t), end = c + zj_table_n_columns(t); c < end; c++)
        if (zj_column_is_required(c) && !has_column(h, c))
            zj_diag_add(d, ZJ_ERROR, "missing_column", at,
                        _("column '%s' (%s) is missing; add it to the header"), zj_column_name(c),
                        zj_first_alias(zj_columns[c].aliases, alias));
}

bool zj_table_header_match(struct zj_table_header *h, enum zj_table_id t, const struct zj_cell *cell, int n,
                           const char *file, struct zj_diag *d)
{
    struct zj_place at = {file, cell[0].line, 1, NULL};
    bool any = false;

    h->n = n;
    for (int i = 0; i < n; i++)
        any |= zj_column_find(t, cell[i].text) >= 0;
    if (!any) {
        zj_diag_add(d, ZJ_ERROR, "no_known_column", &at,
                    _("no column of this table is in the header; the first line must name the columns, "
                      "in UTF-8 or GB18030"));
        return false;
    }
    for (int i = 0; i < n; i++)
        match_cell(h, t, i, &cell[i], file, d);
    report_missing(h, t, &at, d);
    return true;
}

void zj_table_header_release(struct zj_table_header *h)
{
    zj_arena_release(&h->arena);
    memset(h, 0, sizeof *h);
}
