/*
 * sum.h - 64-bit arithmetic that stops at the largest number instead of wrapping, and rounding.
 */
#ifndef ZJ_VERIFY_SUM_H
#define ZJ_VERIFY_SUM_H

#include "solver/data/policy.h"

static inline int64_t vf_plus(int64_t a, int64_t b)
{
    int64_t s;

    if (__builtin_add_overflow(a, b, &s))
        return b > 0 ? INT64_MAX : INT64_MIN;
    return s;
}

static inline int64_t vf_times(int64_t a, int64_t b)
{
    int64_t p;

    if (__builtin_mul_overflow(a, b, &p))
        return (a > 0) == (b > 0) ? INT64_MAX : INT64_MIN;
    return p;
}

/* The part of x above 0. */
static inline int64_t vf_over(int64_t x)
{
    return x > 0 ? x : 0;
}

/* a / b for a >= 0, b > 0. Nearest: a half goes up. */
static inline int64_t vf_divide(int64_t a, int64_t b, enum zj_round round)
{
    int64_t q = a / b, rest = a % b;

    switch (round) {
    case ZJ_ROUND_UP:
        return q + (rest > 0);
    case ZJ_ROUND_NEAREST:
        return q + (rest >= b - rest);
    default:
        return q;
    }
}

#endif
