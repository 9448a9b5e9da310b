#include "tests/support/rng.h"

struct rng rng_make(uint64_t seed, uint64_t stream)
{
    struct rng mix = {seed};

    return (struct rng){rng_next(&mix) ^ (stream * 0x9e3779b97f4a7c15u)};
}

uint64_t rng_next(struct rng *r)
{
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int rng_in(struct rng *r, int lo, int hi)
{
    uint64_t width = (uint64_t)((int64_t)hi - lo) + 1;

    return (int)(lo + (int64_t)(rng_next(r) % width));
}

bool rng_chance(struct rng *r, int percent)
{
    return rng_in(r, 0, 99) < percent;
}

void rng_permutation(struct rng *r, int *v, int n)
{
    for (int i = 0; i < n; i++)
        v[i] = i;
    for (int i = n - 1; i > 0; i--) {
        int j = rng_in(r, 0, i), t = v[i];
        v[i] = v[j];
        v[j] = t;
    }
}
