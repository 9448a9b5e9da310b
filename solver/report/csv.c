/*
 * csv.c - a sheet as comma-separated values.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone.
 */
#include "solver/report/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Would a spreadsheet calculate it, or skip the sign to find something to calculate? */
static bool looks_like_formula(const char *text)
{
    return *text && strchr("=+-@\t\r\n", *text);
}

static void print_cell(FILE *out, const struct rep_sheet_cell *c)
{
    if (!c->text) {
        if (c->number != ZJ_NO_VALUE)
            fprintf(out, "%lld", (long long)c->number);
        return;
    }
    const bool guard = looks_like_formula(c->text), quoted = guard || strpbrk(c->text, ",\"\r\n");
    if (!quoted) {
        fputs(c->text, out);
        return;
    }
    fputs(guard ? "\"'" : "\"", out);
    for (const char *p = c->text; *p; p++) {
        if (*p == '"')
            fputc('"', out);
        fputc(*p, out);
    }
    fputc('"', out);
}

char *rep_sheet_csv(const struct rep_sheet *s, size_t *n)
{
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, n);

    if (!out)
        zj_out_of_memory();
    for (int i = 0; i < s->n_rows; i++) {
        const struct rep_sheet_row *row = &s->row[i];
        for (int k = 0; k < s->n_columns; k++) {
            if (k > 0)
                fputc(',', out);
            if (k < row->n)
                print_cell(out, &s->cell[row->first + k]);
        }
        fputs("\r\n", out);
    }
    if (fclose(out) != 0)
        zj_out_of_memory();
    return bytes;
}
