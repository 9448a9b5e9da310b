#include "solver/data/filter.h"

#include <stddef.h>

enum key {
#define ZJ_KEY(key, about, type, set, en, zh) KEY_##key,
#include "solver/data/filter_keys.def"
#undef ZJ_KEY
    N_KEYS
};

enum about { ABOUT_PERSON, ABOUT_PLACE, ABOUT_HOST };
enum type { TYPE_VALUES, TYPE_RANKS, TYPE_FLAGS, TYPE_WORDS, TYPE_YEARS, TYPE_SCHOOLS, TYPE_COMMUNITIES };

static const struct {
    enum about about;
    enum type type;
    size_t offset; /* in struct zj_filter: struct zj_range for years, else struct zj_ids */
} keys[N_KEYS] = {
#define ZJ_KEY(key, about, type, set, en, zh) {ABOUT_##about, TYPE_##type, offsetof(struct zj_filter, key)},
#include "solver/data/filter_keys.def"
#undef ZJ_KEY
};

int zj_ymd(int32_t day)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    return 10000 * y + 100 * m + d;
}

int zj_years(int32_t since, int32_t day)
{
    int difference = zj_ymd(day) - zj_ymd(since);

    return difference >= 0 ? difference / 10000 : -((9999 - difference) / 10000);
}

/* The day from which a range of years counts. */
static int32_t since_of(const struct zj_teacher *t, enum key key)
{
    return key == KEY_age ? t->birth : key == KEY_service_years ? t->service_since : t->here_since;
}

static bool years_pass(const struct zj_range *r, int32_t since, int32_t day)
{
    if (!r->set)
        return true;
    return since != ZJ_NO_DATE && (r->lo == ZJ_NONE || zj_years(since, day) >= r->lo) &&
           (r->hi == ZJ_NONE || zj_years(since, day) <= r->hi);
}

/* The values of a school for a key: a list of the school's, or *one of which there is a single. */
static struct zj_ids values_of_school(const struct zj_instance *in, int school, enum key key, int *one)
{
    const struct zj_school *s = &in->school[school];

    switch (key) {
    case KEY_traits:
    case KEY_host_traits:
        return s->traits;
    case KEY_school:
    case KEY_host_school:
        *one = school;
        break;
    case KEY_community:
    case KEY_host_community:
        *one = s->community;
        break;
    case KEY_stage:
    case KEY_host_stage:
        *one = (int)s->stage;
        break;
    case KEY_school_kind:
    case KEY_host_school_kind:
        *one = s->kind;
        break;
    default:
        *one = (int)s->role;
    }
    return (struct zj_ids){1, one};
}

/* The values of a person for a key: a list of the teacher's, or *one of which there is a single. */
static struct zj_ids values_of_person(const struct zj_instance *in, const struct zj_view *x, enum key key,
                                      int *one)
{
    const struct zj_teacher *t = &in->teacher[x->teacher];

    switch (key) {
    case KEY_rank:
        return t->rank;
    case KEY_flags:
        return t->flags;
    case KEY_subject:
        if (x->subject < 0)
            return t->subjects;
        *one = x->subject;
        break;
    case KEY_sex:
        *one = (int)t->sex;
        break;
    case KEY_post:
        *one = (int)t->post;
        break;
    case KEY_title:
        *one = t->title;
        break;
    default:
        *one = (int)t->applied;
    }
    return (struct zj_ids){1, one};
}

static bool key_passes(const struct zj_instance *in, const struct zj_filter *f, const struct zj_view *x,
                       int k)
{
    const char *field = (const char *)f + keys[k].offset;
    int one;

    if (keys[k].type == TYPE_YEARS)
        return years_pass((const struct zj_range *)(const void *)field,
                          since_of(&in->teacher[x->teacher], (enum key)k), x->day);
    const struct zj_ids *named = (const struct zj_ids *)(const void *)field;
    if (named->n == 0)
        return true;
    int school = keys[k].about == ABOUT_HOST ? x->host : x->school;
    struct zj_ids values = keys[k].about == ABOUT_PERSON ? values_of_person(in, x, (enum key)k, &one)
                                                         : values_of_school(in, school, (enum key)k, &one);
    for (int i = 0; i < values.n; i++)
        if (zj_ids_has(named, values.v[i]))
            return true;
    return false;
}

bool zj_passes(const struct zj_instance *in, const struct zj_filter *f, const struct zj_view *x)
{
    for (int k = 0; !f->empty && k < N_KEYS; k++) {
        bool silent =
            (keys[k].about == ABOUT_PERSON && x->teacher < 0) || (keys[k].about == ABOUT_HOST && x->host < 0);

        if (!silent && !key_passes(in, f, x, k))
            return false;
    }
    return true;
}

bool zj_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school)
{
    return zj_passes(in, f, &(struct zj_view){.teacher = -1, .school = school, .host = -1, .subject = -1});
}
