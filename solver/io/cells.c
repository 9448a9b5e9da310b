/*
 * cells.c - one cell, from text to value, by the type of its column.
 */
#include "solver/io/cells.h"
#include "solver/base/i18n.h"
#include "solver/io/hints.h"
#include "solver/io/values.h"

#include <stdio.h>
#include <string.h>

enum { QUOTED_BYTES = 120 };

static const struct zj_cell *cell_of(const struct zj_builder *b, int column)
{
    return &b->row->cell[column];
}

struct zj_place zj_cell_place(const struct zj_builder *b, int column)
{
    struct zj_place at = {b->file[b->table], b->row->line, b->row->column, NULL};

    if (column >= 0 && cell_of(b, column)->text) {
        const struct zj_cell *c = cell_of(b, column);
        at.line = c->line;
        at.column = c->column;
        at.field = c->field ? c->field : zj_columns[column].name;
    }
    return at;
}

const char *zj_quote(struct zj_builder *b, const char *text)
{
    size_t n = strlen(text);

    if (n <= QUOTED_BYTES)
        return text;
    n = QUOTED_BYTES;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    snprintf(b->quote, sizeof b->quote, "%.*s…", (int)n, text);
    return b->quote;
}

static void read_value(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    enum zj_value_set set = (enum zj_value_set)zj_columns[column].lo;
    struct zj_arena a = {NULL};
    const char *list = "";

    v->number = zj_value_find(set, text);
    if (v->number >= 0)
        return;
    for (int i = 0; zj_value_token(set, i); i++) {
        char alias[64];
        list = zj_printf(&a, "%s%s%s (%s)", list, i ? ", " : "", zj_value_token(set, i),
                         zj_first_alias(zj_value_aliases(set, i), alias));
    }
    ZJ_ROW_ERROR(b, column, "bad_value", _("'%s' is not known here; expected %s"), zj_quote(b, text), list);
    zj_arena_release(&a);
}

static void read_number(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    int lo = zj_columns[column].lo, hi = zj_columns[column].hi;
    char hint[32];

    if (!zj_parse_int(text, &v->number)) {
        v->number = ZJ_NONE;
        if (zj_hint_int(text, hint, sizeof hint))
            ZJ_ROW_ERROR(b, column, "bad_number", _("'%s' is not a whole number; did you mean %s?"),
                         zj_quote(b, text), hint);
        else
            ZJ_ROW_ERROR(b, column, "bad_number", _("'%s' is not a whole number; expected %d to %d"),
                         zj_quote(b, text), lo, hi);
    } else if (v->number < lo || v->number > hi) {
        ZJ_ROW_ERROR(b, column, "out_of_range", _("%s is out of range; expected %d to %d"), zj_quote(b, text),
                     lo, hi);
        v->number = ZJ_NONE;
    }
}

static void read_date(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    char hint[32];

    if (zj_parse_date(text, &v->number))
        return;
    if (zj_hint_date(text, hint, sizeof hint))
        ZJ_ROW_ERROR(b, column, "bad_date", _("'%s' is not a date; expected YYYY-MM-DD: did you mean %s?"),
                     zj_quote(b, text), hint);
    else
        ZJ_ROW_ERROR(b, column, "bad_date", _("'%s' is not a date; expected YYYY-MM-DD"), zj_quote(b, text));
}

/* What a column holds when its cell is blank or not there. */
static void set_absent(const struct zj_column *c, struct zj_value *v)
{
    bool is_amount = c->type == ZJ_TYPE_NUMBER || c->type == ZJ_TYPE_DATE || c->type == ZJ_TYPE_DEGREES;

    memset(v, 0, sizeof *v);
    v->number = is_amount ? ZJ_NONE : -1;
}

void zj_cell_read(struct zj_builder *b, int column)
{
    const struct zj_column *c = &zj_columns[column];
    struct zj_value *v = &b->value[column];
    const char *text = cell_of(b, column)->text;

    set_absent(c, v);
    if (!text || !*text) {
        if (text && c->presence == ZJ_KEY)
            ZJ_ROW_ERROR(b, column, "blank", _("the cell is blank; expected a value"));
        b->bad_row |= c->presence == ZJ_KEY;
        return;
    }
    v->given = true;
    v->text = text;
    switch (c->type) {
    case ZJ_TYPE_PARENT:
        break; /* looked up when the table is closed */
    case ZJ_TYPE_ID:
        zj_cell_id(b, column, text);
        break;
    case ZJ_TYPE_TEXT:
        zj_cell_text(b, column, text);
        break;
    case ZJ_TYPE_WORD:
        if (zj_cell_is_word(b, column, text))
            v->number = zj_intern(&b->in->words, &b->in->arena, text);
        break;
    case ZJ_TYPE_WORDS:
    case ZJ_TYPE_RANKS:
    case ZJ_TYPE_FLAGS:
    case ZJ_TYPE_TRAITS:
        zj_cell_words(b, column, text, &v->ids);
        break;
    case ZJ_TYPE_VALUE:
        read_value(b, column, text, v);
        break;
    case ZJ_TYPE_NUMBER:
        read_number(b, column, text, v);
        break;
    case ZJ_TYPE_DATE:
        read_date(b, column, text, v);
        break;
    case ZJ_TYPE_CLOCK:
        if (!zj_parse_clock(text, &v->number))
            ZJ_ROW_ERROR(b, column, "bad_time", _("'%s' is not a time of day; expected HH:MM"),
                         zj_quote(b, text));
        break;
    case ZJ_TYPE_DEGREES:
        if (!zj_parse_degrees(text, c->lo, c->hi, &v->number))
            ZJ_ROW_ERROR(b, column, "bad_degrees",
                         _("'%s' is not in degrees; expected %d to %d with at most 6 decimals"),
                         zj_quote(b, text), c->lo, c->hi);
        break;
    case ZJ_TYPE_SCHOOL:
        v->number = zj_cell_find_id(b, column, ZJ_WHO_SCHOOL, text);
        break;
    case ZJ_TYPE_TEACHER:
        v->number = zj_cell_find_id(b, column, ZJ_WHO_TEACHER, text);
        break;
    case ZJ_TYPE_TERM:
        zj_cell_term(b, column, text, v);
        break;
    case ZJ_TYPE_DAY:
        zj_cell_day(b, column, text, v);
        break;
    case ZJ_TYPE_PERIODS:
        zj_cell_periods(b, column, text, v);
        break;
    }
}
