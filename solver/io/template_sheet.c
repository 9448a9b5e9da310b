#include "solver/io/template_sheet.h"

#include "solver/base/i18n.h"
#include "solver/data/policy.h"
#include "solver/io/dictionary.h"
#include "solver/io/hints.h"
#include "solver/io/template_text.h"

#include <stdlib.h>
#include <string.h>

enum { LAST_ROW = 10000 }; /* for which typing is checked */

/* Rules of secondments, which are those that look at columns. */
static const struct {
    const char *name, *en, *zh;
} rules[] = {
#define ZJ_RULE(id, section, usual, en, zh) [ZJ_R_##id] = {#id, en, zh},
#include "solver/data/rules.def"
#undef ZJ_RULE
};

static const struct {
    int column, rule;
} column_rules[] = {
#define ZJ_COLUMN_RULE(table, column, rule) {ZJ_COL_##table##_##column, ZJ_R_##rule},
#include "solver/io/column_rules.def"
#undef ZJ_COLUMN_RULE
};

bool zj_in_chinese(void)
{
    return strcmp(zj_i18n_lang(), "zh") == 0;
}

/* What belongs into a column, which is in the language in use all of it. */
static const char *note_text(struct zj_arena *a, int column)
{
    const struct zj_column *c = &zj_columns[column];
    bool zh = zj_in_chinese();
    const char *text = zj_printf(a, "%s (%s)\n%s", zh ? c->zh : c->en, zj_presence_text(c->presence, zh),
                                 zj_type_text(a, c, zh));

    if (*c->blank && !zh)
        text = zj_printf(a, "%s\nblank = %s", text, c->blank);
    for (size_t i = 0; i < sizeof column_rules / sizeof column_rules[0]; i++)
        if (column_rules[i].column == column)
            text = zj_printf(a, zh ? "%s\n规则 %s: %s" : "%s\nrule %s: %s", text,
                             rules[column_rules[i].rule].name,
                             zh ? rules[column_rules[i].rule].zh : rules[column_rules[i].rule].en);
    return text;
}

const char *zj_value_name(struct zj_arena *a, enum zj_value_set set, int value)
{
    const char *aliases = zj_value_aliases(set, value);
    char alias[64];

    return zj_in_chinese() && aliases && *aliases ? zj_strdup(a, zj_first_alias(aliases, alias))
                                                  : zj_value_token(set, value);
}

static void allow_values(struct xlsx_tab *t, struct zj_arena *a, int at, enum zj_value_set set, bool any_day,
                         const char *help)
{
    const char *items[32];
    int n = 0;

    while (n < 30 && zj_value_token(set, n)) {
        items[n] = zj_value_name(a, set, n);
        n++;
    }
    if (any_day)
        items[n++] = "*";
    items[n] = NULL;
    xlsx_allow_list(t, at, 1, LAST_ROW, items, help);
}

/* What may be typed into column `at` of the sheet. */
static void allow(struct xlsx_tab *t, struct zj_arena *a, int at, const struct zj_column *c)
{
    const char *help = zj_type_text(a, c, zj_in_chinese());

    if (c->type == ZJ_TYPE_VALUE)
        allow_values(t, a, at, (enum zj_value_set)c->lo, false, help);
    else if (c->type == ZJ_TYPE_DAY)
        allow_values(t, a, at, ZJ_VS_weekday, true, help);
    else if (c->type == ZJ_TYPE_NUMBER)
        xlsx_allow_numbers(t, at, 1, LAST_ROW, c->lo, c->hi, help);
    else if (c->type == ZJ_TYPE_DATE)
        xlsx_allow_dates(t, at, 1, LAST_ROW, help);
}

static enum xlsx_style style_of(const struct zj_column *c)
{
    if (c->type == ZJ_TYPE_DATE)
        return XLSX_AS_DATE;
    if (c->type == ZJ_TYPE_CLOCK)
        return XLSX_AS_TIME;
    return c->type == ZJ_TYPE_NUMBER || c->type == ZJ_TYPE_DEGREES ? XLSX_PLAIN : XLSX_AS_TEXT;
}

/* Letters of ASCII that a text takes: those of Chinese are twice as wide. */
static int width_of(const char *text)
{
    int width = 0;

    for (; *text; text++)
        if (((unsigned char)*text & 0xC0) != 0x80)
            width += (unsigned char)*text >= 0xE0 ? 2 : 1;
    return width;
}

void zj_sheet_header(struct xlsx_tab *t, struct zj_arena *a, int at, int column)
{
    const struct zj_column *c = &zj_columns[column];
    const char *name = zj_header_name(a, column);
    int width = width_of(name) + 4;

    xlsx_set_column(t, at, width < 12 ? 12 : width, style_of(c));
    xlsx_put_text(t, 0, at, name, c->presence == ZJ_KEY ? XLSX_NEEDED : XLSX_HEADER);
    xlsx_put_note(t, 0, at, note_text(a, column));
    allow(t, a, at, c);
}

const char *zj_sheet_name(enum zj_table_id t)
{
    return zj_in_chinese() ? zj_tables[t].chinese : zj_tables[t].name;
}

struct xlsx_tab *zj_sheet_new(struct xlsx_out *o, enum zj_table_id t)
{
    struct xlsx_tab *tab = xlsx_tab_new(o, zj_sheet_name(t));

    xlsx_freeze(tab, 1, 1);
    xlsx_set_print(tab, true, 0, 0, "&P / &N");
    return tab;
}

struct xlsx_tab *zj_sheet_of_table(struct xlsx_out *o, struct zj_arena *a, enum zj_table_id t)
{
    struct xlsx_tab *tab = zj_sheet_new(o, t);
    int first = zj_table_first_column(t), n = zj_table_n_columns(t);

    for (int c = 0; c < n; c++)
        zj_sheet_header(tab, a, c, first + c);
    return tab;
}

void zj_sheet_value(struct xlsx_tab *t, struct zj_arena *a, int row, int at, int column, const char *text)
{
    const struct zj_column *c = &zj_columns[column];
    bool is_open = c->type == ZJ_TYPE_RANKS || c->type == ZJ_TYPE_FLAGS || c->type == ZJ_TYPE_TRAITS;
    enum zj_value_set set = is_open ? zj_open_set(c->type) : (enum zj_value_set)c->lo;
    int32_t date;

    if (!*text)
        return;
    if (c->type == ZJ_TYPE_DATE && zj_parse_date(text, &date))
        xlsx_put_date(t, row, at, date);
    else if (c->type == ZJ_TYPE_NUMBER || c->type == ZJ_TYPE_DEGREES)
        xlsx_put_number(t, row, at, strtod(text, NULL), XLSX_AS_NUMBER);
    else if ((is_open || c->type == ZJ_TYPE_VALUE) && zj_value_find(set, text) >= 0)
        xlsx_put_text(t, row, at, zj_value_name(a, set, zj_value_find(set, text)), XLSX_AS_TEXT);
    else
        xlsx_put_text(t, row, at, text, XLSX_AS_TEXT);
}
