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
 * Judge a set of lessons in the same way. The instance must stand as the term has it (staff.h).
 * `legs` (may be NULL: not looked at) are the ways of all teachers; each must be there and canonical
 * (plan.h), none may be superfluous, else travel_time is broken on that day. `keep` (may be NULL) are
 * the lessons that stability is measured against.
 */
void zj_verify_lessons(const struct zj_instance *in, const struct zj_policy *pol,
                       const struct zj_lessons *lessons, const struct zj_legs *legs,
                       const struct zj_lessons *keep, struct zj_verdict *v);

/*
 * Judge a pairing in the same way: of pairs, forms and rounds the rules of pairings. Pairs need not be
 * sorted or lawful, only in range and none twice.
 */
void zj_verify_pairs(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_pairs *pairs,
                     struct zj_verdict *v);

/*
 * Judge a calendar in the same way: one finding for each (rule, place) that binds, and the tiers.
 * `taught` (may be NULL) are the timetables; `keep` (may be NULL) the calendar that stability is
 * measured against. Occurrences need not be sorted or lawful, only in range.
 */
void zj_verify_calendar(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_calendar *calendar, const struct zj_taught *taught,
                        const struct zj_calendar *keep, struct zj_verdict *v);

/* What a plan file is judged with, beside the tables and the policy. */
struct zj_given {
    const struct zj_plan *keep;          /* stability is measured against it; NULL = no plan is kept */
    const char *secondment_sha256;       /* timetable: of the plan that moved the staff; NULL = none did */
    const struct zj_taught *taught;      /* calendar: the timetables; NULL = none is known */
    const char *const *timetable_sha256; /* calendar: of their files, in order */
    int n_timetables;
};

/*
 * Judge a plan file: the above, and one ZJ_ERROR in `d` for each statement of the plan that is not so
 * (objective values, bounds above values, status, unmet list, gap, rules list, from_school_id, routes,
 * term, the sha256 of the instance, of the plan of secondments and of the timetables). An answer that
 * brings no plan ("infeasible", "unknown") is not judged; a note says that it proves nothing. `given`
 * may be NULL: nothing is. Returns ZJ_OK or ZJ_VIOLATED (a hard rule broken, or an error in `d`).
 */
enum zj_status zj_verify_plan(const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *plan, const struct zj_given *given, struct zj_verdict *v,
                              struct zj_diag *d) ZJ_MUST_CHECK;
#endif
