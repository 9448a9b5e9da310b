/*
 * check.h - what every check_<rule> is given, and how it says what it found.
 *
 * A check looks at the instance, one entry of the policy and the stays, and
 * reports one finding for each place that the entry binds. It decides nothing
 * else: weights, tiers and exit codes are counted by its caller.
 */
#ifndef ZJ_VERIFY_CHECK_H
#define ZJ_VERIFY_CHECK_H

#include "solver/verify/filter.h"
#include "solver/verify/finding.h"
#include "solver/verify/sum.h"

struct vf_check {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_postings *plan;
    const struct zj_postings *keep; /* NULL: no plan is kept */
    struct vf_stays stays;
    struct vf_supply *supply;
    struct zj_arena scratch; /* ends with the verdict's making */
    struct zj_verdict *v;
};

#define ZJ_RULE(id, ...) void check_##id(struct vf_check *c, const struct zj_rule *r);
#include "solver/data/rules.def"
#undef ZJ_RULE
/* What the kind, the horizon and the tables ask of every posting: no entry of the policy. */
void check_kind_limits(struct vf_check *c, const struct zj_rule *r);

/* One finding at a place. The text must live as long as the verdict (vf_where… below). */
void vf_found(struct vf_check *c, const struct zj_rule *r, const char *where, int64_t need, int64_t have,
              int64_t shortfall);
/* The same for a posting of the plan that either offends or does not. */
void vf_found_posting(struct vf_check *c, const struct zj_rule *r, const struct vf_stay *s, int64_t need,
                      int64_t have, bool offends);
/* "T0007 S001>S003 2026A" */
const char *vf_where_stay(struct vf_check *c, const struct vf_stay *s);
/* "S003/音乐 2026A" */
const char *vf_where_cell(struct vf_check *c, int school, const char *category, int term);

/* Is this a posting of the plan, of the rule's kinds, that its `where` selects? */
bool vf_concerns(const struct vf_check *c, const struct zj_rule *r, const struct vf_stay *s);
/* The teacher passes the rule's `where` and `filter` on that day. */
bool vf_in_roster(const struct vf_check *c, const struct zj_rule *r, int teacher, int32_t day);
/* Does the plan start a posting of the rule's kinds for the teacher in years `from` to `to`? */
bool vf_starts_within(const struct vf_check *c, const struct zj_rule *r, int teacher, int from, int to);

#endif
