/*
 * json_place.c - the way through a tree of JSON: members and neighbours of a value, and where it stands in
 * the text, for messages.
 */
#include "solver/io/json_text.h"

#include <string.h>

int zj_json_first(const struct zj_json *j, int node)
{
    return j->node[node].next > node + 1 ? node + 1 : -1;
}

int zj_json_after(const struct zj_json *j, int node)
{
    int next = j->node[node].next, parent = j->node[node].parent;

    return parent >= 0 && next < j->node[parent].next ? next : -1;
}

int zj_json_member(const struct zj_json *j, int object, const char *key)
{
    if (!json_is_object(j->node[object].value))
        return -1;
    for (int m = zj_json_first(j, object); m >= 0; m = zj_json_after(j, m))
        if (strcmp(j->node[m].key, key) == 0)
            return m;
    return -1;
}

/* "rules[3].max": the members and positions that lead to a value; "" for the whole. */
static const char *path_of(struct zj_json *j, int node)
{
    const struct zj_json_node *v = &j->node[node];

    if (v->parent < 0)
        return "";
    const char *above = path_of(j, v->parent);
    if (v->key)
        return *above ? zj_printf(&j->arena, "%s.%s", above, v->key) : v->key;
    return zj_printf(&j->arena, "%s[%d]", above, v->index);
}

static const struct zj_place *place(struct zj_json *j, int node, int line, int column)
{
    struct zj_place *at = zj_alloc(&j->arena, sizeof *at);
    const char *path = path_of(j, node);

    if (j->origins && line >= 1 && line <= j->origins->n)
        return &j->origins->line[line - 1];
    *at = (struct zj_place){j->file, line, column, *path ? path : NULL};
    return at;
}

const struct zj_place *zj_json_at(struct zj_json *j, int node)
{
    return place(j, node, j->node[node].line, j->node[node].column);
}

const struct zj_place *zj_json_at_key(struct zj_json *j, int node)
{
    const struct zj_json_node *v = &j->node[node];

    return v->key ? place(j, node, v->key_line, v->key_column) : zj_json_at(j, node);
}
