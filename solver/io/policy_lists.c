/*
 * policy_lists.c - values and lists of values in a policy: words, ids, terms, kinds.
 */
#include "solver/base/i18n.h"
#include "solver/io/days.h"
#include "solver/io/policy_parts.h"

#include <string.h>

enum { MAX_ITEMS = 10000 };

bool zj_policy_list(struct zj_policy_reader *r, int node, zj_read_item *item, int set, struct zj_ids *out)
{
    struct zj_json *j = r->j;
    int n_items = zj_json_n_items(j, node);

    if (json_is_array(j->node[node].value) && !zj_json_expect_array(j, node, MAX_ITEMS))
        return false;
    struct zj_ids list = {0, zj_alloc_n(&r->pol->arena, (size_t)n_items, sizeof(int))};
    bool fine = n_items > 0;

    if (!fine)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the list is empty"));
    for (int i = n_items > 0 ? zj_json_first_item(j, node) : -1; i >= 0; i = zj_json_next_item(j, node, i)) {
        int value;
        if (!item(r, i, set, &value)) {
            fine = false;
        } else if (zj_ids_has(&list, value)) {
            zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, i),
                        _("the same value stands twice in the list"));
            fine = false;
        } else {
            list.v[list.n++] = value;
        }
    }
    if (fine)
        *out = list;
    return fine;
}

static void report_value(struct zj_policy_reader *r, int node, enum zj_value_set set, const char *text)
{
    enum { MOST = 16 };
    const char *tokens[MOST];
    int n = 0;

    while (n < MOST && zj_value_token(set, n)) {
        tokens[n] = zj_value_token(set, n);
        n++;
    }
    zj_json_unknown_word(r->j, node, text, tokens, n);
}

bool zj_policy_value(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);

    if (!text)
        return false;
    *out = zj_value_find((enum zj_value_set)set, text);
    if (*out < 0)
        report_value(r, node, (enum zj_value_set)set, text);
    return *out >= 0;
}

bool zj_policy_open_word(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);

    if (text)
        *out = zj_intern(&r->in->words, &r->in->arena, zj_value_word((enum zj_value_set)set, text));
    return text != NULL;
}

bool zj_policy_word(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);

    (void)set;
    if (text)
        *out = zj_intern(&r->in->words, &r->in->arena, text);
    return text != NULL;
}

static bool is_taught(const struct zj_instance *in, int subject)
{
    for (int i = 0; i < in->n_demand; i++)
        if (in->demand[i].subject == subject)
            return true;
    for (int t = 0; t < in->n_teachers; t++)
        if (zj_ids_has(&in->teacher[t].subjects, subject))
            return true;
    return false;
}

bool zj_policy_subject(struct zj_policy_reader *r, int node, int set, int *out)
{
    if (!zj_policy_word(r, node, set, out))
        return false;
    if (!r->unbound && !is_taught(r->in, *out))
        zj_diag_add(r->j->d, ZJ_WARNING, "unused_subject", zj_json_at(r->j, node),
                    _("no teacher and no row of demand.csv has the subject '%s'"), zj_word(r->in, *out));
    return true;
}

/* Without an instance any name will do; its word stands for it, so that none is taken for another. */
static bool take_unbound(struct zj_policy_reader *r, const char *text, int *out)
{
    if (r->unbound)
        *out = zj_intern(&r->in->words, &r->in->arena, text);
    return r->unbound;
}

static bool unknown_id(struct zj_policy_reader *r, int node, const char *code, const char *text)
{
    zj_diag_add(r->j->d, ZJ_ERROR, code, zj_json_at(r->j, node), _("there is no '%s' in the tables"), text);
    return false;
}

typedef int find_fn(const struct zj_instance *in, const char *id);

/* The number of what the text names. *text is NULL when there is none; then that has been reported. */
static bool look_up(struct zj_policy_reader *r, int node, find_fn *find, const char **text, int *out)
{
    *text = zj_json_string(r->j, node);
    if (!*text)
        return false;
    if (take_unbound(r, *text, out))
        return true;
    *out = find(r->in, *text);
    return *out >= 0;
}

bool zj_policy_school(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text;

    (void)set;
    return look_up(r, node, zj_find_school, &text, out) ||
           (text && unknown_id(r, node, "unknown_school", text));
}

/* The word of a community that some school belongs to, or -1. */
static int find_community(const struct zj_instance *in, const char *text)
{
    int word = zj_intern_find(&in->words, text);

    for (int s = 0; s < in->n_schools && word >= 0; s++)
        if (in->school[s].community == word)
            return word;
    return -1;
}

bool zj_policy_community(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text;

    (void)set;
    return look_up(r, node, find_community, &text, out) ||
           (text && unknown_id(r, node, "unknown_community", text));
}

bool zj_policy_term(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text;

    (void)set;
    if (look_up(r, node, zj_find_term, &text, out))
        return true;
    if (text)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_term", zj_json_at(r->j, node), _("there is no term '%s'"),
                    text);
    return false;
}

bool zj_policy_kind_name(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);

    (void)set;
    if (!text)
        return false;
    *out = zj_intern_find(&r->in->words, text);
    if (*out >= 0 && zj_find_kind(r->pol, *out) >= 0)
        return true;
    for (int h = 0; h < r->in->n_history && *out >= 0; h++)
        if (r->in->history[h].kind == *out)
            return true;
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_kind", zj_json_at(r->j, node),
                _("there is no kind '%s' in \"kinds\" or in history.csv"), text);
    return false;
}

bool zj_policy_logged(struct zj_policy_reader *r, int node, int set, int *out)
{
    const struct zj_instance *in = r->in;

    if (!zj_policy_word(r, node, set, out))
        return false;
    for (int i = 0; i < in->n_activities; i++)
        if (in->activity[i].kind == *out)
            return true;
    if (in->n_activities > 0)
        zj_diag_add(r->j->d, ZJ_WARNING, "unused_activity", zj_json_at(r->j, node),
                    _("no row of activities.csv is of the kind '%s'"), zj_word(in, *out));
    return true;
}

bool zj_policy_day(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text;

    (void)set;
    if (look_up(r, node, zj_find_day, &text, out))
        return true;
    if (text)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_day", zj_json_at(r->j, node),
                    _("'%s' is not a day of the week of the instance"), text);
    return false;
}

bool zj_policy_period(struct zj_policy_reader *r, int node, int set, int *out)
{
    enum { MAX_PERIOD = 20 };

    (void)set;
    if (!zj_json_int(r->j, node, 1, MAX_PERIOD, out))
        return false;
    if (r->unbound)
        return true;
    for (int i = 0; i < r->in->n_periods; i++)
        if (r->in->period[i].id == *out)
            return true;
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_period", zj_json_at(r->j, node),
                _("period %d is not in the week of the instance"), *out);
    return false;
}
