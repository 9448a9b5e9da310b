/*
 * cons_travel.c - minutes and metres from the schools to the host are within the limit.
 *
 * Policy  "就近"; "由于两校之间路途较远，因此利用办公平台…网上教学交流"
 * Sets    cells c of the activities with a host, not online; S(c) schools of the group whose way to
 *         it is too long.
 * Vars    x[c].
 * Rows    none: x[c] = 0 where S(c) is not empty, or the weight for each of its schools.
 * Size    none.
 * Check   solver/verify/calendar/check_travel.c
 */
#include "models/calendar/model.h"
#include "solver/data/travel.h"

static bool beyond(int limit, int way)
{
    return limit != ZJ_NONE && (way == ZJ_NONE || way > limit);
}

int64_t cal_travel_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c)
{
    const struct cal_who *x = &m->who[c->who];
    int64_t n = 0;

    for (int i = 0; i < x->g->schools.n && c->host >= 0 && !x->e->online; i++) {
        int school = x->g->schools.v[i];
        n += beyond(r->max_minutes, zj_minutes(m->in, school, c->host)) ||
             beyond(r->max_metres, zj_metres(m->in, school, c->host));
    }
    return n;
}

void cal_travel(struct cal_model *m, const struct zj_rule *r)
{
    (void)m;
    (void)r;
}
