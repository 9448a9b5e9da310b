/*
 * finding.h - how a check says what it found.
 */
#ifndef ZJ_VERIFY_FINDING_H
#define ZJ_VERIFY_FINDING_H

#include "solver/data/plan.h"

/*
 * One finding at a place; counts what is broken, and the tier of soft rules. The text must live as long as
 * the verdict.
 */
void vf_tell(struct zj_verdict *v, const struct zj_rule *r, const char *where, int64_t need, int64_t have,
             int64_t shortfall);

#endif
