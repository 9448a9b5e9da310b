/*
 * policy_kinds.c - kinds of posting: {"kind": "support_post", "terms": [2], …}.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

#include <string.h>

enum { MAX_TERMS = 40, MAX_KINDS = 100 };

static bool read_length(struct zj_policy_reader *r, int node, int set, int *out)
{
    (void)set;
    return zj_json_int(r->j, node, 1, MAX_TERMS, out);
}

static void read_direction(struct zj_policy_reader *r, int node, struct zj_kind *k)
{
    int n, value;
    const char *const *words = zj_choice_words(ZJ_CHOICE_DIRECTION, &n);

    if (zj_json_choice(r->j, node, words, n, &value))
        k->direction = (enum zj_direction)value;
}

static void read_name(struct zj_policy_reader *r, int node, struct zj_kind *k)
{
    if (!zj_policy_word(r, node, 0, &k->name))
        return;
    if (zj_find_kind(r->pol, k->name) >= 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at(r->j, node), _("the kind '%s' is declared twice"),
                    zj_word(r->in, k->name));
}

/* Either terms by their ids, or "first_of_year": the first term of every school year. */
static void read_starts(struct zj_policy_reader *r, int node, struct zj_kind *k)
{
    const struct zj_instance *in = r->in;
    const json_t *value = r->j->node[node].value;

    if (!json_is_string(value) || strcmp(json_string_value(value), "first_of_year") != 0) {
        zj_policy_list(r, node, zj_policy_term, 0, &k->start_terms);
        return;
    }
    k->start_terms = (struct zj_ids){0, zj_alloc_n(&r->pol->arena, (size_t)in->n_terms, sizeof(int))};
    for (int t = 0; t < in->n_terms; t++)
        if (t == 0 || in->term[t].year_index != in->term[t - 1].year_index)
            k->start_terms.v[k->start_terms.n++] = t;
}

static void read_kind(struct zj_policy_reader *r, int node, struct zj_kind *k)
{
    static const char *const members[] = {"kind",       "direction", "terms", "start_terms",
                                          "fills_load", "posts",     "source"};
    struct zj_json *j = r->j;

    *k = (struct zj_kind){.name = -1, .direction = ZJ_ANY_DIRECTION};
    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, (int)(sizeof members / sizeof members[0]));
    int name = zj_json_require(j, node, "kind"), terms = zj_json_require(j, node, "terms");
    int fills = zj_json_require(j, node, "fills_load");
    if (name >= 0)
        read_name(r, name, k);
    if (terms >= 0)
        zj_policy_list(r, terms, read_length, 0, &k->lengths);
    if (fills >= 0)
        zj_json_bool(j, fills, &k->fills_load);
    int direction = zj_json_given(j, node, "direction");
    if (direction >= 0)
        read_direction(r, direction, k);
    int starts = zj_json_given(j, node, "start_terms");
    if (starts >= 0)
        read_starts(r, starts, k);
    int posts = zj_json_given(j, node, "posts");
    if (posts >= 0)
        zj_policy_list(r, posts, zj_policy_value, ZJ_VS_post, &k->posts);
    zj_policy_source(r, node);
    zj_policy_keep_entry(
        r, node,
        (struct zj_policy_entry){
            .rule = "kind", .index = -1, .models = 1u << ZJ_SECONDMENT, .hard = true, .weight = 1});
}

void zj_policy_kinds(struct zj_policy_reader *r, int node)
{
    struct zj_json *j = r->j;

    if (!zj_json_expect_array(j, node, MAX_KINDS))
        return;
    r->pol->kind = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *r->pol->kind);
    zj_policy_more_entries(r, zj_json_n_items(j, node));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        read_kind(r, i, &r->pol->kind[r->pol->n_kinds]);
        r->pol->n_kinds++;
    }
}
