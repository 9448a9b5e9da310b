#include "solver/verify/check.h"

void vf_found(struct vf_check *c, const struct zj_rule *r, const char *where, int64_t need, int64_t have,
              int64_t shortfall)
{
    vf_tell(c->v, r, where, need, have, shortfall);
}

void vf_found_posting(struct vf_check *c, const struct zj_rule *r, const struct vf_stay *s, int64_t need,
                      int64_t have, bool offends)
{
    vf_found(c, r, vf_where_stay(c, s), need, have, offends ? 1 : 0);
}

const char *vf_where_stay(struct vf_check *c, const struct vf_stay *s)
{
    const struct zj_instance *in = c->in;

    return zj_printf(&c->v->arena, "%s %s>%s %s", in->teacher[s->teacher].id, in->school[s->from].id,
                     in->school[s->to].id, in->term[s->first].id);
}

const char *vf_where_cell(struct vf_check *c, int school, const char *category, int term)
{
    return zj_printf(&c->v->arena, "%s/%s %s", c->in->school[school].id, category, c->in->term[term].id);
}

bool vf_concerns(const struct vf_check *c, const struct zj_rule *r, const struct vf_stay *s)
{
    return s->planned && vf_kind_is(r, s) && vf_stay_passes(c->in, &r->where, s);
}

bool vf_in_roster(const struct vf_check *c, const struct zj_rule *r, int teacher, int32_t day)
{
    return vf_teacher_passes(c->in, &r->where, teacher, day) &&
           vf_teacher_passes(c->in, &r->filter, teacher, day);
}

bool vf_starts_within(const struct vf_check *c, const struct zj_rule *r, int teacher, int from, int to)
{
    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next) {
        const struct vf_stay *s = &c->stays.v[i];
        int year = s->planned ? c->in->term[s->first].year_index : -1;

        if (s->planned && vf_kind_is(r, s) && from <= year && year <= to)
            return true;
    }
    return false;
}
