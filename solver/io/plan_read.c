/*
 * plan_read.c - a plan file (zoujiao-plan/1), read strictly; ids become indexes.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"

#include <sha256.h>
#include <stdint.h>
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
    zj_plan_name_tiers(r);
}

static bool is_sha256(const char *text)
{
    return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* A digest, or NULL after reporting. */
static const char *read_sha256(struct zj_plan_reader *r, int node)
{
    const char *text = copy(r, node);

    if (!text || is_sha256(text))
        return text;
    zj_diag_add(r->j->d, ZJ_ERROR, "bad_sha256", zj_json_at(r->j, node), _("expected 64 digits 0-9 a-f"));
    return NULL;
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
        r->plan->instance_sha256 = read_sha256(r, sha);
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

static void read_term(struct zj_plan_reader *r, int node)
{
    (void)node;
    zj_plan_id(r, 0, "term", zj_find_term, &r->plan->term);
}

static void read_secondment(struct zj_plan_reader *r, int node)
{
    r->plan->secondment_sha256 = read_sha256(r, node);
}

static void read_timetables(struct zj_plan_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_plan *p = r->plan;

    if (!zj_json_expect_array(j, node, ZJ_MAX_TERMS))
        return;
    p->timetable_sha256 = zj_alloc_n(&p->arena, (size_t)zj_json_n_items(j, node), sizeof(char *));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        const char *text = read_sha256(r, i);
        if (text)
            p->timetable_sha256[p->n_timetables++] = text;
    }
}

static void read_assignments(struct zj_plan_reader *r, int node)
{
    if (r->plan->model == ZJ_TIMETABLE)
        zj_plan_lessons(r, node);
    else if (r->plan->model == ZJ_PAIRING)
        zj_plan_pairs(r, node);
    else if (r->plan->model == ZJ_CALENDAR)
        zj_plan_calendar(r, node);
    else
        zj_plan_postings(r, node);
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

enum {
    SECONDMENT = 1 << ZJ_SECONDMENT,
    TIMETABLE = 1 << ZJ_TIMETABLE,
    BOTH = SECONDMENT | TIMETABLE,
    CALENDAR = 1 << ZJ_CALENDAR,
    SOLVED = BOTH | 1 << ZJ_PAIRING, /* a calendar may be written by hand, and says less */
    EVERY = SOLVED | CALENDAR
};

static const struct {
    const char *name;
    int models;   /* that have the member, as bits */
    int required; /* of which models */
    void (*read)(struct zj_plan_reader *r, int node);
} members[] = {
    {"format", EVERY, EVERY, read_format},
    {"model", EVERY, EVERY, read_model},
    {"instance", EVERY, 0, read_instance},
    {"program", EVERY, 0, read_program},
    {"term", TIMETABLE, TIMETABLE, read_term},
    {"secondment_sha256", TIMETABLE, 0, read_secondment},
    {"timetable_sha256", CALENDAR, 0, read_timetables},
    {"status", EVERY, SOLVED, read_status},
    {"objective", EVERY, SOLVED, zj_plan_objective},
    {"gap_permille", EVERY, 0, read_gap},
    {"limits", EVERY, 0, read_limits},
    {"assignments", EVERY, EVERY, read_assignments},
    {"routes", TIMETABLE, 0, zj_plan_routes},
    {"unmet", BOTH, BOTH, zj_plan_unmet},
    {"rules", EVERY, 0, zj_plan_findings},
    {"conflict", EVERY, 0, zj_plan_conflict},
};
enum { N_MEMBERS = sizeof members / sizeof members[0] };

static void read_plan(struct zj_plan_reader *r)
{
    const char *names[N_MEMBERS];
    int n_names = 0;

    zj_plan_name_tiers(r);
    for (int m = 0; m < N_MEMBERS; m++) {
        const char *name = members[m].name;
        if (!(members[m].models >> r->plan->model & 1))
            continue;
        names[n_names++] = name;
        int node = members[m].required >> r->plan->model & 1 ? zj_json_require(r->j, 0, name)
                                                             : zj_json_given(r->j, 0, name);
        if (node >= 0)
            members[m].read(r, node);
    }
    zj_json_known_members(r->j, 0, names, n_names);
    if (zj_json_given(r->j, 0, "status") < 0)
        r->plan->status = ZJ_PLAN_FEASIBLE;
    if (zj_json_given(r->j, 0, "objective") < 0)
        r->plan->n_tiers = 0;
    if (!r->has_gap)
        r->plan->gap_permille = zj_gap_permille(r->plan);
}

enum zj_status zj_read_plan_json(const char *bytes, size_t n, const char *file, const struct zj_instance *in,
                                 const struct zj_policy *pol, struct zj_plan *plan, struct zj_diag *d)
{
    struct zj_json j;
    int errors = d->n_errors;

    memset(plan, 0, sizeof *plan);
    plan->term = -1;
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        plan->value[t] = plan->bound[t] = ZJ_NO_VALUE;
    if (zj_json_load(&j, bytes, n, file, d) == ZJ_OK) {
        struct zj_plan_reader r = {.j = &j, .in = in, .pol = pol, .plan = plan};
        read_plan(&r);
        free(r.class_is_real);
    }
    zj_json_release(&j);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}

static const char *digest(struct zj_arena *a, const char *bytes, size_t n)
{
    char *hex = zj_alloc(a, SHA256_DIGEST_STRING_LENGTH);

    return SHA256Data((const uint8_t *)bytes, n, hex);
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
    plan->sha256 = digest(&plan->arena, bytes, n);
    free(bytes);
    return st;
}
