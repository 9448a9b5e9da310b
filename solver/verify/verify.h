/*
 * verify.h - is this plan lawful, and is it what it says it is?
 *
 * Written from the rules and the policy text alone. Nothing of models/ or
 * solver/engine/ may be included here. 64-bit integers, no tolerance.
 */
#ifndef ZJ_VERIFY_VERIFY_H
#define ZJ_VERIFY_VERIFY_H

#include "solver/base/diag.h"
#include "solver/data/plan.h"

/*
 * Judge a set of postings: one finding for each (rule, place) that binds, the
 * tiers recomputed, the unmet periods listed. `keep` (may be NULL) is the plan
 * that stability is measured against. Postings need not be sorted or lawful, only
 * in range. *v is initialised here; the caller releases it.
 */
void zj_verify_postings(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_postings *p, const struct zj_postings *keep, struct zj_verdict *v);
/*
 * Judge a plan file: the above, and one ZJ_ERROR in `d` for each statement of the
 * plan that is not so (objective values, bounds above values, status, unmet list, gap, rules list,
 * from_school_id, the instance's sha256). An answer that brings no plan ("infeasible", "unknown") is
 * not judged; a note says that it proves nothing. Returns ZJ_OK or ZJ_VIOLATED (a hard rule broken, or
 * an error in `d`).
 */
enum zj_status zj_verify_plan(const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *plan, const struct zj_postings *keep,
                              struct zj_verdict *v, struct zj_diag *d) ZJ_MUST_CHECK;
#endif
