/*
 * cons_backfill.c - who leaves is replaced, same subject, same terms.       usually HARD
 *
 * Policy  Enshi scheme: "到城区学校跟岗学习，顶岗执教".
 * Sets    senders s, assignment subjects j, terms e.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each s, j, e:  departures of the kinds from s in j - arrivals at s in j that fill load <= 0,
 *         running history included on both sides. Counted, not matched one to one; arrivals of
 *         any kind count.
 * Size    |schools| |subjects| |terms| rows, those that can bind.
 * Check   solver/verify/secondment/check_backfill.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

static int64_t balance(const struct sec_ctx *c, const struct zj_rule *r, int school, int from, int to,
                       int word, int kind)
{
    return (from == school && sec_kind_in(r, word) ? 1 : 0) -
           (to == school && sec_fills_load(c, kind) ? 1 : 0);
}

static void row(struct sec_model *m, const struct zj_rule *r, int school, int subject, int term)
{
    const struct sec_ctx *c = m->ctx;
    int64_t past = 0;

    sec_row_begin(
        m, r,
        sec_where(m, "%s/%s %s", c->in->school[school].id, zj_word(c->in, subject), c->in->term[term].id));
    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *p = &m->arc[a].p;
        if (p->subject == subject && sec_active(p, term))
            sec_row_arc(m, a, balance(c, r, school, p->from, p->to, c->pol->kind[p->kind].name, p->kind));
    }
    for (int i = 0; i < c->n_past; i++) {
        const struct sec_past *h = &c->past[i];
        if (h->subject == subject && sec_past_active(h, term))
            past += balance(c, r, school, c->in->teacher[h->teacher].school, h->to, h->word, h->kind);
    }
    sec_row_end(m, -SEC_NO_LIMIT, -past)->past = past > 0;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    struct zj_ids subjects = sec_block_subjects(m);

    for (int s = 0; s < m->ctx->in->n_schools; s++) {
        if (!m->in_block[s] || !mc_school_passes(m->ctx->in, &r->where, s))
            continue;
        for (int j = 0; j < subjects.n; j++) {
            for (int e = 0; mc_any_or_has(&r->subjects, subjects.v[j]) && e < m->ctx->in->n_terms; e++)
                row(m, r, s, subjects.v[j], e);
        }
    }
}

const struct sec_family cons_backfill = {.rows = rows};
