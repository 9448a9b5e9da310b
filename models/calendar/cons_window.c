/*
 * cons_window.c - weeks, months, dates and days on which activities may be.
 *
 * Policy  "大型活动一般每年举行一次，时间在暑假"; "每年12月底前"
 * Sets    cells c of the activities whose group `where` selects; every list that the entry gives must
 *         hold the day.
 * Vars    x[c].
 * Rows    none: x[c] = 0 outside, or the weight for each occurrence there. What always holds (kinds of days,
 *         sessions, busy schools, ways to the host) decides which cells there are (cells.c).
 * Size    none.
 * Check   solver/verify/calendar/check_window.c
 */
#include "models/calendar/model.h"
#include "solver/data/dates.h"

static bool in_weeks(const struct cal_model *m, const struct zj_rule *r, const struct zj_date *d)
{
    /* Counted from the end: -1 is the last week of the term; days of the vacation have no such number. */
    int from_end = d->week - zj_term_weeks(m->in, d->term) - 1;
    bool taught = d->date <= m->in->term[d->term].end;

    return r->weeks.n == 0 || zj_ids_has(&r->weeks, d->week) || (taught && zj_ids_has(&r->weeks, from_end));
}

static bool in_spans(const struct zj_rule *r, const struct zj_date *d)
{
    int y, month, day;

    zj_date_to_ymd(d->date, &y, &month, &day);
    for (int i = 0; i < r->spans.n; i++) {
        int at = 100 * month + day, from = r->spans.v[i].from, to = r->spans.v[i].to;
        if (from <= to ? from <= at && at <= to : at >= from || at <= to)
            return true;
    }
    return r->spans.n == 0;
}

static bool in_list(const struct zj_ids *list, int v)
{
    return list->n == 0 || zj_ids_has(list, v);
}

int64_t cal_window_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c)
{
    const struct zj_date *d = &m->in->date[c->date];

    return !(in_weeks(m, r, d) && in_spans(r, d) && in_list(&r->months, d->month % 12 + 1) &&
             in_list(&r->day_kinds, (int)d->kind) && in_list(&r->weekdays, d->weekday) &&
             in_list(&r->sessions, c->session));
}

void cal_window(struct cal_model *m, const struct zj_rule *r)
{
    (void)m;
    (void)r;
}
