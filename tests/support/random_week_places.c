#include "tests/support/random_week.h"

#include <stddef.h>

/*
 * Lessons of one length with breaks between them, and a longer one at noon. Seldom the day begins so early
 * that nobody can come from afar in time. Ids need not count as the clock does.
 */
void random_week(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri"};
    int length = 5 * rng_in(r, 4, 9), pause = 5 * rng_in(r, 1, 6), noon = 10 * rng_in(r, 3, 12);
    int clock = rng_chance(r, 5) ? rng_in(r, 0, 40) : 480 + 5 * rng_in(r, 0, 6);
    int afternoon = rng_chance(r, 70) ? rng_in(r, (size->periods + 1) / 2, size->periods) : size->periods;

    in->n_days = size->days;
    in->day = zj_alloc_n(&in->arena, (size_t)in->n_days, sizeof *in->day);
    for (int d = 0; d < in->n_days; d++)
        in->day[d] = names[d];
    in->n_sessions = afternoon < size->periods ? 2 : 1;
    in->session = zj_alloc_n(&in->arena, 2, sizeof *in->session);
    in->session[0] = "am";
    in->session[1] = "pm";
    in->n_periods = size->periods;
    in->period = zj_alloc_n(&in->arena, (size_t)in->n_periods, sizeof *in->period);
    int *ids = zj_alloc_n(&in->arena, (size_t)in->n_periods, sizeof *ids);
    rng_permutation(r, ids, in->n_periods);
    bool mixed = rng_chance(r, 15), uneven = rng_chance(r, 50);
    for (int p = 0; p < in->n_periods; p++) {
        clock += p == 0 ? 0 : p == afternoon ? noon : uneven ? 5 * rng_in(r, 0, 7) : pause;
        in->period[p] = (struct zj_period){.id = mixed ? ids[p] + 1 : p + 1,
                                           .start = clock,
                                           .end = clock + length,
                                           .session = p >= afternoon};
        clock += length;
    }
}

static void roads(struct rng *r, struct zj_instance *in)
{
    static const int minutes[] = {3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 60};
    int n = in->n_schools, row = 0, reachable = rng_chance(r, 75) ? 100 : 75;

    in->travel = zj_alloc_n(&in->arena, (size_t)(n * n), sizeof *in->travel);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            bool same_campus = in->school[i].campus >= 0 && in->school[i].campus == in->school[j].campus;
            if (i == j || same_campus || !rng_chance(r, i < j ? reachable : 20))
                continue;
            int way = minutes[rng_in(r, 0, 10)];
            in->travel[row] = (struct zj_travel){i, j, way, way * rng_in(r, 400, 800), row + 2};
            row++;
        }
    in->n_travel = row;
}

/* Some periods, all rung earlier or later than the base bells; in their order, and never two at a time. */
static void own_bells(struct rng *r, struct zj_instance *in, int school)
{
    int shift = 5 * rng_in(r, -5, 5), later = rng_chance(r, 40) ? rng_in(r, 1, 6) : 0;
    int kept = rng_in(r, 0, in->n_periods - 1), cut = rng_chance(r, 30) ? 5 : 0;

    if (in->period[0].start + shift < 0)
        shift = 0;
    for (int p = 0; p < in->n_periods; p++) {
        struct zj_period own = in->period[p];
        if (p != kept && rng_chance(r, 15))
            continue;
        own.start += shift + p * later;
        own.end += shift + p * later - cut;
        in->bell[in->n_bells] = (struct zj_bell){school, own, in->n_bells + 2};
        in->n_bells++;
    }
}

void random_campuses(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    bool shared_campus = rng_chance(r, 25), bells = rng_chance(r, 40);

    in->n_schools = size->schools;
    in->school = zj_alloc_n(&in->arena, (size_t)size->schools, sizeof *in->school);
    in->bell = zj_alloc_n(&in->arena, (size_t)(size->schools * size->periods), sizeof *in->bell);
    for (int i = 0; i < size->schools; i++) {
        struct zj_school *s = &in->school[i];
        s->id = zj_printf(&in->arena, "S%03d", i + 1);
        s->name = s->id;
        s->stage = rng_chance(r, 75) ? ZJ_PRIMARY : ZJ_JUNIOR;
        s->community = i > 0 && rng_chance(r, 5) ? -1 : W_EAST + i % size->communities;
        s->role = i < size->communities ? ZJ_LEAD : ZJ_MEMBER;
        s->kind = rng_chance(r, 20) ? -1 : rng_in(r, 0, ZJ_N_SCHOOL_KINDS - 1);
        s->campus = shared_campus && rng_chance(r, 60) ? W_CAMPUS : -1;
        s->parent = -1;
        s->line = i + 2;
        if (bells && rng_chance(r, 40))
            own_bells(r, in, i);
    }
    roads(r, in);
}
