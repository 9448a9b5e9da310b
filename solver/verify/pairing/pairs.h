/*
 * pairs.h - the pairing that every check_pairs_<rule> looks at, and how it says what it found.
 *
 * A row is one (lead, member); the group of a lead is all of its rows, of every round. A check looks at
 * the instance, one entry of the policy and the rows, and reports one finding for each place that the
 * entry binds. `where` selects leads or members, as the rule says.
 */
#ifndef ZJ_VERIFY_PAIRING_PAIRS_H
#define ZJ_VERIFY_PAIRING_PAIRS_H

#include "solver/verify/filter.h"
#include "solver/verify/finding.h"
#include "solver/verify/sum.h"

struct vf_pairs {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_pairs *plan;
    int *members, *leads; /* rows of each school as lead, as member */
    int *level;           /* rows on the longest chain that ends in the school; above n_schools: endless */
    struct zj_preference *wish; /* the table by from and to; for vf_rank() */
    struct zj_arena scratch;    /* ends with the verdict's making */
    struct zj_verdict *v;
};

#define VF_DECLARE_S(id)
#define VF_DECLARE_T(id)
#define VF_DECLARE_ST(id)
#define VF_DECLARE_P(id)          void check_pairs_##id(struct vf_pairs *w, const struct zj_rule *r);
#define VF_DECLARE_SP(id)         VF_DECLARE_P(id)
#define VF_DECLARE_STP(id)        VF_DECLARE_P(id)
#define ZJ_RULE(id, section, ...) VF_DECLARE_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef VF_DECLARE_S
#undef VF_DECLARE_T
#undef VF_DECLARE_ST
#undef VF_DECLARE_P
#undef VF_DECLARE_SP
#undef VF_DECLARE_STP
/* What holds without an entry: who may lead whom, one lead where no entry speaks, a way that is known. */
void check_pairs_links(struct vf_pairs *w, const struct zj_rule *r);
void check_pairs_single(struct vf_pairs *w, const struct zj_rule *r);
void check_pairs_ways(struct vf_pairs *w, const struct zj_rule *r);

/* Everything is allocated in w->scratch; in, pol, plan and v are set. */
void vf_pairs_init(struct vf_pairs *w);
void vf_pairs_tiers(struct vf_pairs *w);

/* "S001>S012" */
const char *vf_where_pair(struct vf_pairs *w, int lead, int member);
/* "S001/village" */
const char *vf_where_kind(struct vf_pairs *w, int school, int kind);
/* "primary", … */
const char *vf_stage_text(enum zj_stage stage);

/* Does `where` select the school, a member (a lead)? */
static inline bool vf_selects(const struct vf_pairs *w, const struct zj_rule *r, int school)
{
    return vf_school_passes(w->in, &r->where, school);
}

/* coverage: the greatest number of leads of a member; as many as the least when nothing is said. */
static inline int vf_most_leads(const struct zj_rule *r)
{
    return r->leads_max == ZJ_NONE ? r->leads_min : r->leads_max;
}

static inline bool vf_is_member(const struct vf_pairs *w, int school)
{
    return w->in->school[school].role == ZJ_MEMBER;
}

/* One finding: have lies in [least, most] (ZJ_NONE: no limit). need is the limit that counts. */
void vf_tell_range(struct vf_pairs *w, const struct zj_rule *r, const char *where, int least, int most,
                   int have);
/* Does a row match the pin? */
bool vf_pin_is(const struct zj_pin *pin, int lead, int member);
/* Is the way from lead to member within the limits of the entry? */
bool vf_is_near(const struct zj_instance *in, const struct zj_rule *r, int lead, int member);
/* The rank that `from` gives to `to`; 0 = it does not name it. */
int vf_rank(const struct vf_pairs *w, int from, int to);

#endif
