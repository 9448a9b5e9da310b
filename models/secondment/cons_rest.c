/*
 * cons_rest.c - terms at home between two postings.                         usually HARD
 *
 * Policy  Linzi and Libo schemes: terms of one to two years, then the teacher returns.
 * Sets    postings p of a teacher; earlier postings q of the plan; history, before or after.
 * Vars    x[a] on the network; its nodes remember the end of the last posting of the kinds.
 * Rows    none: gap(q, p) = whole terms between them; an arc with gap < n is left out (hard) or
 *         costs the weight once (soft). History that ended before the first term counts
 *         floor(days between / 183) terms.
 * Size    0 rows; up to n more nodes for each end of a posting.
 * Check   solver/verify/secondment/check_rest.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

enum { DAYS_A_TERM = 183 };

/* Whole terms at home between the posting and one of history, whichever comes first. */
static int gap(const struct sec_ctx *c, const struct zj_posting *p, const struct sec_past *h)
{
    const struct zj_term *term = c->in->term;
    int n = 0;

    if (h->end < term[0].start)
        return (term[p->start].start - h->end) / DAYS_A_TERM;
    for (int t = 0; t < c->in->n_terms; t++) {
        bool after_history = term[t].start > h->end && t < p->start;
        bool before_history = term[t].end < h->start && t >= p->start + p->terms;
        n += after_history || before_history;
    }
    return n;
}

static bool too_near_history(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    for (int i = c->past_of[p->teacher]; i < c->past_of[p->teacher + 1]; i++) {
        if (sec_kind_in(r, c->past[i].word) && gap(c, p, &c->past[i]) < r->terms)
            return true;
    }
    return false;
}

static bool too_near_plan(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before,
                          int n, const struct zj_posting *p)
{
    for (int i = n - 1; i >= 0; i--) {
        if (sec_kind_in(r, c->pol->kind[before[i].kind].name))
            return p->start - (before[i].start + before[i].terms) < r->terms;
    }
    return false;
}

static void remember(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before, int n,
                     int first_free, struct pool_bytes *memory)
{
    int until = first_free; /* the first term in which the rest is over */

    for (int i = 0; i < n; i++) {
        if (sec_kind_in(r, c->pol->kind[before[i].kind].name))
            until = before[i].start + before[i].terms + r->terms;
    }
    sec_remember(memory, until > first_free ? until : first_free);
}

const struct sec_family cons_rest = {
    .offends = too_near_history, .offends_after = too_near_plan, .remember = remember};
