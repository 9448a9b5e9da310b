/*
 * whole.h - arithmetic of whole numbers that C does not have.
 */
#ifndef ZJ_BASE_WHOLE_H
#define ZJ_BASE_WHOLE_H

#include <stdbool.h>
#include <stdint.h>

/* The largest whole number that is at most a / b; b > 0, |a| + b <= INT64_MAX. */
static inline int64_t zj_floor_div(int64_t a, int64_t b)
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* Is value - bound at most this many thousandths of |value|? Any numbers: "no bound" may be the least one. */
static inline bool zj_within_gap(int64_t value, int64_t bound, int permille)
{
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value, share = (uint64_t)permille;

    return value <= bound ||
           (uint64_t)value - (uint64_t)bound <= size / 1000 * share + size % 1000 * share / 1000;
}

#endif
