/*
 * coverage.h - how many teachers a school may send in a term, by its keep_coverage entries.
 */
#ifndef ZJ_LINT_COVERAGE_H
#define ZJ_LINT_COVERAGE_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

#define LINT_NO_LIMIT INT64_MAX

/* The teachers of each school as chains, in table order; -1 = end. Heap. */
struct lint_homes {
    int *first, *next;
};

struct lint_homes lint_homes_new(const struct zj_instance *in);
void lint_homes_free(struct lint_homes *h);

/* Teachers with this main subject who may be away in one term when nobody comes instead; LINT_NO_LIMIT. */
int64_t lint_may_leave(const struct zj_instance *in, const struct zj_policy *pol, const struct lint_homes *h,
                       int school, int subject);
/* Is the teacher the first of the home school, in table order, with this main subject? */
bool lint_is_first_of(const struct zj_instance *in, const struct lint_homes *h, int teacher);
/* Leads from which quotas ask for more than coverage lets go. */
void lint_emptied_leads(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d);

#endif
