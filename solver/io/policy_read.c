/*
 * policy_read.c - a policy (zoujiao-policy/1): travel, defaults, tiers, kinds and rules.
 */
#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/io/instance_json.h"
#include "solver/io/policy_parts.h"

#include <string.h>

/* A whole number that an object may have. */
struct number {
    const char *name;
    int lo, hi;
    int *out;
};

static void read_numbers(struct zj_policy_reader *r, int node, const struct number *numbers, int n)
{
    const char *names[8];

    if (!zj_json_expect_object(r->j, node))
        return;
    for (int i = 0; i < n; i++) {
        int value = zj_json_given(r->j, node, numbers[i].name);
        names[i] = numbers[i].name;
        if (value >= 0)
            zj_json_int(r->j, value, numbers[i].lo, numbers[i].hi, numbers[i].out);
    }
    zj_json_known_members(r->j, node, names, n);
}

static void read_travel(struct zj_policy_reader *r, int node)
{
    const struct number numbers[] = {{"detour_permille", 1000, 5000, &r->pol->detour_permille},
                                     {"kmh", 1, 200, &r->pol->kmh},
                                     {"settle_minutes", 0, 1440, &r->pol->settle_minutes}};

    read_numbers(r, node, numbers, 3);
}

static void read_defaults(struct zj_policy_reader *r, int node)
{
    const struct number numbers[] = {{"max_week", 0, 60, &r->pol->default_max_week},
                                     {"max_day", 0, 60, &r->pol->default_max_day},
                                     {"priority", 1, 100, &r->pol->default_priority}};

    read_numbers(r, node, numbers, 3);
}

static void read_repair_costs(struct zj_policy_reader *r, int node)
{
    const struct number numbers[] = {
#define ZJ_REPAIR_COST(id, usual, what) {#id, 0, 1000000, &r->pol->repair_cost[ZJ_COST_##id]},
#include "solver/data/repair_costs.def"
#undef ZJ_REPAIR_COST
    };

    read_numbers(r, node, numbers, ZJ_N_REPAIR_COSTS);
}

static bool is_other_tier(const char *name)
{
    static const char *const names[] = {"unmet", "idle", "uncovered", "balance", "held", "peak"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* The tier that a text names, or -1 after telling why there is none. */
static int tier_of(struct zj_policy_reader *r, int node)
{
    struct zj_diag *d = r->j->d;
    const char *names[ZJ_N_TIERS];
    const char *text = zj_json_string(r->j, node);

    for (int t = 0; t < ZJ_N_TIERS; t++)
        names[t] = zj_tier_name((enum zj_tier)t);
    for (int t = 0; t < ZJ_N_TIERS && text; t++)
        if (strcmp(names[t], text) == 0)
            return t;
    if (text && strcmp(text, "fairness2") == 0)
        zj_diag_add(d, ZJ_ERROR, "unsupported_tier", zj_json_at(r->j, node),
                    _("the tier 'fairness2' is not supported"));
    else if (text && is_other_tier(text))
        zj_diag_add(d, ZJ_NOTE, "other_model", zj_json_at(r->j, node),
                    _("'%s' is a tier of another model, not used by secondment"), text);
    else if (text)
        zj_diag_add(d, ZJ_ERROR, "unknown_tier", zj_json_at(r->j, node),
                    _("there is no tier '%s'; the nearest known tier is '%s'"), text,
                    zj_nearest(text, names, ZJ_N_TIERS));
    return -1;
}

/* The tiers named, then those that are left out, in their usual order. */
static void read_objective(struct zj_policy_reader *r, int node)
{
    bool named[ZJ_N_TIERS] = {false};
    int n = 0;

    if (!zj_json_expect_array(r->j, node, 4 * ZJ_N_TIERS))
        return;
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i)) {
        int t = tier_of(r, i);
        if (t >= 0 && named[t])
            zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at(r->j, i), _("the tier '%s' is named twice"),
                        zj_tier_name((enum zj_tier)t));
        else if (t >= 0)
            r->pol->objective[n++] = (enum zj_tier)t;
        if (t >= 0)
            named[t] = true;
    }
    for (int t = 0; t < ZJ_N_TIERS; t++)
        if (!named[t])
            r->pol->objective[n++] = (enum zj_tier)t;
}

/* Coordinates are of no use without the speed and the detour. */
static void check_travel(struct zj_policy_reader *r, int object)
{
    struct zj_instance *in = r->in;

    if (r->pol->detour_permille != ZJ_NONE && r->pol->kmh != ZJ_NONE)
        return;
    zj_travel_resolve(in, ZJ_NONE, ZJ_NONE);
    for (int a = 0; a < in->n_schools; a++) {
        for (int b = 0; b < in->n_schools; b++) {
            if (!in->school[a].has_coordinates || !in->school[b].has_coordinates ||
                zj_minutes(in, a, b) != ZJ_NONE)
                continue;
            int travel = zj_json_member(r->j, object, "travel");
            zj_diag_add(
                r->j->d, ZJ_ERROR, "missing_travel", zj_json_at(r->j, travel >= 0 ? travel : object),
                _("'%s' to '%s' is not in travel.csv; to use coordinates the policy needs \"travel\": "
                  "{\"detour_permille\": …, \"kmh\": …}"),
                in->school[a].id, in->school[b].id);
            return;
        }
    }
}

static void read_name(struct zj_policy_reader *r, int node)
{
    const char *name = zj_json_string(r->j, node);

    r->pol->name = name ? zj_strdup(&r->pol->arena, name) : NULL;
}

static void read_format(struct zj_policy_reader *r, int node)
{
    zj_json_format(r->j, r->j->node[node].parent, "zoujiao-policy/1");
}

/* Where the policy comes from, for people. */
static void read_source(struct zj_policy_reader *r, int node)
{
    zj_json_string(r->j, node);
}

/* Every member, in the order in which they must be read: rules name kinds and activities. */
static const struct {
    const char *name;
    void (*read)(struct zj_policy_reader *r, int node);
} members[] = {
    {"format", read_format},
    {"name", read_name},
    {"source", read_source},
    {"travel", read_travel},
    {"defaults", read_defaults},
    {"objective", read_objective},
    {"alternatives", zj_policy_alternatives},
    {"kinds", zj_policy_kinds},
    {"activities", zj_policy_events},
    {"rules", zj_policy_rules},
    {"repair_costs", read_repair_costs},
};
enum { N_MEMBERS = sizeof members / sizeof members[0] };

static void read_policy(struct zj_policy_reader *r, int object)
{
    const char *names[N_MEMBERS];

    for (int t = 0; t < ZJ_N_TIERS; t++)
        r->pol->objective[t] = (enum zj_tier)t;
    for (int m = 0; m < N_MEMBERS; m++) {
        int node = zj_json_given(r->j, object, members[m].name);
        names[m] = members[m].name;
        if (node >= 0)
            members[m].read(r, node);
    }
    zj_json_known_members(r->j, object, names, N_MEMBERS);
    zj_policy_check_readings(r, object);
    if (!r->unbound)
        check_travel(r, object);
}

enum zj_status zj_read_policy_json(const char *bytes, size_t n, const char *file,
                                   const struct zj_policy_options *opt, struct zj_instance *in,
                                   struct zj_policy *pol, struct zj_diag *d)
{
    const char *member = opt ? opt->member : NULL;
    struct zj_json j;
    int errors = d->n_errors;

    memset(pol, 0, sizeof *pol);
    pol->file = zj_strdup(&pol->arena, file);
    pol->detour_permille = pol->kmh = ZJ_NONE;
    memcpy(pol->repair_cost, zj_usual_repair_cost, sizeof pol->repair_cost);
    pol->default_max_week = pol->default_max_day = pol->default_priority = ZJ_NONE;
    if (zj_json_load(&j, bytes, n, file, d) == ZJ_OK) {
        struct zj_policy_reader r = {&j, in, pol, opt ? opt->readings : NULL, opt && opt->unbound};
        int object = member ? zj_json_member(&j, 0, member) : 0;
        if (object < 0)
            zj_diag_add(d, ZJ_ERROR, "missing_member", zj_json_at(&j, 0), _("the member '%s' is missing"),
                        member);
        else if (zj_json_expect_object(&j, object) && (member || zj_json_require(&j, object, "format") >= 0))
            read_policy(&r, object);
    }
    zj_json_release(&j);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}
