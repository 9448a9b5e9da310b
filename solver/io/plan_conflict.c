/*
 * plan_conflict.c - the member "conflict" of a plan file: what collides, and what would repair it.
 */
#include "solver/io/plan_parts.h"
#include "solver/io/table_files.h"

#include <string.h>

enum { MAX_ITEMS = 1000000 };

/* A row of a table stands in for a rule: "history", or "pins" at "pins.csv:3". NULL when it is a rule. */
static const char *table_of(struct zj_plan_reader *r, const char *name, const char *where)
{
    size_t n = strlen(name);
    bool is_row = strncmp(where, name, n) == 0 && strncmp(where + n, ".csv:", 5) == 0;

    if (zj_table_find(name) < 0 || (!is_row && zj_find_rule(name) >= 0))
        return NULL;
    return zj_printf(&r->plan->arena, "%s.csv", name);
}

static void read_number(struct zj_plan_reader *r, int object, const char *member, int64_t *out)
{
    int node = zj_json_given(r->j, object, member);

    *out = ZJ_NO_VALUE;
    if (node >= 0)
        zj_json_integer(r->j, node, -ZJ_JSON_MAX_INTEGER, ZJ_JSON_MAX_INTEGER, out);
}

static void read_part(struct zj_plan_reader *r, int node)
{
    struct zj_conflict_part part = {
        .index = zj_plan_index(r, node), .where = zj_plan_where(r, node), .group = r->group};
    const char *name = zj_plan_rule_name(r, node);

    zj_plan_source(r, node);
    read_number(r, node, "need", &part.need);
    read_number(r, node, "have", &part.have);
    if (!name)
        return;
    if (part.index < 0)
        part.table = table_of(r, name, part.where);
    if (!part.table && !zj_plan_find_rule(r, node, name, &part.rule))
        return;
    r->plan->conflict[r->plan->n_conflict++] = part;
}

static void read_group(struct zj_plan_reader *r, int node)
{
    static const char *const part_names[] = {"index", "rule", "where", "need", "have", "source"};
    struct zj_plan *plan = r->plan;
    int parts = zj_json_require(r->j, node, "rules");

    if (parts >= 0 && zj_json_expect_array(r->j, parts, MAX_ITEMS)) {
        size_t n = (size_t)plan->n_conflict;
        struct zj_conflict_part *all =
            zj_alloc_n(&plan->arena, n + (size_t)zj_json_n_items(r->j, parts), sizeof *all);
        if (n)
            memcpy(all, plan->conflict, n * sizeof *all);
        plan->conflict = all;
        zj_plan_each(r, parts, part_names, 6, read_part);
    }
    bool minimal = zj_plan_flag(r, node, "minimal");
    r->plan->conflict_minimal = minimal && (r->group == 0 || r->plan->conflict_minimal);
    r->group++;
}

void zj_plan_conflict(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"rules", "minimal", "more", "repairs"};
    static const char *const group_names[] = {"rules", "minimal"};
    struct zj_json *j = r->j;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, names, 4);
    int more = zj_json_given(j, node, "more"), repairs = zj_json_given(j, node, "repairs");
    read_group(r, node);
    if (more >= 0 && zj_json_expect_array(j, more, MAX_ITEMS))
        zj_plan_each(r, more, group_names, 2, read_group);
    if (repairs >= 0)
        zj_plan_repairs(r, repairs);
}
