/*
 * cons_equal_exchange.c - as many go out as come in return.                 usually HARD
 *
 * Policy  Libo scheme: "对应的分校等额输出中层教干或骨干教师到总校跟岗学习"; Wanhong: "互派".
 * Sets    places q (pairs or communities), periods e, categories k (one; or subject, post, backbone or not).
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each q, e, k:  -tolerance <= sum lead-to-member x[a] - sum member-to-lead x[a] <= tolerance
 *         over arcs a that start in e, pass the filter and are of category k. Starts only, plan only.
 * Size    |places| |periods| |categories| rows, those that can bind.
 * Check   solver/verify/secondment/check_equal_exchange.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

#include <stdlib.h>

/* +1 from lead to member, -1 back, 0 neither or not at this place. */
static int64_t direction(const struct sec_ctx *c, const struct sec_place *q, const struct zj_posting *p)
{
    if (q->over == ZJ_OVER_COMMUNITY && c->in->school[p->to].community != q->a)
        return 0;
    return sec_counts_at(c, q, ZJ_LEAD_TO_MEMBER, p->from, p->to) -
           sec_counts_at(c, q, ZJ_MEMBER_TO_LEAD, p->from, p->to);
}

static int category(const struct sec_ctx *c, enum zj_by by, const struct zj_posting *p)
{
    switch (by) {
    case ZJ_BY_SUBJECT:
        return p->subject;
    case ZJ_BY_POST:
        return (int)c->in->teacher[p->teacher].post;
    case ZJ_BY_RANK:
        return sec_is_backbone(c, p->teacher);
    default:
        return 0;
    }
}

static const char *where_of(struct sec_model *m, const struct zj_rule *r, const char *place, int of,
                            const char *period)
{
    switch (r->by) {
    case ZJ_BY_SUBJECT:
        return sec_where(m, "%s/%s %s", place, zj_word(m->ctx->in, of), period);
    case ZJ_BY_POST:
        return sec_where(m, "%s/%s %s", place, sec_post_text(of), period);
    case ZJ_BY_RANK:
        return sec_where(m, "%s/%s %s", place, of ? "backbone" : "other", period);
    default:
        return sec_where(m, "%s %s", place, period);
    }
}

static struct zj_ids categories(struct sec_model *m, enum zj_by by)
{
    if (by == ZJ_BY_SUBJECT)
        return sec_block_subjects(m);
    int n = by == ZJ_BY_POST ? ZJ_N_POSTS : by == ZJ_BY_RANK ? 2 : 1;
    struct zj_ids all = {.v = zj_alloc_n(&m->arena, (size_t)n, sizeof *all.v)};
    while (all.n < n) {
        all.v[all.n] = all.n;
        all.n++;
    }
    return all;
}

static void row(struct sec_model *m, const struct zj_rule *r, const struct sec_place *q, int period, int of,
                const bool *passes)
{
    int first, last;

    sec_period(m->ctx, r->per, period, &first, &last);
    sec_row_begin(m, r, where_of(m, r, q->text, of, sec_period_text(m->ctx, r->per, period)));
    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *p = &m->arc[a].p;
        if (passes[a] && first <= p->start && p->start <= last && category(m->ctx, r->by, p) == of)
            sec_row_arc(m, a, direction(m->ctx, q, p));
    }
    int tolerance = r->tolerance == ZJ_NONE ? 0 : r->tolerance;
    struct sec_row *end = sec_row_end(m, -tolerance, tolerance);
    end->given = 0;
    end->mirrored = true;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    struct sec_places places = sec_places_of(m, r, r->over);
    struct zj_ids kinds_of = categories(m, r->by);
    bool *passes = zj_calloc((size_t)m->n_arcs, sizeof *passes);

    for (int a = 0; a < m->n_arcs; a++)
        passes[a] = sec_kind_in(r, m->ctx->pol->kind[m->arc[a].p.kind].name) &&
                    sec_posting_passes(m->ctx, &r->filter, &m->arc[a].p);
    for (int q = 0; q < places.n; q++) {
        for (int e = 0; e < sec_n_periods(m->ctx, r->per); e++) {
            for (int k = 0; k < kinds_of.n; k++)
                row(m, r, &places.v[q], e, kinds_of.v[k], passes);
        }
    }
    free(passes);
    free(places.v);
}

const struct sec_family cons_equal_exchange = {.rows = rows};
