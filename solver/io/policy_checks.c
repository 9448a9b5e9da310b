/*
 * policy_checks.c - what the parameters of a rule must be together, and the retirement table.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

enum { MAX_MONTHS = 1200 };

static void read_line(struct zj_policy_reader *r, int node, struct zj_retire_line table[ZJ_N_RETIRE])
{
    static const char *const members[] = {"class", "base_months", "step_months", "cap_months"};
    struct zj_json *j = r->j;
    struct zj_retire_line line = {.set = true};
    int *const fields[] = {NULL, &line.base, &line.step, &line.cap};
    int class = -1;
    bool fine = true;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, 4);
    for (int m = 0; m < 4; m++) {
        int value = zj_json_require(j, node, members[m]);
        fine = value >= 0 && fine;
        if (value >= 0)
            fine = (m == 0 ? zj_policy_value(r, value, ZJ_VS_retire_class, &class)
                           : zj_json_int(j, value, 1, MAX_MONTHS, fields[m])) &&
                   fine;
    }
    if (!fine)
        return;
    if (line.cap < line.base)
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("cap_months is less than base_months"));
    if (table[class].set)
        zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, node), _("the class stands twice in the table"));
    table[class] = line;
}

void zj_policy_retirement(struct zj_policy_reader *r, int node, struct zj_retire_line table[ZJ_N_RETIRE])
{
    if (!zj_json_expect_array(r->j, node, ZJ_N_RETIRE))
        return;
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i))
        read_line(r, i, table);
}

static void check_exempt(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    struct zj_json *j = r->j;

    if (rule->retire_within_years == ZJ_NONE)
        return;
    zj_json_require(r->j, node, "from");
    int table = zj_json_require(r->j, node, "table");
    if (table < 0)
        return;
    bool needed[ZJ_N_RETIRE] = {false};
    for (int t = 0; t < r->in->n_teachers; t++)
        needed[r->in->teacher[t].retire_class] = true;
    for (int c = 0; c < ZJ_N_RETIRE; c++)
        if (needed[c] && !rule->table[c].set)
            zj_diag_add(j->d, ZJ_ERROR, "missing_class", zj_json_at(j, table),
                        _("the table has no class '%s', but there are teachers of it"),
                        zj_value_token(ZJ_VS_retire_class, c));
}

/* Who is a mentor where the policy does not say: any teacher with an honour of the known ones. */
static void usual_mentors(struct zj_policy_reader *r, struct zj_filter *mentor)
{
    static const char *const ranks[] = {"backbone", "subject_leader", "master"};
    enum { N_RANKS = sizeof ranks / sizeof ranks[0] };

    mentor->rank = (struct zj_ids){N_RANKS, zj_alloc_n(&r->pol->arena, N_RANKS, sizeof(int))};
    for (int i = 0; i < N_RANKS; i++)
        mentor->rank.v[i] = zj_intern(&r->in->words, &r->in->arena, ranks[i]);
}

void zj_policy_check_demands(struct zj_policy_reader *r, int node, bool demands)
{
    if (!demands)
        zj_diag_add(r->j->d, ZJ_WARNING, "no_demand", zj_json_at(r->j, node),
                    _("none of the rule's limits is given, so it demands nothing"));
}

void zj_policy_check_order(struct zj_policy_reader *r, int node, int min, int max)
{
    if (min != ZJ_NONE && max != ZJ_NONE && min > max)
        zj_diag_add(r->j->d, ZJ_ERROR, "bad_range", zj_json_at(r->j, node), _("min is greater than max"));
}

static bool limits_travel(const struct zj_rule *rule)
{
    return rule->max_leg_minutes != ZJ_NONE || rule->max_day_minutes != ZJ_NONE ||
           rule->max_week_minutes != ZJ_NONE || rule->max_leg_metres != ZJ_NONE ||
           rule->max_day_metres != ZJ_NONE || rule->max_week_metres != ZJ_NONE;
}

/* A way to credit is what is counted and how much of it; one without the other is a slip. */
static void check_ways(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    const struct {
        const char *counted, *limit;
        bool is_counted, is_limited;
    } ways[] = {
        {"visits", "days_min", rule->visits.n > 0, rule->days_min != ZJ_NONE},
        {"studio", "studio_years", rule->studio.n > 0, rule->studio_years != ZJ_NONE},
        {"online", "online_periods_over", rule->online.n > 0, rule->online_periods_over != ZJ_NONE},
    };
    bool any = false;

    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].is_counted != ways[i].is_limited)
            zj_diag_add(r->j->d, ZJ_WARNING, "half_a_way", zj_json_at(r->j, node),
                        _("'%s' and '%s' go together; one of them is missing, so nothing is counted"),
                        ways[i].counted, ways[i].limit);
        any = any || (ways[i].is_counted && ways[i].is_limited);
    }
    zj_policy_check_demands(r, node, any);
}

void zj_policy_check_rule(struct zj_policy_reader *r, int node, struct zj_rule *rule)
{
    struct zj_json *j = r->j;

    switch (rule->id) {
    case ZJ_R_exempt:
        check_exempt(r, node, rule);
        zj_policy_check_demands(r, node, rule->flags.n > 0 || rule->retire_within_years != ZJ_NONE);
        break;
    case ZJ_R_coverage:
        zj_policy_check_order(r, node, rule->leads_min, rule->leads_max);
        break;
    case ZJ_R_size:
    case ZJ_R_legal_form:
        zj_policy_check_order(r, node, rule->members_min, rule->members_max);
        zj_policy_check_demands(r, node,
                                rule->members_min != ZJ_NONE || rule->members_max != ZJ_NONE ||
                                    rule->total_max != ZJ_NONE || rule->every_lead ||
                                    rule->id == ZJ_R_legal_form);
        break;
    case ZJ_R_groups:
    case ZJ_R_count:
        zj_policy_check_order(r, node, rule->min, rule->max);
        zj_policy_check_demands(r, node, rule->min != ZJ_NONE || rule->max != ZJ_NONE);
        break;
    case ZJ_R_quota:
        if (zj_json_given(j, node, "direction") < 0)
            rule->direction = rule->over == ZJ_OVER_PAIR ? ZJ_LEAD_TO_MEMBER : ZJ_ANY_DIRECTION;
        zj_policy_check_order(r, node, rule->min, rule->max);
        if (rule->over == ZJ_OVER_COUNTY && !rule->where.empty)
            zj_diag_add(
                j->d, ZJ_WARNING, "no_effect", zj_json_at(j, zj_json_member(j, node, "where")),
                _("'where' has no effect over the whole county; use 'filter' to say what is counted"));
        zj_policy_check_demands(r, node, rule->min != ZJ_NONE || rule->max != ZJ_NONE);
        break;
    case ZJ_R_keep_coverage:
        zj_policy_check_demands(r, node, rule->min != ZJ_NONE || rule->max_away_permille != ZJ_NONE);
        break;
    case ZJ_R_mentor_capacity:
        if (zj_json_given(j, node, "mentor") < 0)
            usual_mentors(r, &rule->mentor);
        rule->mentor.empty = false; /* "mentor": {} lets everyone be one, unlike no "mentor" */
        break;
    case ZJ_R_exchange_rate:
        zj_policy_check_demands(r, node, rule->permille != ZJ_NONE || rule->backbone_permille != ZJ_NONE);
        break;
    case ZJ_R_distance:
    case ZJ_R_travel:
        zj_policy_check_demands(r, node, rule->max_minutes != ZJ_NONE || rule->max_metres != ZJ_NONE);
        break;
    case ZJ_R_load:
        zj_policy_check_demands(
            r, node, rule->max_day != ZJ_NONE || rule->max_week != ZJ_NONE || rule->max_row != ZJ_NONE);
        break;
    case ZJ_R_schools:
        zj_policy_check_demands(r, node,
                                rule->max_day != ZJ_NONE || rule->max_week != ZJ_NONE ||
                                    rule->max_changes_day != ZJ_NONE);
        break;
    case ZJ_R_travel_limit:
        zj_policy_check_demands(r, node, limits_travel(rule));
        break;
    case ZJ_R_spread:
        zj_policy_check_demands(r, node, rule->max_day != ZJ_NONE || rule->min_gap_days != ZJ_NONE);
        break;
    case ZJ_R_visiting_days:
        zj_policy_check_demands(
            r, node, rule->weekday.n > 0 || rule->max_days != ZJ_NONE || rule->min_periods != ZJ_NONE);
        break;
    case ZJ_R_avoid:
        zj_policy_check_demands(r, node, rule->periods.n > 0 || rule->only.n > 0);
        break;
    case ZJ_R_credit:
        check_ways(r, node, rule);
        break;
    case ZJ_R_stability:
        zj_policy_check_demands(r, node, rule->max != ZJ_NONE);
        break;
    default:
        zj_policy_check_calendar(r, node, rule);
    }
}
