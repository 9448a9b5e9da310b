/*
 * repair_text.c - what a text most likely says, for the type of its column.
 *
 * A repair is kept only when it makes the cell valid, as far as that can be said of it alone; else the
 * cell stays as it is, and the message about it shows what the user wrote.
 */
#include "solver/io/days.h"
#include "solver/io/hints.h"
#include "solver/io/repair.h"
#include "solver/io/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    enum zj_value_set set;
    const char *token, *words;
} loose_values[] = {
#define ZJ_LOOSE_HEADER(table, column, names)
#define ZJ_LOOSE_VALUE(set, token, words) {ZJ_VS_##set, token, words},
#include "solver/io/loose.def"
#undef ZJ_LOOSE_HEADER
#undef ZJ_LOOSE_VALUE
};

static const char blank_words[] = "无|没有|暂无|空|-|--|/|n/a|N/A|NA";

/* Let every piece between the signs of `from` be an element of a list: blank ones are left out. */
static const char *mend_list(struct zj_arena *a, const char *text)
{
    static const char *const signs[] = {";", "；", "、", ",", "，", "/", "／", "|", "｜", " "};
    const char *s = zj_narrow(a, text, ZJ_LETTERS);
    char *out = zj_alloc(a, strlen(s) + 1), *to = out;

    while (*s) {
        size_t n = 0;
        for (size_t i = 0; i < sizeof signs / sizeof signs[0] && !n; i++)
            n = strncmp(s, signs[i], strlen(signs[i])) == 0 ? strlen(signs[i]) : 0;
        if (!n)
            *to++ = *s++;
        else if (to > out && to[-1] != ';')
            *to++ = ';';
        s += n;
    }
    while (to > out && to[-1] == ';')
        to--;
    *to = '\0';
    return out;
}

static const char *mend_value(const struct zj_repair *how, const char *text)
{
    enum zj_value_set set = (enum zj_value_set)how->column->lo;
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING);

    if (zj_value_find(set, s) >= 0)
        return s;
    for (int v = 0; zj_value_token(set, v); v++)
        if (strcasecmp(zj_value_token(set, v), s) == 0)
            return zj_value_token(set, v);
    for (size_t i = 0; i < sizeof loose_values / sizeof loose_values[0]; i++)
        if (loose_values[i].set == set && zj_word_in(loose_values[i].words, s))
            return loose_values[i].token;
    return NULL;
}

/* The number before a unit, without commas between thousands. NULL when something else is there. */
static const char *mend_number(const struct zj_repair *how, const char *text)
{
    static const char units[] = "节|课时|分钟|分|米|周|个|班|所|人|次|学期|m|min";
    static const char yes[] = "是|√|✓|✔|yes|y|true", no[] = "否|×|✗|no|n|false";
    char *s = zj_strdup(how->arena, zj_narrow(how->arena, text, ZJ_EVERYTHING));
    int unused;

    if (how->column->lo == 0 && how->column->hi == 1 && (zj_word_in(yes, s) || zj_word_in(no, s)))
        return zj_word_in(yes, s) ? "1" : "0";
    size_t digits = strspn(s, "-0123456789,");
    for (size_t i = digits; i-- > 0;)
        if (s[i] == ',' && (strspn(s + i + 1, "0123456789") != 3))
            return NULL;
    char *end = s + digits;
    if (end[0] == '.' && end[1] == '0')
        end += 1 + strspn(end + 1, "0");
    if (*end && !zj_word_in(units, end))
        return NULL;
    char *to = s;
    for (size_t i = 0; i < digits; i++)
        if (s[i] != ',')
            *to++ = s[i];
    *to = '\0';
    return zj_parse_int(s, &unused) ? s : NULL;
}

/* 112.41°, 35.4800001: six decimals are 11 cm. */
static const char *mend_degrees(const struct zj_repair *how, const char *text)
{
    char *s = zj_strdup(how->arena, zj_narrow(how->arena, text, ZJ_EVERYTHING)), *end;
    int32_t unused;

    if (strchr("NE", *s))
        s += *s != '\0';
    double x = strtod(s, &end);
    if (end == s || strspn(s, "-0123456789.") != (size_t)(end - s) ||
        (*end && !zj_word_in("°|度|N|E|°N|°E", end)))
        return NULL;
    s = zj_printf(how->arena, "%.6f", x);
    return zj_parse_degrees(s, how->column->lo, how->column->hi, &unused) ? s : NULL;
}

/* The id itself, or that of the only school of this name. */
static const char *mend_id(const struct zj_repair *how, const char *text)
{
    const struct zj_instance *in = how->b->in;
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING), *found = NULL;

    if (how->column->type != ZJ_TYPE_SCHOOL || zj_intern_find(&in->school_ids, s) >= 0)
        return s;
    for (int i = 0; i < in->n_schools; i++) {
        if (strcmp(in->school[i].name, text) != 0)
            continue;
        if (found)
            return s;
        found = in->school[i].id;
    }
    return found ? found : s;
}

static const char *mend_day(const struct zj_repair *how, const char *text)
{
    static const char *const names[] = {"一|1", "二|2", "三|3", "四|4", "五|5", "六|6", "日|天|7"};
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING), *rest = s;

    if (zj_word_in("每天|每日|全部|所有", s))
        return "*";
    for (const char *prefix = "周|星期|礼拜"; *prefix;
         prefix += strcspn(prefix, "|"), prefix += *prefix == '|') {
        size_t n = strcspn(prefix, "|");
        if (rest == s && strncmp(s, prefix, n) == 0)
            rest = s + n;
    }
    for (int d = 0; d < 7; d++)
        if (zj_word_in(names[d], rest) || strncasecmp(zj_value_token(ZJ_VS_weekday, d), s, 3) == 0)
            return zj_value_token(ZJ_VS_weekday, d);
    return NULL;
}

/* 第3节, 1～4节, 1至4; and 1-4, of which the spreadsheet program made the fourth of January. */
static const char *mend_periods(const struct zj_repair *how, enum zj_raw_kind kind, const char *text)
{
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING);
    int from, to, end = 0;

    if (kind == ZJ_RAW_DATE)
        return sscanf(text, "%*4d-%2d-%2d%n", &from, &to, &end) == 2 && end == 10
                   ? zj_printf(how->arena, "%d-%d", from, to)
                   : NULL;
    if (zj_word_in("全天|全部|所有|每节", s))
        return "*";
    if (strncmp(s, "第", 3) == 0)
        s += 3;
    size_t n = strspn(s, "0123456789");
    const char *rest = s + n;
    for (const char *dash = "-|~|至|到"; *dash; dash += strcspn(dash, "|"), dash += *dash == '|')
        if (strncmp(rest, dash, strcspn(dash, "|")) == 0) {
            rest += strcspn(dash, "|");
            break;
        }
    if (n < 1 || n > 2)
        return NULL;
    if (rest == s + n)
        return strcmp(rest, "") == 0 || strcmp(rest, "节") == 0 ? zj_strndup(how->arena, s, n) : NULL;
    size_t last = strspn(rest, "0123456789");
    if (last < 1 || last > 2 || (rest[last] && strcmp(rest + last, "节") != 0))
        return NULL;
    return zj_printf(how->arena, "%.*s-%.*s", (int)n, s, (int)last, rest);
}

/* A number in a cell for text, when it is one that text could have been: 15 digits are exact. */
static const char *mend_kind(const char *text)
{
    size_t n = strspn(text, "0123456789");

    return n >= 1 && n <= 15 && text[n] == '\0' ? text : NULL;
}

const char *zj_mend(const struct zj_repair *how, enum zj_raw_kind kind, const char *text)
{
    const struct zj_column *c = how->column;
    enum zj_cell_type type = c->type;

    if (kind == ZJ_RAW_DATE && type != ZJ_TYPE_DATE && type != ZJ_TYPE_CLOCK && type != ZJ_TYPE_PERIODS)
        return NULL;
    if (c->presence != ZJ_KEY && type != ZJ_TYPE_TEXT && kind == ZJ_RAW_TEXT &&
        zj_word_in(blank_words, zj_narrow(how->arena, text, ZJ_EVERYTHING)))
        return "";
    switch (type) {
    case ZJ_TYPE_VALUE:
        return mend_value(how, text);
    case ZJ_TYPE_NUMBER:
        return mend_number(how, text);
    case ZJ_TYPE_DATE:
        return zj_mend_date(how, text);
    case ZJ_TYPE_CLOCK:
        return zj_mend_clock(how, text);
    case ZJ_TYPE_DEGREES:
        return mend_degrees(how, text);
    case ZJ_TYPE_PERIODS:
        return mend_periods(how, kind, text);
    default:
        if (kind != ZJ_RAW_TEXT)
            return mend_kind(text);
    }
    switch (type) {
    case ZJ_TYPE_WORDS:
    case ZJ_TYPE_RANKS:
    case ZJ_TYPE_FLAGS:
    case ZJ_TYPE_TRAITS:
        return mend_list(how->arena, text);
    case ZJ_TYPE_TEXT:
    case ZJ_TYPE_WORD:
        return zj_narrow(how->arena, text, ZJ_LETTERS);
    case ZJ_TYPE_DAY:
        return zj_find_day(how->b->in, text) >= 0 ? text : mend_day(how, text);
    default:
        return mend_id(how, text);
    }
}
