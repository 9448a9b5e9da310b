/*
 * policy_filter.c - filters: {"role": "lead", "age": [null, 50], …}.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

enum { MAX_YEARS = 120 };

/* [min, max], both inclusive, null = open. `expected` says what it is. */
static void read_range(struct zj_policy_reader *r, int node, int lo, int hi, const char *expected,
                       struct zj_range *out)
{
    struct zj_json *j = r->j;
    int *const ends[] = {&out->lo, &out->hi};
    int n = 0;

    out->set = true;
    out->lo = out->hi = ZJ_NONE;
    if (!json_is_array(j->node[node].value) || zj_json_n_items(j, node) != 2) {
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node), "%s", expected);
        return;
    }
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i), n++)
        if (!zj_json_is_blank(j, i))
            zj_json_int(j, i, lo, hi, ends[n]);
    if (out->lo != ZJ_NONE && out->hi != ZJ_NONE && out->lo > out->hi)
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("the least is greater than the greatest"));
}

void zj_policy_counts(struct zj_policy_reader *r, int node, int lo, int hi,
                      struct zj_range out[ZJ_N_SCHOOL_KINDS])
{
    const char *kinds[ZJ_N_SCHOOL_KINDS];
    bool any = false;

    for (int k = 0; k < ZJ_N_SCHOOL_KINDS; k++)
        kinds[k] = zj_value_token(ZJ_VS_school_kind, k);
    if (!zj_json_expect_object(r->j, node))
        return;
    zj_json_known_members(r->j, node, kinds, ZJ_N_SCHOOL_KINDS);
    for (int k = 0; k < ZJ_N_SCHOOL_KINDS; k++) {
        int value = zj_json_given(r->j, node, kinds[k]);
        if (value >= 0)
            read_range(r, value, lo, hi, _("expected [least, greatest], with null for an open end"), &out[k]);
        any = any || value >= 0;
    }
    if (!any)
        zj_diag_add(r->j->d, ZJ_ERROR, "empty", zj_json_at(r->j, node),
                    _("a range for at least one kind of school is needed"));
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
        read_range(r, node, 0, MAX_YEARS,
                   _("expected [least, greatest] in completed years, with null for an open end"), field);
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
