#include "solver/verify/filter.h"

#include "solver/verify/age.h"

/* Key absent, or the value among those named. */
static bool named(const struct zj_ids *key, int value)
{
    return key->n == 0 || zj_ids_has(key, value);
}

/* Key absent, or one of the values among those named. */
static bool any_named(const struct zj_ids *key, const struct zj_ids *values)
{
    if (key->n == 0)
        return true;
    for (int i = 0; i < values->n; i++)
        if (zj_ids_has(key, values->v[i]))
            return true;
    return false;
}

static bool in_range(const struct zj_range *r, int32_t since, int32_t day)
{
    if (!r->set)
        return true;
    if (since == ZJ_NO_DATE)
        return false;
    int years = vf_years(since, day);
    return (r->lo == ZJ_NONE || years >= r->lo) && (r->hi == ZJ_NONE || years <= r->hi);
}

/* Every key about the person but `subject`. */
static bool person_passes(const struct zj_filter *f, const struct zj_teacher *t, int32_t day)
{
    return named(&f->sex, (int)t->sex) && named(&f->post, (int)t->post) &&
           named(&f->applied, (int)t->applied) && named(&f->title, t->title) &&
           any_named(&f->rank, &t->rank) && any_named(&f->flags, &t->flags) &&
           in_range(&f->age, t->birth, day) && in_range(&f->service_years, t->service_since, day) &&
           in_range(&f->years_here, t->here_since, day);
}

static bool host_passes(const struct zj_instance *in, const struct zj_filter *f, int school)
{
    const struct zj_school *s = &in->school[school];

    return named(&f->host_school, school) && named(&f->host_community, s->community) &&
           named(&f->host_stage, (int)s->stage) && named(&f->host_school_kind, s->kind) &&
           named(&f->host_role, (int)s->role) && any_named(&f->host_traits, &s->traits);
}

bool vf_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school)
{
    const struct zj_school *s = &in->school[school];

    return named(&f->school, school) && named(&f->community, s->community) &&
           named(&f->stage, (int)s->stage) && named(&f->school_kind, s->kind) &&
           named(&f->role, (int)s->role) && any_named(&f->traits, &s->traits);
}

bool vf_teacher_passes(const struct zj_instance *in, const struct zj_filter *f, int teacher, int32_t day)
{
    const struct zj_teacher *t = &in->teacher[teacher];

    return f->empty || (person_passes(f, t, day) && any_named(&f->subject, &t->subjects) &&
                        vf_school_passes(in, f, t->school));
}

bool vf_stay_passes(const struct zj_instance *in, const struct zj_filter *f, const struct vf_stay *s)
{
    return f->empty ||
           (person_passes(f, &in->teacher[s->teacher], s->start) && named(&f->subject, s->subject) &&
            vf_school_passes(in, f, s->from) && host_passes(in, f, s->to));
}

bool vf_subject_is(const struct zj_rule *r, int subject)
{
    return named(&r->subjects, subject);
}

bool vf_is_backbone(const struct zj_instance *in, int teacher)
{
    int word = zj_intern_find(&in->words, "backbone");

    return word >= 0 && zj_ids_has(&in->teacher[teacher].rank, word);
}
