/*
 * burdens.h - the values that the largest burden can take, for bisection.
 */
#ifndef MODELS_SECONDMENT_BURDENS_H
#define MODELS_SECONDMENT_BURDENS_H

#include "models/secondment/run.h"

struct sec_burdens {
    int64_t *v; /* heap, ascending, distinct; n = 0: any whole number may occur */
    int n, cap;
};

/* When nobody can be posted twice, only the burdens of single postings (and none at all) occur. */
struct sec_burdens sec_burdens_of(const struct sec_run *r);
/* The candidate that halves [lo, hi): some value in lo..hi-1. */
int64_t sec_burden_middle(const struct sec_burdens *c, int64_t lo, int64_t hi);
/* The least candidate above v: what the burden must be if v is too little. */
int64_t sec_burden_above(const struct sec_burdens *c, int64_t v);

#endif
