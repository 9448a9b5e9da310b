#include "solver/engine/dive.h"

#include "solver/base/mem.h"

#include <math.h>
#include <stdlib.h>

/*
 * At most 1 / BATCH_SHARE of the fractional columns are rounded at once; those within NEAR of the
 * largest fraction.
 */
enum { BATCH_SHARE = 8, MAX_ROUNDS = 400 };
static const double near = 0.05, integral = 1e-6;

struct diver {
    struct lp *lp;
    double *value;    /* of the relaxation, by column */
    int64_t *lo, *hi; /* bounds now */
    int *batch;
    int64_t *old_lo; /* of the batch */
    int n_batch, n_fractional;
    bool stepped_back;
};

static double fraction(double v)
{
    return v - floor(v + integral);
}

static void set_bounds(struct diver *d, int j, int64_t lo, int64_t hi)
{
    d->lo[j] = lo;
    d->hi[j] = hi;
    lp_col_bounds(d->lp, j, lo, hi);
}

static void round_up(struct diver *d)
{
    double largest = 0;
    int n = lp_n_cols(d->lp), most = d->n_fractional / BATCH_SHARE + 1;

    for (int j = 0; j < n; j++)
        largest = fmax(largest, fraction(d->value[j]));
    d->n_batch = 0;
    d->stepped_back = false;
    for (int j = 0; j < n && d->n_batch < most; j++) {
        double f = fraction(d->value[j]);
        if (f <= integral || f < largest - near)
            continue;
        int64_t up = (int64_t)ceil(d->value[j] - integral);
        d->old_lo[d->n_batch] = d->lo[j];
        d->batch[d->n_batch++] = j;
        set_bounds(d, j, up < d->hi[j] ? up : d->hi[j], d->hi[j]);
    }
}

static bool step_back(struct diver *d)
{
    if (d->n_batch == 0 || d->stepped_back)
        return false;
    for (int k = 0; k < d->n_batch; k++) {
        int j = d->batch[k];
        int64_t below = d->lo[j] - 1;
        set_bounds(d, j, d->old_lo[k], k > 0 || below < d->old_lo[k] ? d->hi[j] : below);
    }
    d->stepped_back = true;
    return true;
}

/* One relaxation. True when the dive is over; *found tells whether it ended well. */
static bool dive_step(struct diver *d, const struct lp_limits *lim, int64_t cutoff, int64_t *x, bool *found)
{
    struct lp_relaxed r = {.x = d->value};

    if (lp_relax(d->lp, lim, &r, NULL) != ZJ_OK || r.status == LP_UNKNOWN)
        return true;
    if (r.status == LP_INFEASIBLE || (cutoff != LP_INF && lp_least_integer(r.value) >= cutoff))
        return !step_back(d);
    d->n_fractional = 0;
    for (int j = 0; j < lp_n_cols(d->lp); j++) {
        x[j] = llround(d->value[j]);
        d->n_fractional += fraction(d->value[j]) > integral;
    }
    *found = d->n_fractional == 0;
    if (!*found)
        round_up(d);
    return *found;
}

bool lp_dive(struct lp *lp, const struct lp_limits *lim, int64_t cutoff, int64_t *x)
{
    size_t n = (size_t)lp_n_cols(lp) + 1;
    struct diver d = {.lp = lp,
                      .value = zj_calloc(n, sizeof *d.value),
                      .lo = zj_calloc(n, sizeof *d.lo),
                      .hi = zj_calloc(n, sizeof *d.hi),
                      .batch = zj_calloc(n, sizeof *d.batch),
                      .old_lo = zj_calloc(n, sizeof *d.old_lo)};
    bool found = false;

    for (int j = 0; j < lp_n_cols(lp); j++)
        lp_col_get(lp, j, &d.lo[j], &d.hi[j]);
    for (int round = 0; round < MAX_ROUNDS && !(lim->stop && *lim->stop); round++) {
        if (dive_step(&d, lim, cutoff, x, &found))
            break;
    }
    free(d.value);
    free(d.lo);
    free(d.hi);
    free(d.batch);
    free(d.old_lo);
    return found;
}
