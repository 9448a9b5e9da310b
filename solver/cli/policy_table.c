#include "solver/cli/policy_table.h"

#include "solver/base/i18n.h"
#include "solver/data/plan.h"
#include "solver/report/table.h"

#include <jansson.h>
#include <string.h>

/* "secondment, pairing": the models that use the entry. */
static const char *models_text(struct zj_arena *a, const struct zj_policy_entry *e)
{
    const char *text = NULL;

    for (int m = 0; m < ZJ_N_MODELS; m++)
        if (e->models >> m & 1)
            text = text ? zj_printf(a, "%s, %s", text, zj_model_name((enum zj_model)m))
                        : zj_model_name((enum zj_model)m);
    if (e->models & ZJ_OF_CREDIT)
        text = "credit";
    return text ? text : _("none");
}

/* {"max": 2, "per": "year"} as max=2 per="year". */
static const char *parameters_text(struct zj_arena *a, const struct zj_policy_entry *e)
{
    json_t *all = json_loads(e->parameters, 0, NULL), *value;
    const char *name, *text = "";

    json_object_foreach(all, name, value)
    {
        char *word = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
        text = zj_printf(a, "%s%s%s=%s", text, *text ? " " : "", name, word);
        free(word);
    }
    json_decref(all);
    return text;
}

static void add_entry(struct rep_table *t, const struct zj_policy_entry *e)
{
    if (e->index < 0)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%d", e->index);
    rep_cell(t, "%s", e->rule);
    rep_cell(t, "%s", models_text(&t->arena, e));
    if (e->models & ZJ_OF_CREDIT)
        rep_cell(t, "%s", _("counts"));
    else if (e->hard)
        rep_cell(t, "%s", _("hard"));
    else
        rep_cell(t, _("soft, %d"), e->weight);
    if (e->reading)
        rep_cell(t, e->chosen ? "%s" : _("%s (not chosen)"), e->reading);
    else
        rep_cell(t, "%s", "");
    rep_cell(t, "%s", parameters_text(&t->arena, e));
    if (e->quote)
        rep_heading(t, "     «%s» (%s)", e->quote, e->document ? e->document : _("no document"));
    else if (e->document)
        rep_heading(t, "     (%s)", e->document);
}

static void print_alternatives(const struct zj_policy *pol)
{
    for (int i = 0; i < pol->n_alternatives; i++) {
        const struct zj_alternative *alternative = &pol->alternative[i];
        printf("%s", _("to be read as one of"));
        for (int k = 0; k < alternative->n; k++)
            printf(k == alternative->chosen ? _("%s %s (chosen)") : "%s %s", k ? "," : "",
                   alternative->reading[k]);
        if (alternative->about)
            printf(": %s", alternative->about);
        putchar('\n');
    }
    if (pol->n_alternatives > 0)
        printf("%s\n\n", _("the option --reading NAME chooses another one"));
}

static const struct {
    const char *name, *what;
} costs[ZJ_N_REPAIR_COSTS] = {
#define ZJ_REPAIR_COST(id, usual, what) {#id, what},
#include "solver/data/repair_costs.def"
#undef ZJ_REPAIR_COST
};

/* Those that the policy does not state cost the usual. */
static void print_costs(const struct zj_policy *pol)
{
    printf("\n%s\n", _("what changes cost that make an impossible plan possible (repair_costs):"));
    for (int k = 0; k < ZJ_N_REPAIR_COSTS; k++)
        printf("  %-9s  %6d  %s\n", costs[k].name, pol->repair_cost[k], gettext(costs[k].what));
}

static void print_table(const struct zj_policy *pol)
{
    const char *const titles[] = {_("no."),          _("rule"),    _("enforced in"),
                                  _("hard or soft"), _("reading"), _("parameters")};
    struct rep_table t;

    if (pol->name)
        printf("%s\n\n", pol->name);
    print_alternatives(pol);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < pol->n_entries; i++)
        add_entry(&t, &pol->entry[i]);
    rep_table_print(&t, stdout, 0);
    rep_table_release(&t);
    print_costs(pol);
}

static json_t *text_json(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *entry_json(const struct zj_policy_entry *e)
{
    json_t *o = json_object(), *models = json_array();

    for (int m = 0; m < ZJ_N_MODELS; m++)
        if (e->models >> m & 1)
            json_array_append_new(models, json_string(zj_model_name((enum zj_model)m)));
    if (e->models & ZJ_OF_CREDIT)
        json_array_append_new(models, json_string("credit"));
    json_object_set_new(o, "index", e->index < 0 ? json_null() : json_integer(e->index));
    json_object_set_new(o, "rule", json_string(e->rule));
    json_object_set_new(o, "models", models);
    json_object_set_new(o, "hard", json_boolean(e->hard));
    json_object_set_new(o, "weight", json_integer(e->weight));
    json_object_set_new(o, "reading", text_json(e->reading));
    json_object_set_new(o, "chosen", json_boolean(e->chosen));
    json_object_set_new(o, "parameters", json_loads(e->parameters, 0, NULL));
    json_object_set_new(o, "quote", text_json(e->quote));
    json_object_set_new(o, "document", text_json(e->document));
    return o;
}

static void print_json(const struct zj_policy *pol)
{
    json_set_alloc_funcs(zj_malloc, free);
    json_t *all = json_object(), *rules = json_array(), *alternatives = json_array(), *prices = json_object();

    for (int k = 0; k < ZJ_N_REPAIR_COSTS; k++)
        json_object_set_new(prices, costs[k].name, json_integer(pol->repair_cost[k]));
    for (int i = 0; i < pol->n_entries; i++)
        json_array_append_new(rules, entry_json(&pol->entry[i]));
    for (int i = 0; i < pol->n_alternatives; i++) {
        const struct zj_alternative *alternative = &pol->alternative[i];
        json_t *o = json_object(), *readings = json_array();
        for (int k = 0; k < alternative->n; k++)
            json_array_append_new(readings, json_string(alternative->reading[k]));
        json_object_set_new(o, "about", text_json(alternative->about));
        json_object_set_new(o, "readings", readings);
        json_object_set_new(o, "chosen", json_string(alternative->reading[alternative->chosen]));
        json_array_append_new(alternatives, o);
    }
    json_object_set_new(all, "schema", json_integer(1));
    json_object_set_new(all, "policy", text_json(pol->name));
    json_object_set_new(all, "alternatives", alternatives);
    json_object_set_new(all, "rules", rules);
    json_object_set_new(all, "repair_costs", prices);
    json_dumpf(all, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(all);
}

void cli_print_policy(const struct zj_policy *pol, bool json)
{
    if (json)
        print_json(pol);
    else
        print_table(pol);
}
