/*
 * gaps.c - shortest ways in the graph of the limits of spacing (Bellman and Ford, sweeping to and fro).
 */
#include "models/calendar/gaps.h"

#include "solver/base/mem.h"
#include "solver/data/policy.h"

#include <stdlib.h>

enum { FAR = INT32_MAX };

static bool shorten(int64_t *most, int to, int from, int64_t length)
{
    if (most[from] == FAR || most[from] + length >= most[to])
        return false;
    most[to] = most[from] + length;
    return true;
}

/* Edges that end in j, from earlier days and from later ones. */
static bool arrive(const struct cal_gaps *g, int j, int64_t *most)
{
    bool shorter = false;

    if (j > 0)
        shorter |= shorten(most, j, j - 1, g->times[j - 1]);
    if (j < g->n_days)
        shorter |= shorten(most, j, j + 1, 0);
    if (g->min_days != ZJ_NONE && j > 0 && (j >= g->min_days || j == g->n_days))
        shorter |= shorten(most, j, j > g->min_days ? j - g->min_days : 0, 1);
    if (g->max_days != ZJ_NONE && j + g->max_days <= g->n_inside)
        shorter |= shorten(most, j, j + g->max_days, -1);
    return shorter;
}

bool cal_gaps_most(const struct cal_gaps *g, int from, int64_t *most)
{
    bool shorter = true;

    for (int j = 0; j <= g->n_days; j++)
        most[j] = j == from ? 0 : FAR;
    /* A shortest way has at most n_days edges, and each pass finds at least one more of them. */
    for (int pass = 0; pass <= g->n_days && shorter; pass++) {
        shorter = false;
        for (int j = 0; j <= g->n_days; j++)
            shorter |= arrive(g, j, most);
        for (int j = g->n_days; j >= 0; j--)
            shorter |= arrive(g, j, most);
    }
    return !shorter;
}

bool cal_ends_init(struct cal_ends *e, const struct cal_gaps *g, const int *day, int n)
{
    bool possible = true;

    *e = (struct cal_ends){.g = g, .day = day, .n = n, .most = zj_calloc((size_t)n + 1, sizeof *e->most)};
    for (int i = 0; i < n && possible; i++) {
        e->most[i] = zj_calloc((size_t)g->n_days + 1, sizeof **e->most);
        possible = cal_gaps_most(g, day[i], e->most[i]);
    }
    return possible;
}

void cal_ends_release(struct cal_ends *e)
{
    for (int i = 0; i < e->n; i++)
        free(e->most[i]);
    free(e->most);
}

bool cal_ends_limit(const struct cal_ends *e, int a, int b, int64_t *lo, int64_t *hi)
{
    const int *day = e->day;
    int64_t times = 0; /* what there is room for, whatever the limits */

    *lo = -e->most[b][day[a]];
    *hi = e->most[a][day[b]];
    for (int d = day[a]; d < day[b]; d++)
        times += e->g->times[d];
    bool new_lo = *lo > 0, new_hi = *hi < times;
    for (int c = a + 1; c < b; c++) {
        new_lo = new_lo && -e->most[c][day[a]] - e->most[b][day[c]] < *lo;
        new_hi = new_hi && e->most[a][day[c]] + e->most[c][day[b]] > *hi;
    }
    *lo = new_lo ? *lo : INT64_MIN;
    *hi = new_hi ? *hi : INT64_MAX;
    return new_lo || new_hi;
}
