#include "solver/fet/grid.h"

#include "solver/data/travel.h"

#include <stdlib.h>

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return x < y ? -1 : x > y;
}

/* The starts and ends of all periods of the schools, in order, each once. Heap. */
static int *cuts_of(const struct zj_instance *in, const bool *used, int *n_cuts)
{
    int most = 0, n = 0, kept = 0;

    for (int s = 0; s < in->n_schools; s++)
        most += used[s] ? 2 * in->bells[s].n : 0;
    int *cut = zj_calloc((size_t)most, sizeof *cut);
    for (int s = 0; s < in->n_schools; s++) {
        for (int i = 0; i < in->bells[s].n && used[s]; i++) {
            cut[n++] = in->bells[s].v[i].start;
            cut[n++] = in->bells[s].v[i].end;
        }
    }
    if (n > 1)
        qsort(cut, (size_t)n, sizeof *cut, compare_ints);
    for (int i = 0; i < n; i++)
        if (kept == 0 || cut[kept - 1] != cut[i])
            cut[kept++] = cut[i];
    *n_cuts = kept;
    return cut;
}

/* Does a period of one of the schools run then? */
static bool is_lesson_time(const struct zj_instance *in, const bool *used, const struct zj_period *hour)
{
    for (int s = 0; s < in->n_schools; s++)
        for (int i = 0; i < in->bells[s].n && used[s]; i++)
            if (zj_periods_overlap(&in->bells[s].v[i], hour))
                return true;
    return false;
}

void fet_grid_init(struct fet_grid *g, const struct zj_instance *in, const struct zj_lessons *lessons)
{
    bool *used = zj_calloc((size_t)in->n_schools, sizeof *used);
    int n;

    for (int i = 0; i < lessons->n; i++)
        used[lessons->v[i].school] = true;
    int *cut = cuts_of(in, used, &n);
    *g = (struct fet_grid){in, 0, zj_calloc((size_t)n, sizeof *g->hour)};
    for (int i = 0; i + 1 < n; i++) {
        struct zj_period hour = {.id = g->n + 1, .start = cut[i], .end = cut[i + 1]};
        if (is_lesson_time(in, used, &hour))
            g->hour[g->n++] = hour;
    }
    free(cut);
    free(used);
}

void fet_grid_release(struct fet_grid *g)
{
    free(g->hour);
    g->hour = NULL;
}

int fet_grid_at(const struct fet_grid *g, int minute)
{
    int h = 0;

    while (h < g->n && g->hour[h].start < minute)
        h++;
    return h;
}

int fet_grid_gap(const struct fet_grid *g, int a, int b, int settle)
{
    const struct zj_day_plan *from = &g->in->bells[a], *to = &g->in->bells[b];
    int minutes = zj_minutes(g->in, a, b), least = g->n;

    for (int i = 0; i < from->n && minutes != ZJ_NONE; i++) {
        for (int k = 0; k < to->n; k++) {
            if (to->v[k].start - from->v[i].end < minutes + settle)
                continue;
            int free_hours = fet_grid_at(g, to->v[k].start) - fet_grid_at(g, from->v[i].end);
            least = free_hours < least ? free_hours : least;
        }
    }
    return least < g->n ? least : 0;
}
