/*
 * policy_kinds.c - kinds of posting: {"kind": "support_post", "terms": [2], …}.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

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

static void read_kind(struct zj_policy_reader *r, int node, struct zj_kind *k)
{
    static const char *const members[] = {"kind", "direction", "terms", "start_terms", "fills_load", "posts"};
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
        zj_policy_list(r, starts, zj_policy_term, 0, &k->start_terms);
    int posts = zj_json_given(j, node, "posts");
    if (posts >= 0)
        zj_policy_list(r, posts, zj_policy_value, ZJ_VS_post, &k->posts);
}

void zj_policy_kinds(struct zj_policy_reader *r, int node)
{
    struct zj_json *j = r->j;

    if (!zj_json_expect_array(j, node, MAX_KINDS))
        return;
    r->pol->kind = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *r->pol->kind);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        read_kind(r, i, &r->pol->kind[r->pol->n_kinds]);
        r->pol->n_kinds++;
    }
}
