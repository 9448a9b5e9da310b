/*
 * audit_json.c - the compliance table for programs. Keys and codes are English in every language.
 */
#include "solver/report/audit.h"

#include <jansson.h>

static json_t *number_or_null(int64_t n)
{
    return n == ZJ_NO_VALUE ? json_null() : json_integer(n);
}

static json_t *places_json(const struct rep_audit *a, const struct rep_clause *c)
{
    json_t *list = json_array();

    for (int i = 0; c->finding && i < c->places; i++) {
        const struct zj_finding *f = &a->plan[c->plan].verdict->finding[c->finding[i]];
        json_array_append_new(list, json_pack("{s:s, s:o, s:o, s:I, s:b}", "where", f->where, "need",
                                              number_or_null(f->need), "have", number_or_null(f->have),
                                              "shortfall", (json_int_t)f->shortfall, "ok", f->ok));
    }
    return list;
}

static json_t *clause_json(const struct rep_audit *a, const struct rep_clause *c)
{
    json_t *o = json_object();
    struct zj_arena arena = {0};

    json_object_set_new(o, "rule", json_string(rep_clause_name(c, &arena)));
    json_object_set_new(o, "index", json_integer(c->entry ? c->entry->index : -1));
    json_object_set_new(o, "quote", c->entry && c->entry->quote ? json_string(c->entry->quote) : json_null());
    json_object_set_new(o, "document",
                        rep_clause_document(c) ? json_string(rep_clause_document(c)) : json_null());
    json_object_set_new(o, "plan", c->plan >= 0 ? json_integer(c->plan) : json_null());
    json_object_set_new(o, "hard", json_boolean(c->hard));
    json_object_set_new(o, "state", json_string(rep_clause_state_name(c->state)));
    json_object_set_new(o, "n_places", json_integer(c->places));
    json_object_set_new(o, "met", json_integer(c->met));
    json_object_set_new(o, "shortfall", json_integer(c->shortfall));
    json_object_set_new(o, "places", places_json(a, c));
    zj_arena_release(&arena);
    return o;
}

static json_t *problems_json(const struct zj_diag *d)
{
    json_t *list = json_array();

    for (int i = 0; i < d->n; i++)
        if (d->problem[i].severity == ZJ_ERROR)
            json_array_append_new(list, json_string(d->problem[i].text));
    return list;
}

void rep_print_audit_json(FILE *out, const struct rep_audit *a)
{
    json_t *plans = json_array(), *clauses = json_array();

    for (int p = 0; p < a->n_plans; p++) {
        const struct rep_audited *x = &a->plan[p];
        json_array_append_new(
            plans, json_pack("{s:s, s:s, s:s, s:s?, s:b, s:i, s:o}", "path", x->path, "model",
                             zj_model_name(x->plan->model), "status", zj_plan_status_name(x->plan->status),
                             "sha256", x->plan->sha256, "stands", x->stands, "hard_broken",
                             x->verdict->n_hard_broken, "misstated", problems_json(x->misstated)));
    }
    for (int i = 0; i < a->n; i++)
        json_array_append_new(clauses, clause_json(a, &a->clause[i]));
    bool ok = rep_audit_ok(a);
    json_t *all = json_pack("{s:i, s:b, s:i, s:{s:s?, s:s}, s:s?, s:o, s:o}", "schema", 1, "ok", ok, "exit",
                            (int)(ok ? ZJ_OK : ZJ_VIOLATED), "instance", "name", a->in->name, "sha256",
                            a->in->sha256, "policy", a->pol->name, "plans", plans, "clauses", clauses);
    json_dumpf(all, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(all);
}
