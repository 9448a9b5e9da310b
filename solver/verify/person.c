#include "solver/verify/person.h"

#include "solver/verify/age.h"

bool vf_is_too_old(const struct zj_rule *r, enum zj_sex sex, int years)
{
    int limit = r->max_age[sex];

    return limit != ZJ_NONE && (r->inclusive ? years > limit : years >= limit);
}

static bool has_flag(const struct zj_rule *r, const struct zj_teacher *t)
{
    for (int i = 0; i < t->flags.n; i++)
        if (zj_ids_has(&r->flags, t->flags.v[i]))
            return true;
    return false;
}

static int retirement_month(const struct zj_rule *r, const struct zj_retire_line *line, int32_t birth)
{
    int month = vf_month(birth) + line->base, delay = 0;

    if (r->table_from != ZJ_NO_DATE && month >= vf_month(r->table_from)) {
        delay = 1 + (line->step > 0 ? (month - vf_month(r->table_from)) / line->step : 0);
        if (delay > line->cap - line->base)
            delay = line->cap - line->base;
    }
    return month + delay;
}

static bool near_retirement(const struct zj_rule *r, const struct zj_teacher *t, int32_t day)
{
    const struct zj_retire_line *line = &r->table[t->retire_class];

    return r->retire_within_years != ZJ_NONE && line->set &&
           vf_add_years(day, r->retire_within_years) > vf_month_end(retirement_month(r, line, t->birth));
}

bool vf_is_spared(const struct zj_rule *r, const struct zj_teacher *t, int32_t day)
{
    return has_flag(r, t) || near_retirement(r, t, day);
}
