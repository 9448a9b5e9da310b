/*
 * cells.h - a set of hours of the week.
 */
#ifndef ZJ_FET_CELLS_H
#define ZJ_FET_CELLS_H

#include "solver/fet/fet.h"

/* Bit h of day[d]: hour h of day d. */
struct fet_cells {
    uint32_t day[FET_MAX_DAYS];
};

static inline bool fet_cells_has(const struct fet_cells *c, int day, int hour)
{
    return c->day[day] >> hour & 1;
}

static inline void fet_cells_add(struct fet_cells *c, int day, int hour)
{
    c->day[day] |= (uint32_t)1 << hour;
}

static inline bool fet_cells_equal(const struct fet_cells *a, const struct fet_cells *b)
{
    for (int d = 0; d < FET_MAX_DAYS; d++)
        if (a->day[d] != b->day[d])
            return false;
    return true;
}

static inline void fet_cells_keep(struct fet_cells *c, const struct fet_cells *of)
{
    for (int d = 0; d < FET_MAX_DAYS; d++)
        c->day[d] &= of->day[d];
}

static inline void fet_cells_join(struct fet_cells *c, const struct fet_cells *with)
{
    for (int d = 0; d < FET_MAX_DAYS; d++)
        c->day[d] |= with->day[d];
}

/* The hours where `duration` hours in a row may start so that all of them lie in `slots`. */
static inline struct fet_cells fet_cells_starts(const struct fet_cells *slots, int duration)
{
    struct fet_cells starts = *slots;

    for (int k = 1; k < duration; k++)
        for (int d = 0; d < FET_MAX_DAYS; d++)
            starts.day[d] &= slots->day[d] >> k;
    return starts;
}

/* The hours that something of this duration takes, starting at any of `starts`. */
static inline struct fet_cells fet_cells_covered(const struct fet_cells *starts, int duration)
{
    struct fet_cells covered = *starts;

    for (int k = 1; k < duration; k++)
        for (int d = 0; d < FET_MAX_DAYS; d++)
            covered.day[d] |= starts->day[d] << k;
    return covered;
}

static inline int fet_cells_count(const struct fet_cells *c)
{
    int n = 0;

    for (int d = 0; d < FET_MAX_DAYS; d++)
        n += __builtin_popcount(c->day[d]);
    return n;
}

#endif
