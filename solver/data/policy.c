#include "solver/data/policy.h"

#include <string.h>

static const char *const rule_names[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, ...) [ZJ_R_##id] = #id,
#include "solver/data/calendar_rules.def"
#include "solver/data/credit_rules.def"
#include "solver/data/lesson_rules.def"
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
};

static const char *const tier_names[ZJ_MAX_TIERS] = {
    [ZJ_T_SOFT] = "soft",       [ZJ_T_NEED] = "need",     [ZJ_T_FAIRNESS] = "fairness",
    [ZJ_T_TRAVEL] = "travel",   [ZJ_T_WISHES] = "wishes", [ZJ_T_STABILITY] = "stability",
    [ZJ_T_UNMET] = "unmet",     [ZJ_T_IDLE] = "idle",     [ZJ_T_UNCOVERED] = "uncovered",
    [ZJ_T_BALANCE] = "balance", [ZJ_T_HELD] = "held",     [ZJ_T_PEAK] = "peak",
};

const enum zj_tier zj_lesson_tiers[ZJ_N_LESSON_TIERS] = {
    ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL, ZJ_T_FAIRNESS, ZJ_T_IDLE, ZJ_T_WISHES, ZJ_T_STABILITY};
const enum zj_tier zj_pairing_tiers[ZJ_N_PAIRING_TIERS] = {ZJ_T_SOFT, ZJ_T_UNCOVERED, ZJ_T_TRAVEL,
                                                           ZJ_T_BALANCE};
const enum zj_tier zj_calendar_tiers[ZJ_N_CALENDAR_TIERS] = {ZJ_T_SOFT, ZJ_T_HELD,    ZJ_T_TRAVEL,
                                                             ZJ_T_PEAK, ZJ_T_BALANCE, ZJ_T_STABILITY};

const int zj_usual_repair_cost[ZJ_N_REPAIR_COSTS] = {
#define ZJ_REPAIR_COST(id, usual, what) usual,
#include "solver/data/repair_costs.def"
#undef ZJ_REPAIR_COST
};

void zj_policy_release(struct zj_policy *p)
{
    zj_arena_release(&p->arena);
    memset(p, 0, sizeof *p);
}

int zj_find_kind(const struct zj_policy *p, int word)
{
    for (int k = 0; k < p->n_kinds; k++)
        if (p->kind[k].name == word)
            return k;
    return -1;
}

const struct zj_rule *zj_rule_at(const struct zj_policy *p, int index)
{
    const struct {
        const struct zj_rule *v;
        int n;
    } lists[] = {{p->rule, p->n_rules},
                 {p->lesson_rule, p->n_lesson_rules},
                 {p->pairing_rule, p->n_pairing_rules},
                 {p->calendar_rule, p->n_calendar_rules},
                 {p->credit_rule, p->n_credit_rules}};

    for (size_t k = 0; k < sizeof lists / sizeof lists[0] && index >= 0; k++)
        for (int r = 0; r < lists[k].n; r++)
            if (lists[k].v[r].index == index)
                return &lists[k].v[r];
    return NULL;
}

const char *zj_rule_name(enum zj_rule_id id)
{
    return rule_names[id];
}

int zj_find_rule(const char *name)
{
    for (int r = 0; r < ZJ_N_ALL_RULES; r++)
        if (strcmp(rule_names[r], name) == 0)
            return r;
    return -1;
}

const char *zj_tier_name(enum zj_tier tier)
{
    return tier_names[tier];
}
