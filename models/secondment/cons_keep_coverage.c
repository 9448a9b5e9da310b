/*
 * cons_keep_coverage.c - a sender is not bled dry.                          usually HARD
 *
 * Policy  Yangcheng scheme: "在不影响县城优质学校正常教学秩序的前提下".
 * Sets    schools s, terms e, categories k (main subject, or post) of home teachers.
 * Vars    x[a]; y[s,e,k] = 1 iff anybody of k is away from s in e          (model.h)
 * Rows    with base, away, arrivals in heads or periods; away and arrivals include running history:
 *         base - away + arrivals >= min                    where base >= min (implied while nobody leaves)
 *         leavers <= U y,  arrivals - away >= (min - base) y  where base <  min, so that a school that is
 *                                                          short anyway binds only once somebody leaves
 *         away <= floor(max_away_permille * base / 1000)
 * Size    at most 3 |schools| |terms| |categories| rows, those that can bind.
 * Check   solver/verify/secondment/check_keep_coverage.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

struct cell {
    int school, of, term; /* of = subject word or post */
    int64_t base, past_away, past_in;
    int heads, past_leavers; /* home teachers of the category; those whom history keeps away */
    const char *where;
};

/* The category in which a teacher is missed at home. */
static int home_category(const struct sec_ctx *c, const struct zj_rule *r, int teacher)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];

    return r->by == ZJ_BY_POST ? (int)t->post : t->subjects.v[0];
}

static int host_category(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int subject)
{
    return r->by == ZJ_BY_POST ? (int)c->in->teacher[teacher].post : subject;
}

static void add_history(const struct sec_ctx *c, const struct zj_rule *r, struct cell *k)
{
    for (int i = 0; i < c->n_past; i++) {
        const struct sec_past *h = &c->past[i];
        int64_t load = sec_load(c, h->teacher, r->unit);
        if (!sec_past_active(h, k->term))
            continue;
        if (c->in->teacher[h->teacher].school == k->school && home_category(c, r, h->teacher) == k->of) {
            k->past_away += load;
            k->past_leavers++;
        }
        if (h->to == k->school && sec_fills_load(c, h->kind) &&
            host_category(c, r, h->teacher, h->subject) == k->of)
            k->past_in += load;
    }
}

static bool leaves(const struct sec_model *m, const struct zj_rule *r, const struct cell *k,
                   const struct zj_posting *p)
{
    return p->from == k->school && sec_active(p, k->term) && home_category(m->ctx, r, p->teacher) == k->of;
}

static int64_t away(const struct sec_model *m, const struct zj_rule *r, const struct cell *k,
                    const struct zj_posting *p)
{
    return leaves(m, r, k, p) ? sec_load(m->ctx, p->teacher, r->unit) : 0;
}

static int64_t arrives(const struct sec_model *m, const struct zj_rule *r, const struct cell *k,
                       const struct zj_posting *p)
{
    return p->to == k->school && sec_active(p, k->term) && sec_fills_load(m->ctx, p->kind) &&
                   host_category(m->ctx, r, p->teacher, p->subject) == k->of
               ? sec_load(m->ctx, p->teacher, r->unit)
               : 0;
}

/* arrivals - away, or -away alone, over the arcs. */
static void add_balance(struct sec_model *m, const struct zj_rule *r, const struct cell *k,
                        bool with_arrivals)
{
    int n;
    const int *arc = sec_arcs_at(m, k->school, &n);

    for (int i = 0; i < n; i++) {
        const struct zj_posting *p = &m->arc[arc[i]].p;
        sec_row_arc(m, arc[i], (with_arrivals ? arrives(m, r, k, p) : 0) - away(m, r, k, p));
    }
}

static void row_if_anybody_leaves(struct sec_model *m, const struct zj_rule *r, const struct cell *k)
{
    int y = sec_aux_new(m, 1), n;
    const int *arc = sec_arcs_at(m, k->school, &n);

    sec_row_begin(m, r, k->where);
    m->row[m->n_rows].indicator = y;
    for (int i = 0; i < n; i++)
        sec_row_arc(m, arc[i], leaves(m, r, k, &m->arc[arc[i]].p));
    sec_row_aux(m, y, -k->heads);
    sec_row_end(m, -SEC_NO_LIMIT, 0)->hard = true;
    sec_row_begin(m, r, k->where);
    add_balance(m, r, k, true);
    sec_row_aux(m, y, k->base - r->min + k->past_in);
    sec_row_end(m, 0, SEC_NO_LIMIT)->given = r->min;
}

static void rows_of_cell(struct sec_model *m, const struct zj_rule *r, const struct cell *k)
{
    if (r->min != ZJ_NONE && k->base < r->min && k->past_leavers == 0) {
        row_if_anybody_leaves(m, r, k);
    } else if (r->min != ZJ_NONE) {
        sec_row_begin(m, r, k->where);
        add_balance(m, r, k, true);
        int64_t kept = k->base - k->past_away + k->past_in;
        struct sec_row *row = sec_row_end(m, r->min - kept, SEC_NO_LIMIT);
        row->past = k->past_away > 0;
        row->given = kept;
    }
    if (r->max_away_permille != ZJ_NONE) {
        sec_row_begin(m, r, k->where);
        add_balance(m, r, k, false);
        int64_t most = sec_permille(r->max_away_permille * k->base, r->round);
        struct sec_row *row = sec_row_end(m, k->past_away - most, SEC_NO_LIMIT);
        row->past = k->past_away > 0;
        row->given = -k->past_away;
        row->mirrored = true;
    }
}

static struct zj_ids categories(struct sec_model *m, const struct zj_rule *r)
{
    static int posts[] = {ZJ_TEACHER, ZJ_MIDDLE, ZJ_VICE, ZJ_PRINCIPAL};

    return r->by == ZJ_BY_POST ? (struct zj_ids){ZJ_N_POSTS, posts} : sec_block_subjects(m);
}

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    const struct sec_ctx *c = m->ctx;
    struct zj_ids all = categories(m, r);

    for (int s = 0; s < c->in->n_schools; s++) {
        if (!m->in_block[s] || !mc_school_passes(c->in, &r->where, s))
            continue;
        for (int i = 0; i < all.n; i++) {
            struct cell k = {.school = s, .of = all.v[i]};
            if (r->by != ZJ_BY_POST && !mc_any_or_has(&r->subjects, k.of))
                continue;
            for (int t = 0; t < c->in->n_teachers; t++) {
                if (c->in->teacher[t].school == s && home_category(c, r, t) == k.of) {
                    k.base += sec_load(c, t, r->unit);
                    k.heads++;
                }
            }
            for (k.term = 0; k.heads > 0 && k.term < c->in->n_terms; k.term++) {
                k.past_away = k.past_in = k.past_leavers = 0;
                add_history(c, r, &k);
                k.where = sec_where(m, "%s/%s %s", c->in->school[s].id,
                                    r->by == ZJ_BY_POST ? sec_post_text(k.of) : zj_word(c->in, k.of),
                                    c->in->term[k.term].id);
                rows_of_cell(m, r, &k);
            }
        }
    }
}

const struct sec_family cons_keep_coverage = {.rows = rows};
