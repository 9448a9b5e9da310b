/*
 * ways.c - which ways a teacher must go on a day, and when, worked out from the tables.
 *
 * From home to the first campus, one way for each change of campus, from the last campus to home; none on
 * a day spent on the home campus.
 */
#include "solver/data/travel.h"
#include "solver/verify/timetable/week.h"

static void add(struct vf_week *w, struct vf_day *d, struct vf_way way)
{
    way.minutes = zj_minutes(w->in, way.from, way.to);
    way.metres = zj_metres(w->in, way.from, way.to);
    int takes = way.minutes == ZJ_NONE ? 0 : way.minutes;
    if (way.before < 0) {
        way.arrive = w->lesson[way.after].at->start - w->settle[d->teacher];
        way.depart = way.arrive - takes;
    } else {
        way.depart = w->lesson[way.before].at->end;
        way.arrive = way.depart + takes;
    }
    w->way[d->end_way++] = way;
    w->minutes[d->teacher] += takes;
}

void vf_week_ways(struct vf_week *w)
{
    int n = 0;

    w->way = zj_alloc_n(&w->scratch, (size_t)w->n + (size_t)w->n_days, sizeof *w->way);
    w->minutes = zj_alloc_n(&w->scratch, (size_t)w->in->n_teachers, sizeof *w->minutes);
    for (int k = 0; k < w->n_days; k++) {
        struct vf_day *d = &w->day[k];
        int home = w->in->teacher[d->teacher].school;

        d->first_way = d->end_way = n;
        /* Before lesson i: from the lesson before it, or from home. After the last one: home. */
        for (int i = d->first; i <= d->end; i++) {
            int before = i > d->first ? i - 1 : -1, after = i < d->end ? i : -1;
            int from = before < 0 ? home : w->lesson[before].school;
            int to = after < 0 ? home : w->lesson[after].school;

            if (!vf_together(w, from, to))
                add(w, d, (struct vf_way){.before = before, .after = after, .from = from, .to = to});
        }
        n = d->end_way;
    }
}
