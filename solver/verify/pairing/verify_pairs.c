/*
 * verify_pairs.c - every rule of pairings, asked of one plan.
 */
#include "solver/verify/pairing/pairs.h"
#include "solver/verify/verify.h"

#include <string.h>

typedef void check_fn(struct vf_pairs *w, const struct zj_rule *r);

static check_fn *const checks[ZJ_N_ALL_RULES] = {
#define VF_CHECK_S(id)
#define VF_CHECK_T(id)
#define VF_CHECK_ST(id)
#define VF_CHECK_P(id)            [ZJ_R_##id] = check_pairs_##id,
#define VF_CHECK_SP(id)           VF_CHECK_P(id)
#define VF_CHECK_STP(id)          VF_CHECK_P(id)
#define ZJ_RULE(id, section, ...) VF_CHECK_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
};

/* Pins hold for everybody, hard, once; an entry only lends its place in the policy. */
static void check_all_pins(struct vf_pairs *w)
{
    struct zj_rule rule = {.id = ZJ_R_pins, .index = -1, .hard = true};

    for (int k = w->pol->n_pairing_rules - 1; k >= 0; k--)
        if (w->pol->pairing_rule[k].id == ZJ_R_pins)
            rule.index = w->pol->pairing_rule[k].index;
    check_pairs_pins(w, &rule);
}

/* Of several entries of depth the smallest limit counts, hard. */
static void check_deepest(struct vf_pairs *w)
{
    const struct zj_rule *least = NULL;

    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];

        if (r->id == ZJ_R_depth && (!least || r->max < least->max))
            least = r;
    }
    if (least) {
        struct zj_rule rule = *least;

        rule.hard = true;
        check_pairs_depth(w, &rule);
    }
}

void zj_verify_pairs(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_pairs *pairs,
                     struct zj_verdict *v)
{
    struct vf_pairs w = {.in = in, .pol = pol, .plan = pairs, .v = v};

    memset(v, 0, sizeof *v);
    vf_pairs_init(&w);
    check_pairs_links(&w, &(struct zj_rule){.id = ZJ_R_depth, .index = -1, .hard = true});
    check_pairs_ways(&w, &(struct zj_rule){.id = ZJ_R_distance, .index = -1, .hard = true});
    check_pairs_single(&w, &(struct zj_rule){.id = ZJ_R_coverage, .index = -1, .hard = true});
    check_all_pins(&w);
    check_deepest(&w);
    for (int k = 0; k < pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &pol->pairing_rule[k];

        if (r->id != ZJ_R_pins && r->id != ZJ_R_depth)
            checks[r->id](&w, r);
    }
    vf_pairs_tiers(&w);
    zj_arena_release(&w.scratch);
}
