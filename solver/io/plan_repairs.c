/*
 * plan_repairs.c - the repairs of a conflict in a plan file, read and written: each a list of steps in codes,
 * whose members depend on what the step does.
 */
#include "solver/io/plan_json.h"
#include "solver/io/plan_parts.h"

#include <stddef.h>
#include <string.h>

enum { MAX_REPAIRS = 1000, MAX_STEPS = 10000 };
enum {
    NUMBER = 1 << ZJ_STEP_NUMBER,
    WAIVE = 1 << ZJ_STEP_WAIVE,
    COLUMN = 1 << ZJ_STEP_COLUMN,
    ROW = 1 << ZJ_STEP_ROW,
    LEAD = 1 << ZJ_STEP_LEAD,
    TEACHERS = 1 << ZJ_STEP_TEACHERS
};
enum type { TEXT, TEXT_OR_NULL, INTEGER };

/* The members of steps besides "what" and "rule", and the kinds of step that have them. */
static const struct {
    const char *name;
    enum type type;
    size_t at;
    unsigned of;
} members[] = {
    {"index", INTEGER, offsetof(struct zj_step, index), NUMBER | WAIVE},
    {"where", TEXT, offsetof(struct zj_step, where), NUMBER | WAIVE | COLUMN | LEAD | TEACHERS},
    {"name", TEXT, offsetof(struct zj_step, name), NUMBER | COLUMN},
    {"from", INTEGER, offsetof(struct zj_step, from), NUMBER | COLUMN},
    {"to", INTEGER, offsetof(struct zj_step, to), NUMBER | COLUMN},
    {"table", TEXT, offsetof(struct zj_step, table), ROW},
    {"line", INTEGER, offsetof(struct zj_step, line), ROW},
    {"old_lead", TEXT_OR_NULL, offsetof(struct zj_step, old_lead), LEAD},
    {"new_lead", TEXT_OR_NULL, offsetof(struct zj_step, new_lead), LEAD},
    {"subject", TEXT, offsetof(struct zj_step, subject), TEACHERS},
    {"more", INTEGER, offsetof(struct zj_step, more), TEACHERS},
};
enum { N_MEMBERS = sizeof members / sizeof members[0] };

static bool has(enum zj_step_kind kind, size_t member)
{
    return members[member].of & 1U << kind;
}

static void read_member(struct zj_plan_reader *r, int node, size_t k, struct zj_step *step)
{
    char *field = (char *)step + members[k].at;
    const int value = members[k].type == TEXT_OR_NULL ? zj_json_given(r->j, node, members[k].name)
                                                      : zj_json_require(r->j, node, members[k].name);
    int number = 0;

    if (value < 0)
        return;
    if (members[k].type == INTEGER) {
        zj_json_int(r->j, value, -INT32_MAX, INT32_MAX, &number);
        memcpy(field, &number, sizeof number);
        return;
    }
    const char *text = zj_json_string(r->j, value);
    if (text) {
        text = zj_strdup(&r->plan->arena, text);
        memcpy(field, &text, sizeof text);
    }
}

/* Appends the step to the last repair. */
static void read_step(struct zj_plan_reader *r, int node)
{
    struct zj_repair *repair = &r->plan->repair[r->plan->n_repairs];
    struct zj_step step = {.where = "", .name = "", .table = "", .subject = ""};
    const char *kinds[ZJ_N_STEP_KINDS], *names[N_MEMBERS + 2] = {"what", "rule"};
    int what = zj_json_require(r->j, node, "what"), kind = 0, n = 2;

    for (int k = 0; k < ZJ_N_STEP_KINDS; k++)
        kinds[k] = zj_step_name((enum zj_step_kind)k);
    if (what < 0 || !zj_json_choice(r->j, what, kinds, ZJ_N_STEP_KINDS, &kind))
        return;
    step.kind = (enum zj_step_kind)kind;
    for (size_t k = 0; k < N_MEMBERS; k++) {
        if (has(step.kind, k)) {
            read_member(r, node, k, &step);
            names[n++] = members[k].name;
        }
    }
    zj_json_known_members(r->j, node, names, n);
    if ((NUMBER | WAIVE) & 1 << kind) {
        const char *rule = zj_plan_rule_name(r, node);
        if (rule)
            zj_plan_find_rule(r, node, rule, &step.rule);
    }
    repair->step[repair->n_steps++] = step;
}

static void read_repair(struct zj_plan_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_repair *repair = &r->plan->repair[r->plan->n_repairs];
    const int change = zj_json_require(j, node, "change"), cost = zj_json_require(j, node, "cost");

    *repair = (struct zj_repair){.verified = zj_plan_flag(r, node, "verified")};
    if (cost >= 0)
        zj_json_integer(j, cost, 0, ZJ_JSON_MAX_INTEGER, &repair->cost);
    if (change >= 0 && zj_json_expect_array(j, change, MAX_STEPS)) {
        repair->step =
            zj_alloc_n(&r->plan->arena, (size_t)zj_json_n_items(j, change) + 1, sizeof *repair->step);
        for (int i = zj_json_first_item(j, change); i >= 0; i = zj_json_next_item(j, change, i)) {
            if (zj_json_expect_object(j, i))
                read_step(r, i);
        }
    }
    r->plan->n_repairs++;
}

void zj_plan_repairs(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"change", "cost", "verified"};

    if (!zj_json_expect_array(r->j, node, MAX_REPAIRS))
        return;
    r->plan->repair =
        zj_alloc_n(&r->plan->arena, (size_t)zj_json_n_items(r->j, node) + 1, sizeof *r->plan->repair);
    zj_plan_each(r, node, names, 3, read_repair);
}

static json_t *step_json(const struct zj_step *step)
{
    json_t *o = json_object();

    json_object_set_new(o, "what", json_string(zj_step_name(step->kind)));
    if ((NUMBER | WAIVE) & 1 << step->kind)
        json_object_set_new(o, "rule", json_string(zj_rule_name(step->rule)));
    for (size_t k = 0; k < N_MEMBERS; k++) {
        const char *field = (const char *)step + members[k].at, *text;
        int number;
        if (!has(step->kind, k))
            continue;
        if (members[k].type == INTEGER) {
            memcpy(&number, field, sizeof number);
            json_object_set_new(o, members[k].name, json_integer(number));
        } else {
            memcpy(&text, field, sizeof text);
            json_object_set_new(o, members[k].name, text ? json_string(text) : json_null());
        }
    }
    return o;
}

json_t *zj_json_repairs(const struct zj_plan *plan)
{
    json_t *list = json_array();

    for (int i = 0; i < plan->n_repairs; i++) {
        const struct zj_repair *repair = &plan->repair[i];
        json_t *o = json_object(), *change = json_array();
        for (int k = 0; k < repair->n_steps; k++)
            json_array_append_new(change, step_json(&repair->step[k]));
        json_object_set_new(o, "change", change);
        json_object_set_new(o, "cost", json_integer(repair->cost));
        json_object_set_new(o, "verified", json_boolean(repair->verified));
        json_array_append_new(list, o);
    }
    return list;
}
