/*
 * cons_must_rotate.c - whoever has been at one school too long moves.       usually SOFT
 *
 * Policy  a county's rules: "任教满9年及以上的教师…均应交流轮岗"; others say six years.
 * Sets    teachers whose completed years here reach the limit by the first day of the last term, less
 *         those whom history keeps away in some term of the horizon.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each such type:  sum over first postings a of x[a] >= n(type)
 * Size    one row for each type that is bound.
 * Check   solver/verify/secondment/check_must_rotate.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static bool is_bound(const struct sec_ctx *c, const struct zj_rule *r, int teacher)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];
    int32_t last_day = c->in->term[c->in->n_terms - 1].start;
    int years = mc_years(t->here_since, last_day);

    if (years == ZJ_NONE || years < r->years || !mc_any_or_has(&r->posts, (int)t->post) ||
        !mc_teacher_passes(c->in, &r->where, teacher, c->in->term[0].start, -1))
        return false;
    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++) {
        if (c->past[i].first <= c->past[i].last)
            return false;
    }
    return true;
}

static int64_t sign(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    return term == 0 && is_bound(c, r, teacher);
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    for (int i = 0; i < m->n_types; i++) {
        if (!is_bound(m->ctx, r, m->type[i].teacher[0]))
            continue;
        sec_row_begin(m, r, sec_where(m, "%s", m->ctx->in->teacher[m->type[i].teacher[0]].id));
        for (int a = 0; a < m->n_arcs; a++)
            sec_row_arc(m, a, m->arc[a].node == m->type[i].root);
        sec_row_end(m, m->type[i].n, SEC_NO_LIMIT)->type = i;
    }
}

const struct sec_family cons_must_rotate = {.sign = sign, .rows = rows};
