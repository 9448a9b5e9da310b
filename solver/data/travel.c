#include "solver/data/travel.h"

#include <math.h>

#define EARTH_RADIUS_M 6371009.0

static double radians(int32_t microdegrees)
{
    return (double)microdegrees * 1e-6 * (3.14159265358979323846 / 180.0);
}

/* Great circle by the haversine formula, in metres. */
static double great_circle(const struct zj_school *a, const struct zj_school *b)
{
    double p = radians(a->lat_e6), q = radians(b->lat_e6);
    double u = sin((q - p) / 2), v = sin((radians(b->lon_e6) - radians(a->lon_e6)) / 2);
    double h = u * u + cos(p) * cos(q) * v * v;

    return 2 * EARTH_RADIUS_M * asin(sqrt(h < 1 ? h : 1));
}

static void set(struct zj_instance *in, int from, int to, int minutes, int metres)
{
    int64_t i = (int64_t)from * in->n_schools + to;

    in->minutes[i] = minutes;
    in->metres[i] = metres;
}

static void from_coordinates(struct zj_instance *in, int from, int to, int detour_permille, int kmh)
{
    int metres = (int)floor(great_circle(&in->school[from], &in->school[to]) * detour_permille / 1000 + 0.5);
    int64_t per_hour = 1000 * (int64_t)kmh;

    set(in, from, to, (int)(((int64_t)metres * 60 + per_hour - 1) / per_hour), metres);
}

void zj_travel_resolve(struct zj_instance *in, int detour_permille, int kmh)
{
    size_t n = (size_t)in->n_schools;
    bool use_coordinates = detour_permille > 0 && kmh > 0;

    in->minutes = zj_alloc_n(&in->arena, n * n, sizeof *in->minutes);
    in->metres = zj_alloc_n(&in->arena, n * n, sizeof *in->metres);
    for (int a = 0; a < in->n_schools; a++) {
        for (int b = 0; b < in->n_schools; b++) {
            const struct zj_school *x = &in->school[a], *y = &in->school[b];
            if (a == b || (x->campus >= 0 && x->campus == y->campus))
                set(in, a, b, 0, 0);
            else if (use_coordinates && x->has_coordinates && y->has_coordinates)
                from_coordinates(in, a, b, detour_permille, kmh);
            else
                set(in, a, b, ZJ_NONE, ZJ_NONE);
        }
    }
    /* A row beats coordinates; a pair's own row beats the row of the way back, so it is written last. */
    for (int i = 0; i < in->n_travel; i++)
        set(in, in->travel[i].to, in->travel[i].from, in->travel[i].minutes, in->travel[i].metres);
    for (int i = 0; i < in->n_travel; i++)
        set(in, in->travel[i].from, in->travel[i].to, in->travel[i].minutes, in->travel[i].metres);
}

int zj_minutes(const struct zj_instance *in, int from, int to)
{
    return in->minutes[(int64_t)from * in->n_schools + to];
}

int zj_metres(const struct zj_instance *in, int from, int to)
{
    return in->metres[(int64_t)from * in->n_schools + to];
}
