/*
 * text_tiers.c - the aims in their order: what was reached, and what was proved.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

const char *rep_tier_text(enum zj_model model, enum zj_tier tier)
{
    static const char *const texts[ZJ_MAX_TIERS] = {
        [ZJ_T_SOFT] = N_("weighted shortfall of soft rules"),
        [ZJ_T_NEED] = N_("periods that nobody covers"),
        [ZJ_T_FAIRNESS] = N_("heaviest burden of one teacher (terms x minutes)"),
        [ZJ_T_TRAVEL] = N_("travel of all (terms x minutes)"),
        [ZJ_T_WISHES] = N_("wishes (less is better)"),
        [ZJ_T_STABILITY] = N_("changes against the plan that is kept"),
        [ZJ_T_UNMET] = N_("lessons that nobody gives (by priority)"),
        [ZJ_T_IDLE] = N_("free periods between a teacher's lessons"),
        [ZJ_T_UNCOVERED] = N_("members without a lead"),
        [ZJ_T_BALANCE] = N_("largest minus smallest group"),
        [ZJ_T_HELD] = N_("activities held"),
        [ZJ_T_PEAK] = N_("fullest week of each school, added up"),
    };

    if (model == ZJ_TIMETABLE && tier == ZJ_T_TRAVEL)
        return _("minutes a week on the way, of all");
    if (model == ZJ_TIMETABLE && tier == ZJ_T_FAIRNESS)
        return _("minutes a week on the way, of one teacher");
    if (model == ZJ_PAIRING && tier == ZJ_T_TRAVEL)
        return _("minutes from leads to members, of all pairs");
    if (model == ZJ_CALENDAR && tier == ZJ_T_TRAVEL)
        return _("minutes from schools to hosts, one way, of all");
    if (model == ZJ_CALENDAR && tier == ZJ_T_BALANCE)
        return _("most minus fewest times as host, of each community");
    return gettext(texts[tier]);
}

static void add_value(struct rep_table *t, int64_t value)
{
    if (value == ZJ_NO_VALUE)
        rep_cell(t, "%s", "-");
    else
        rep_cell(t, "%lld", (long long)value);
}

void rep_print_tiers(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("aim"), "", _("value"), _("bound"), _("proved")};
    const struct zj_plan *p = r->plan;
    struct rep_table t;

    fputc('\n', out);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < p->n_tiers; i++) {
        enum zj_tier tier = p->order[i];
        rep_cell(&t, "%s", zj_tier_name(tier));
        rep_cell(&t, "%s", rep_tier_text(p->model, tier));
        add_value(&t, p->value[tier]);
        add_value(&t, p->bound[tier]);
        rep_cell(&t, "%s",
                 p->value[tier] != ZJ_NO_VALUE && p->value[tier] == p->bound[tier] ? _("yes") : _("no"));
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}
