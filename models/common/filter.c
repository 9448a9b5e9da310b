#include "models/common/filter.h"

int mc_years(int32_t since, int32_t on)
{
    int y0, m0, d0, y1, m1, d1;

    if (since == ZJ_NO_DATE)
        return ZJ_NONE;
    zj_date_to_ymd(since, &y0, &m0, &d0);
    zj_date_to_ymd(on, &y1, &m1, &d1);
    return y1 - y0 - (on < mc_years_later(since, y1 - y0) ? 1 : 0);
}

int32_t mc_years_later(int32_t day, int n)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    if (m == 2 && d == 29 && zj_date_from_ymd(y + n, 3, 1) - zj_date_from_ymd(y + n, 2, 1) == 28)
        return zj_date_from_ymd(y + n, 3, 1);
    return zj_date_from_ymd(y + n, m, d);
}

bool mc_any_or_has(const struct zj_ids *ids, int v)
{
    return ids->n == 0 || zj_ids_has(ids, v);
}

static bool any_of(const struct zj_ids *wanted, const struct zj_ids *have)
{
    if (wanted->n == 0)
        return true;
    for (int i = 0; i < have->n; i++) {
        if (zj_ids_has(wanted, have->v[i]))
            return true;
    }
    return false;
}

static bool in_range(const struct zj_range *r, int years)
{
    if (!r->set)
        return true;
    if (years == ZJ_NONE)
        return false;
    return (r->lo == ZJ_NONE || years >= r->lo) && (r->hi == ZJ_NONE || years <= r->hi);
}

bool mc_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school)
{
    const struct zj_school *s = &in->school[school];

    return f->empty || (mc_any_or_has(&f->school, school) && mc_any_or_has(&f->community, s->community) &&
                        mc_any_or_has(&f->stage, (int)s->stage) && mc_any_or_has(&f->school_kind, s->kind) &&
                        mc_any_or_has(&f->role, (int)s->role) && any_of(&f->traits, &s->traits));
}

bool mc_host_passes(const struct zj_instance *in, const struct zj_filter *f, int host)
{
    const struct zj_school *s = &in->school[host];

    return mc_any_or_has(&f->host_school, host) && mc_any_or_has(&f->host_community, s->community) &&
           mc_any_or_has(&f->host_stage, (int)s->stage) && mc_any_or_has(&f->host_school_kind, s->kind) &&
           mc_any_or_has(&f->host_role, (int)s->role) && any_of(&f->host_traits, &s->traits);
}

bool mc_teacher_passes(const struct zj_instance *in, const struct zj_filter *f, int teacher, int32_t on,
                       int subject)
{
    const struct zj_teacher *t = &in->teacher[teacher];

    if (f->empty)
        return true;
    if (!mc_any_or_has(&f->sex, (int)t->sex) || !mc_any_or_has(&f->post, (int)t->post) ||
        !mc_any_or_has(&f->applied, (int)t->applied) || !mc_any_or_has(&f->title, t->title))
        return false;
    if (!any_of(&f->rank, &t->rank) || !any_of(&f->flags, &t->flags))
        return false;
    if (subject >= 0 ? !mc_any_or_has(&f->subject, subject) : !any_of(&f->subject, &t->subjects))
        return false;
    return (!f->age.set || in_range(&f->age, mc_years(t->birth, on))) &&
           (!f->service_years.set || in_range(&f->service_years, mc_years(t->service_since, on))) &&
           (!f->years_here.set || in_range(&f->years_here, mc_years(t->here_since, on))) &&
           mc_school_passes(in, f, t->school);
}
