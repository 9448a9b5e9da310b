/*
 * names.c - names beside ids, and rows of tables in words.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_of_id(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '-';
}

const char *rep_with_names(const struct zj_instance *in, struct zj_arena *a, const char *text)
{
    const char *out = "";

    while (*text) {
        size_t n = 0, other = 0;
        while (is_of_id(text[n]))
            n++;
        while (text[n + other] && !is_of_id(text[n + other]))
            other++;
        const char *word = zj_strndup(a, text, n);
        const int school = n > 0 ? zj_find_school(in, word) : -1;
        const char *name = school < 0 ? word : in->school[school].name;
        out = strcmp(name, word) == 0 ? zj_printf(a, "%s%s", out, word)
                                      : zj_printf(a, _("%s%s (%s)"), out, word, name);
        out = zj_printf(a, "%s%.*s", out, (int)other, text + n);
        text += n + other;
    }
    return out;
}

const char *rep_place_text(struct zj_arena *a, const char *where)
{
    static const char word[] = "horizon";
    const size_t n = strlen(where), k = sizeof word - 1;

    if (n < k || strcmp(where + n - k, word) != 0)
        return where;
    return zj_printf(a, "%.*s%s", (int)(n - k), where, _("all terms"));
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static const char *with(struct zj_arena *a, const char *text, const char *more)
{
    return *text && *more ? zj_printf(a, "%s %s", text, more) : *more ? more : text;
}

static const char *school_text(const struct zj_instance *in, int school)
{
    return school < 0 ? "" : in->school[school].id;
}

static const char *period_text(struct zj_arena *a, int from, int to)
{
    if (from == ZJ_NONE || from <= 0)
        return "";
    return from == to ? zj_printf(a, _("period %d"), from) : zj_printf(a, _("periods %d–%d"), from, to);
}

static const char *pin_text(const struct zj_instance *in, struct zj_arena *a, const struct zj_pin *x)
{
    const char *text = x->forbid ? _("never:") : _("must be:");

    text = with(a, text, x->teacher < 0 ? "" : in->teacher[x->teacher].id);
    text = with(a, text, x->kind < 0 ? "" : rep_kind_text(zj_word(in, x->kind)));
    text = with(a, text, school_text(in, x->from));
    text = x->to < 0 ? text : zj_printf(a, "%s → %s", text, school_text(in, x->to));
    text = with(a, text, school_text(in, x->lead));
    text = x->member < 0 ? text : zj_printf(a, "%s → %s", text, school_text(in, x->member));
    text = with(a, text, school_text(in, x->school));
    text = with(a, text, zj_word(in, x->class_id));
    text = with(a, text, zj_word(in, x->subject));
    text = with(a, text, x->start_term < 0 ? "" : in->term[x->start_term].id);
    text = with(a, text, x->day < 0 ? "" : rep_week_word(in->day[x->day]));
    return with(a, text, period_text(a, x->period, x->period));
}

static const char *busy_text(const struct zj_instance *in, struct zj_arena *a, const struct zj_busy *x)
{
    const char *text = zj_printf(a, _("not free: %s"), x->id);

    text = with(a, text, x->day < 0 ? _("every day") : rep_week_word(in->day[x->day]));
    return with(a, text, period_text(a, x->from, x->to));
}

const char *rep_row_text(const struct zj_instance *in, struct zj_arena *a, const char *table,
                         const char *where)
{
    const char *colon = strchr(where, ':');
    const int line = colon ? atoi(colon + 1) : 0;

    for (int i = 0; i < in->n_pins && strncmp(table, "pins", 4) == 0; i++)
        if (in->pin[i].line == line)
            return pin_text(in, a, &in->pin[i]);
    for (int i = 0; i < in->n_busy && strncmp(table, "busy", 4) == 0; i++)
        if (in->busy[i].line == line)
            return busy_text(in, a, &in->busy[i]);
    return "";
}
