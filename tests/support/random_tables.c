#include "tests/support/random_parts.h"

#include <assert.h>

enum { FIRST_YEAR = 2026 };

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
    int half = rng_in(r, 0, 3), step = size->terms <= 3 && rng_chance(r, 25) ? 2 : 1;
    bool month_ends = rng_chance(r, 25); /* terms that begin on the last day of a month, 29 February too */

    in->n_terms = size->terms;
    in->term = zj_alloc_n(&in->arena, (size_t)size->terms, sizeof *in->term);
    for (int t = 0; t < size->terms; t++, half += step) {
        struct zj_term *x = &in->term[t];
        int year = FIRST_YEAR + half / 2; /* in which the school year begins */
        bool autumn = half % 2 == 0;
        x->id = zj_printf(&in->arena, "%d%c", year, autumn ? 'A' : 'B');
        x->year = zj_printf(&in->arena, "%d-%d", year, year + 1);
        x->start = autumn ? zj_date_from_ymd(year, 9, 1) : zj_date_from_ymd(year + 1, 2, 22);
        if (month_ends)
            x->start = zj_date_from_ymd(autumn ? year : year + 1, autumn ? 9 : 3, 1) - 1;
        x->end = autumn ? zj_date_from_ymd(year + 1, 1, 22) : zj_date_from_ymd(year + 1, 7, 9);
        x->year_index = t == 0 ? 0 : in->term[t - 1].year_index + (year != FIRST_YEAR + (half - step) / 2);
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
        random_list(r, &in->arena, W_PREGNANT, W_CARE, 40, &s->traits); /* any words */
        s->campus = shared_campus && rng_chance(r, 50) ? W_CAMPUS : -1;
        s->has_coordinates = !size->apart && rng_chance(r, 75);
        s->lat_e6 = 31900000 + rng_in(r, 0, 200000);
        s->lon_e6 = 117200000 + rng_in(r, 0, 200000);
        s->parent = -1;
        s->line = i + 2;
    }
    roads(r, size, in);
}
