/*
 * cons_headcount.c - every school keeps its number of people.               usually HARD
 *
 * Policy  Libo scheme: "总量不变"; Yangcheng: "在学校的机构编制不变的情况下".
 * Sets    schools s, terms e.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each s, e:  -tolerance <= arrivals(s,e) - departures(s,e) <= tolerance, every kind,
 *         running history included.
 * Size    |schools| |terms| rows, those that can bind.
 * Check   solver/verify/secondment/check_headcount.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static void row(struct sec_model *m, const struct zj_rule *r, int school, int term)
{
    const struct sec_ctx *c = m->ctx;
    int tolerance = r->tolerance == ZJ_NONE ? 0 : r->tolerance;
    int64_t past = 0;

    sec_row_begin(m, r, sec_where(m, "%s %s", c->in->school[school].id, c->in->term[term].id));
    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *p = &m->arc[a].p;
        if (sec_active(p, term))
            sec_row_arc(m, a, (p->to == school) - (p->from == school));
    }
    for (int i = 0; i < c->n_past; i++) {
        const struct sec_past *h = &c->past[i];
        if (sec_past_active(h, term))
            past += (h->to == school) - (c->in->teacher[h->teacher].school == school);
    }
    struct sec_row *end = sec_row_end(m, -tolerance - past, tolerance - past);
    end->past = past != 0;
    end->given = past;
    end->mirrored = true;
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    for (int s = 0; s < m->ctx->in->n_schools; s++) {
        for (int e = 0;
             m->in_block[s] && mc_school_passes(m->ctx->in, &r->where, s) && e < m->ctx->in->n_terms; e++)
            row(m, r, s, e);
    }
}

const struct sec_family cons_headcount = {.rows = rows};
