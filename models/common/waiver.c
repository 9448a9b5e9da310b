#include "models/common/waiver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mc_waived(const struct mc_waivers *w, enum zj_rule_id rule, int index, const char *where)
{
    for (int i = 0; w && i < w->n; i++) {
        const struct zj_conflict_part *q = &w->v[i];
        if (q->rule == rule && q->index == index && strcmp(q->where, where) == 0)
            return true;
    }
    return false;
}

bool mc_waived_row(const struct mc_waivers *w, const char *table, int line)
{
    char where[64];

    snprintf(where, sizeof where, "%s:%d", table, line);
    for (int i = 0; w && i < w->n; i++) {
        if (w->v[i].table && strcmp(w->v[i].where, where) == 0)
            return true;
    }
    return false;
}

struct shrinking {
    bool *in;
    mc_probe *probe;
    void *ctx;
    bool *minimal;
};

static void set_range(struct shrinking *s, const bool *was, int lo, int hi, bool on)
{
    for (int k = lo; k < hi; k++)
        s->in[k] = on && was[k];
}

/* Waive lo..hi-1 when the rest collides all the same; else look at the halves. */
static enum zj_status shrink_range(struct shrinking *s, const bool *was, int lo, int hi, struct zj_err *err)
{
    enum mc_found found = MC_OPEN;
    int n = 0;

    for (int k = lo; k < hi; k++)
        n += was[k];
    if (n == 0)
        return ZJ_OK;
    set_range(s, was, lo, hi, false);
    ZJ_TRY(s->probe(s->ctx, s->in, &found, err));
    if (found == MC_COLLIDE)
        return ZJ_OK;
    set_range(s, was, lo, hi, true);
    if (n == 1) {
        *s->minimal &= found == MC_AGREE;
        return ZJ_OK;
    }
    int middle = lo, half = 0;
    while (half < n / 2)
        half += was[middle++];
    ZJ_TRY(shrink_range(s, was, lo, middle, err));
    return shrink_range(s, was, middle, hi, err);
}

enum zj_status mc_shrink(int n, bool *in, mc_probe *probe, void *ctx, bool *minimal, struct zj_err *err)
{
    bool *was = zj_calloc((size_t)n + 1, sizeof *was);
    struct shrinking s = {in, probe, ctx, minimal};

    *minimal = true;
    for (int k = 0; k < n; k++)
        was[k] = in[k];
    enum zj_status st = shrink_range(&s, was, 0, n, err);
    free(was);
    return st;
}

enum zj_status mc_drop_each(int n, bool *in, mc_probe *probe, void *ctx, bool *minimal, struct zj_err *err)
{
    *minimal = true;
    for (int k = 0; k < n; k++) {
        enum mc_found found = MC_OPEN;
        if (!in[k])
            continue;
        in[k] = false;
        ZJ_TRY(probe(ctx, in, &found, err));
        in[k] = found != MC_COLLIDE;
        *minimal &= found != MC_OPEN;
    }
    return ZJ_OK;
}
