/*
 * model.h - a pairing as an integer program: who may assist whom, and the rows that the rules make of it.
 *
 * Sets    S schools; L(m) leads that a member m may have, M(l) members that a lead l may have.
 * Vars    x[l,m] in {0,1}  lead l assists member m         columns 0 .. n_pairs - 1, in order of lead, member
 *         u[l]   in {0,1}  l has a member; u = 1 iff sum over m of x[l,m] >= 1
 *         w[m]   in {0,1}  m has no lead                   (1 whenever sum over l of x[l,m] = 0)
 *         further columns of single rules: see cons_<rule>.c
 * Tiers   soft = sum of weight * shortfall; uncovered = sum of w; travel = sum of minutes[l,m] x[l,m];
 *         balance = largest - smallest number of members over leads with u = 1 (balance.c).
 */
#ifndef MODELS_PAIRING_MODEL_H
#define MODELS_PAIRING_MODEL_H

#include "models/common/filter.h"
#include "models/common/program.h"
#include "models/pairing/pairing.h"

#include <stdint.h>

enum { PR_SOFT = MC_SOFT, PR_UNCOVERED, PR_TRAVEL, PR_N_SUMS }; /* tiers that are sums over columns */

struct pr_pair {
    int lead, member;
    int form, round; /* of a fixed pairing; -1 and 0 otherwise */
    bool unlawful;   /* a hard rule forbids it, waived or not */
};

struct pr_model {
    struct zj_arena arena;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct mc_program p; /* pairs are its first columns */
    bool fixed;          /* the pairs are given: x = 1 for all of them */

    struct pr_pair *pair;
    int n_pairs, cap_pairs;
    int *of_lead;                 /* n_schools + 1: pairs of a lead */
    int *of_member, *member_pair; /* member_pair[of_member[m] .. of_member[m+1]-1]: pairs of a member */
    int *used, *led;              /* by school: column u[l]; "m has a lead"; -1 = not made */
    int64_t *cap;        /* by school: most members that hard `size` allows it; INT64_MAX = no limit */
    bool *cap_off;       /* by school: some hard `size` that limits it is waived */
    int64_t *most_leads; /* by school: most leads that hard `coverage` allows; INT64_MAX = no limit */
    int *room;           /* by school: least leads_max of the entries of coverage; 1 without any */
    int *form_col;       /* by school and form: column "members in this form", or -1 */
};

/*
 * fixed: these pairs and no others; NULL = all that may be. waivers, trial: parts that do not bind; either
 * may be NULL. The numbers of parts do not depend on what is waived.
 */
void pr_model_init(struct pr_model *m, const struct zj_instance *in, const struct zj_policy *pol,
                   const struct zj_pairs *fixed, const struct mc_waivers *waivers,
                   const struct mc_trial *trial);
/* Only all pairs that may be, and which of them hard rules bar. */
void pr_model_bars(struct pr_model *m, const struct zj_instance *in, const struct zj_policy *pol,
                   const struct mc_waivers *waivers);
void pr_model_release(struct pr_model *m);

/* ---- what the rules are written with ------------------------------------------------------------- */

/* May the school be a member, a first lead? Does `where` of the rule select it? */
bool pr_is_member(const struct pr_model *m, int school);
bool pr_is_lead(const struct pr_model *m, int school);
bool pr_selects(const struct pr_model *m, const struct zj_rule *r, int school);
/* The pair's column, or -1. */
int pr_find(const struct pr_model *m, int lead, int member);
/* 1 iff the lead has members (u); 1 iff the member has leads. */
int pr_used(struct pr_model *m, int lead);
int pr_led(struct pr_model *m, int member);
/* Least and greatest number of leads of an entry of coverage; most members of an entry of size. */
int pr_leads_min(const struct zj_rule *r);
int pr_leads_max(const struct zj_rule *r);
int64_t pr_size_max(const struct zj_rule *r); /* INT64_MAX = no limit */

/* Into the row that was begun. */
void pr_add_members(struct pr_model *m, int lead, int64_t val); /* all pairs of the lead */
void pr_add_leads(struct pr_model *m, int member, int64_t val); /* all pairs of the member */
/* The rule forbids the pair at the place: bars it, or makes it cost the weight. */
void pr_forbid(struct pr_model *m, const struct zj_rule *r, const char *where, int pair);
const char *pr_row_text(struct pr_model *m, int pair); /* "S001>S012" */

/* ---- the rules: cons_<rule>.c ---------------------------------------------------------------------- */

#define PR_CONS_S(id)
#define PR_CONS_ST(id)
#define PR_CONS_P(id)             void pr_##id(struct pr_model *m, const struct zj_rule *r);
#define PR_CONS_SP(id)            PR_CONS_P(id)
#define PR_CONS_STP(id)           PR_CONS_P(id)
#define ZJ_RULE(id, section, ...) PR_CONS_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef PR_CONS_S
#undef PR_CONS_ST
#undef PR_CONS_P
#undef PR_CONS_SP
#undef PR_CONS_STP
/* After the entries of coverage: members that none selects, and the tier `uncovered`. */
void pr_uncovered(struct pr_model *m);
/* The entry that limits the levels below the first lead; NULL: one level, whatever the policy says. */
const struct zj_rule *pr_depth_rule(const struct zj_policy *pol);

#endif
