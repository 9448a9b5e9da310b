/*
 * rng.h - seeded random numbers for tests: splitmix64, the same on every machine.
 */
#ifndef TESTS_SUPPORT_RNG_H
#define TESTS_SUPPORT_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
    uint64_t state;
};

/* A generator whose stream depends on both numbers. */
struct rng rng_make(uint64_t seed, uint64_t stream);
uint64_t rng_next(struct rng *r);
/* Uniform in lo..hi, both ends included; lo <= hi. */
int rng_in(struct rng *r, int lo, int hi);
/* True in about `percent` of 100 calls. */
bool rng_chance(struct rng *r, int percent);
/* v[0..n-1] becomes a random order of 0..n-1. */
void rng_permutation(struct rng *r, int *v, int n);

#endif
