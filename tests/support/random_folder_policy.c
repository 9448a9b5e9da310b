#include "solver/io/rule_params.h"
#include "tests/support/random_folder.h"

#include <stdlib.h>

/* One item of a list, as policy files spell it. */
typedef json_t *spell(const struct random_case *c, int set, int value);

static json_t *word(const struct random_case *c, int set, int value)
{
    (void)set;
    return json_string(zj_word(&c->in, value));
}

static json_t *token(const struct random_case *c, int set, int value)
{
    (void)c;
    return json_string(zj_value_token((enum zj_value_set)set, value));
}

static json_t *school(const struct random_case *c, int set, int value)
{
    (void)set;
    return json_string(c->in.school[value].id);
}

static json_t *day(const struct random_case *c, int set, int value)
{
    (void)set;
    return json_string(c->in.day[value]);
}

static json_t *plain(const struct random_case *c, int set, int value)
{
    (void)c;
    (void)set;
    return json_integer(value);
}

/* NULL when the list is empty. */
static json_t *list(const struct random_case *c, const struct zj_ids *ids, spell *item, int set)
{
    json_t *all = ids->n ? json_array() : NULL;

    for (int i = 0; i < ids->n; i++)
        json_array_append_new(all, item(c, set, ids->v[i]));
    return all;
}

static json_t *limit(int v)
{
    return v == ZJ_NONE ? json_null() : json_integer(v);
}

static json_t *filter(const struct random_case *c, const struct zj_filter *f)
{
    json_t *keys = f->empty ? NULL : json_object();

    for (int k = 0; keys && k < zj_n_filter_keys; k++) {
        const struct zj_filter_key *key = &zj_filter_keys[k];
        const void *field = (const char *)f + key->offset;
        const struct zj_range *range = field;
        if (key->type == ZJ_KEY_YEARS && range->set)
            json_object_set_new(keys, key->name, json_pack("[oo]", limit(range->lo), limit(range->hi)));
        if (key->type == ZJ_KEY_YEARS)
            continue;
        json_t *values = list(c, field,
                              key->type == ZJ_KEY_VALUES    ? token
                              : key->type == ZJ_KEY_SCHOOLS ? school
                                                            : word,
                              key->set);
        if (values)
            json_object_set_new(keys, key->name, values);
    }
    return keys;
}

/* The parameter's value; NULL when it is absent. */
static json_t *value(const struct random_case *c, struct zj_rule *r, const struct zj_param *p)
{
    const void *field = zj_param_field(r, p);
    const int *n = field;
    int n_words;

    switch (p->type) {
    case ZJ_PARAM_INT:
        return *n == ZJ_NONE ? NULL : json_integer(*n);
    case ZJ_PARAM_BOOL:
        return json_boolean(*(const bool *)field);
    case ZJ_PARAM_CHOICE:
        return json_string(zj_choice_words((enum zj_choice)p->lo, &n_words)[*n]);
    case ZJ_PARAM_FILTER:
        return filter(c, field);
    case ZJ_PARAM_SUBJECTS:
        return list(c, field, word, 0);
    case ZJ_PARAM_DAYS:
        return list(c, field, day, 0);
    case ZJ_PARAM_PERIODS:
        return list(c, field, plain, 0);
    default:
        return NULL;
    }
}

static json_t *rule(const struct random_case *c, struct zj_rule r)
{
    json_t *all = json_pack("{ss ss sb}", "rule", zj_rule_name(r.id), "model", "timetable", "hard", r.hard);

    if (!r.hard)
        json_object_set_new(all, "weight", json_integer(r.weight));
    for (int i = 0; i < zj_n_params; i++) {
        json_t *v = zj_params[i].rule == r.id ? value(c, &r, &zj_params[i]) : NULL;
        if (v)
            json_object_set_new(all, zj_params[i].name, v);
    }
    /* A group of everybody has no keys, but it must be there. */
    if (r.id == ZJ_R_common_free && r.group.empty)
        json_object_set_new(all, "group", json_object());
    return all;
}

void random_rules_print(const struct random_case *c, FILE *out)
{
    for (int i = 0; i < c->pol.n_lesson_rules; i++) {
        json_t *all = rule(c, c->pol.lesson_rule[i]);
        char *text = json_dumps(all, JSON_COMPACT);
        fprintf(out, "%d %s\n", i, text ? text : "?");
        free(text);
        json_decref(all);
    }
}

static json_t *kinds(const struct random_case *c)
{
    json_t *all = json_array();

    for (int k = 0; k < c->pol.n_kinds; k++)
        json_array_append_new(all, json_pack("{ss ss s[i] sb}", "kind", zj_word(&c->in, c->pol.kind[k].name),
                                             "direction", "any", "terms", 1, "fills_load",
                                             c->pol.kind[k].fills_load));
    return all;
}

void random_policy_write(const struct random_case *c, const char *folder)
{
    const struct zj_policy *pol = &c->pol;
    json_t *rules = json_array(), *defaults = json_object();
    char path[512];

    for (int i = 0; i < pol->n_lesson_rules; i++)
        json_array_append_new(rules, rule(c, pol->lesson_rule[i]));
    if (pol->default_max_week != ZJ_NONE)
        json_object_set_new(defaults, "max_week", json_integer(pol->default_max_week));
    if (pol->default_max_day != ZJ_NONE)
        json_object_set_new(defaults, "max_day", json_integer(pol->default_max_day));
    if (pol->default_priority != ZJ_NONE)
        json_object_set_new(defaults, "priority", json_integer(pol->default_priority));
    json_t *root = json_pack("{ss ss s{si} so so so}", "format", "zoujiao-policy/1", "name", pol->name,
                             "travel", "settle_minutes", pol->settle_minutes, "defaults", defaults, "kinds",
                             kinds(c), "rules", rules);
    snprintf(path, sizeof path, "%s/policy.json", folder);
    if (!root || json_dump_file(root, path, JSON_INDENT(1)) != 0)
        abort();
    json_decref(root);
}
