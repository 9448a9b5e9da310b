/*
 * cell_refs.c - cells that name something: a school, a teacher, a term, a day, periods.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/io/cells.h"
#include "solver/io/days.h"
#include "solver/io/hints.h"
#include "solver/io/values.h"

#include <stdio.h>
#include <string.h>

enum { MAX_SUGGESTIONS = 50, MAX_SEARCHED = 100000 }; /* searches; ids in one search */

/* The id that is most like `text`, or NULL when none is near. */
static const char *nearest_id(struct zj_builder *b, const struct zj_intern *ids, const char *text)
{
    const char *best = NULL;
    int limit = 2;

    if (ids->n > MAX_SEARCHED || b->n_suggestions >= MAX_SUGGESTIONS)
        return NULL;
    b->n_suggestions++;
    for (int i = 0; i < ids->n && limit >= 0; i++) {
        if (zj_edit_distance(text, ids->text[i], limit) <= limit) {
            best = ids->text[i];
            limit = zj_edit_distance(text, best, limit) - 1;
        }
    }
    return best;
}

void zj_report_unknown(struct zj_builder *b, const struct zj_place *at, enum zj_who who, const char *id)
{
    const char *shown = zj_quote(b, id), *near = NULL;

    switch (who) {
    case ZJ_WHO_TEACHER:
        near = nearest_id(b, &b->in->teacher_ids, id);
        if (near)
            zj_diag_add(b->d, ZJ_ERROR, "unknown_teacher", at,
                        _("no teacher has the id '%s'; did you mean '%s'?"), shown, near);
        else
            zj_diag_add(b->d, ZJ_ERROR, "unknown_teacher", at, _("no teacher has the id '%s'"), shown);
        break;
    case ZJ_WHO_SCHOOL:
        near = nearest_id(b, &b->in->school_ids, id);
        if (near)
            zj_diag_add(b->d, ZJ_ERROR, "unknown_school", at,
                        _("no school has the id '%s'; did you mean '%s'?"), shown, near);
        else
            zj_diag_add(b->d, ZJ_ERROR, "unknown_school", at, _("no school has the id '%s'"), shown);
        break;
    default:
        zj_diag_add(b->d, ZJ_ERROR, "unknown_class", at, _("no class has the id '%s'"), shown);
    }
    b->bad_row = true;
}

int zj_cell_find_id(struct zj_builder *b, int column, enum zj_who who, const char *text)
{
    bool is_school = who == ZJ_WHO_SCHOOL;
    int i = zj_intern_find(is_school ? &b->in->school_ids : &b->in->teacher_ids, text);

    if (i < 0 && b->incomplete[is_school ? ZJ_TAB_schools : ZJ_TAB_teachers]) {
        b->bad_row = true;
    } else if (i < 0) {
        struct zj_place at = zj_cell_place(b, column);
        zj_report_unknown(b, &at, who, text);
    }
    return i;
}

/* Names separated by ", ", for "expected …" of short lists. */
static const char *join(struct zj_arena *a, int n, const char *(*name)(const struct zj_instance *, int),
                        const struct zj_instance *in)
{
    const char *list = "";

    for (int i = 0; i < n; i++)
        list = zj_printf(a, "%s%s%s", list, i ? ", " : "", name(in, i));
    return list;
}

static const char *term_name(const struct zj_instance *in, int i)
{
    return in->term[i].id;
}

static const char *day_name(const struct zj_instance *in, int i)
{
    return in->day[i];
}

void zj_cell_term(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    struct zj_arena a = {NULL};

    v->number = zj_find_term(b->in, text);
    if (v->number < 0 && b->lost_terms)
        b->bad_row = true;
    else if (v->number < 0)
        ZJ_ROW_ERROR(b, column, "unknown_term", _("no term has the id '%s'; expected one of: %s"),
                     zj_quote(b, text), join(&a, b->in->n_terms, term_name, b->in));
    zj_arena_release(&a);
}

void zj_cell_day(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    struct zj_arena a = {NULL};

    v->number = zj_find_day(b->in, text);
    if (v->number >= 0 || strcmp(text, "*") == 0)
        return;
    if (b->lost_week)
        b->bad_row = true;
    else if (b->in->n_days == 0)
        ZJ_ROW_ERROR(b, column, "no_week", _("'%s' is a day, but the instance has no week; expected *"),
                     zj_quote(b, text));
    else
        ZJ_ROW_ERROR(b, column, "unknown_day", _("'%s' is not a day of the week; expected * or one of: %s"),
                     zj_quote(b, text), join(&a, b->in->n_days, day_name, b->in));
    zj_arena_release(&a);
}

int zj_cell_find_period(struct zj_builder *b, int column, int id)
{
    for (int i = 0; i < b->in->n_periods; i++)
        if (b->in->period[i].id == id)
            return i;
    if (b->lost_week)
        b->bad_row = true;
    else
        ZJ_ROW_ERROR(b, column, "unknown_period", _("period %d is not in the week of the instance"), id);
    return -1;
}

void zj_cell_periods(struct zj_builder *b, int column, const char *text, struct zj_value *v)
{
    int lo = zj_columns[column].lo, hi = zj_columns[column].hi;
    char first[16];
    const char *dash = strchr(text, '-');
    int from, to;

    v->number = v->to = 0;
    if (strcmp(text, "*") == 0)
        return;
    snprintf(first, sizeof first, "%.*s", dash ? (int)(dash - text) : (int)strlen(text), text);
    bool ok = zj_parse_int(first, &from) && zj_parse_int(dash ? dash + 1 : first, &to);
    if (!ok || from < lo || to > hi || from > to) {
        ZJ_ROW_ERROR(b, column, "bad_period",
                     _("'%s' is not a period; expected %d to %d, a range such as 1-4, or *"),
                     zj_quote(b, text), lo, hi);
        return;
    }
    v->number = from;
    v->to = to;
}
