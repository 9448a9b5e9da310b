/*
 * plan_read.c - a plan file (zoujiao-plan/1), read strictly; ids become indexes.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"

#include <stdlib.h>
#include <string.h>

static const char *copy(struct zj_plan_reader *r, int node)
{
    const char *text = zj_json_string(r->j, node);

    return text ? zj_strdup(&r->plan->arena, text) : NULL;
}

/* One of the n words that `name` gives for 0, 1, …, n - 1. */
#define READ_CHOICE(r, node, n, name, type, out)                                                             \
    do {                                                                                                     \
        const char *words[n];                                                                                \
        int chosen;                                                                                          \
        for (int i = 0; i < (n); i++)                                                                        \
            words[i] = name((type)i);                                                                        \
        if (zj_json_choice((r)->j, node, words, n, &chosen))                                                 \
            (out) = (type)chosen;                                                                            \
    } while (0)

static void read_format(struct zj_plan_reader *r, int node)
{
    zj_json_format(r->j, r->j->node[node].parent, "zoujiao-plan/1");
}

static void read_model(struct zj_plan_reader *r, int node)
{
    READ_CHOICE(r, node, ZJ_N_MODELS, zj_model_name, enum zj_model, r->plan->model);
    if (r->plan->model != ZJ_SECONDMENT)
        zj_diag_add(r->j->d, ZJ_ERROR, "unsupported_model", zj_json_at(r->j, node),
                    _("plans of the model '%s' cannot be read yet"), zj_model_name(r->plan->model));
}

static bool is_sha256(const char *text)
{
    return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

static void read_instance(struct zj_plan_reader *r, int node)
{
    static const char *const members[] = {"name", "sha256"};
    struct zj_json *j = r->j;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, 2);
    int name = zj_json_given(j, node, "name"), sha = zj_json_given(j, node, "sha256");
    if (name >= 0)
        r->plan->instance_name = copy(r, name);
    if (sha >= 0)
        r->plan->instance_sha256 = copy(r, sha);
    if (r->plan->instance_sha256 && !is_sha256(r->plan->instance_sha256))
        zj_diag_add(j->d, ZJ_ERROR, "bad_sha256", zj_json_at(j, sha), _("expected 64 digits 0-9 a-f"));
    if (r->plan->instance_name && r->in->name && strcmp(r->plan->instance_name, r->in->name) != 0)
        zj_diag_add(j->d, ZJ_WARNING, "other_instance", zj_json_at(j, name),
                    _("the plan names the instance '%s'; this one is '%s'"), r->plan->instance_name,
                    r->in->name);
}

static void read_program(struct zj_plan_reader *r, int node)
{
    r->plan->program = copy(r, node);
}

static void read_status(struct zj_plan_reader *r, int node)
{
    READ_CHOICE(r, node, ZJ_N_PLAN_STATUS, zj_plan_status_name, enum zj_plan_status, r->plan->status);
}

static void read_value(struct zj_plan_reader *r, int tier, const char *member, int64_t *out)
{
    int node = zj_json_given(r->j, tier, member);

    if (node >= 0)
        zj_json_integer(r->j, node, -ZJ_JSON_MAX_INTEGER, ZJ_JSON_MAX_INTEGER, out);
}

static void read_tier(struct zj_plan_reader *r, int node, bool named[ZJ_N_TIERS], int *n)
{
    static const char *const members[] = {"tier", "value", "bound"};
    struct zj_json *j = r->j;
    enum zj_tier tier = ZJ_N_TIERS;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, 3);
    int name = zj_json_require(j, node, "tier");
    if (name < 0)
        return;
    READ_CHOICE(r, name, ZJ_N_TIERS, zj_tier_name, enum zj_tier, tier);
    if (tier == ZJ_N_TIERS)
        return;
    if (named[tier]) {
        zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, node), _("the tier '%s' is named twice"),
                    zj_tier_name(tier));
        return;
    }
    named[tier] = true;
    r->plan->order[(*n)++] = tier;
    read_value(r, node, "value", &r->plan->value[tier]);
    read_value(r, node, "bound", &r->plan->bound[tier]);
}

/* Tiers that are not named follow in their usual order, without value and bound. */
static void read_objective(struct zj_plan_reader *r, int node)
{
    bool named[ZJ_N_TIERS] = {false};
    int n = 0;

    if (!zj_json_expect_array(r->j, node, 4 * ZJ_N_TIERS))
        return;
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i))
        read_tier(r, i, named, &n);
    for (int t = 0; t < ZJ_N_TIERS; t++)
        if (!named[t])
            r->plan->order[n++] = (enum zj_tier)t;
}

static void read_gap(struct zj_plan_reader *r, int node)
{
    r->has_gap = zj_json_int(r->j, node, 0, INT32_MAX, &r->plan->gap_permille);
}

static void read_limits(struct zj_plan_reader *r, int node)
{
    static const char *const members[] = {"stopped_by", "nodes"};
    const char *words[ZJ_N_STOPS];
    struct zj_json *j = r->j;
    int reason;

    if (!zj_json_expect_object(j, node))
        return;
    for (int i = 0; i < ZJ_N_STOPS; i++)
        words[i] = zj_stop_name((enum zj_stop)i);
    zj_json_known_members(j, node, members, 2);
    int stopped = zj_json_given(j, node, "stopped_by"), nodes = zj_json_given(j, node, "nodes");
    if (stopped >= 0 && zj_json_choice(j, stopped, words, ZJ_N_STOPS, &reason))
        r->plan->stopped_by = words[reason];
    if (nodes >= 0)
        zj_json_integer(j, nodes, 0, ZJ_JSON_MAX_INTEGER, &r->plan->nodes);
}

static const struct {
    const char *name;
    bool required;
    void (*read)(struct zj_plan_reader *r, int node);
} members[] = {
    {"format", true, read_format},
    {"model", true, read_model},
    {"instance", false, read_instance},
    {"program", false, read_program},
    {"status", true, read_status},
    {"objective", true, read_objective},
    {"gap_permille", false, read_gap},
    {"limits", false, read_limits},
    {"assignments", true, zj_plan_assignments},
    {"unmet", true, zj_plan_unmet},
    {"rules", false, zj_plan_findings},
    {"conflict", false, zj_plan_conflict},
};
enum { N_MEMBERS = sizeof members / sizeof members[0] };

static void read_plan(struct zj_plan_reader *r)
{
    const char *names[N_MEMBERS];

    for (int m = 0; m < N_MEMBERS; m++) {
        const char *name = names[m] = members[m].name;
        int node = members[m].required ? zj_json_require(r->j, 0, name) : zj_json_given(r->j, 0, name);
        if (node >= 0)
            members[m].read(r, node);
        if (r->plan->model != ZJ_SECONDMENT)
            return;
    }
    zj_json_known_members(r->j, 0, names, N_MEMBERS);
    if (!r->has_gap)
        r->plan->gap_permille = zj_gap_permille(r->plan);
}

enum zj_status zj_read_plan_json(const char *bytes, size_t n, const char *file, const struct zj_instance *in,
                                 const struct zj_policy *pol, struct zj_plan *plan, struct zj_diag *d)
{
    struct zj_json j;
    int errors = d->n_errors;

    memset(plan, 0, sizeof *plan);
    for (int t = 0; t < ZJ_N_TIERS; t++) {
        plan->order[t] = (enum zj_tier)t;
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    }
    if (zj_json_load(&j, bytes, n, file, d) == ZJ_OK) {
        struct zj_plan_reader r = {&j, in, pol, plan, false};
        read_plan(&r);
    }
    zj_json_release(&j);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}

enum zj_status zj_read_plan(const char *path, const struct zj_instance *in, const struct zj_policy *pol,
                            struct zj_plan *plan, struct zj_diag *d)
{
    struct zj_err err;
    char *bytes;
    size_t n;
    enum zj_status st = zj_file_read(path, &bytes, &n, &err);

    memset(plan, 0, sizeof *plan);
    if (st != ZJ_OK) {
        zj_diag_add(d, ZJ_ERROR, "no_input", NULL, "%s", err.text);
        return st;
    }
    st = zj_read_plan_json(bytes, n, path, in, pol, plan, d);
    free(bytes);
    return st;
}
