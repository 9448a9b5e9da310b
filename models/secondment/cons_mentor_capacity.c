/*
 * cons_mentor_capacity.c - nobody shadows without a mentor who has time.     usually HARD
 *
 * Policy  Shangkou scheme: mentors "也要担纲辅导本校青年教师"; Libo: one mentor for each weak teacher.
 * Sets    hosts s, assignment subjects j, terms e; M(s,j,e) = home teachers of s with subject j who pass
 *         the mentor filter on e's first day and are not away.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    for each s, j, e:  postings of the kinds into s in j active in e <= max |M(s,j,e)|, where every
 *         mentor who is posted away in e takes `max` off the right-hand side; running history included.
 * Size    |hosts| |subjects| |terms| rows, those that can bind.
 * Check   solver/verify/secondment/check_mentor_capacity.c, which shares no code with this file.
 */
#include "models/secondment/places.h"

/* Without a mentor filter: whoever holds one of the known honours. */
static bool may_mentor(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    static const char *const ranks[] = {"backbone", "subject_leader", "master"};

    if (!r->mentor.empty)
        return mc_teacher_passes(c->in, &r->mentor, teacher, c->in->term[term].start, -1);
    for (size_t i = 0; i < sizeof ranks / sizeof ranks[0]; i++) {
        int word = zj_intern_find(&c->in->words, ranks[i]);
        if (word >= 0 && zj_ids_has(&c->in->teacher[teacher].rank, word))
            return true;
    }
    return false;
}

static int64_t sign(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    return may_mentor(c, r, teacher, term);
}

static bool is_mentor(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int school, int subject,
                      int term)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];

    return t->school == school && zj_ids_has(&t->subjects, subject) && may_mentor(c, r, teacher, term);
}

static bool away_by_history(const struct sec_ctx *c, int teacher, int term)
{
    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++) {
        if (sec_past_active(&c->past[i], term))
            return true;
    }
    return false;
}

static void row(struct sec_model *m, const struct zj_rule *r, int school, int subject, int term)
{
    const struct sec_ctx *c = m->ctx;
    int64_t room = 0, past = 0;

    sec_row_begin(
        m, r,
        sec_where(m, "%s/%s %s", c->in->school[school].id, zj_word(c->in, subject), c->in->term[term].id));
    for (int a = 0; a < m->n_arcs; a++) {
        const struct zj_posting *p = &m->arc[a].p;
        if (!sec_active(p, term))
            continue;
        bool arrives = p->to == school && p->subject == subject && sec_kind_in(r, c->pol->kind[p->kind].name);
        sec_row_arc(m, a,
                    (arrives ? 1 : 0) + (is_mentor(c, r, p->teacher, school, subject, term) ? r->max : 0));
    }
    for (int t = 0; t < c->in->n_teachers; t++) {
        if (is_mentor(c, r, t, school, subject, term) && !away_by_history(c, t, term))
            room += r->max;
    }
    for (int i = 0; i < c->n_past; i++) {
        const struct sec_past *h = &c->past[i];
        if (sec_past_active(h, term) && h->to == school && h->subject == subject && sec_kind_in(r, h->word))
            past++;
    }
    sec_row_end(m, -SEC_NO_LIMIT, room - past)->past = past > 0;
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

const struct sec_family cons_mentor_capacity = {.sign = sign, .rows = rows};
