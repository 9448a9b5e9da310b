#include "tests/support/random_instance.h"
#include "tests/support/random_parts.h"

#include <stdlib.h>
#include <string.h>

void random_kind_list(struct rng *r, struct zj_policy *pol, struct zj_ids *ids)
{
    random_list(r, &pol->arena, 0, pol->n_kinds - 1, 35, ids);
    for (int i = 0; i < ids->n; i++)
        ids->v[i] = pol->kind[ids->v[i]].name;
}

static struct zj_ids one_length(struct rng *r, struct zj_arena *a, int n_terms)
{
    struct zj_ids lengths = {rng_chance(r, 25) ? 2 : 1, zj_alloc_n(a, 2, sizeof(int))};

    lengths.v[0] = rng_chance(r, n_terms > 1 ? 60 : 95) ? 1 : 2;
    lengths.v[1] = rng_chance(r, 10) ? 3 : 3 - lengths.v[0];
    return lengths;
}

void random_kinds(struct rng *r, const struct random_size *size, const struct zj_instance *in,
                  struct zj_policy *pol)
{
    pol->n_kinds = size->kinds;
    pol->kind = zj_alloc_n(&pol->arena, (size_t)size->kinds, sizeof *pol->kind);
    for (int k = 0; k < size->kinds; k++) {
        struct zj_kind *x = &pol->kind[k];
        int die = rng_in(r, 0, 9);
        x->name = W_SUPPORT + k;
        x->direction = die < 4 ? ZJ_LEAD_TO_MEMBER : die < 6 ? ZJ_MEMBER_TO_LEAD : ZJ_ANY_DIRECTION;
        x->lengths = one_length(r, &pol->arena, in->n_terms);
        random_list(r, &pol->arena, 0, in->n_terms - 1, 35, &x->start_terms);
        x->fills_load = rng_chance(r, 80);
        random_list(r, &pol->arena, 0, ZJ_N_POSTS - 1, 15, &x->posts);
    }
}

/* Every parameter absent, every choice at its default. */
static void neutral_rule(struct zj_rule *rule, enum zj_rule_id id, int index)
{
    *rule = (struct zj_rule){.id = id, .index = index, .hard = true, .weight = 1};
    rule->where.empty = rule->filter.empty = rule->mentor.empty = true;
    rule->max_age[ZJ_MALE] = rule->max_age[ZJ_FEMALE] = ZJ_NONE;
    rule->retire_within_years = rule->min = rule->max = rule->tolerance = ZJ_NONE;
    rule->max_away_permille = rule->years = rule->permille = rule->backbone_permille = ZJ_NONE;
    rule->terms = rule->max_minutes = rule->max_metres = ZJ_NONE;
    rule->table_from = ZJ_NO_DATE;
    rule->line = 10 + index;
}

/* Rules with many parameters come more often; an entry for an implied rule adds nothing and is rare. */
static enum zj_rule_id any_rule(struct rng *r, const bool *wanted)
{
    static const int often[ZJ_N_RULES] = {
        [ZJ_R_one_posting] = -2,  [ZJ_R_pins] = -2,          [ZJ_R_need] = -1,    [ZJ_R_wishes] = -1,
        [ZJ_R_quota] = 4,         [ZJ_R_equal_exchange] = 2, [ZJ_R_cycle] = 2,    [ZJ_R_keep_coverage] = 2,
        [ZJ_R_exchange_rate] = 2, [ZJ_R_rest] = 1,           [ZJ_R_backfill] = 1, [ZJ_R_scope] = 1,
    };
    int id;

    do
        id = rng_in(r, 0, ZJ_N_RULES - 1);
    while (!wanted[id] || rng_in(r, 1, 7) > 3 + often[id]);
    return (enum zj_rule_id)id;
}

void random_add_rule(struct rng *r, const struct zj_instance *in, struct zj_policy *pol, const bool *wanted)
{
    struct zj_rule *old = pol->rule;
    struct zj_rule *rule = zj_alloc_n(&pol->arena, (size_t)pol->n_rules + 1, sizeof *rule);

    if (pol->n_rules)
        memcpy(rule, old, (size_t)pol->n_rules * sizeof *rule);
    pol->rule = rule;
    rule += pol->n_rules;
    neutral_rule(rule, any_rule(r, wanted), pol->n_rules++);
    bool implied = rule->id == ZJ_R_one_posting || rule->id == ZJ_R_pins;
    rule->hard = implied || rng_chance(r, 45);
    rule->weight = rule->hard ? 1 : rng_in(r, 1, 9);
    random_parameters(r, in, pol, rule);
}
