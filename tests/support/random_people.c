#include "tests/support/random_parts.h"

#include <stddef.h>

int32_t random_years_before(int32_t date, int years)
{
    int year, month, day;

    zj_date_to_ymd(date, &year, &month, &day);
    return zj_date_from_ymd(year - years, month, month == 2 && day == 29 ? 28 : day);
}

/* A date `years` years before some term begins, on that day or near it. */
static int32_t anniversary(struct rng *r, const struct zj_instance *in, int years)
{
    int32_t date = random_years_before(in->term[rng_in(r, 0, in->n_terms - 1)].start, years);

    switch (rng_in(r, 0, 3)) {
    case 0:
        return date;
    case 1:
        return date + rng_in(r, -1, 1);
    default:
        return date + rng_in(r, -150, 150);
    }
}

/*
 * A birth in the month from which the retirement table leads to the month in which
 * some term begins, some years later, or to one of its neighbours. Months of the table: see exempt() in
 * random_rules.c.
 */
static int32_t birth_near_retirement(struct rng *r, const struct zj_instance *in, enum zj_retire_class class)
{
    static const int base[ZJ_N_RETIRE] = {720, 660, 600}, step[ZJ_N_RETIRE] = {4, 4, 2};
    int year, month, day, from = 12 * 2025;

    zj_date_to_ymd(in->term[rng_in(r, 0, in->n_terms - 1)].start, &year, &month, &day);
    int retires = 12 * (year + rng_in(r, 0, 4)) + month - 1 + rng_in(r, -1, 1);
    int born = from + (retires - from - 1) * step[class] / (step[class] + 1) - base[class] + rng_in(r, -1, 1);
    return zj_date_from_ymd(born / 12, born % 12 + 1, rng_in(r, 1, 28));
}

static int32_t birth_date(struct rng *r, const struct zj_instance *in, enum zj_retire_class class)
{
    static const int limits[] = {30, 35, 40, 45, 50};

    switch (rng_in(r, 0, 5)) {
    case 0:
        return zj_date_from_ymd(1976 + 4 * rng_in(r, 0, 4), 2, 29);
    case 1:
    case 2:
        return birth_near_retirement(r, in, class);
    case 3:
        return zj_date_from_ymd(rng_in(r, 1970, 2000), rng_in(r, 1, 12), rng_in(r, 1, 28));
    default:
        return anniversary(r, in, limits[rng_in(r, 0, 4)]);
    }
}

static void teacher_person(struct rng *r, struct zj_instance *in, struct zj_teacher *t)
{
    t->sex = rng_chance(r, 50) ? ZJ_MALE : ZJ_FEMALE;
    t->retire_class = t->sex == ZJ_MALE ? ZJ_RETIRE_M : rng_chance(r, 70) ? ZJ_RETIRE_F55 : ZJ_RETIRE_F50;
    t->birth = birth_date(r, in, t->retire_class);
    t->post = rng_chance(r, 75) ? ZJ_TEACHER : (enum zj_post)rng_in(r, ZJ_MIDDLE, ZJ_PRINCIPAL);
    random_list(r, &in->arena, W_BACKBONE, W_MASTER, 40, &t->rank);
    random_list(r, &in->arena, W_PREGNANT, W_CARE, 20, &t->flags);
    t->title = rng_chance(r, 25) ? -1 : rng_in(r, W_FIRST_CLASS, W_SENIOR);
    t->service_since = rng_chance(r, 10) ? ZJ_NO_DATE : anniversary(r, in, rng_in(r, 1, 10));
    t->here_since = rng_chance(r, 10) ? ZJ_NO_DATE : anniversary(r, in, rng_in(r, 0, 7));
    if (t->here_since != ZJ_NO_DATE && t->service_since > t->here_since)
        t->service_since = t->here_since;
    t->applied = (enum zj_applied)rng_in(r, 0, ZJ_N_APPLIED - 1);
}

void random_teachers(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    in->n_teachers = size->teachers;
    in->teacher = zj_alloc_n(&in->arena, (size_t)size->teachers, sizeof *in->teacher);
    for (int i = 0; i < size->teachers; i++) {
        struct zj_teacher *t = &in->teacher[i];
        bool twin = i > 0 && rng_chance(r, 35); /* a rule may not be able to tell the two apart */
        if (twin)
            *t = in->teacher[rng_in(r, 0, i - 1)];
        t->id = zj_printf(&in->arena, "T%04d", i + 1);
        t->name = t->id;
        t->line = i + 2;
        if (twin)
            continue;
        t->school = rng_in(r, 0, size->schools - 1);
        teacher_person(r, in, t);
        random_list(r, &in->arena, W_MUSIC, W_MUSIC + size->subjects - 1, 100, &t->subjects);
        if (rng_chance(r, 60))
            t->subjects.n = 1;
        t->max_week = rng_chance(r, 5) ? 0 : rng_in(r, 8, 18);
        t->max_day = 4;
        t->max_schools_week = t->max_schools_day = ZJ_NONE;
    }
}
