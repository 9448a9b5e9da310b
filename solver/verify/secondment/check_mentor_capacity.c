/*
 * check_mentor_capacity.c - a mentor has only so many pupils of the trade.
 *
 * Policy    At each host, in each term, there are at most `max` shadowing teachers of a subject for each
 *           mentor of that subject.
 * Place     (host, subject, term) with somebody posted in; hosts that `where` selects, subjects among
 *           `subjects`. Mentors: home teachers of the host who teach the subject, are not away that term,
 *           and pass `mentor` on its first day; by default whoever is backbone, subject_leader or master.
 * Counted   have = postings of the kinds into the host, by their subject, running history included;
 *           need = max times mentors, the most there may be.
 * Shortfall Postings beyond that.
 * Units     Postings.
 * Example   Shangkou scheme: mentors 也要担纲辅导本校青年教师, besides those who come.
 */
#include "solver/verify/place.h"

static const char *const MENTOR_RANKS[] = {"backbone", "subject_leader", "master"};

static bool may_mentor(const struct vf_check *c, const struct zj_rule *r, int teacher, int32_t day)
{
    const struct zj_ids *rank = &c->in->teacher[teacher].rank;

    if (!r->mentor.empty)
        return vf_teacher_passes(c->in, &r->mentor, teacher, day);
    for (size_t i = 0; i < sizeof MENTOR_RANKS / sizeof MENTOR_RANKS[0]; i++) {
        int word = zj_intern_find(&c->in->words, MENTOR_RANKS[i]);

        if (word >= 0 && zj_ids_has(rank, word))
            return true;
    }
    return false;
}

static int64_t mentors(const struct vf_check *c, const struct zj_rule *r, const struct vf_cell *x)
{
    const struct zj_instance *in = c->in;
    int64_t n = 0;

    for (int i = c->stays.home_first[x->school]; i >= 0; i = c->stays.home_next[i])
        n += zj_ids_has(&in->teacher[i].subjects, x->category) && !vf_is_away(&c->stays, i, x->term) &&
             may_mentor(c, r, i, in->term[x->term].start);
    return n;
}

static int64_t shadowing(const struct vf_check *c, const struct zj_rule *r, const struct vf_cell *x)
{
    int64_t n = 0;

    for (int i = c->stays.to_school[x->school]; i >= 0; i = c->stays.v[i].next_to) {
        const struct vf_stay *s = &c->stays.v[i];

        n += vf_kind_is(r, s) && s->subject == x->category && vf_active(s, x->term);
    }
    return n;
}

void check_mentor_capacity(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_cells cells = {0};

    if (r->max == ZJ_NONE)
        return;
    for (int i = 0; i < c->stays.n; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (!vf_kind_is(r, s) || !vf_subject_is(r, s->subject) || !vf_school_passes(c->in, &r->where, s->to))
            continue;
        for (int t = s->first; t <= s->last; t++)
            vf_cells_add(&cells, s->to, s->subject, t);
    }
    vf_cells_sort(&cells);
    for (int i = 0; i < cells.n; i++) {
        const struct vf_cell *x = &cells.v[i];
        int64_t need = vf_times(r->max, mentors(c, r, x)), have = shadowing(c, r, x);

        vf_found(c, r, vf_where_cell(c, x->school, zj_word(c->in, x->category), x->term), need, have,
                 vf_over(have - need));
    }
    vf_cells_release(&cells);
}
