/*
 * reading_people.c - the week of one teacher: load, campuses, ways, visits, idle periods.
 */
#include "solver/data/travel.h"
#include "tests/support/reading_parts.h"

#include <stdlib.h>

enum { MAX_LESSONS_A_DAY = 64, MAX_CAMPUSES = 64 };

struct reading_span reading_span(const struct reading_week *w, const struct reading_lesson *p, bool one_day)
{
    const struct reading_lesson *end = w->v + w->n, *b = p;

    while (b < end && b->teacher == p->teacher && (!one_day || b->day == p->day))
        b++;
    return (struct reading_span){p, b};
}

/* The days of a teacher's week, one after the other: the first, and the one after. */
static struct reading_span first_day(const struct reading_week *w, struct reading_span all)
{
    return reading_span(w, all.a, true);
}

static struct reading_span next_day(const struct reading_week *w, struct reading_span day)
{
    return reading_span(w, day.b, true);
}

bool reading_same_campus(const struct reading *x, int a, int b)
{
    const struct zj_school *s = x->in->school;

    return a == b || (s[a].campus != -1 && s[a].campus == s[b].campus);
}

static bool is_home(const struct reading *x, const struct reading_lesson *l)
{
    return reading_same_campus(x, l->school, x->in->teacher[l->teacher].school);
}

static int changes(const struct reading *x, struct reading_span s, bool within_session)
{
    int n = 0;

    for (const struct reading_lesson *l = s.a; l + 1 < s.b; l++)
        n += !reading_same_campus(x, l->school, l[1].school) &&
             (!within_session || l->at->session == l[1].at->session);
    return n;
}

/* Distinct campuses of the lessons; the first school met of each goes to `school`. */
static int campuses(const struct reading *x, struct reading_span s, int school[MAX_CAMPUSES])
{
    int n = 0;

    for (const struct reading_lesson *l = s.a; l < s.b; l++) {
        int i = 0;
        while (i < n && !reading_same_campus(x, school[i], l->school))
            i++;
        if (i == n && n < MAX_CAMPUSES)
            school[n++] = l->school;
    }
    return n;
}

/* ---- ways ---- */

static struct reading_way way_between(const struct reading *x, int from, int to, bool home, int64_t *broken)
{
    int minutes = zj_minutes(x->in, from, to);

    *broken += minutes == ZJ_NONE;
    return minutes == ZJ_NONE ? (struct reading_way){0, 0, home}
                              : (struct reading_way){minutes, zj_metres(x->in, from, to), home};
}

int reading_ways(const struct reading *x, struct reading_span day, struct reading_way *way, int64_t *broken)
{
    const struct reading_lesson *last = day.b - 1;
    int home = x->in->teacher[day.a->teacher].school, n = 0;

    *broken = 0;
    if (!is_home(x, day.a)) {
        way[n] = way_between(x, home, day.a->school, true, broken);
        *broken += day.a->at->start - x->settle[day.a->teacher] - way[n++].minutes < 0;
    }
    for (const struct reading_lesson *l = day.a; l < last; l++) {
        if (reading_same_campus(x, l->school, l[1].school))
            continue;
        way[n] = way_between(x, l->school, l[1].school, false, broken);
        *broken += l[1].at->start - l->at->end < way[n++].minutes + x->settle[l->teacher];
    }
    if (!is_home(x, last))
        way[n++] = way_between(x, last->school, home, true, broken);
    return n;
}

int64_t reading_late(const struct reading *x, struct reading_span day)
{
    struct reading_way way[MAX_LESSONS_A_DAY + 1];
    int64_t broken;

    reading_ways(x, day, way, &broken);
    return broken;
}

int64_t reading_minutes(const struct reading *x, const struct reading_week *w, struct reading_span day)
{
    struct reading_way way[MAX_LESSONS_A_DAY + 1];
    int64_t sum = 0, broken;

    if (reading_complete(x, w)) {
        for (int i = reading_ways(x, day, way, &broken) - 1; i >= 0; i--)
            sum += way[i].minutes;
        return sum;
    }
    /* Whatever is added, the day leads from home to each of its schools and back. */
    for (const struct reading_lesson *l = day.a; l < day.b; l++) {
        int home = x->in->teacher[l->teacher].school, n = x->in->n_schools;
        int there = x->shortest[home * n + l->school], back = x->shortest[l->school * n + home];
        if (!is_home(x, l) && there + back > sum)
            sum = there + back;
    }
    return sum;
}

/* Limits that the ways break: that of minutes and that of metres count each for itself. */
static int64_t too_far(int64_t minutes, int64_t metres, int max_minutes, int max_metres)
{
    return (reading_over(minutes, max_minutes) > 0) + (reading_over(metres, max_metres) > 0);
}

static int64_t travel_limit(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                            struct reading_span all)
{
    int64_t n = 0, week_minutes = 0, week_metres = 0, broken;

    if (!reading_complete(x, w))
        return 0;
    for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day)) {
        struct reading_way way[MAX_LESSONS_A_DAY + 1];
        int64_t minutes = 0, metres = 0;
        for (int i = reading_ways(x, day, way, &broken) - 1; i >= 0; i--) {
            if (way[i].home && !r->from_home)
                continue;
            n += too_far(way[i].minutes, way[i].metres, r->max_leg_minutes, r->max_leg_metres);
            minutes += way[i].minutes;
            metres += way[i].metres;
        }
        n += too_far(minutes, metres, r->max_day_minutes, r->max_day_metres);
        week_minutes += minutes;
        week_metres += metres;
    }
    return n + too_far(week_minutes, week_metres, r->max_week_minutes, r->max_week_metres);
}

/* ---- load and campuses ---- */

/* Positions past the limit: a row is a run of base periods of one session, all with a lesson. */
static int64_t past_row(const struct reading *x, struct reading_span day, int limit)
{
    int64_t past = 0;
    uint32_t taught = 0;
    int row = 0, session = -1;

    for (const struct reading_lesson *l = day.a; l < day.b; l++)
        taught |= (uint32_t)1 << l->base;
    for (int place = 0; place < x->in->n_periods; place++) {
        int now = x->in->period[x->order[place]].session;
        row = !(taught >> place & 1) ? 0 : now == session ? row + 1 : 1;
        session = now;
        past += limit != ZJ_NONE && row > limit;
    }
    return past;
}

int64_t reading_load(const struct reading *x, const struct reading_week *w, struct reading_span all,
                     const int limit[3])
{
    int64_t past = reading_over(all.b - all.a, limit[1]);

    for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day))
        past += reading_over(day.b - day.a, limit[0]) + past_row(x, day, limit[2]);
    return past;
}

int64_t reading_schools(const struct reading *x, const struct reading_week *w, struct reading_span all,
                        const int limit[3])
{
    int school[MAX_CAMPUSES];
    int64_t past = reading_over(campuses(x, all, school), limit[1]);

    for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day))
        past +=
            reading_over(campuses(x, day, school), limit[0]) + reading_over(changes(x, day, false), limit[2]);
    return past;
}

static int64_t half_day(const struct reading *x, const struct reading_week *w, struct reading_span all)
{
    int64_t n = 0;

    for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day))
        n += changes(x, day, true);
    return n;
}

/* ---- visits ---- */

/* Stays at the campus of `school` on one day that have fewer lessons than they should. */
static int short_visits(const struct reading *x, struct reading_span day, int school, int least)
{
    int n = 0, stay = 0;

    for (const struct reading_lesson *l = day.a; l < day.b; l++) {
        if (!reading_same_campus(x, l->school, school))
            continue;
        stay++;
        if (l + 1 == day.b || !reading_same_campus(x, l[1].school, school)) {
            n += stay < least;
            stay = 0;
        }
    }
    return n;
}

static bool is_there(const struct reading *x, struct reading_span day, int school)
{
    for (const struct reading_lesson *l = day.a; l < day.b; l++)
        if (reading_same_campus(x, l->school, school))
            return true;
    return false;
}

static int64_t visiting_days(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                             struct reading_span all)
{
    int school[MAX_CAMPUSES], home = x->in->teacher[all.a->teacher].school;
    int64_t sum = 0;

    for (int i = campuses(x, all, school) - 1; i >= 0; i--) {
        int days = 0;
        if (reading_same_campus(x, school[i], home))
            continue;
        for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day)) {
            bool there = is_there(x, day, school[i]);
            days += there;
            sum += there && r->weekday.n > 0 && !zj_ids_has(&r->weekday, day.a->day);
            if (r->min_periods != ZJ_NONE && reading_complete(x, w))
                sum += short_visits(x, day, school[i], r->min_periods);
        }
        sum += reading_over(days, r->max_days);
    }
    return sum;
}

/* ---- free periods ---- */

static bool taught_in(struct reading_span day, const struct zj_period *p)
{
    for (const struct reading_lesson *l = day.a; l < day.b; l++)
        if (l->at->start < p->end && p->start < l->at->end)
            return true;
    return false;
}

int reading_idle(const struct reading *x, struct reading_span day)
{
    int n = 0;

    for (int p = 0; p < x->in->n_periods; p++) {
        const struct zj_period *base = &x->in->period[p];
        n += base->start >= day.a->at->end && base->end <= day.b[-1].at->start && !taught_in(day, base);
    }
    return n;
}

static int64_t idle(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                    struct reading_span all)
{
    int64_t past = 0;

    if (reading_complete(x, w))
        for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day))
            past += reading_over(reading_idle(x, day), r->max_day == ZJ_NONE ? 0 : r->max_day);
    return past;
}

static int64_t minutes_over(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                            struct reading_span all)
{
    int64_t minutes = 0;

    for (struct reading_span day = first_day(w, all); day.a < all.b; day = next_day(w, day))
        minutes += reading_minutes(x, w, day);
    return reading_over(minutes, r->max_minutes);
}

int64_t reading_of_teacher(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                           struct reading_span all)
{
    switch (r->id) {
    case ZJ_R_load:
        return reading_load(x, w, all, (const int[]){r->max_day, r->max_week, r->max_row});
    case ZJ_R_schools:
        return reading_schools(x, w, all, (const int[]){r->max_day, r->max_week, r->max_changes_day});
    case ZJ_R_travel_limit:
        return travel_limit(x, w, r, all);
    case ZJ_R_half_day:
        return half_day(x, w, all);
    case ZJ_R_visiting_days:
        return visiting_days(x, w, r, all);
    case ZJ_R_idle:
        return idle(x, w, r, all);
    case ZJ_R_fairness:
        return minutes_over(x, w, r, all);
    default:
        return 0;
    }
}
