#include "solver/engine/improve.h"

#include "solver/base/mem.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 4, NODES_A_ROUND = 200 };

/* One neighbourhood. The new objective, or `value` when nothing better was found. */
static int64_t search_once(const struct lp *lp, const struct lp_limits *lim, const double *relaxed,
                           int64_t value, int64_t *x)
{
    struct lp *sub = lp_clone(lp);
    struct lp_limits few = *lim;
    struct lp_answer a = {.x = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *a.x)};
    int n_free = 0;

    for (int j = 0; j < lp_n_cols(lp); j++) {
        if (fabs(relaxed[j] - (double)x[j]) < 1e-6)
            lp_col_bounds(sub, j, x[j], x[j]);
        else
            n_free++;
    }
    few.nodes = NODES_A_ROUND;
    few.effort = LP_NESTED;
    if (n_free > 0 && lp_solve(sub, &few, x, &a, NULL) == ZJ_OK && a.status <= LP_FEASIBLE &&
        a.value < value) {
        value = a.value;
        for (int j = 0; j < lp_n_cols(lp); j++)
            x[j] = a.x[j];
    }
    free(a.x);
    lp_free(sub);
    return value;
}

int64_t lp_improve(const struct lp *lp, const struct lp_limits *lim, const double *relaxed, int64_t value,
                   int64_t *x)
{
    for (int round = 0; round < ROUNDS && !(lim->stop && *lim->stop); round++) {
        int64_t before = value;
        value = search_once(lp, lim, relaxed, value, x);
        if (value == before)
            break;
    }
    return value;
}
