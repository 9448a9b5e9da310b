/*
 * verdict_json.c - the verdict for programs. Keys and codes are English in every language.
 */
#include "solver/report/verdict.h"

#include <jansson.h>

static json_t *number_or_null(int64_t n)
{
    return n == ZJ_NO_VALUE ? json_null() : json_integer(n);
}

static json_t *finding_json(const struct zj_finding *f)
{
    json_t *o = json_object();

    json_object_set_new(o, "rule", json_string(zj_rule_name(f->rule)));
    json_object_set_new(o, "index", json_integer(f->index));
    json_object_set_new(o, "hard", json_boolean(f->hard));
    json_object_set_new(o, "ok", json_boolean(f->ok));
    json_object_set_new(o, "need", number_or_null(f->need));
    json_object_set_new(o, "have", number_or_null(f->have));
    json_object_set_new(o, "shortfall", json_integer(f->shortfall));
    json_object_set_new(o, "where", json_string(f->where));
    return o;
}

static json_t *findings_json(const struct rep_verdict *r)
{
    json_t *list = json_array();

    for (int i = 0; i < r->verdict->n; i++) {
        if (!r->verdict->finding[i].ok || r->kept_too)
            json_array_append_new(list, finding_json(&r->verdict->finding[i]));
    }
    return list;
}

static json_t *objective_json(const struct rep_verdict *r)
{
    int n;
    const enum zj_tier *tiers = zj_plan_tiers(r->pol, r->plan->model, &n);
    json_t *list = json_array();

    for (int i = 0; i < n; i++) {
        enum zj_tier tier = tiers[i];
        json_t *o = json_object();
        json_object_set_new(o, "tier", json_string(zj_tier_name(tier)));
        json_object_set_new(o, "value", json_integer(r->verdict->tier[tier]));
        json_array_append_new(list, o);
    }
    return list;
}

void rep_print_verdict_json(FILE *out, const struct rep_verdict *r)
{
    json_t *findings = findings_json(r), *objective = objective_json(r);

    fprintf(out, "{\"schema\": 1, \"ok\": %s, \"exit\": %d,\n\"findings\": ", r->ok ? "true" : "false",
            (int)(r->ok ? ZJ_OK : ZJ_VIOLATED));
    json_dumpf(findings, out, JSON_INDENT(2));
    fprintf(out, ",\n\"objective\": ");
    json_dumpf(objective, out, JSON_INDENT(2));
    fprintf(out, ",\n\"problems\": ");
    zj_diag_print_json(r->misstated, out);
    fprintf(out, "}\n");
    json_decref(findings);
    json_decref(objective);
}
