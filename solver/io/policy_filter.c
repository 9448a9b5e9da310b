/*
 * policy_filter.c - filters: {"role": "lead", "age": [null, 50], …}.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

enum { MAX_YEARS = 120 };

/* [min, max], completed years, both inclusive, null = open. */
static void read_years(struct zj_policy_reader *r, int node, struct zj_range *out)
{
    struct zj_json *j = r->j;
    int *const ends[] = {&out->lo, &out->hi};
    int n = 0;

    out->set = true;
    out->lo = out->hi = ZJ_NONE;
    if (!json_is_array(j->node[node].value) || zj_json_n_items(j, node) != 2) {
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("expected [least, greatest] in completed years, with null for an open end"));
        return;
    }
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i), n++)
        if (!zj_json_is_blank(j, i))
            zj_json_int(j, i, 0, MAX_YEARS, ends[n]);
    if (out->lo != ZJ_NONE && out->hi != ZJ_NONE && out->lo > out->hi)
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("the least is greater than the greatest"));
}

static void read_key(struct zj_policy_reader *r, int node, const struct zj_filter_key *key,
                     struct zj_filter *out)
{
    void *field = (char *)out + key->offset;

    switch (key->type) {
    case ZJ_KEY_VALUES:
        zj_policy_list(r, node, zj_policy_value, key->set, field);
        break;
    case ZJ_KEY_RANKS:
    case ZJ_KEY_FLAGS:
        zj_policy_list(r, node, zj_policy_open_word, key->set, field);
        break;
    case ZJ_KEY_WORDS:
        zj_policy_list(r, node, field == &out->subject ? zj_policy_subject : zj_policy_word, key->set, field);
        break;
    case ZJ_KEY_YEARS:
        read_years(r, node, field);
        break;
    case ZJ_KEY_SCHOOLS:
        zj_policy_list(r, node, zj_policy_school, key->set, field);
        break;
    case ZJ_KEY_COMMUNITIES:
        zj_policy_list(r, node, zj_policy_community, key->set, field);
        break;
    }
}

static void report_misfit(struct zj_policy_reader *r, int node, enum zj_filter_use use)
{
    const struct zj_place *at = zj_json_at_key(r->j, node);
    const char *key = r->j->node[node].key;

    if (use == ZJ_USE_TEACHER)
        zj_diag_add(r->j->d, ZJ_ERROR, "key_misfit", at,
                    _("'%s' has no meaning here: this filter speaks of teachers"), key);
    else if (use == ZJ_USE_BLOCK)
        zj_diag_add(r->j->d, ZJ_ERROR, "key_misfit", at,
                    _("'%s' has no meaning here: this filter speaks of classes and subjects"), key);
    else
        zj_diag_add(r->j->d, ZJ_ERROR, "key_misfit", at,
                    _("'%s' has no meaning here: this filter speaks of schools"), key);
}

void zj_policy_filter(struct zj_policy_reader *r, int node, enum zj_filter_use use, struct zj_filter *out)
{
    struct zj_json *j = r->j;
    const char *names[64];
    int n_names = 0;

    if (!zj_json_expect_object(j, node))
        return;
    for (int k = 0; k < zj_n_filter_keys; k++) {
        const struct zj_filter_key *key = &zj_filter_keys[k];
        int value = zj_json_member(j, node, key->name);
        bool fits = zj_key_fits(key, use);
        if (fits || value >= 0)
            names[n_names++] = key->name;
        if (value < 0)
            continue;
        out->empty = false;
        if (fits)
            read_key(r, value, key, out);
        else
            report_misfit(r, value, use);
    }
    zj_json_known_members(j, node, names, n_names);
}
