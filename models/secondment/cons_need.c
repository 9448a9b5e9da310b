/*
 * cons_need.c - periods that nobody's load covers.        its own tier; HARD: none may be left
 *
 * Policy  Yangcheng scheme: "解决艺术、体育、信息技术等紧缺学科问题".
 * Sets    schools s and subjects j in demand that a need rule selects (all, without such a rule), terms e.
 * Vars    x[a]; u[s,j,e] >= 0 periods left unstaffed                       (model.h)
 * Rows    u + supply(s,j,e) >= need(s,j):
 *         supply = sum of max_week over home teachers with main subject j who are not away in e,
 *                + sum of max_week over postings into s in j whose kind fills load; running history too.
 *         need   = periods a week times classes, over the demand rows, in every term alike.
 *         Every unit of u costs 1 in the tier `need`; it never counts in the soft tier.
 * Size    |schools| |subjects| |terms| rows, those that can bind.
 * Check   solver/verify/secondment/check_need.c, which shares no code with this file.
 */
#include "models/secondment/places.h"
#include "models/secondment/reasons.h"

#include <stdlib.h>

/* The rule that selects the cell, a hard one first; NULL when it has rules and none does. */
static const struct zj_rule *selected_by(const struct sec_ctx *c, int school, int subject)
{
    static const struct zj_rule implied = {.id = ZJ_R_need, .index = -1, .hard = false, .weight = 1};
    const struct zj_rule *found = NULL;
    bool any = false;

    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        if (r->id != ZJ_R_need)
            continue;
        any = true;
        if (mc_school_passes(c->in, &r->where, school) && mc_any_or_has(&r->subjects, subject) &&
            (!found || (r->hard && !found->hard)))
            found = r;
    }
    return any ? found : &implied;
}

static int64_t past_supply(const struct sec_ctx *c, int school, int subject, int term)
{
    int64_t sum = 0;

    for (int i = 0; i < c->n_past; i++) {
        const struct sec_past *h = &c->past[i];
        if (!sec_past_active(h, term) || h->subject != subject)
            continue;
        if (c->in->teacher[h->teacher].school == school)
            sum -= sec_load(c, h->teacher, ZJ_PERIODS);
        if (h->to == school && sec_fills_load(c, h->kind))
            sum += sec_load(c, h->teacher, ZJ_PERIODS);
    }
    return sum;
}

static int64_t supply(const struct sec_ctx *c, int school, int subject, const struct zj_posting *p)
{
    int64_t load = sec_load(c, p->teacher, ZJ_PERIODS);

    return (p->to == school && p->subject == subject && sec_fills_load(c, p->kind) ? load : 0) -
           (p->from == school && c->in->teacher[p->teacher].subjects.v[0] == subject ? load : 0);
}

static int64_t home_supply(const struct sec_ctx *c, int school, int subject)
{
    int64_t sum = 0;

    for (int t = 0; t < c->in->n_teachers; t++) {
        if (c->in->teacher[t].school == school && c->in->teacher[t].subjects.v[0] == subject)
            sum += sec_load(c, t, ZJ_PERIODS);
    }
    return sum;
}

int64_t sec_shortage(const struct sec_ctx *c, const struct zj_postings *p, int school, int subject, int term)
{
    int64_t left = -home_supply(c, school, subject) - past_supply(c, school, subject, term);

    if (!selected_by(c, school, subject))
        return -1;
    for (int i = 0; i < c->in->n_demand; i++) {
        const struct zj_demand *d = &c->in->demand[i];
        if (d->school == school && d->subject == subject)
            left += (int64_t)d->periods * d->classes;
    }
    for (int i = 0; i < p->n; i++) {
        if (sec_active(&p->v[i], term))
            left -= supply(c, school, subject, &p->v[i]);
    }
    return left > 0 ? left : 0;
}

static void rows_of_cell(struct sec_model *m, const struct zj_rule *r, int school, int subject, int64_t need)
{
    const struct sec_ctx *c = m->ctx;
    int64_t home = home_supply(c, school, subject);
    int n;

    for (int e = 0; e < c->in->n_terms; e++) {
        int64_t past = past_supply(c, school, subject, e);
        sec_row_begin(
            m, r,
            sec_where(m, "%s/%s %s", c->in->school[school].id, zj_word(c->in, subject), c->in->term[e].id));
        const int *arc = sec_arcs_at(m, school, &n);
        for (int i = 0; i < n; i++) {
            if (sec_active(&m->arc[arc[i]].p, e))
                sec_row_arc(m, arc[i], supply(c, school, subject, &m->arc[arc[i]].p));
        }
        struct sec_row *row = sec_row_end(m, need - home - past, SEC_NO_LIMIT);
        row->tier = ZJ_T_NEED;
        row->weight = 1;
        row->past = past < 0;
        row->given = home + past;
    }
}

/* `r` is NULL: the tier exists whether or not the policy has a need rule. */
static void rows(struct sec_model *m, const struct zj_rule *r)
{
    const struct zj_instance *in = m->ctx->in;
    int64_t *need = zj_calloc((size_t)in->words.n + 1, sizeof *need);

    (void)r;
    for (int s = 0; s < in->n_schools; s++) {
        if (!m->in_block[s])
            continue;
        for (int w = 0; w < in->words.n; w++)
            need[w] = 0;
        for (int i = 0; i < in->n_demand; i++) {
            if (in->demand[i].school == s)
                need[in->demand[i].subject] += (int64_t)in->demand[i].periods * in->demand[i].classes;
        }
        for (int w = 0; w < in->words.n; w++) {
            const struct zj_rule *by = need[w] > 0 ? selected_by(m->ctx, s, w) : NULL;
            if (by)
                rows_of_cell(m, by, s, w, need[w]);
        }
    }
    free(need);
}

const struct sec_family cons_need = {.rows = rows};
