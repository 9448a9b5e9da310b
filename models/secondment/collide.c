/*
 * collide.c - rows first, then the filters that keep postings out of them, then history.
 *
 * 1. In the block's own program, without the postings that filters bar, the rows that collide are cut
 *    down to a minimal set R (support of the relaxation, then the deletion filter).
 * 2. Only R is left of the rows, and every posting that a filter bars and that touches the places of R
 *    becomes a column: also those to and from other blocks. The filters that must stay barred are
 *    cut down to a minimal set F. Without a filter there are more postings, so a row that R needed with all
 *    filters it needs with F: R and F together are minimal.
 * 3. Rows of history.csv occupy teachers and count in the rows. Those that are not needed are taken away
 *    (as if they had not been); as this can make R and F smaller, both are cut down once more.
 */
#include "models/secondment/collide_impl.h"

#include <stdlib.h>
#include <string.h>

enum { NODES_A_PROBE = 500 };

void sec_parts_add(struct sec_parts *p, const struct zj_conflict_part *part)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = *part;
}

struct mc_waivers sec_as_list(const struct sec_parts *p)
{
    return (struct mc_waivers){p->v, p->n};
}

bool *sec_all_of(int n)
{
    bool *in = zj_calloc((size_t)n + 1, sizeof *in);

    for (int k = 0; k < n; k++)
        in[k] = true;
    return in;
}

/* The parts that are in, their texts copied into the search's arena. */
static void take_parts(struct sec_collide *s, const struct sec_switches *w, const bool *in,
                       struct sec_parts *out)
{
    out->n = 0;
    for (int k = 0; k < w->n; k++) {
        struct zj_conflict_part part = w->v[k].part;
        if (!in[k])
            continue;
        part.where = zj_strdup(&s->arena, part.where);
        sec_parts_add(out, &part);
    }
}

void sec_open_context(const struct sec_collide *s, const struct mc_waivers *waived, const bool *touch,
                      struct sec_ctx *c)
{
    const struct sec_ctx *base = s->run->ctx;

    sec_ctx_init_without(c, base->in, base->pol, base->keep, waived);
    c->patient = true;
    c->elastic = true;
    c->touch = touch;
}

void sec_set_limits(const struct sec_collide *s, struct sec_switches *w)
{
    w->limits = (struct lp_limits){
        .nodes = NODES_A_PROBE, .deadline = s->run->deadline, .enough = 0, .stop = &pool_stop};
}

/* "2026A" of "S001/音乐 2026A"; NULL when the place has no period. */
static const char *period_of(const struct sec_switch *v)
{
    const char *blank = v->is_row ? strrchr(v->part.where, ' ') : NULL;

    return blank ? blank + 1 : NULL;
}

/* All filters, and the rows of this period. */
static void only_period(const struct sec_switches *w, const char *period, bool *in)
{
    for (int i = 0; i < w->n; i++) {
        const char *own = period_of(&w->v[i]);
        in[i] = !w->v[i].is_row || (own && strcmp(own, period) == 0);
    }
}

/*
 * A conflict of the parts of one period, if there is one, which people understand sooner than one over
 * many; else of all parts.
 */
static enum zj_status find_conflict(struct sec_switches *w, bool *in, enum mc_found *found,
                                    struct zj_err *err)
{
    bool *seen = zj_calloc((size_t)w->n + 1, sizeof *seen);
    enum zj_status st = ZJ_OK;

    *found = MC_AGREE;
    for (int k = w->n - 1; k >= 0 && *found != MC_COLLIDE && st == ZJ_OK; k--) {
        if (seen[k] || !period_of(&w->v[k]))
            continue;
        only_period(w, period_of(&w->v[k]), in);
        for (int i = 0; i < w->n; i++)
            seen[i] |= w->v[i].is_row && in[i];
        st = sec_switches_probe(w, in, found, err);
    }
    free(seen);
    if (st != ZJ_OK || *found == MC_COLLIDE)
        return st;
    for (int i = 0; i < w->n; i++)
        in[i] = true;
    return sec_switches_probe(w, in, found, err);
}

/*
 * Cut the parts in[] down; on entry they may or may not collide, *found says. What cannot be
 * proved within the limits is kept.
 */
static enum zj_status cut_down(struct sec_collide *s, struct sec_switches *w, bool *in, enum mc_found *found,
                               struct zj_err *err)
{
    bool *few = sec_all_of(w->n), any = false, minimal = true;
    enum mc_found again = MC_OPEN;

    sec_set_limits(s, w);
    enum zj_status st = find_conflict(w, in, found, err);
    memcpy(few, in, (size_t)w->n * sizeof *few);
    if (st == ZJ_OK && *found == MC_COLLIDE)
        st = sec_switches_support(w, few, &any, err);
    if (st == ZJ_OK && any)
        st = sec_switches_probe(w, few, &again, err);
    if (again == MC_COLLIDE)
        memcpy(in, few, (size_t)w->n * sizeof *in);
    free(few);
    if (st == ZJ_OK && *found == MC_COLLIDE)
        st = mc_shrink(w->n, in, sec_switches_probe, w, &minimal, err);
    s->minimal &= minimal && *found != MC_OPEN;
    return st;
}

static enum zj_status find_rows(struct sec_collide *s, const struct mc_waivers *waived,
                                struct sec_parts *rows, enum mc_found *found, struct zj_err *err)
{
    const struct sec_blocks *b = &s->run->blocks;
    struct sec_ctx c;
    struct sec_switches w;
    bool *mine = zj_calloc((size_t)b->n_county + 1, sizeof *mine);

    for (int k = 0; k < b->n_county; k++)
        mine[k] = b->owner[k] == s->block;
    sec_open_context(s, waived, NULL, &c);
    sec_switches_init(&w, &c, b->has[s->block], mine, NULL, NULL);
    bool *in = sec_all_of(w.n);
    enum zj_status st = cut_down(s, &w, in, found, err);
    take_parts(s, &w, in, rows);
    free(in);
    free(mine);
    sec_switches_release(&w);
    sec_ctx_release(&c);
    return st;
}

/* ---- filters -------------------------------------------------------------------------------------- */

enum zj_status sec_cut_lifted(struct sec_collide *s, const struct mc_waivers *waived, const bool *touch,
                              bool filters, struct sec_parts *parts, enum mc_found *found, struct zj_err *err)
{
    const struct mc_waivers only = sec_as_list(parts);
    struct sec_ctx c;
    struct sec_switches w;

    sec_open_context(s, waived, touch, &c);
    sec_switches_init(&w, &c, touch, NULL, &only, filters ? NULL : &only);
    bool *in = sec_all_of(w.n);
    enum zj_status st = cut_down(s, &w, in, found, err);
    for (int k = 0; k < w.n && st == ZJ_OK && *found == MC_COLLIDE; k++) {
        if (in[k])
            st = sec_switches_number(&w, in, k, err);
    }
    take_parts(s, &w, in, parts);
    free(in);
    sec_switches_release(&w);
    sec_ctx_release(&c);
    return st;
}

static void keep_group(struct sec_collide *s, const struct sec_parts *parts, int group)
{
    for (int i = 0; i < parts->n; i++) {
        struct zj_conflict_part part = parts->v[i];
        part.group = group;
        sec_parts_add(&s->parts, &part);
    }
}

enum zj_status sec_collide(struct sec_collide *s, int group, bool *found, struct zj_err *err)
{
    const struct zj_instance *in = s->run->ctx->in;
    const struct mc_waivers before = sec_as_list(&s->parts);
    struct sec_parts parts = {0}, past = {0};
    enum mc_found rows = MC_OPEN, filters = MC_OPEN;
    bool minimal = s->minimal;

    enum zj_status st = find_rows(s, &before, &parts, &rows, err);
    bool first = s->parts.n == 0;
    *found = st == ZJ_OK && (rows == MC_COLLIDE || first);
    bool *touch = sec_touched(in, &parts);
    if (*found)
        st = sec_cut_lifted(s, &before, touch, true, &parts, &filters, err);
    if (*found && st == ZJ_OK && filters == MC_COLLIDE && in->n_history > 0)
        st = sec_cut_both(s, touch, &parts, &past, err);
    *found &= st == ZJ_OK && (filters == MC_COLLIDE || first);
    if (*found) {
        keep_group(s, &parts, group);
        keep_group(s, &past, group);
    } else {
        s->minimal = minimal;
    }
    free(touch);
    free(parts.v);
    free(past.v);
    return st;
}
