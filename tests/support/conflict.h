/*
 * conflict.h - what brute force and the verifier say of the conflicts that a plan names.
 */
#ifndef TESTS_SUPPORT_CONFLICT_H
#define TESTS_SUPPORT_CONFLICT_H

#include "tests/support/brute.h"

/*
 * NULL, or in one sentence what is wrong. Of every conflict by itself: no set of postings keeps all its
 * parts, whatever else it breaks, and without any one part some set does; numbers are as the verifier
 * counts them. Of all together: no part is in two of them, and without all of them there is a lawful
 * plan, unless there are `most` of them.
 */
const char *wrong_conflicts(const struct zj_instance *in, const struct zj_policy *pol,
                            const struct zj_postings *keep, const struct zj_plan *plan, int most);

#endif
