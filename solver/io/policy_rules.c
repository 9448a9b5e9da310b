/*
 * policy_rules.c - rules: {"rule": "age_limit", "max": {"M": 50}, …}, read by the tables of parameters.
 */
#include "solver/base/i18n.h"
#include "solver/data/plan.h"
#include "solver/io/policy_parts.h"

#include <string.h>

enum { MAX_NAMES = 64, MAX_WEIGHT = 1000000, MAX_RULES = 10000 };

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

void zj_policy_choice(struct zj_policy_reader *r, int node, enum zj_choice choice, int mask, int *out)
{
    const char *allowed[MAX_NAMES];
    int index[MAX_NAMES], n_words, n = 0, chosen;
    const char *const *words = zj_choice_words(choice, &n_words);

    for (int w = 0; w < n_words; w++) {
        if (mask == 0 || (mask >> w & 1)) {
            allowed[n] = words[w];
            index[n++] = w;
        }
    }
    if (zj_json_choice(r->j, node, allowed, n, &chosen))
        *out = index[chosen];
}

static void read_param(struct zj_policy_reader *r, int node, const struct zj_param *p, bool of_pairs,
                       struct zj_rule *rule)
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
        zj_policy_choice(r, node, (enum zj_choice)p->lo, p->hi, field);
        break;
    case ZJ_PARAM_FILTER:
        zj_policy_filter(r, node, of_pairs ? ZJ_USE_PLACE : (enum zj_filter_use)p->lo, field);
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
    case ZJ_PARAM_DAYS:
        zj_policy_list(r, node, zj_policy_day, 0, field);
        break;
    case ZJ_PARAM_PERIODS:
        zj_policy_list(r, node, zj_policy_period, 0, field);
        break;
    case ZJ_PARAM_COUNTS:
        zj_policy_counts(r, node, p->lo, p->hi, field);
        break;
    case ZJ_PARAM_ACTIVITIES:
        zj_policy_list(r, node, zj_policy_event, 0, field);
        break;
    case ZJ_PARAM_SESSIONS:
        zj_policy_list(r, node, zj_policy_session, 0, field);
        break;
    case ZJ_PARAM_VALUES:
        zj_policy_list(r, node, zj_policy_value, p->lo, field);
        break;
    case ZJ_PARAM_NUMBERS:
        zj_policy_numbers(r, node, p->lo, p->hi, field);
        break;
    case ZJ_PARAM_SPANS:
        zj_policy_spans(r, node, field);
        break;
    case ZJ_PARAM_OPTIONS:
        zj_policy_options(r, node, p->lo, p->hi, field);
        break;
    case ZJ_PARAM_LOGGED:
        zj_policy_list(r, node, zj_policy_logged, 0, field);
        break;
    case ZJ_PARAM_WORDS:
        zj_policy_list(r, node, zj_policy_word, 0, field);
        break;
    }
}

static const char *copy_member(struct zj_policy_reader *r, int object, const char *member)
{
    int node = zj_json_given(r->j, object, member);
    const char *text = node >= 0 ? zj_json_string(r->j, node) : NULL;

    return text ? zj_strdup(&r->pol->arena, text) : NULL;
}

void zj_policy_source_text(struct zj_policy_reader *r, int object, const char **document, const char **quote)
{
    int source = zj_policy_source(r, object);

    if (source < 0)
        return;
    *document = copy_member(r, source, "document");
    *quote = copy_member(r, source, "quote");
}

/* hard, weight, source: what every rule has. */
static void read_common(struct zj_policy_reader *r, int node, struct zj_rule *rule)
{
    struct zj_json *j = r->j;
    int hard = zj_json_given(j, node, "hard"), weight = zj_json_given(j, node, "weight");

    if (hard >= 0)
        zj_json_bool(j, hard, &rule->hard);
    if (weight >= 0)
        zj_json_int(j, weight, 1, MAX_WEIGHT, &rule->weight);
    zj_policy_source_text(r, node, &rule->document, &rule->quote);
    if (!rule->hard && zj_rule_is_implied(rule->id))
        zj_diag_add(j->d, ZJ_ERROR, "always_hard", zj_json_at(j, hard),
                    _("the rule '%s' always holds; it cannot be soft"), zj_rule_name(rule->id));
}

/*
 * The models that the entry speaks to, as bits: the one that "model" names, else all that have the rule;
 * but what is said of postings (`distance`) is said of pairs only when it is named.
 */
static unsigned read_models(struct zj_policy_reader *r, int node, enum zj_rule_id id)
{
    const char *words[ZJ_N_MODELS];
    struct zj_json *j = r->j;
    const unsigned postings = 1u << ZJ_SECONDMENT, pairs = 1u << ZJ_PAIRING;
    unsigned models = 0;
    int named = zj_json_given(j, node, "model"), model;

    for (int m = 0; m < ZJ_N_MODELS; m++) {
        words[m] = zj_model_name((enum zj_model)m);
        models |= (unsigned)zj_rule_is_of(id, (enum zj_model)m) << m;
    }
    if (named < 0 || !zj_json_choice(j, named, words, ZJ_N_MODELS, &model))
        return models == (postings | pairs) ? postings : models;
    if (!(models >> model & 1))
        zj_diag_add(j->d, ZJ_ERROR, "wrong_model", zj_json_at(j, named),
                    _("the rule '%s' is not one of the model '%s'"), zj_rule_name(id), words[model]);
    return models & 1u << model;
}

/* of_pairs: the entry speaks of pairs alone: it has no kinds, and its filters are filters of schools. */
static void read_rule(struct zj_policy_reader *r, int node, bool of_pairs, struct zj_rule *rule)
{
    struct zj_json *j = r->j;
    const char *names[MAX_NAMES] = {"rule", "hard", "weight", "model", "source", "reading"};
    int n_names = 6, errors = j->d->n_errors;

    read_common(r, node, rule);
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        if (p->rule != rule->id || (of_pairs && p->type == ZJ_PARAM_KINDS))
            continue;
        names[n_names++] = p->name;
        int value = zj_json_given(j, node, p->name);
        if (value >= 0)
            read_param(r, value, p, of_pairs, rule);
        else if (p->must)
            zj_diag_add(j->d, ZJ_ERROR, "missing_member", zj_json_at(j, node), _("the rule '%s' needs '%s'"),
                        zj_rule_name(rule->id), p->name);
    }
    zj_json_known_members(j, node, names, n_names);
    if (j->d->n_errors == errors)
        zj_policy_check_rule(r, node, rule);
}

static void report_unknown(struct zj_policy_reader *r, int node, const char *name)
{
    const char *known[ZJ_N_ALL_RULES];

    for (int i = 0; i < ZJ_N_ALL_RULES; i++)
        known[i] = zj_rule_name((enum zj_rule_id)i);
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_rule", zj_json_at(r->j, node),
                _("there is no rule '%s'; the nearest known rule is '%s'"), name,
                zj_nearest(name, known, ZJ_N_ALL_RULES));
}

/* What these members say of postings says nothing of lessons. */
static void check_lesson_members(struct zj_policy_reader *r, int node, enum zj_rule_id id)
{
    static const char *const members[] = {"kind", "where"};

    for (int m = 0; m < 2 && (id == ZJ_R_scope || id == ZJ_R_wishes); m++) {
        int member = zj_json_given(r->j, node, members[m]);
        if (member >= 0)
            zj_diag_add(r->j->d, ZJ_WARNING, "no_effect", zj_json_at(r->j, member),
                        _("'%s' speaks of postings; it has no effect in a timetable"), members[m]);
    }
}

static void read_entry(struct zj_policy_reader *r, int node, int index)
{
    int member = zj_json_expect_object(r->j, node) ? zj_json_require(r->j, node, "rule") : -1;
    const char *name = member >= 0 ? zj_json_string(r->j, member) : NULL;
    struct zj_policy *pol = r->pol;
    struct zj_rule rule;

    if (!name)
        return;
    int id = zj_find_rule(name);
    bool chosen = zj_policy_reading(r, node);
    if (id < 0) {
        report_unknown(r, member, name);
        return;
    }
    zj_rule_init(&rule, (enum zj_rule_id)id);
    rule.index = index;
    rule.line = r->j->node[node].line;
    unsigned models = read_models(r, node, rule.id);
    read_rule(r, node, models == 1u << ZJ_PAIRING, &rule);
    if (models == 1u << ZJ_TIMETABLE)
        check_lesson_members(r, node, rule.id);
    zj_policy_keep_entry(
        r, node,
        (struct zj_policy_entry){.rule = zj_rule_name(rule.id),
                                 .index = index,
                                 .models = zj_rule_is_of_credit(rule.id) ? ZJ_OF_CREDIT : models,
                                 .hard = rule.hard,
                                 .weight = rule.weight});
    if (!chosen)
        return;
    if (models >> ZJ_SECONDMENT & 1)
        pol->rule[pol->n_rules++] = rule;
    if (models >> ZJ_TIMETABLE & 1)
        pol->lesson_rule[pol->n_lesson_rules++] = rule;
    if (models >> ZJ_PAIRING & 1)
        pol->pairing_rule[pol->n_pairing_rules++] = rule;
    if (models >> ZJ_CALENDAR & 1)
        pol->calendar_rule[pol->n_calendar_rules++] = rule;
    if (zj_rule_is_of_credit(rule.id))
        pol->credit_rule[pol->n_credit_rules++] = rule;
}

void zj_policy_rules(struct zj_policy_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_policy *pol = r->pol;
    int index = 0;

    if (!zj_json_expect_array(j, node, MAX_RULES))
        return;
    size_t n = (size_t)zj_json_n_items(j, node);
    pol->rule = zj_alloc_n(&pol->arena, n, sizeof *pol->rule);
    pol->lesson_rule = zj_alloc_n(&pol->arena, n, sizeof *pol->lesson_rule);
    pol->pairing_rule = zj_alloc_n(&pol->arena, n, sizeof *pol->pairing_rule);
    zj_policy_more_entries(r, (int)n);
    pol->calendar_rule = zj_alloc_n(&pol->arena, n, sizeof *pol->calendar_rule);
    pol->credit_rule = zj_alloc_n(&pol->arena, n, sizeof *pol->credit_rule);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i), index++)
        read_entry(r, i, index);
}
