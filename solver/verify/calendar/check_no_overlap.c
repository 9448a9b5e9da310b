/*
 * check_no_overlap.c - no person, school or room has two activities at a time.
 *
 * Policy    A person attends at most one activity at a time, and one room holds one; this always holds.
 *           Of schools, or where lessons count, an entry must say so. Lessons are those of the
 *           timetable on days that follow it.
 * Place     (person, day, session) with two activities, (one, and a lesson, where these count); schools
 *           that take part or are host likewise; (host, kind of room) likewise. `where` selects the
 *           home school, the school, the host.
 * Counted   have = the most at one time, in the periods of the session; need = 1, or the number of rooms.
 * Shortfall have beyond need.
 * Units     Activities, with lessons where they count.
 * Example   County plan: 主体学校校长每学期至少参与或指导2次以上各成员学校的活动, one school at a time.
 */
#include "solver/verify/calendar/calendar.h"

#include <stdlib.h>

/* Somebody, or something, that an occurrence takes. */
struct use {
    int who, kind; /* teacher, school; or host and kind of room */
    int occurrence;
};

struct uses {
    struct use *v; /* heap */
    int n, cap;
};

static int by_who(const void *pa, const void *pb)
{
    const struct use *a = pa, *b = pb;
    const int x[] = {a->who, a->kind, a->occurrence}, z[] = {b->who, b->kind, b->occurrence};

    for (int i = 0; i < 3; i++)
        if (x[i] != z[i])
            return x[i] < z[i] ? -1 : 1;
    return 0;
}

static void add(struct uses *u, int who, int kind, int occurrence)
{
    ZJ_GROW(u->v, u->n, u->cap);
    u->v[u->n++] = (struct use){who, kind, occurrence};
}

static void add_uses(const struct vf_year *y, const struct zj_rule *r, struct uses *u, int i)
{
    const struct zj_instance *in = y->in;
    const struct zj_occurrence *x = &y->plan.v[i];
    const struct zj_ids *people = &vf_group(y, x)->people;

    if (r->sharer == ZJ_SHARER_ROOM && vf_event(y, x)->room >= 0 && x->host >= 0 &&
        vf_school_passes(in, &r->where, x->host))
        add(u, x->host, vf_event(y, x)->room, i);
    for (int k = 0; k < people->n && r->sharer == ZJ_SHARER_PERSON; k++)
        if (vf_school_passes(in, &r->where, in->teacher[people->v[k]].school))
            add(u, people->v[k], 0, i);
    for (int s = 0; s < in->n_schools && r->sharer == ZJ_SHARER_SCHOOL; s++)
        if (vf_is_there(y, x, s) && vf_school_passes(in, &r->where, s))
            add(u, s, 0, i);
}

/* How many there may be at one time. */
static int capacity(const struct vf_year *y, const struct zj_rule *r, const struct use *u)
{
    int n = 0;

    if (r->sharer != ZJ_SHARER_ROOM)
        return 1;
    for (int i = 0; i < y->in->n_rooms; i++)
        if (y->in->room[i].school == u->who && y->in->room[i].kind == u->kind)
            n += y->in->room[i].number;
    return n;
}

/* Does the person have a lesson of that number on the day? */
static bool has_lesson(const struct vf_year *y, int teacher, const struct zj_date *d, int period)
{
    const struct zj_lessons *lessons = y->taught->of_term[d->term];

    for (int i = 0; lessons && d->follows >= 0 && i < lessons->n; i++)
        if (lessons->v[i].teacher == teacher && lessons->v[i].day == y->in->day_of_weekday[d->follows] &&
            lessons->v[i].period == period)
            return true;
    return false;
}

static const char *where_text(struct vf_year *y, const struct zj_rule *r, const struct use *u, int session)
{
    const struct zj_instance *in = y->in;
    char date[16];
    const char *who = r->sharer == ZJ_SHARER_PERSON ? in->teacher[u->who].id : in->school[u->who].id;

    zj_date_text(vf_day(y, &y->plan.v[u->occurrence])->date, date);
    if (r->sharer == ZJ_SHARER_ROOM)
        who = zj_printf(&y->scratch, "%s/%s", who, zj_word(in, u->kind));
    return zj_printf(&y->v->arena, "%s %s %s", who, date, in->session[session]);
}

/* n uses by one of one day. */
static void check_session(struct vf_year *y, const struct zj_rule *r, const struct use *u, int n, int session)
{
    int most = 0, there = 0, need = capacity(y, r, u);
    bool lessons = r->lessons && r->sharer == ZJ_SHARER_PERSON;

    for (int i = 0; i < n; i++) {
        const struct zj_occurrence *x = &y->plan.v[u[i].occurrence];

        there += x->session < 0 || x->session == session;
    }
    for (int p = 0; p < y->in->n_periods && there > 0; p++) {
        const struct zj_period *period = &y->in->period[p];
        int at_once = 0;

        for (int i = 0; i < n && period->session == session; i++)
            at_once += vf_takes(&y->plan.v[u[i].occurrence], period);
        if (lessons && at_once > 0)
            at_once += has_lesson(y, u->who, vf_day(y, &y->plan.v[u->occurrence]), period->id);
        most = at_once > most ? at_once : most;
    }
    if (there > 1 || most > 1)
        vf_tell(y->v, r, where_text(y, r, u, session), need, most, vf_over(most - need));
}

void check_calendar_no_overlap(struct vf_year *y, const struct zj_rule *r)
{
    struct uses u = {0};

    for (int i = 0; i < y->plan.n; i++)
        if (vf_speaks_of(r, y->plan.v[i].event))
            add_uses(y, r, &u, i);
    if (u.n > 1)
        qsort(u.v, (size_t)u.n, sizeof *u.v, by_who);
    for (int first = 0, end; first < u.n; first = end) {
        for (end = first; end < u.n && u.v[end].who == u.v[first].who && u.v[end].kind == u.v[first].kind &&
                          y->plan.v[u.v[end].occurrence].date == y->plan.v[u.v[first].occurrence].date;)
            end++;
        for (int s = 0; s < y->in->n_sessions; s++)
            check_session(y, r, &u.v[first], end - first, s);
    }
    free(u.v);
}
