#include "solver/verify/verify.h"

#include "solver/verify/supply.h"
#include "solver/verify/tiers.h"

#include <string.h>

typedef void check_fn(struct vf_check *c, const struct zj_rule *r);

static check_fn *const checks[ZJ_N_RULES] = {
#define ZJ_RULE(id, ...) [ZJ_R_##id] = check_##id,
#include "solver/data/rules.def"
#undef ZJ_RULE
};

static bool is_implied(enum zj_rule_id id)
{
    return id == ZJ_R_one_posting || id == ZJ_R_pins;
}

/*
 * A rule that always holds, for everybody, and is always hard. An entry of the
 * policy cannot narrow or soften it; it only lends its place in the list.
 */
static void check_implied(struct vf_check *c, enum zj_rule_id id, check_fn *check)
{
    struct zj_rule rule = {.id = id, .index = -1, .hard = true};

    for (int k = c->pol->n_rules - 1; is_implied(id) && k >= 0; k--)
        if (c->pol->rule[k].id == id)
            rule.index = c->pol->rule[k].index;
    check(c, &rule);
}

void zj_verify_postings(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_postings *p, const struct zj_postings *keep, struct zj_verdict *v)
{
    struct vf_check c = {.in = in, .pol = pol, .plan = p, .keep = keep, .v = v};

    memset(v, 0, sizeof *v);
    vf_stays_init(&c.stays, &c.scratch, in, pol, p);
    vf_supply_init(&c);
    check_implied(&c, ZJ_R_one_posting, check_one_posting);
    check_implied(&c, ZJ_R_eligibility, check_kind_limits);
    check_implied(&c, ZJ_R_pins, check_pins);
    for (int k = 0; k < pol->n_rules; k++)
        if (!is_implied(pol->rule[k].id))
            checks[pol->rule[k].id](&c, &pol->rule[k]);
    vf_tiers(&c);
    vf_supply_tier(&c);
    zj_arena_release(&c.scratch);
}
