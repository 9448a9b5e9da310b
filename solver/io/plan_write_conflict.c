/*
 * plan_write_conflict.c - the member "conflict" of a plan file.
 */
#include "solver/io/plan_json.h"

#include <string.h>

static json_t *conflict_part(const struct zj_policy *pol, const struct zj_conflict_part *p)
{
    json_t *o = json_object();

    json_object_set_new(o, "index", json_integer(p->index));
    if (p->table) /* "pins.csv" -> "pins" */
        json_object_set_new(o, "rule", json_stringn(p->table, strcspn(p->table, ".")));
    else
        json_object_set_new(o, "rule", json_string(zj_rule_name(p->rule)));
    json_object_set_new(o, "where", json_string(p->where));
    json_object_set_new(o, "need", zj_json_number(p->need));
    json_object_set_new(o, "have", zj_json_number(p->have));
    json_object_set_new(o, "source", zj_json_source(pol, p->index));
    return o;
}

/* The parts of one conflict. */
static json_t *conflict_group(const struct zj_policy *pol, const struct zj_plan *plan, int group)
{
    json_t *parts = json_array(), *o = json_object();

    for (int i = 0; i < plan->n_conflict; i++) {
        if (plan->conflict[i].group == group)
            json_array_append_new(parts, conflict_part(pol, &plan->conflict[i]));
    }
    json_object_set_new(o, "rules", parts);
    json_object_set_new(o, "minimal", json_boolean(plan->conflict_minimal));
    return o;
}

json_t *zj_json_conflict(const struct zj_policy *pol, const struct zj_plan *plan)
{
    if (plan->status != ZJ_PLAN_INFEASIBLE && plan->n_conflict == 0)
        return json_null();
    json_t *all = conflict_group(pol, plan, 0), *more = json_array();
    for (int k = 1; k < zj_n_conflicts(plan); k++)
        json_array_append_new(more, conflict_group(pol, plan, k));
    json_object_set_new(all, "more", more);
    json_object_set_new(all, "repairs", zj_json_repairs(plan));
    return all;
}
