/*
 * cons_no_overlap.c - nobody, no room (and where a policy says so, no school) has two activities at a time.
 *
 * Policy  "不影响县城优质学校正常教学秩序的前提下"
 * Sets    sharers u: people, rooms of a kind at a host, schools; days d, sessions s, periods p of the
 *         session; C(u,d,p) cells of u that last at p. n[u] = 1, or the number of rooms.
 * Vars    x[c]; soft: e[u,d,s] >= 0, the most that is too much in one period of the session.
 * Rows    for each u, d, p:  sum over c in C(u,d,p) of x[c] <= n[u]  (+ e[u,d,s])
 *         One row for a session where nothing lasts a single period. People with the same groups
 *         share their rows. With lessons: x[c] = 0 where somebody of the group teaches; soft, a
 *         lesson counts as an occurrence. By pieces: sum over c in the piece of sessions[c] x[c] <=
 *         n[u] * sessions of the days there are (+ e[u,piece], lessons left out)
 * Size    at most one row for each sharer, day and period.
 * Check   solver/verify/calendar/check_no_overlap.c
 */
#include "models/calendar/places.h"
#include "models/common/filter.h"

#include <stdlib.h>
#include <string.h>

/* One that cannot be twice at a time, and its groups (or its cells as a host). */
struct sharer {
    const struct zj_rule *r;
    const char *where;
    const int *who; /* groups */
    int n_who;
    int host;   /* of rooms, and of schools: cells with this host; -1 = any */
    int room;   /* kind (word), or -1 */
    int person; /* whose lessons count, or -1 */
    int64_t capacity;
    int times; /* sharers that this one stands for */
    int part;
};

/* ---- rows of one sharer ------------------------------------------------------------------------------ */

static bool is_of(const struct cal_model *m, const struct sharer *u, const struct cal_cell *c)
{
    if (u->room >= 0)
        return c->host == u->host && m->who[c->who].e->room == u->room;
    return u->host < 0 || cal_takes_part(m->who[c->who].g, c->host, u->host);
}

static void gather(struct cal_model *m, const struct sharer *u, struct cal_gather *q)
{
    const int sessions = m->in->n_sessions;

    for (int i = 0; i < u->n_who; i++)
        for (int c = m->who[u->who[i]].first; c < m->who[u->who[i]].end; c++) {
            const struct cal_cell *x = &m->cell[c];
            if (!is_of(m, u, x))
                continue;
            if (m->grain != CAL_DAYS)
                cal_put(q, m->piece_of[x->date], c, 1);
            for (int s = 0; s < sessions && m->grain == CAL_DAYS; s++)
                if (x->session < 0 || x->session == s)
                    cal_put(q, x->date * sessions + s, c, 1);
        }
    cal_gathered(q);
}

static void finish(struct cal_model *m, const struct sharer *u, int64_t most, int e)
{
    if (e >= 0) {
        mc_add(&m->p, e, -1);
        mc_define(&m->p, INT64_MIN, most);
    } else {
        mc_demand_part(&m->p, u->part, INT64_MIN, most);
    }
}

static bool teaches(const struct cal_model *m, const struct sharer *u, int date, int period)
{
    return u->person >= 0 && u->r->lessons && !u->r->hard &&
           cal_teaches(m, u->person, date, m->in->period[period].id);
}

/* The cells v[0] .. v[n - 1] of one session. */
static void session(struct cal_model *m, const struct sharer *u, const struct cal_term *v, int n)
{
    const int s = v[0].row % m->in->n_sessions, date = v[0].row / m->in->n_sessions;
    bool apart = u->person >= 0 && u->r->lessons && !u->r->hard;
    int e = -1;

    for (int i = 0; i < n; i++)
        apart |= m->cell[v[i].col].period > 0;
    if (n <= u->capacity && !apart)
        return;
    if (!u->r->hard) {
        e = mc_col(&m->p, n);
        m->p.col[e].cost[CAL_SOFT] = (int64_t)u->r->weight * u->times;
    }
    for (int p = 0; p < m->in->n_periods; p++) {
        if (m->in->period[p].session != s)
            continue;
        mc_begin(&m->p);
        for (int i = 0; i < n; i++)
            if (cal_lasts_at(m, &m->cell[v[i].col], p))
                mc_add(&m->p, v[i].col, 1);
        finish(m, u, u->capacity - teaches(m, u, date, p), e);
        if (!apart)
            break;
    }
}

/* Sessions that one occurrence takes. */
static int64_t sessions_of(const struct cal_model *m, const struct zj_event *e)
{
    return e->lasts == ZJ_LASTS_DAY ? m->in->n_sessions : e->lasts == ZJ_LASTS_SESSION;
}

/* May something of the activity be in that session of the day, as far as the kind of day tells? */
static bool has_time(const struct cal_model *m, const struct zj_event *e, int date, int s)
{
    return zj_ids_has(&e->on, (int)m->in->date[date].kind) &&
           (e->lasts == ZJ_LASTS_DAY || e->sessions.n == 0 || zj_ids_has(&e->sessions, s));
}

/* Sessions of a piece in which any of the cells may be. */
static int64_t sessions_in(const struct cal_model *m, const struct cal_term *v, int n)
{
    int first = m->in->n_dates, last = -1;
    int64_t sessions = 0;

    for (int i = 0; i < n; i++) {
        const struct cal_cell *c = &m->cell[v[i].col];
        first = c->date < first ? c->date : first;
        last = c->last > last ? c->last : last;
    }
    for (int d = first; d <= last; d++)
        for (int s = 0; s < m->in->n_sessions; s++) {
            bool used = false;
            for (int i = 0; i < n && !used; i++)
                used = has_time(m, m->who[m->cell[v[i].col].who].e, d, s);
            sessions += used;
        }
    return sessions;
}

/* All of one piece together; soft, what is too much altogether is too much in some of its sessions. */
static void piece(struct cal_model *m, const struct sharer *u, const struct cal_term *v, int n)
{
    const int64_t room = u->capacity * sessions_in(m, v, n);
    int64_t most = 0;
    int e = -1;

    for (int i = 0; i < n; i++)
        most += m->cell[v[i].col].most * sessions_of(m, m->who[m->cell[v[i].col].who].e);
    if (most <= room)
        return;
    if (!u->r->hard) {
        e = mc_col(&m->p, most - room);
        m->p.col[e].cost[CAL_SOFT] = (int64_t)u->r->weight * u->times;
    }
    mc_begin(&m->p);
    for (int i = 0; i < n; i++)
        mc_add(&m->p, v[i].col, sessions_of(m, m->who[m->cell[v[i].col].who].e));
    finish(m, u, room, e);
}

static void rows_of(struct cal_model *m, struct sharer *u)
{
    struct cal_gather q = {0};

    if (u->r->hard)
        u->part = mc_part(&m->p, u->r, NULL, u->where);
    gather(m, u, &q);
    for (int first = 0, end; first < q.n; first = end) {
        for (end = first + 1; end < q.n && q.v[end].row == q.v[first].row;)
            end++;
        if (m->grain == CAL_DAYS)
            session(m, u, q.v + first, end - first);
        else
            piece(m, u, q.v + first, end - first);
    }
    cal_gather_release(&q);
}

/* ---- who shares -------------------------------------------------------------------------------------- */

/* Groups of each teacher: list[first[t] .. first[t + 1] - 1]. */
struct memberships {
    int *first, *list;
};

static void find_memberships(struct cal_model *m, const struct zj_rule *r, struct memberships *x)
{
    const int n = m->in->n_teachers;
    int total = 0;

    x->first = zj_alloc_n(&m->arena, (size_t)n + 2, sizeof(int));
    for (int w = 0; w < m->n_who; w++)
        for (int i = 0; i < m->who[w].g->people.n && cal_names(r, m->who[w].event); i++, total++)
            x->first[m->who[w].g->people.v[i] + 2]++;
    for (int t = 0; t < n; t++)
        x->first[t + 2] += x->first[t + 1];
    x->list = zj_alloc_n(&m->arena, (size_t)total + 1, sizeof(int));
    for (int w = 0; w < m->n_who; w++)
        for (int i = 0; i < m->who[w].g->people.n && cal_names(r, m->who[w].event); i++)
            x->list[x->first[m->who[w].g->people.v[i] + 1]++] = w;
}

static bool same_groups(const struct memberships *x, int a, int b)
{
    const int n = x->first[a + 1] - x->first[a];

    return n == x->first[b + 1] - x->first[b] &&
           memcmp(x->list + x->first[a], x->list + x->first[b], (size_t)n * sizeof(int)) == 0;
}

static void people(struct cal_model *m, const struct zj_rule *r)
{
    struct memberships x;
    const int n = m->in->n_teachers;
    int *times = zj_calloc((size_t)n + 1, sizeof *times); /* teachers that this one stands for */
    bool alone = r->lessons && !r->hard;

    find_memberships(m, r, &x);
    for (int t = 0; t < n; t++) {
        int k = 0;
        if (x.first[t + 1] == x.first[t] || !mc_school_passes(m->in, &r->where, m->in->teacher[t].school))
            continue;
        while (k < t && (alone || times[k] == 0 || !same_groups(&x, k, t)))
            k++;
        times[k]++;
    }
    for (int t = 0; t < n; t++)
        if (times[t] > 0)
            rows_of(m, &(struct sharer){.r = r,
                                        .where = m->in->teacher[t].id,
                                        .who = x.list + x.first[t],
                                        .n_who = x.first[t + 1] - x.first[t],
                                        .host = -1,
                                        .room = -1,
                                        .person = t,
                                        .capacity = 1,
                                        .times = times[t]});
    free(times);
}

/* All groups that the entry names. */
static int named(struct cal_model *m, const struct zj_rule *r, int **list)
{
    int n = 0;

    *list = zj_alloc_n(&m->arena, (size_t)m->n_who + 1, sizeof **list);
    for (int w = 0; w < m->n_who; w++)
        if (cal_names(r, m->who[w].event))
            (*list)[n++] = w;
    return n;
}

static void schools(struct cal_model *m, const struct zj_rule *r)
{
    struct sharer u = {.r = r, .room = -1, .person = -1, .capacity = 1, .times = 1};
    int *list;

    u.n_who = named(m, r, &list);
    u.who = list;
    for (u.host = 0; u.host < m->in->n_schools; u.host++) {
        u.where = m->in->school[u.host].id;
        if (mc_school_passes(m->in, &r->where, u.host))
            rows_of(m, &u);
    }
}

static void rooms(struct cal_model *m, const struct zj_rule *r)
{
    struct sharer u = {.r = r, .person = -1, .times = 1};
    int *list;

    u.n_who = named(m, r, &list);
    u.who = list;
    for (int i = 0; i < m->in->n_rooms; i++) {
        const struct zj_room *x = &m->in->room[i];
        u.host = x->school;
        u.room = x->kind;
        u.capacity = x->number;
        u.where = zj_printf(&m->arena, "%s/%s", m->in->school[x->school].id, zj_word(m->in, x->kind));
        if (mc_school_passes(m->in, &r->where, x->school))
            rows_of(m, &u);
    }
}

void cal_no_overlap(struct cal_model *m, const struct zj_rule *r)
{
    switch (r->sharer) {
    case ZJ_SHARER_PERSON:
        people(m, r);
        break;
    case ZJ_SHARER_SCHOOL:
        schools(m, r);
        break;
    default:
        rooms(m, r);
    }
}

/* ---- lessons ----------------------------------------------------------------------------------------- */

int64_t cal_taught_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c)
{
    const struct zj_group *g = m->who[c->who].g;

    for (int i = 0; i < g->people.n; i++) {
        if (!mc_school_passes(m->in, &r->where, m->in->teacher[g->people.v[i]].school))
            continue;
        for (int p = 0; p < m->in->n_periods; p++)
            if (cal_lasts_at(m, c, p) && cal_teaches(m, g->people.v[i], c->date, m->in->period[p].id))
                return 1;
    }
    return 0;
}
