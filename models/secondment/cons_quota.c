/*
 * cons_quota.c - at least, at most so many, at a place in a period.         usually HARD
 *
 * Policy  Liuzhou scheme: "派出不少于3名骨干教师到联合单位支教" (a year); Libo: "至少 3 名以上".
 * Sets    places q (pairs, senders, hosts, communities, the county); periods e (terms, years, horizon).
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each q, e:  min <= H[q,e] + sum over a of w[a,q,e] x[a] <= max,  where w is
 *         starts: 1 if a starts in e; active: terms of a within e; people: 1 if a is active in e and
 *         no earlier posting of the path (nor history) already counts at q in e.
 *         H = what running history contributes (never a start).
 * Size    |places| |periods| rows, those that can bind.
 * Check   solver/verify/secondment/check_quota.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

#include <stdlib.h>

struct window {
    int first, last; /* terms */
};

static int overlap(struct window w, int first, int last)
{
    int lo = first > w.first ? first : w.first, hi = last < w.last ? last : w.last;

    return hi < lo ? 0 : hi - lo + 1;
}

/* Is the posting active in the window and one of those the rule counts at the place? */
static int counted_terms(const struct sec_ctx *c, const struct zj_rule *r, const struct sec_place *at,
                         struct window w, const struct zj_posting *p)
{
    int terms = overlap(w, p->start, p->start + p->terms - 1);

    return terms && sec_counts_at(c, at, r->direction, p->from, p->to) &&
                   sec_kind_in(r, c->pol->kind[p->kind].name) && sec_posting_passes(c, &r->filter, p)
               ? terms
               : 0;
}

static int past_terms(const struct sec_ctx *c, const struct zj_rule *r, const struct sec_place *at,
                      struct window w, const struct sec_past *h)
{
    int terms = h->first <= h->last ? overlap(w, h->first, h->last) : 0;

    return terms && sec_counts_at(c, at, r->direction, h->from, h->to) && sec_kind_in(r, h->word) &&
                   sec_past_passes(c, &r->filter, h)
               ? terms
               : 0;
}

static bool past_counts(const struct sec_ctx *c, const struct zj_rule *r, const struct sec_place *at,
                        struct window w, int teacher)
{
    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++) {
        if (past_terms(c, r, at, w, &c->past[i]))
            return true;
    }
    return false;
}

/* H[q,e] */
static int64_t history(const struct sec_ctx *c, const struct zj_rule *r, const struct sec_place *at,
                       struct window w)
{
    int64_t sum = 0;

    if (r->count == ZJ_STARTS)
        return 0;
    for (int i = 0; i < c->n_past; i++) {
        bool seen = false;
        for (int k = c->past_of[c->past[i].teacher]; r->count == ZJ_PEOPLE && k < i && !seen; k++)
            seen = past_terms(c, r, at, w, &c->past[k]) > 0;
        int terms = past_terms(c, r, at, w, &c->past[i]);
        sum += r->count == ZJ_ACTIVE ? terms : terms && !seen ? 1 : 0;
    }
    return sum;
}

/* w[a,q,e] of an arc whose posting is active in e and counts at q for `terms` terms. */
static int64_t weight(const struct sec_model *m, const struct zj_rule *r, const struct sec_place *at,
                      struct window w, int arc, int terms)
{
    const struct zj_posting *p = &m->arc[arc].p;
    int n;

    if (r->count == ZJ_STARTS)
        return w.first <= p->start && p->start <= w.last;
    if (r->count == ZJ_ACTIVE)
        return terms;
    const struct zj_posting *before = sec_prefix(m, arc, &n);
    for (int i = 0; i < n; i++) {
        if (counted_terms(m->ctx, r, at, w, &before[i]))
            return 0;
    }
    return !past_counts(m->ctx, r, at, w, p->teacher);
}

static void row(struct sec_model *m, const struct zj_rule *r, const struct sec_place *at, int period,
                const bool *passes)
{
    const struct sec_ctx *c = m->ctx;
    struct window w;

    sec_period(c, r->per, period, &w.first, &w.last);
    sec_row_begin(m, r, sec_where(m, "%s %s", at->text, sec_period_text(c, r->per, period)));
    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *p = &m->arc[a].p;
        int terms = passes[a] ? overlap(w, p->start, p->start + p->terms - 1) : 0;
        if (terms && sec_counts_at(c, at, r->direction, p->from, p->to))
            sec_row_arc(m, a, weight(m, r, at, w, a, terms));
    }
    int64_t past = history(c, r, at, w);
    int64_t lo = sec_at_least(r->min, past), hi = sec_at_most(r->max, past);
    struct sec_row *end = at->over == ZJ_OVER_COUNTY ? sec_row_end_county(m, lo, hi) : sec_row_end(m, lo, hi);
    end->past = past > 0;
    end->given = past;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    struct sec_places places = sec_places_of(m, r, r->over);
    bool *passes = zj_calloc((size_t)m->n_arcs, sizeof *passes);

    for (int a = 0; a < m->n_arcs; a++)
        passes[a] = sec_kind_in(r, m->ctx->pol->kind[m->arc[a].p.kind].name) &&
                    sec_posting_passes(m->ctx, &r->filter, &m->arc[a].p);
    for (int q = 0; q < places.n; q++) {
        for (int e = 0; e < sec_n_periods(m->ctx, r->per); e++)
            row(m, r, &places.v[q], e, passes);
    }
    free(passes);
    free(places.v);
}

/* People count once: hosts of counted postings that reach into the period of the next free term. */
static void remember(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before, int n,
                     int first_free, struct pool_bytes *memory)
{
    if (r->count != ZJ_PEOPLE || r->per == ZJ_PER_TERM || first_free >= c->in->n_terms)
        return;
    int year = c->in->term[first_free].year_index;
    for (int i = 0; i < n; i++) {
        int last = before[i].start + before[i].terms - 1;
        if ((r->per == ZJ_PER_HORIZON || c->in->term[last].year_index == year) &&
            sec_kind_in(r, c->pol->kind[before[i].kind].name) &&
            sec_posting_passes(c, &r->filter, &before[i]))
            sec_remember(memory, before[i].to);
    }
    sec_remember(memory, -1);
}

const struct sec_family cons_quota = {.remember = remember, .rows = rows};
