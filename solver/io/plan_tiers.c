/*
 * plan_tiers.c - the aims of a plan file: their order, value and bound.
 */
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"

#include <string.h>

/* Every tier of the model, in the order of its passes, without value and bound. */
void zj_plan_name_tiers(struct zj_plan_reader *r)
{
    struct zj_plan *p = r->plan;
    const enum zj_tier *tiers = zj_plan_tiers(r->pol, p->model, &p->n_tiers);

    for (int t = 0; t < p->n_tiers; t++)
        p->order[t] = tiers[t];
}

static void read_value(struct zj_plan_reader *r, int tier, const char *member, int64_t *out)
{
    int node = zj_json_given(r->j, tier, member);

    if (node >= 0)
        zj_json_integer(r->j, node, -ZJ_JSON_MAX_INTEGER, ZJ_JSON_MAX_INTEGER, out);
}

/* The place in the plan's order of the tier that is named; -1 after reporting. */
static int find_tier(struct zj_plan_reader *r, int node)
{
    const char *words[ZJ_MAX_TIERS];
    int n, chosen;
    const enum zj_tier *tiers = zj_plan_tiers(r->pol, r->plan->model, &n);

    for (int t = 0; t < n; t++)
        words[t] = zj_tier_name(tiers[t]);
    if (!zj_json_choice(r->j, node, words, n, &chosen))
        return -1;
    for (int place = 0; place < n; place++)
        if (r->plan->order[place] == tiers[chosen])
            return place;
    return -1;
}

/* `named` counts the tiers that stand in the plan so far: they are the first of its order. */
static void read_tier(struct zj_plan_reader *r, int node, int *named)
{
    static const char *const members[] = {"tier", "value", "bound"};
    struct zj_json *j = r->j;
    struct zj_plan *p = r->plan;
    enum zj_tier tiers[ZJ_MAX_TIERS];

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, 3);
    int name = zj_json_require(j, node, "tier");
    int place = name >= 0 ? find_tier(r, name) : -1;
    if (place < 0)
        return;
    enum zj_tier tier = p->order[place];
    if (place < *named) {
        zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, node), _("the tier '%s' is named twice"),
                    zj_tier_name(tier));
        return;
    }
    memcpy(tiers, p->order, sizeof tiers);
    memcpy(p->order + *named + 1, tiers + *named, (size_t)(place - *named) * sizeof *tiers);
    p->order[(*named)++] = tier;
    read_value(r, node, "value", &p->value[tier]);
    read_value(r, node, "bound", &p->bound[tier]);
}

/* Tiers that are not named follow in their usual order, without value and bound. */
void zj_plan_objective(struct zj_plan_reader *r, int node)
{
    int named = 0;

    if (!zj_json_expect_array(r->j, node, 4 * ZJ_MAX_TIERS))
        return;
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i))
        read_tier(r, i, &named);
}
