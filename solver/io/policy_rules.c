/*
 * policy_rules.c - rules: {"rule": "age_limit", "max": {"M": 50, "F": 45}, …}, read by the table params.def.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

#include <string.h>

enum { MAX_NAMES = 64, MAX_WEIGHT = 1000000, MAX_RULES = 10000 };

static const char *const other_rules[] = {
#define ZJ_OTHER_RULE(name, section) #name,
#include "solver/data/other_rules.def"
#undef ZJ_OTHER_RULE
};
enum { N_OTHER_RULES = sizeof other_rules / sizeof other_rules[0] };

static void read_ages(struct zj_policy_reader *r, int node, const struct zj_param *p, int *max_age)
{
    static const char *const sexes[ZJ_N_SEXES] = {[ZJ_MALE] = "M", [ZJ_FEMALE] = "F"};
    struct zj_json *j = r->j;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, sexes, ZJ_N_SEXES);
    bool any = false;
    for (int s = 0; s < ZJ_N_SEXES; s++) {
        int limit = zj_json_given(j, node, sexes[s]);
        if (limit >= 0)
            zj_json_int(j, limit, p->lo, p->hi, &max_age[s]);
        any = any || limit >= 0;
    }
    if (!any)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node),
                    _("a limit for M, for F or for both is needed"));
}

static void read_choice(struct zj_policy_reader *r, int node, const struct zj_param *p, int *field)
{
    const char *allowed[MAX_NAMES];
    int index[MAX_NAMES], n_words, n = 0, chosen;
    const char *const *words = zj_choice_words((enum zj_choice)p->lo, &n_words);

    for (int w = 0; w < n_words; w++) {
        if (p->hi == 0 || (p->hi >> w & 1)) {
            allowed[n] = words[w];
            index[n++] = w;
        }
    }
    if (zj_json_choice(r->j, node, allowed, n, &chosen))
        *field = index[chosen];
}

static void read_param(struct zj_policy_reader *r, int node, const struct zj_param *p, struct zj_rule *rule)
{
    void *field = zj_param_field(rule, p);

    switch (p->type) {
    case ZJ_PARAM_INT:
        zj_json_int(r->j, node, p->lo, p->hi, field);
        break;
    case ZJ_PARAM_BOOL:
        zj_json_bool(r->j, node, field);
        break;
    case ZJ_PARAM_DATE:
        zj_json_date(r->j, node, field);
        break;
    case ZJ_PARAM_AGES:
        read_ages(r, node, p, field);
        break;
    case ZJ_PARAM_TABLE:
        zj_policy_retirement(r, node, field);
        break;
    case ZJ_PARAM_CHOICE:
        read_choice(r, node, p, field);
        break;
    case ZJ_PARAM_FILTER:
        zj_policy_filter(r, node, (enum zj_filter_use)p->lo, field);
        break;
    case ZJ_PARAM_KINDS:
        zj_policy_list(r, node, zj_policy_kind_name, 0, field);
        break;
    case ZJ_PARAM_SUBJECTS:
        zj_policy_list(r, node, zj_policy_subject, 0, field);
        break;
    case ZJ_PARAM_FLAGS:
        zj_policy_list(r, node, zj_policy_open_word, ZJ_VS_flag, field);
        break;
    case ZJ_PARAM_POSTS:
        zj_policy_list(r, node, zj_policy_value, ZJ_VS_post, field);
        break;
    case ZJ_PARAM_STATES:
        zj_policy_list(r, node, zj_policy_value, ZJ_VS_applied, field);
        break;
    }
}

static const char *copy_member(struct zj_policy_reader *r, int object, const char *member)
{
    int node = zj_json_given(r->j, object, member);
    const char *text = node >= 0 ? zj_json_string(r->j, node) : NULL;

    return text ? zj_strdup(&r->pol->arena, text) : NULL;
}

/* hard, weight, source: what every rule has. */
static void read_common(struct zj_policy_reader *r, int node, struct zj_rule *rule)
{
    static const char *const source_members[] = {"document", "quote"};
    struct zj_json *j = r->j;
    int hard = zj_json_given(j, node, "hard"), weight = zj_json_given(j, node, "weight");
    int source = zj_json_given(j, node, "source");

    if (hard >= 0)
        zj_json_bool(j, hard, &rule->hard);
    if (weight >= 0)
        zj_json_int(j, weight, 1, MAX_WEIGHT, &rule->weight);
    if (source >= 0 && zj_json_expect_object(j, source)) {
        zj_json_known_members(j, source, source_members, 2);
        rule->document = copy_member(r, source, "document");
        rule->quote = copy_member(r, source, "quote");
    }
    if (!rule->hard && (rule->id == ZJ_R_one_posting || rule->id == ZJ_R_pins))
        zj_diag_add(j->d, ZJ_ERROR, "always_hard", zj_json_at(j, hard),
                    _("the rule '%s' always holds; it cannot be soft"), zj_rule_name(rule->id));
}

static void read_rule(struct zj_policy_reader *r, int node, struct zj_rule *rule)
{
    struct zj_json *j = r->j;
    const char *names[MAX_NAMES] = {"rule", "hard", "weight", "source"};
    int n_names = 4, errors = j->d->n_errors;

    read_common(r, node, rule);
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        if (p->rule != rule->id)
            continue;
        names[n_names++] = p->name;
        int value = zj_json_given(j, node, p->name);
        if (value >= 0)
            read_param(r, value, p, rule);
        else if (p->must)
            zj_diag_add(j->d, ZJ_ERROR, "missing_member", zj_json_at(j, node), _("the rule '%s' needs '%s'"),
                        zj_rule_name(rule->id), p->name);
    }
    zj_json_known_members(j, node, names, n_names);
    if (j->d->n_errors == errors)
        zj_policy_check_rule(r, node, rule);
}

static bool is_other_rule(const char *name)
{
    for (int i = 0; i < N_OTHER_RULES; i++)
        if (strcmp(other_rules[i], name) == 0)
            return true;
    return false;
}

static void report_unused(struct zj_policy_reader *r, int node, const char *name)
{
    const char *known[ZJ_N_RULES + N_OTHER_RULES];

    if (is_other_rule(name)) {
        zj_diag_add(r->j->d, ZJ_NOTE, "other_model", zj_json_at(r->j, node),
                    _("'%s' is a rule of another model, not used by secondment"), name);
        return;
    }
    for (int i = 0; i < ZJ_N_RULES; i++)
        known[i] = zj_rule_name((enum zj_rule_id)i);
    memcpy(known + ZJ_N_RULES, other_rules, sizeof other_rules);
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_rule", zj_json_at(r->j, node),
                _("there is no rule '%s'; the nearest known rule is '%s'"), name,
                zj_nearest(name, known, ZJ_N_RULES + N_OTHER_RULES));
}

void zj_policy_rules(struct zj_policy_reader *r, int node)
{
    struct zj_json *j = r->j;
    int index = 0;

    if (!zj_json_expect_array(j, node, MAX_RULES))
        return;
    r->pol->rule = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *r->pol->rule);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i), index++) {
        int member = zj_json_expect_object(j, i) ? zj_json_require(j, i, "rule") : -1;
        if (member < 0)
            continue;
        const char *name = zj_json_string(j, member);
        int id = name ? zj_find_rule(name) : -1;
        if (name && id < 0)
            report_unused(r, member, name);
        if (id < 0)
            continue;
        struct zj_rule *rule = &r->pol->rule[r->pol->n_rules++];
        zj_rule_init(rule, (enum zj_rule_id)id);
        rule->index = index;
        rule->line = j->node[i].line;
        read_rule(r, i, rule);
    }
}
