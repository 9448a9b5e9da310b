#include "models/calendar/cells.h"

#include "models/common/filter.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"

#include <stdlib.h>

/* ---- who is busy, by day of the week and period; days that are none of the week have no such hours ---- */

static bool is_busy(const struct cal_model *m, const struct zj_group *g, int host, int day,
                    const struct zj_period *p)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        const struct zj_period *own = cal_takes_part(g, host, s) ? zj_period_at(m->in, s, p->id) : NULL;
        if (own && zj_class_busy(m->in, -1, s, day, own))
            return true;
    }
    return (g->mentor >= 0 && zj_teacher_busy(m->in, g->mentor, day, p)) ||
           (g->teacher >= 0 && zj_teacher_busy(m->in, g->teacher, day, p));
}

static bool *busy_of(const struct cal_model *m, const struct zj_group *g, int host)
{
    const int n = m->in->n_periods;
    bool *busy = zj_calloc((size_t)(m->in->n_days * n) + 1, sizeof *busy);

    for (int day = 0; day < m->in->n_days; day++)
        for (int p = 0; p < n; p++)
            busy[day * n + p] = is_busy(m, g, host, day, &m->in->period[p]);
    return busy;
}

bool cal_lasts_at(const struct cal_model *m, const struct cal_cell *c, int period)
{
    const struct zj_period *p = &m->in->period[period];

    return c->period > 0 ? p->id == c->period : c->session < 0 || p->session == c->session;
}

static bool is_free(const struct cal_model *m, const bool *busy, const struct cal_cell *c)
{
    const struct zj_date *d = &m->in->date[c->date];
    int day = m->in->day_of_weekday[d->follows >= 0 ? d->follows : d->weekday];

    for (int p = 0; p < m->in->n_periods && day >= 0; p++)
        if (cal_lasts_at(m, c, p) && busy[day * m->in->n_periods + p])
            return false;
    return true;
}

/* ---- hosts ------------------------------------------------------------------------------------------- */

static bool has_room(const struct zj_instance *in, int school, int kind)
{
    for (int i = 0; i < in->n_rooms; i++)
        if (in->room[i].school == school && in->room[i].kind == kind)
            return true;
    return false;
}

/* May the host be where the group holds its activity, on any day at all? */
static bool host_fits(const struct cal_model *m, const struct cal_who *x, int host)
{
    if (x->e->room >= 0 && (host < 0 || !has_room(m->in, host, x->e->room)))
        return false;
    for (int i = 0; i < x->g->schools.n && host >= 0 && !x->e->online; i++)
        if (zj_minutes(m->in, x->g->schools.v[i], host) == ZJ_NONE)
            return false;
    return true;
}

/* ---- filters ----------------------------------------------------------------------------------------- */

typedef int64_t filter_fn(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);

/* An entry of the policy that looks at single cells of a group. */
struct filter {
    const struct zj_rule *r;
    filter_fn *short_by;
    bool bars; /* hard, and not waived */
};

static filter_fn *filter_of(const struct zj_rule *r)
{
    switch (r->id) {
    case ZJ_R_window:
        return cal_window_short;
    case ZJ_R_travel:
        return cal_travel_short;
    case ZJ_R_observe:
        return cal_observe_short;
    case ZJ_R_no_overlap:
        return r->hard && r->lessons && r->sharer == ZJ_SHARER_PERSON ? cal_taught_short : NULL;
    case ZJ_R_release_day:
        return r->hard && r->cover ? cal_cover_short : NULL;
    default:
        return NULL;
    }
}

static int find_filters(struct cal_model *m, const struct cal_who *x, struct filter *f)
{
    const char *where = zj_printf(&m->arena, "%s %s", x->g->text, zj_word(m->in, x->e->name));
    int n = 0;

    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        filter_fn *short_by = cal_names(r, x->event) ? filter_of(r) : NULL;
        bool everybody = r->id == ZJ_R_no_overlap; /* its `where` selects people */
        if (!short_by || (!everybody && !cal_selects(m, r, x->g)))
            continue;
        f[n].r = r;
        f[n].short_by = short_by;
        f[n++].bars = r->hard && !mc_is_off(&m->p, mc_part(&m->p, r, NULL, where));
    }
    return n;
}

bool cal_pin_concerns(const struct cal_model *m, const struct zj_pin *p, int w)
{
    const struct cal_who *x = &m->who[w];

    return p->model == ZJ_CALENDAR && (p->activity < 0 || p->activity == x->e->name) &&
           (p->teacher < 0 || p->teacher == x->g->mentor || p->teacher == x->g->teacher) &&
           (p->subject < 0 || p->subject == x->g->subject);
}

bool cal_pin_agrees(const struct cal_model *m, const struct zj_pin *p, const struct cal_cell *c)
{
    return cal_pin_concerns(m, p, c->who) &&
           (p->date == ZJ_NO_DATE || p->date == m->in->date[c->date].date) &&
           (p->session < 0 || p->session == c->session) && (p->school < 0 || p->school == c->host);
}

static uint64_t pins_of(const struct cal_model *m, const struct cal_cell *c)
{
    uint64_t set = 0;
    int n = 0;

    for (int i = 0; i < m->in->n_pins; i++) {
        if (m->in->pin[i].model != ZJ_CALENDAR)
            continue;
        if (n < CAL_PINS && cal_pin_agrees(m, &m->in->pin[i], c))
            set |= (uint64_t)1 << n;
        n++;
    }
    return set;
}

static bool is_forbidden(struct cal_model *m, const struct cal_cell *c)
{
    for (int i = 0; i < m->in->n_pins; i++)
        if (m->in->pin[i].forbid && cal_pin_agrees(m, &m->in->pin[i], c) && !mc_is_off(&m->p, m->pin_part[i]))
            return true;
    return false;
}

/* ---- cells ------------------------------------------------------------------------------------------- */

/* One group on its way. */
struct maker {
    struct cal_model *m;
    const struct cal_who *x;
    struct filter *filter;
    int n_filters;
    int *host; /* those that fit; -1 alone: none is needed */
    bool **busy;
    int n_hosts;
};

static void add_cell(struct maker *k, struct cal_cell c)
{
    struct cal_model *m = k->m;

    if (is_forbidden(m, &c))
        return;
    for (int i = 0; i < k->n_filters; i++) {
        int64_t units = k->filter[i].short_by(m, k->filter[i].r, &c);
        if (units > 0 && k->filter[i].bars)
            return;
        if (!k->filter[i].r->hard)
            c.cost += units * k->filter[i].r->weight;
    }
    c.pins = pins_of(m, &c);
    c.most = 1;
    ZJ_GROW(m->cell, m->n_cells, m->cap_cells);
    m->cell[m->n_cells++] = c;
}

static void add_time(struct maker *k, int date, int session, int period)
{
    for (int h = 0; h < k->n_hosts; h++) {
        const struct cal_cell c = {.who = (int)(k->x - k->m->who),
                                   .date = date,
                                   .last = date,
                                   .session = session,
                                   .period = period,
                                   .host = k->host[h]};
        if (is_free(k->m, k->busy[h], &c))
            add_cell(k, c);
    }
}

static void add_session(struct maker *k, int date, int session)
{
    const struct zj_instance *in = k->m->in;

    if (k->x->e->sessions.n > 0 && !zj_ids_has(&k->x->e->sessions, session))
        return;
    if (k->x->e->lasts == ZJ_LASTS_SESSION) {
        add_time(k, date, session, 0);
        return;
    }
    for (int p = 0; p < in->n_periods; p++)
        if (in->period[p].session == session)
            add_time(k, date, session, in->period[p].id);
}

static void add_all(struct maker *k)
{
    const struct zj_instance *in = k->m->in;

    for (int d = 0; d < in->n_dates; d++) {
        if (!zj_ids_has(&k->x->e->on, (int)in->date[d].kind))
            continue;
        if (k->x->e->lasts == ZJ_LASTS_DAY)
            add_time(k, d, -1, 0);
        for (int s = 0; s < in->n_sessions && k->x->e->lasts != ZJ_LASTS_DAY; s++)
            add_session(k, d, s);
    }
}

/* In the order of schools; -1 stands for none, where none is needed. */
static void find_hosts(struct maker *k)
{
    const struct zj_ids *hosts = &k->x->g->hosts;
    const size_t n = (size_t)hosts->n + 1;

    k->host = zj_calloc(n, sizeof *k->host);
    k->busy = zj_calloc(n, sizeof *k->busy);
    for (int host = -1; host < k->m->in->n_schools; host++) {
        bool listed = host < 0 ? hosts->n == 0 : zj_ids_has(hosts, host);
        if (!listed || !host_fits(k->m, k->x, host))
            continue;
        k->host[k->n_hosts] = host;
        k->busy[k->n_hosts++] = busy_of(k->m, k->x->g, host);
    }
}

void cal_cells_of(struct cal_model *m, int w)
{
    struct filter *f = zj_calloc((size_t)m->pol->n_calendar_rules + 1, sizeof *f);
    struct maker k = {.m = m, .x = &m->who[w], .filter = f};

    k.n_filters = find_filters(m, k.x, f);
    find_hosts(&k);
    add_all(&k);
    for (int h = 0; h < k.n_hosts; h++)
        free(k.busy[h]);
    free(k.busy);
    free(k.host);
    free(f);
}
