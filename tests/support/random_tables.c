#include "tests/support/random_parts.h"

#include <assert.h>

static const char *const word_text[W_N] = {
    "音乐",       "美术",     "体育",     "backbone", "subject_leader", "master",
    "一级教师",   "高级教师", "pregnant", "care",     "support",        "shadowing",
    "attachment", "visit",    "东片",     "西片",     "南片",           "campus1",
};

void random_words(struct zj_instance *in)
{
    for (int i = 0; i < W_N; i++) {
        int word = zj_intern(&in->words, &in->arena, word_text[i]);
        assert(word == i);
        (void)word;
    }
}

void random_list(struct rng *r, struct zj_arena *a, int lo, int hi, int percent, struct zj_ids *ids)
{
    int width = hi - lo + 1;
    int *order = zj_alloc_n(a, (size_t)width, sizeof *order);

    ids->n = rng_chance(r, percent) ? rng_in(r, 1, (width + 1) / 2) : 0;
    ids->v = order;
    rng_permutation(r, order, width);
    for (int i = 0; i < width; i++)
        order[i] += lo;
}

/* Consecutive half-years, or one half-year of each school year. Sometimes the horizon begins in spring. */
void random_terms(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    int half = rng_in(r, 0, 1), step = size->terms <= 3 && rng_chance(r, 25) ? 2 : 1;

    in->n_terms = size->terms;
    in->term = zj_alloc_n(&in->arena, (size_t)size->terms, sizeof *in->term);
    for (int t = 0; t < size->terms; t++, half += step) {
        struct zj_term *x = &in->term[t];
        int year = 2026 + half / 2; /* in which the school year begins */
        bool autumn = half % 2 == 0;
        x->id = zj_printf(&in->arena, "%d%c", year, autumn ? 'A' : 'B');
        x->year = zj_printf(&in->arena, "%d-%d", year, year + 1);
        x->start = autumn ? zj_date_from_ymd(year, 9, 1) : zj_date_from_ymd(year + 1, 2, 22);
        x->end = autumn ? zj_date_from_ymd(year + 1, 1, 22) : zj_date_from_ymd(year + 1, 7, 9);
        x->year_index = t == 0 ? 0 : in->term[t - 1].year_index + (year != 2026 + (half - step) / 2);
    }
    in->n_years = in->term[size->terms - 1].year_index + 1;
}

static void roads(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    int n = in->n_schools, row = 0;

    in->travel = zj_alloc_n(&in->arena, (size_t)(n * n), sizeof *in->travel);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            bool same_campus = in->school[i].campus >= 0 && in->school[i].campus == in->school[j].campus;
            bool cut = size->apart && in->school[i].community != in->school[j].community;
            if (i == j || same_campus || cut || !rng_chance(r, i < j ? 70 + 25 * size->apart : 15))
                continue;
            int minutes = rng_in(r, 5, 60);
            in->travel[row] = (struct zj_travel){i, j, minutes, minutes * rng_in(r, 400, 800), row + 2};
            row++;
        }
    in->n_travel = row;
}

void random_schools(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    bool shared_campus = !size->apart && rng_chance(r, 10);

    in->n_schools = size->schools;
    in->school = zj_alloc_n(&in->arena, (size_t)size->schools, sizeof *in->school);
    for (int i = 0; i < size->schools; i++) {
        struct zj_school *s = &in->school[i];
        s->id = zj_printf(&in->arena, "S%03d", i + 1);
        s->name = s->id;
        s->stage = rng_chance(r, 75) ? ZJ_PRIMARY : ZJ_JUNIOR;
        s->community = i > 1 && rng_chance(r, 6) ? -1 : W_EAST + i % size->communities;
        s->role = i < size->communities ? ZJ_LEAD : ZJ_MEMBER;
        if (rng_chance(r, 10))
            s->role = ZJ_LEAD;
        s->kind = rng_chance(r, 20) ? -1 : rng_in(r, 0, ZJ_N_SCHOOL_KINDS - 1);
        s->campus = shared_campus && rng_chance(r, 50) ? W_CAMPUS : -1;
        s->has_coordinates = !size->apart && rng_chance(r, 75);
        s->lat_e6 = 31900000 + rng_in(r, 0, 200000);
        s->lon_e6 = 117200000 + rng_in(r, 0, 200000);
        s->parent = -1;
        s->line = i + 2;
    }
    roads(r, size, in);
}

/* A date `years` years before some term begins, on that day or near it. */
static int32_t anniversary(struct rng *r, const struct zj_instance *in, int years)
{
    int year, month, day;

    zj_date_to_ymd(in->term[rng_in(r, 0, in->n_terms - 1)].start, &year, &month, &day);
    int32_t date = zj_date_from_ymd(year - years, month, day);
    switch (rng_in(r, 0, 3)) {
    case 0:
        return date;
    case 1:
        return date + rng_in(r, -1, 1);
    default:
        return date + rng_in(r, -150, 150);
    }
}

static int32_t birth_date(struct rng *r, const struct zj_instance *in)
{
    static const int limits[] = {30, 35, 40, 45, 50};

    switch (rng_in(r, 0, 5)) {
    case 0:
        return zj_date_from_ymd(1976 + 4 * rng_in(r, 0, 4), 2, 29);
    case 1:
        return zj_date_from_ymd(rng_in(r, 1966, 1968), rng_in(r, 1, 12), rng_in(r, 1, 28));
    case 2:
        return zj_date_from_ymd(rng_in(r, 1971, 1974), rng_in(r, 1, 12), rng_in(r, 1, 28));
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
    t->birth = birth_date(r, in);
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
