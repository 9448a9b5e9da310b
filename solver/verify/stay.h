/*
 * stay.h - plan postings and history postings in one language.
 *
 * A stay is one teacher at one other school for a run of terms, whoever ordered
 * it. Postings are counted by their own from and to; people who are away are
 * missed by the school of their row in the teachers' table.
 */
#ifndef ZJ_VERIFY_STAY_H
#define ZJ_VERIFY_STAY_H

#include "solver/data/plan.h"

struct vf_stay {
    bool planned; /* false: a row of history */
    int row;      /* index into the plan's postings or the instance's history */
    int teacher, from, to;
    int kind;    /* word */
    int subject; /* word: what is taught at the host; history: the main subject */
    bool fills_load;
    int first, last;              /* terms of the horizon it occupies, inclusive; last < first: none */
    int32_t start, end;           /* dates, inclusive; filters look at the start */
    int next, next_from, next_to; /* chains, -1 = end */
};

struct vf_stays {
    struct vf_stay *v; /* postings of the plan first, then history, in table order */
    int n, n_planned;
    int n_terms;
    int *of_teacher, *from_school, *to_school; /* first stay of each chain, in order of v */
    int *home_first, *home_next;               /* teachers of each school, in table order */
    unsigned char *away; /* [teacher * n_terms + term]: posted elsewhere, by plan or history */
};

/* Everything is allocated in the arena. A posting past the last term is cut there. */
void vf_stays_init(struct vf_stays *s, struct zj_arena *a, const struct zj_instance *in,
                   const struct zj_policy *pol, const struct zj_postings *plan);

static inline bool vf_active(const struct vf_stay *s, int term)
{
    return s->first <= term && term <= s->last;
}

static inline bool vf_is_away(const struct vf_stays *s, int teacher, int term)
{
    return s->away[(size_t)teacher * (size_t)s->n_terms + (size_t)term] != 0;
}

/* Is the word one that the rule names? A rule without kinds speaks of all. */
static inline bool vf_kind_is(const struct zj_rule *r, const struct vf_stay *s)
{
    return r->kinds.n == 0 || zj_ids_has(&r->kinds, s->kind);
}

#endif
