#include "solver/verify/calendar/calendar.h"

bool vf_group_passes(const struct vf_year *y, const struct zj_rule *r, const struct zj_group *g)
{
    if (g->member >= 0)
        return vf_school_passes(y->in, &r->where, g->member);
    for (int i = 0; i < g->schools.n; i++)
        if (vf_school_passes(y->in, &r->where, g->schools.v[i]))
            return true;
    return false;
}

bool vf_is_meant(const struct vf_year *y, const struct zj_rule *r, const struct zj_occurrence *x)
{
    return vf_speaks_of(r, x->event) && vf_group_passes(y, r, vf_group(y, x));
}

const char *vf_events_text(struct vf_year *y, const struct zj_ids *events)
{
    const char *text = "";

    for (int i = 0; i < events->n; i++)
        text = zj_printf(&y->scratch, "%s%s%s", text, i > 0 ? "+" : "",
                         zj_word(y->in, y->pol->event[events->v[i]].name));
    return text;
}

const char *vf_where_occurrence(struct vf_year *y, const struct zj_occurrence *x)
{
    char date[16];
    const char *session = x->session < 0 ? "*" : y->in->session[x->session];
    const char *text =
        zj_printf(&y->v->arena, "%s %s %s %s", vf_group(y, x)->text, zj_word(y->in, vf_event(y, x)->name),
                  zj_date_text(vf_day(y, x)->date, date), session);

    return x->period > 0 ? zj_printf(&y->v->arena, "%s/%d", text, x->period) : text;
}

bool vf_takes(const struct zj_occurrence *x, const struct zj_period *p)
{
    if (x->period > 0)
        return x->period == p->id;
    return x->session < 0 || x->session == p->session;
}
