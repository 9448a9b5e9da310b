/*
 * cons_exchange_rate.c - a share of the eligible moves each year, backbone teachers among them.  usually HARD
 *
 * Policy  national opinion of 2014, as summarised: at least 10 % of the eligible exchanged each year, of them
 *         20 % backbone; the denominator of the second share is disputed, so it is a parameter.
 * Sets    B(y) = teachers who pass the base filter on the first day of school year y.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    with m(y) = people of B(y) who start a posting of the kinds in y, b(y) = backbone among them:
 *         m(y) >= round(permille |B(y)| / 1000)
 *         exchanged: 1000 b(y) - backbone_permille m(y) >= 0 (round up; -999 down, -499 nearest), a
 *                    shortfall of s people being 1000 s
 *         eligible:  b(y) >= round(backbone_permille |backbone in B(y)| / 1000)
 *         all summed over all communities.
 * Size    2 rows a year.
 * Check   solver/verify/secondment/check_exchange_rate.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

static bool in_base(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int32_t day)
{
    return mc_teacher_passes(c->in, &r->filter, teacher, day, -1) &&
           mc_teacher_passes(c->in, &r->where, teacher, day, -1);
}

static bool starts_in(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p, int year)
{
    return c->in->term[p->start].year_index == year && sec_kind_in(r, c->pol->kind[p->kind].name);
}

/* Does the arc add a person to m(y)? */
static bool adds_person(const struct sec_model *m, const struct zj_rule *r, int arc, int year)
{
    const struct sec_ctx *c = m->ctx;
    int n;
    const struct zj_posting *before = sec_prefix(m, arc, &n);

    if (!starts_in(c, r, &m->arc[arc].p, year) ||
        !in_base(c, r, m->arc[arc].p.teacher, sec_year_start(c, year)))
        return false;
    for (int i = 0; i < n; i++) {
        if (starts_in(c, r, &before[i], year))
            return false;
    }
    return true;
}

static void row_of_rate(struct sec_model *m, const struct zj_rule *r, int year, int64_t eligible)
{
    if (r->permille == ZJ_NONE)
        return;
    sec_row_begin(m, r, sec_where(m, "county %s", sec_period_text(m->ctx, ZJ_PER_YEAR, year)));
    for (int a = 0; a < m->n_arcs; a++)
        sec_row_arc(m, a, adds_person(m, r, a, year));
    sec_row_end_county(m, sec_permille(r->permille * eligible, r->round), SEC_NO_LIMIT)->given = 0;
}

static void row_of_backbone(struct sec_model *m, const struct zj_rule *r, int year, int64_t backbone)
{
    bool of_exchanged = r->backbone_base == ZJ_BASE_EXCHANGED;
    int64_t slack = r->round == ZJ_ROUND_DOWN ? -999 : r->round == ZJ_ROUND_NEAREST ? -499 : 0;

    if (r->backbone_permille == ZJ_NONE)
        return;
    sec_row_begin(m, r, sec_where(m, "county/backbone %s", sec_period_text(m->ctx, ZJ_PER_YEAR, year)));
    for (int a = 0; a < m->n_arcs; a++) {
        if (!adds_person(m, r, a, year))
            continue;
        int64_t one = sec_is_backbone(m->ctx, m->arc[a].p.teacher);
        sec_row_arc(m, a, of_exchanged ? 1000 * one - r->backbone_permille : one);
    }
    if (of_exchanged)
        sec_row_end_county(m, slack, SEC_NO_LIMIT)->scale = 1000;
    else
        sec_row_end_county(m, sec_permille(r->backbone_permille * backbone, r->round), SEC_NO_LIMIT)->given =
            0;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    const struct sec_ctx *c = m->ctx;

    for (int y = 0; y < c->in->n_years; y++) {
        int64_t eligible = 0, backbone = 0;
        for (int t = 0; t < c->in->n_teachers; t++) {
            bool counts = in_base(c, r, t, sec_year_start(c, y));
            eligible += counts;
            backbone += counts && sec_is_backbone(c, t);
        }
        row_of_rate(m, r, y, eligible);
        row_of_backbone(m, r, y, backbone);
    }
}

/* Nobody counts twice in a year. */
static void remember(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before, int n,
                     int first_free, struct pool_bytes *memory)
{
    bool counted = false;

    for (int i = 0; i < n && first_free < c->in->n_terms; i++)
        counted |= starts_in(c, r, &before[i], c->in->term[first_free].year_index);
    sec_remember(memory, counted);
}

const struct sec_family cons_exchange_rate = {.remember = remember, .rows = rows};
