/*
 * policy_calendar.c - what the parameters of a rule of calendars must be together.
 */
#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/io/policy_parts.h"

/* Every activity that the rule names is held by these. */
static void check_circle(struct zj_policy_reader *r, int node, const struct zj_rule *rule,
                         enum zj_circle over)
{
    int n;
    const char *word = zj_choice_words(ZJ_CHOICE_CIRCLE, &n)[over];

    for (int i = 0; i < rule->events.n; i++) {
        const struct zj_event *e = &r->pol->event[rule->events.v[i]];
        if (e->over != over)
            zj_diag_add(r->j->d, ZJ_ERROR, "wrong_activity", zj_json_at(r->j, node),
                        _("the rule '%s' speaks of activities over '%s'; '%s' is not one"),
                        zj_rule_name(rule->id), word, zj_word(r->in, e->name));
    }
}

/* The rule needs what the definition of the activity does not give. */
static void report_lack(struct zj_policy_reader *r, int node, const struct zj_rule *rule,
                        const struct zj_event *e, const char *member)
{
    zj_diag_add(r->j->d, ZJ_ERROR, "wrong_activity", zj_json_at(r->j, node),
                _("the rule '%s' needs activities with '%s'; '%s' has none"), zj_rule_name(rule->id), member,
                zj_word(r->in, e->name));
}

static void check_turns(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    bool of_chairs = rule->id == ZJ_R_rotating_chair;

    check_circle(r, node, rule, ZJ_BY_COMMUNITY);
    for (int i = 0; i < rule->events.n; i++) {
        const struct zj_event *e = &r->pol->event[rule->events.v[i]];
        if ((of_chairs ? e->chair : e->host) == ZJ_SIDE_NONE)
            report_lack(r, node, rule, e, of_chairs ? "chair" : "host");
    }
}

static void check_subjects(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    for (int i = 0; i < rule->events.n; i++)
        if (r->pol->event[rule->events.v[i]].by == ZJ_SPLIT_NONE)
            report_lack(r, node, rule, &r->pol->event[rule->events.v[i]], "by");
}

static void check_weeks(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    if (zj_ids_has(&rule->weeks, 0))
        zj_diag_add(r->j->d, ZJ_ERROR, "bad_week", zj_json_at(r->j, zj_json_member(r->j, node, "weeks")),
                    _("there is no week 0: 1 is the first, -1 the last"));
    zj_policy_check_demands(r, node,
                            rule->weeks.n > 0 || rule->months.n > 0 || rule->spans.n > 0 ||
                                rule->day_kinds.n > 0 || rule->weekdays.n > 0 || rule->sessions.n > 0);
}

static void check_days_away(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    check_circle(r, node, rule, ZJ_BY_TEACHER);
    for (int i = 0; i < rule->events.n; i++)
        if (r->pol->event[rule->events.v[i]].lasts != ZJ_LASTS_DAY)
            zj_diag_add(r->j->d, ZJ_ERROR, "wrong_activity", zj_json_at(r->j, node),
                        _("a release day lasts a day; '%s' does not"),
                        zj_word(r->in, r->pol->event[rule->events.v[i]].name));
}

void zj_policy_check_calendar(struct zj_policy_reader *r, int node, const struct zj_rule *rule)
{
    switch (rule->id) {
    case ZJ_R_rotating_chair:
    case ZJ_R_host_rotation:
        check_turns(r, node, rule);
        break;
    case ZJ_R_window:
        check_weeks(r, node, rule);
        break;
    case ZJ_R_spacing:
        zj_policy_check_order(r, node, rule->min_days, rule->max_days);
        zj_policy_check_demands(r, node, rule->min_days != ZJ_NONE || rule->max_days != ZJ_NONE);
        break;
    case ZJ_R_distinct_subjects:
        check_subjects(r, node, rule);
        break;
    case ZJ_R_observe:
        check_circle(r, node, rule, ZJ_BY_MENTOR);
        break;
    case ZJ_R_release_day:
        check_days_away(r, node, rule);
        break;
    default:
        break;
    }
}
