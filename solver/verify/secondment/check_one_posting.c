/*
 * check_one_posting.c - nobody is posted to two places in one term.
 *
 * Policy    A teacher has at most one posting in a term, counting postings of the past that still run.
 * Place     Teachers with a posting in the plan; every term of the horizon.
 * Counted   need = 1; have = the largest number of postings of the teacher in one term.
 * Shortfall Postings beyond the first, summed over the terms in which the plan has one. Postings of
 *           history that overlap each other are the data's affair, not the plan's.
 * Units     Postings (in a term).
 * Example   Wanhong and Zhangyang year plan: 互派到对方的教师 第一学期…第二学期…, one name in each term.
 */
#include "solver/verify/check.h"

/* Postings of one teacher active in the term; *planned is how many of them the plan made. */
static int active_in(const struct vf_check *c, int teacher, int term, int *planned)
{
    int n = 0;

    *planned = 0;
    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next) {
        n += vf_active(&c->stays.v[i], term);
        *planned += c->stays.v[i].planned && vf_active(&c->stays.v[i], term);
    }
    return n;
}

void check_one_posting(struct vf_check *c, const struct zj_rule *r)
{
    for (int teacher = 0; teacher < c->in->n_teachers; teacher++) {
        int first = c->stays.of_teacher[teacher], most = 0, beyond = 0;

        if (first < 0 || !c->stays.v[first].planned)
            continue;
        for (int t = 0; t < c->in->n_terms; t++) {
            int planned, n = active_in(c, teacher, t, &planned);

            if (planned == 0)
                continue;
            if (n > most)
                most = n;
            /* History counts once in a term, however many of its rows overlap there. */
            beyond += planned + (n > planned) - 1;
        }
        vf_found(c, r, c->in->teacher[teacher].id, 1, most, beyond);
    }
}
