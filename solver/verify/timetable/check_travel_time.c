/*
 * check_travel_time.c - whoever goes from one campus to another gets there in time.
 *
 * Policy    Between two lessons of a teacher at different campuses, one after the other on a day, there is
 *           time for the way and for settling in. The way from home to the first campus begins after 00:00. A
 *           way that nobody knows cannot be gone.
 * Place     (teacher, day) with a way.
 * Counted   At the way with the least to spare: need = its minutes and those of settling in; have = minutes
 *           from the end of the lesson before (from home: from 00:00) to the lesson after. No numbers when
 *           the only ways are home, or one is not known.
 * Shortfall 1 for each way that is too long or not known.
 * Units     Minutes.
 * Example   Longcheng: hops of 2 km between lessons that follow one another.
 */
#include "solver/verify/timetable/week.h"

static void check_day(struct vf_week *w, const struct zj_rule *r, const struct vf_day *d)
{
    int64_t need = ZJ_NO_VALUE, have = ZJ_NO_VALUE;
    int wrong = 0;
    bool known = true;

    for (int i = d->first_way; i < d->end_way; i++) {
        const struct vf_way *way = &w->way[i];

        if (way->minutes == ZJ_NONE) {
            known = false;
            wrong++;
            continue;
        }
        if (way->after < 0)
            continue;
        int64_t takes = (int64_t)way->minutes + w->settle[d->teacher];
        int64_t left = w->lesson[way->after].at->start;
        if (way->before >= 0)
            left -= w->lesson[way->before].at->end;
        wrong += left < takes;
        if (have == ZJ_NO_VALUE || left - takes < have - need) {
            need = takes;
            have = left;
        }
    }
    vf_tell_day(w, r, d, known ? need : ZJ_NO_VALUE, known ? have : ZJ_NO_VALUE, wrong);
}

void check_lessons_travel_time(struct vf_week *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->n_days; k++)
        if (w->day[k].first_way < w->day[k].end_way)
            check_day(w, r, &w->day[k]);
}
