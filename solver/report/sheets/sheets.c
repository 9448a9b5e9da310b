#include "solver/report/sheets/parts.h"

#include <stdarg.h>
#include <stdlib.h>

struct rep_sheet *rep_begin_sheet(struct rep_maker *m, const char *file, const char *name)
{
    m->sheet = &m->all->v[m->all->n++];
    *m->sheet = (struct rep_sheet){.file = file, .name = name};
    return m->sheet;
}

void rep_begin_row(struct rep_maker *m, enum rep_row_kind kind)
{
    struct rep_sheet *s = m->sheet;

    ZJ_GROW(s->row, s->n_rows, s->cap_rows);
    s->row[s->n_rows++] = (struct rep_sheet_row){.kind = kind, .first = s->n_cells};
}

static void add_cell(struct rep_maker *m, const char *text, int64_t number)
{
    struct rep_sheet *s = m->sheet;
    struct rep_sheet_row *row = &s->row[s->n_rows - 1];

    ZJ_GROW(s->cell, s->n_cells, s->cap_cells);
    s->cell[s->n_cells++] = (struct rep_sheet_cell){.text = text, .number = number};
    row->n++;
    s->n_columns = s->n_columns > row->n ? s->n_columns : row->n;
}

void rep_text_cell(struct rep_maker *m, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    add_cell(m, zj_vprintf(&m->all->arena, fmt, args), ZJ_NO_VALUE);
    va_end(args);
}

void rep_int_cell(struct rep_maker *m, int64_t n)
{
    add_cell(m, NULL, n);
}

void rep_title_row(struct rep_maker *m, const char *fmt, ...)
{
    va_list args;

    rep_begin_row(m, REP_ROW_TITLE);
    va_start(args, fmt);
    add_cell(m, zj_vprintf(&m->all->arena, fmt, args), ZJ_NO_VALUE);
    va_end(args);
}

void rep_head_row(struct rep_maker *m, const char *const *heads, int n)
{
    rep_begin_row(m, REP_ROW_HEAD);
    for (int i = 0; i < n; i++)
        rep_text_cell(m, "%s", heads[i]);
}

void rep_school_cells(struct rep_maker *m, int school)
{
    const struct zj_school *s = school >= 0 ? &m->r->in->school[school] : NULL;

    rep_text_cell(m, "%s", s ? s->id : "");
    rep_text_cell(m, "%s", s ? s->name : "");
}

void rep_teacher_cells(struct rep_maker *m, int teacher)
{
    rep_text_cell(m, "%s", m->r->in->teacher[teacher].id);
    rep_text_cell(m, "%s", m->r->in->teacher[teacher].name);
}

void rep_sheets_make(struct rep_sheets *s, const struct rep_case *r)
{
    struct rep_maker m = {.all = s, .r = r};
    const bool has_plan = zj_has_plan(r->plan);

    *s = (struct rep_sheets){.n = 0};
    if (has_plan)
        rep_sheet_overview(&m);
    if (has_plan && r->plan->model == ZJ_TIMETABLE)
        rep_sheet_weeks(&m);
    if (has_plan && (r->plan->model == ZJ_TIMETABLE || r->plan->model == ZJ_SECONDMENT))
        rep_sheet_notice(&m);
    if (r->plan->n_unmet > 0)
        rep_sheet_unmet(&m);
    rep_sheet_rules(&m);
    rep_sheet_figures(&m);
}

void rep_sheets_release(struct rep_sheets *s)
{
    for (int i = 0; i < s->n; i++) {
        free(s->v[i].row);
        free(s->v[i].cell);
    }
    zj_arena_release(&s->arena);
}
