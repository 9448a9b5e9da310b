/*
 * cons_host_rotation.c - schools are hosts in turn.
 *
 * Policy  "轮讲、共听、互评"
 * Sets    a community's occurrences of the activities in order of time, k = 1 … ; candidates H, the
 *         schools that may be host and that `where` selects; g = max_gap, or |H| - 1. C(k) cells at
 *         step k, C(k,h) those with host h.
 * Vars    x[c]; run[h,k] in [0, g]: occurrences in a row without host h, up to step k; soft: e[h,k] >= 0;
 *         most, least: integers.
 * Rows    for each h, k:  run[h,k] >= run[h,k-1] + sum over C(k) of x - (g + 1) sum over C(k,h) of x
 *         (- e[h,k])
 *         run falls to 0 at a turn of h because g + 1 >= run + 1.
 *         |H| most <= N + |H| - 1, (g + 1) least >= N - g, N = sum over k, C(k) of x; for each h:
 *         least <= sum over k, C(k,h) of x <= most: turns are ceil(N / |H|) at most, and as many as runs
 *         leave at least. Soft: |H| (turns - e) <= N + |H| - 1 in place of it.
 *         By pieces hard runs are left out. As days are placed hosts are as the pieces have them;
 *         then they are dealt out anew in turn, those with most turns first (hosts.c).
 * Size    |H| rows and columns for each step.
 * Check   solver/verify/calendar/check_host_rotation.c
 */
#include "models/calendar/rotation.h"

#include <stdlib.h>

void cal_host_rotation(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_turns turns = {0};

    if (m->settled != CAL_DAYS)
        return;
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *x = &m->cell[c];
        if (cal_names(r, m->who[x->who].event))
            cal_turns_add(&turns, &(struct cal_turn){x->who, x->date, x->session, x->period, x->host, c});
    }
    cal_rotate(m, r, &turns, false);
    free(turns.v);
}
