/*
 * check_travel_limit.c - how long and how far one teacher is on the way.
 *
 * Policy    One way, the ways of a day and those of a week take at most so many minutes and are at most so
 *           many metres long. Unless `from_home`, the first way from home and the last way home do not count.
 *           A way that nobody knows counts for nothing here (travel_time refuses it).
 * Place     Teachers that `where` selects, with a way that counts: (teacher, day) for the limits of a way and
 *           of a day, the teacher for those of the week; minutes and metres apart.
 * Counted   need = the limit; have = the longest way of the day, the sum of the day, of the week.
 * Shortfall 1 for each way, each day and each week over its limit.
 * Units     Minutes; metres.
 * Example   Longcheng: the farthest point is 12 km away.
 */
#include "solver/verify/timetable/week.h"

/* The three limits in one unit. */
struct limits {
    bool metres;
    int leg, day, week;
};

static int length(const struct vf_way *way, const struct limits *l)
{
    int units = l->metres ? way->metres : way->minutes;

    return units == ZJ_NONE ? 0 : units;
}

static bool counts(const struct zj_rule *r, const struct vf_way *way)
{
    return r->from_home || (way->before >= 0 && way->after >= 0);
}

/* The sum of the day; *n is how many ways count. */
static int64_t check_day(struct vf_week *w, const struct zj_rule *r, const struct vf_day *d,
                         const struct limits *l, int *n)
{
    int64_t sum = 0;
    int longest = 0, over = 0;

    *n = 0;
    for (int i = d->first_way; i < d->end_way; i++) {
        if (!counts(r, &w->way[i]))
            continue;
        int units = length(&w->way[i], l);
        (*n)++;
        sum += units;
        over += l->leg != ZJ_NONE && units > l->leg;
        if (units > longest)
            longest = units;
    }
    if (*n > 0 && l->leg != ZJ_NONE)
        vf_tell_day(w, r, d, l->leg, longest, over);
    if (*n > 0 && l->day != ZJ_NONE)
        vf_tell_day(w, r, d, l->day, sum, sum > l->day);
    return sum;
}

static void check_teacher(struct vf_week *w, const struct zj_rule *r, int teacher, const struct limits *l)
{
    int64_t sum = 0;
    int ways = 0, n;

    for (int k = w->first_day[teacher]; k < w->first_day[teacher + 1]; k++) {
        sum += check_day(w, r, &w->day[k], l, &n);
        ways += n;
    }
    if (ways > 0 && l->week != ZJ_NONE)
        vf_tell(w->v, r, w->in->teacher[teacher].id, l->week, sum, sum > l->week);
}

void check_lessons_travel_limit(struct vf_week *w, const struct zj_rule *r)
{
    const struct limits minutes = {false, r->max_leg_minutes, r->max_day_minutes, r->max_week_minutes};
    const struct limits metres = {true, r->max_leg_metres, r->max_day_metres, r->max_week_metres};

    for (int t = 0; t < w->in->n_teachers; t++) {
        if (!vf_speaks_of(w, r, t))
            continue;
        check_teacher(w, r, t, &minutes);
        check_teacher(w, r, t, &metres);
    }
}
