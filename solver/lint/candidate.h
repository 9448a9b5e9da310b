/*
 * candidate.h - the postings that are open to somebody.
 *
 * Open is what the kinds, the tables and the hard rules about one posting allow.
 */
#ifndef ZJ_LINT_CANDIDATE_H
#define ZJ_LINT_CANDIDATE_H

#include "solver/data/policy.h"

struct lint_posting {
    int teacher, kind; /* kind: index into the policy's kinds */
    int from, to;
    int start;   /* term */
    int subject; /* word */
};

/*
 * Call `visit` for each that is open, by teacher, first term, kind, host, subject. A few that
 * are not open may be among them (near retirement, say): what is counted is never too few.
 */
void lint_each_posting(const struct zj_instance *in, const struct zj_policy *pol,
                       void (*visit)(void *ctx, const struct lint_posting *p), void *ctx);
/* Are there too many postings to look at each? */
bool lint_is_too_large(const struct zj_instance *in, const struct zj_policy *pol);
/* Does the rule name the kind (a word), or none? */
bool lint_kind_is(const struct zj_rule *r, int word);
/* Some hard rule keeps every posting of every kind inside its community. */
bool lint_stays_inside(const struct zj_policy *pol);

#endif
