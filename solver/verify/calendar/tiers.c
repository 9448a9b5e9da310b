/*
 * tiers.c - what a calendar costs: occurrences, ways, full weeks, uneven hosts, changes.
 */
#include "solver/data/travel.h"
#include "solver/verify/calendar/calendar.h"

#include <string.h>

/*
 * Minutes one way of every school to the host; a way that nobody knows weighs nothing here (the
 * definition refuses it).
 */
static int64_t way(const struct vf_year *y, const struct zj_occurrence *x)
{
    const struct zj_ids *schools = &vf_group(y, x)->schools;
    int64_t sum = 0;

    for (int i = 0; i < schools->n && x->host >= 0 && !vf_event(y, x)->online; i++) {
        int minutes = zj_minutes(y->in, schools->v[i], x->host);

        sum += minutes == ZJ_NONE ? 0 : minutes;
    }
    return sum;
}

/* The largest number of occurrences in one week of a term that the school is at. */
static int64_t fullest_week(const struct vf_year *y, int school)
{
    int term = -1, week = -1, n = 0, most = 0;

    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_date *d = vf_day(y, &y->plan.v[i]);

        if (d->term != term || d->week != week)
            n = 0;
        term = d->term;
        week = d->week;
        n += vf_is_there(y, &y->plan.v[i], school);
        most = n > most ? n : most;
    }
    return most;
}

/* Is it open, in some group of the community, whether this school or another is host? */
static bool may_be_host(const struct vf_year *y, int community, int school)
{
    for (int e = 0; e < y->pol->n_events; e++) {
        for (int g = 0; g < y->pol->event[e].n_groups; g++) {
            const struct zj_group *group = &y->pol->event[e].group[g];

            if (group->community == community && group->hosts.n > 1 && zj_ids_has(&group->hosts, school))
                return true;
        }
    }
    return false;
}

/* Largest minus smallest number of times that a school of the community is host, where that is open. */
static int64_t unevenness(const struct vf_year *y, int community)
{
    int64_t least = INT64_MAX, most = 0;

    for (int s = 0; s < y->in->n_schools; s++) {
        int64_t n = 0;

        if (!may_be_host(y, community, s))
            continue;
        for (int i = 0; i < y->plan.n; i++) {
            const struct zj_group *g = vf_group(y, &y->plan.v[i]);

            n += g->community == community && g->hosts.n > 1 && y->plan.v[i].host == s;
        }
        least = n < least ? n : least;
        most = n > most ? n : most;
    }
    return least == INT64_MAX ? 0 : most - least;
}

static int compare(const struct zj_occurrence *a, const struct zj_occurrence *b)
{
    const int x[] = {a->date, a->session, a->period, a->event, a->group, a->host, a->chair};
    const int z[] = {b->date, b->session, b->period, b->event, b->group, b->host, b->chair};

    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != z[i])
            return x[i] < z[i] ? -1 : 1;
    return 0;
}

/* Occurrences that only one of the two has; both are sorted. */
static int64_t changes(const struct zj_calendar *a, const struct zj_calendar *b)
{
    int i = 0, k = 0;
    int64_t n = 0;

    while (i < a->n || k < b->n) {
        int order = i == a->n ? 1 : k == b->n ? -1 : compare(&a->v[i], &b->v[k]);

        n += order != 0;
        i += order <= 0;
        k += order >= 0;
    }
    return n;
}

void vf_year_tiers(struct vf_year *y)
{
    const struct zj_instance *in = y->in;
    int64_t *tier = y->v->tier;

    tier[ZJ_T_HELD] = y->plan.n;
    for (int i = 0; i < y->plan.n; i++)
        tier[ZJ_T_TRAVEL] += way(y, &y->plan.v[i]);
    for (int s = 0; s < in->n_schools; s++) {
        int community = in->school[s].community, first = 0;

        while (in->school[first].community != community)
            first++;
        tier[ZJ_T_PEAK] += fullest_week(y, s);
        if (community >= 0 && first == s)
            tier[ZJ_T_BALANCE] += unevenness(y, community);
    }
    if (y->keep) {
        struct zj_calendar kept = {0};

        for (int i = 0; i < y->keep->n; i++)
            zj_calendar_add(&kept, &y->keep->v[i]);
        zj_calendar_sort(&kept);
        tier[ZJ_T_STABILITY] = changes(&y->plan, &kept);
        zj_calendar_release(&kept);
    }
}
