#include "tests/support/random_parts.h"

#include <stddef.h>

/* Completed years around those of some teacher, so that the range splits the roster. */
static void range(struct rng *r, int32_t since, int32_t day, struct zj_range *range)
{
    if (since == ZJ_NO_DATE)
        since = day - 1500;
    int years = (int)((day - since) / 365.25);
    int lo = years + rng_in(r, -2, 2), hi = years + rng_in(r, -2, 2);

    range->set = true;
    range->lo = rng_chance(r, 60) ? lo : ZJ_NONE;
    range->hi = range->lo == ZJ_NONE || rng_chance(r, 30) ? hi : ZJ_NONE;
    if (range->lo != ZJ_NONE && range->hi != ZJ_NONE && range->lo > range->hi)
        range->hi = range->lo;
}

static void teacher_key(struct rng *r, const struct zj_instance *in, struct zj_arena *a, struct zj_filter *f)
{
    const struct zj_teacher *t = &in->teacher[rng_in(r, 0, in->n_teachers - 1)];
    int32_t day = in->term[rng_in(r, 0, in->n_terms - 1)].start;

    switch (rng_in(r, 0, 10)) {
    case 0:
        random_list(r, a, ZJ_MALE, ZJ_FEMALE, 100, &f->sex);
        break;
    case 1:
        random_list(r, a, 0, ZJ_N_POSTS - 1, 100, &f->post);
        break;
    case 2:
        random_list(r, a, 0, ZJ_N_APPLIED - 1, 100, &f->applied);
        break;
    case 3:
        random_list(r, a, W_BACKBONE, W_MASTER, 100, &f->rank);
        break;
    case 4:
        random_list(r, a, W_FIRST_CLASS, W_SENIOR, 100, &f->title);
        break;
    case 5:
        random_list(r, a, W_PREGNANT, W_CARE, 100, &f->flags);
        break;
    case 6:
        random_list(r, a, W_MUSIC, W_PE, 100, &f->subject);
        break;
    case 7:
        range(r, t->service_since, day, &f->service_years);
        break;
    case 8:
        range(r, t->here_since, day, &f->years_here);
        break;
    default:
        range(r, t->birth, day, &f->age);
        break;
    }
}

static void school_key(struct rng *r, const struct zj_instance *in, struct zj_arena *a, struct zj_filter *f)
{
    switch (rng_in(r, 0, 5)) {
    case 0:
        random_list(r, a, 0, in->n_schools - 1, 100, &f->school);
        break;
    case 1:
        random_list(r, a, W_EAST, W_SOUTH, 100, &f->community);
        break;
    case 2:
        random_list(r, a, ZJ_PRIMARY, ZJ_JUNIOR, 100, &f->stage);
        break;
    case 3:
        random_list(r, a, 0, ZJ_N_SCHOOL_KINDS - 1, 100, &f->school_kind);
        break;
    case 4:
        random_list(r, a, W_PREGNANT, W_CARE, 100, &f->traits);
        break;
    default:
        random_list(r, a, ZJ_LEAD, ZJ_MEMBER, 100, &f->role);
        break;
    }
}

static void host_key(struct rng *r, const struct zj_instance *in, struct zj_arena *a, struct zj_filter *f)
{
    struct zj_filter home = {0};

    school_key(r, in, a, &home);
    if (home.school.n)
        f->host_school = home.school;
    if (home.community.n)
        f->host_community = home.community;
    if (home.stage.n)
        f->host_stage = home.stage;
    if (home.school_kind.n)
        f->host_school_kind = home.school_kind;
    if (home.traits.n)
        f->host_traits = home.traits;
    if (home.role.n)
        f->host_role = home.role;
}

void random_filter(struct rng *r, const struct zj_instance *in, struct zj_arena *a, unsigned keys,
                   int percent, struct zj_filter *f)
{
    *f = (struct zj_filter){.empty = true};
    if (!rng_chance(r, percent))
        return;
    f->empty = false;
    int n = rng_chance(r, 75) ? 1 : 2;
    while (n > 0) {
        unsigned group = 1u << rng_in(r, 0, 2);
        if (!(keys & group))
            continue;
        if (group == KEYS_TEACHER)
            teacher_key(r, in, a, f);
        else if (group == KEYS_SCHOOL)
            school_key(r, in, a, f);
        else
            host_key(r, in, a, f);
        n--;
    }
}
