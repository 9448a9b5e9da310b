/*
 * cons_cycle.c - everybody's turn comes once within the years of the cycle.  usually HARD
 *
 * Policy  Enshi scheme: "三年内完成一个周期的全员跟岗培训".
 * Sets    roster = teachers who pass the filter on the first day of the horizon; last(t) = school year of
 *         the last posting of the kind in history (-1: none); deadline(t) = max(0, last + years).
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each type with a deadline inside the horizon:
 *             sum over first postings a of the kind with last < year(a) <= deadline of x[a] >= n(type)
 *         even: for each year y: people of E(y) who start in y >= ceil(|E(y)| / years), where E(y) passes
 *         the filter on y's first day and was not served in the `years` years before it.
 * Size    one row for each type that is due, one for each year when even (summed over all communities).
 * Check   solver/verify/secondment/check_cycle.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

/* School year of a past posting: >= 0 inside the horizon, -k when it began within k years before it. */
static int year_of(const struct sec_ctx *c, int32_t start)
{
    int32_t first = c->in->term[0].start;

    if (start >= first) {
        int term = 0;
        while (term + 1 < c->in->n_terms && c->in->term[term + 1].start <= start)
            term++;
        return c->in->term[term].year_index;
    }
    int k = 1;
    while (start < mc_years_later(first, -k))
        k++;
    return -k;
}

/* The last year in which history served the teacher; -1 when it never did. */
static bool last_year(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int *year)
{
    bool any = false;

    *year = -1;
    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++) {
        if (!sec_kind_in(r, c->past[i].word))
            continue;
        int y = year_of(c, c->past[i].start);
        *year = any && *year > y ? *year : y;
        any = true;
    }
    return any;
}

static bool on_roster(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int32_t day)
{
    return mc_teacher_passes(c->in, &r->filter, teacher, day, -1) &&
           mc_teacher_passes(c->in, &r->where, teacher, day, -1);
}

/* Does the posting start in years lo..hi and is it of the kind? */
static bool serves(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p, int lo,
                   int hi)
{
    int y = c->in->term[p->start].year_index;

    return lo <= y && y <= hi && sec_kind_in(r, c->pol->kind[p->kind].name);
}

/* Is the arc the path's first posting that serves in these years? */
static bool first_to_serve(const struct sec_model *m, const struct zj_rule *r, int arc, int lo, int hi)
{
    int n;
    const struct zj_posting *before = sec_prefix(m, arc, &n);

    if (!serves(m->ctx, r, &m->arc[arc].p, lo, hi))
        return false;
    for (int i = 0; i < n; i++) {
        if (serves(m->ctx, r, &before[i], lo, hi))
            return false;
    }
    return true;
}

static void row_of_type(struct sec_model *m, const struct zj_rule *r, int type)
{
    const struct sec_ctx *c = m->ctx;
    int who = m->type[type].teacher[0], last;

    if (!on_roster(c, r, who, c->in->term[0].start))
        return;
    bool served = last_year(c, r, who, &last);
    int deadline = last + r->years < 0 ? 0 : last + r->years;
    if (deadline >= c->in->n_years)
        return;
    int from = served && last >= 0 ? last + 1 : 0;
    sec_row_begin(m, r, sec_where(m, "%s", c->in->teacher[who].id));
    for (int a = 0; a < m->n_arcs; a++) {
        if (m->node[m->arc[a].node].type == type)
            sec_row_arc(m, a, first_to_serve(m, r, a, from, deadline));
    }
    struct sec_row *row = sec_row_end(m, m->type[type].n, SEC_NO_LIMIT);
    row->past = served;
    row->type = type;
}

/* In E(y)? */
static bool due_in(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int32_t day)
{
    int32_t since = mc_years_later(day, -r->years);

    if (!on_roster(c, r, teacher, day))
        return false;
    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++) {
        const struct sec_past *h = &c->past[i];
        if (sec_kind_in(r, h->word) && h->start >= since && h->start < c->in->term[0].start)
            return false;
    }
    return true;
}

static void row_of_year(struct sec_model *m, const struct zj_rule *r, int y)
{
    const struct sec_ctx *c = m->ctx;
    int32_t day = sec_year_start(c, y);
    int64_t due = 0;

    for (int t = 0; t < c->in->n_teachers; t++)
        due += due_in(c, r, t, day);
    sec_row_begin(m, r, sec_where(m, "county %s", sec_period_text(c, ZJ_PER_YEAR, y)));
    for (int a = 0; a < m->n_arcs; a++) {
        if (first_to_serve(m, r, a, y, y) && due_in(c, r, m->arc[a].p.teacher, day))
            sec_row_arc(m, a, 1);
    }
    sec_row_end_county(m, sec_permille(1000 * due / r->years + (1000 * due % r->years > 0), r->round),
                       SEC_NO_LIMIT)
        ->given = 0;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    for (int i = 0; i < m->n_types; i++)
        row_of_type(m, r, i);
    for (int y = 0; r->even && y < m->ctx->in->n_years; y++)
        row_of_year(m, r, y);
}

/* Served already, in the horizon; and, when even, in the year that goes on. */
static void remember(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before, int n,
                     int first_free, struct pool_bytes *memory)
{
    int last, year = first_free < c->in->n_terms ? c->in->term[first_free].year_index : c->in->n_years;
    bool in_cycle = false, in_year = false;

    for (int i = 0; i < n; i++) {
        bool served = last_year(c, r, before[i].teacher, &last);
        in_cycle |= serves(c, r, &before[i], served && last >= 0 ? last + 1 : 0, c->in->n_years);
        in_year |= r->even && serves(c, r, &before[i], year, year);
    }
    sec_remember(memory, 2 * in_cycle + in_year);
}

const struct sec_family cons_cycle = {.remember = remember, .rows = rows};
