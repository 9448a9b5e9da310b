#include "solver/data/dates.h"

int zj_weekday(int32_t date)
{
    int since_thursday = (int)(date % 7); /* 1970-01-01 was a Thursday */

    return (since_thursday + 7 + 3) % 7;
}

bool zj_is_school_day(const struct zj_date *d)
{
    return d->kind == ZJ_SCHOOL_DAY || d->kind == ZJ_MAKEUP;
}

int zj_find_date(const struct zj_instance *in, int32_t date)
{
    if (in->n_dates == 0 || date < in->date[0].date || date > in->date[in->n_dates - 1].date)
        return -1;
    return (int)(date - in->date[0].date);
}

/* Monday of the week. */
static int32_t monday(int32_t date)
{
    return date - zj_weekday(date);
}

int zj_term_weeks(const struct zj_instance *in, int term)
{
    return (int)(monday(in->term[term].end) - monday(in->term[term].start)) / 7 + 1;
}

int zj_find_week_day(const struct zj_instance *in, int term, int week, int weekday)
{
    int64_t day = (int64_t)monday(in->term[term].start) + 7 * ((int64_t)week - 1) + weekday;

    if (week < 1 || day > INT32_MAX)
        return -1;
    int i = zj_find_date(in, (int32_t)day);
    return i >= 0 && in->date[i].term == term ? i : -1;
}

/* The row of holidays that speaks of the day, a day off before a day worked; NULL when there is none. */
static const struct zj_holiday *holiday_of(const struct zj_instance *in, int32_t date)
{
    const struct zj_holiday *found = NULL;

    for (int h = 0; h < in->n_holidays; h++)
        if (in->holiday[h].date <= date && date <= in->holiday[h].end && (!found || !in->holiday[h].works))
            found = &in->holiday[h];
    return found;
}

static void set_kind(const struct zj_instance *in, struct zj_date *d)
{
    const struct zj_holiday *h = holiday_of(in, d->date);
    bool is_taught = in->day_of_weekday[d->weekday] >= 0;

    d->follows = -1;
    if (h && !h->works) {
        d->kind = ZJ_HOLIDAY;
    } else if (d->date > in->term[d->term].end) {
        d->kind = ZJ_VACATION;
    } else if (h) {
        d->kind = ZJ_MAKEUP;
        d->follows = is_taught ? d->weekday : -1;
        for (int w = 0; w < 7 && h->follows >= 0; w++)
            if (in->day_of_weekday[w] == h->follows)
                d->follows = w;
    } else {
        d->kind = is_taught ? ZJ_SCHOOL_DAY : ZJ_WEEKEND;
        d->follows = is_taught ? d->weekday : -1;
    }
}

/* The last day that belongs to the term: the day before the next one, or the end of the last vacation. */
static int32_t last_day(const struct zj_instance *in, int term)
{
    const struct zj_term *t = &in->term[term];

    if (term + 1 < in->n_terms)
        return t[1].start - 1;
    return t->vacation_until > t->end ? t->vacation_until : t->end;
}

void zj_dates_resolve(struct zj_instance *in)
{
    in->n_dates = 0;
    if (in->n_terms == 0)
        return;
    int32_t first = in->term[0].start, last = last_day(in, in->n_terms - 1);
    in->date = zj_alloc_n(&in->arena, (size_t)(last - first) + 1, sizeof *in->date);
    for (int t = 0; t < in->n_terms; t++) {
        for (int32_t day = in->term[t].start; day <= last_day(in, t); day++) {
            struct zj_date *d = &in->date[in->n_dates++];
            int y, m, unused;
            zj_date_to_ymd(day, &y, &m, &unused);
            *d = (struct zj_date){.date = day,
                                  .term = t,
                                  .week = (int)(day - monday(in->term[t].start)) / 7 + 1,
                                  .weekday = zj_weekday(day),
                                  .month = 12 * y + m - 1};
            set_kind(in, d);
        }
    }
}
