/*
 * text_rules.c - every rule of the policy: what it needs, what the plan gives, and the sentence that
 * demands it.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <stdlib.h>

enum { QUOTE_WIDTH = 44 };

static const char *own_text(enum zj_rule_id rule)
{
    static const char *const english[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, section, usual, en, zh) [ZJ_R_##id] = en,
#include "solver/data/calendar_rules.def"
#include "solver/data/credit_rules.def"
#include "solver/data/lesson_rules.def"
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
    };
    static const char *const chinese[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, section, usual, en, zh) [ZJ_R_##id] = zh,
#include "solver/data/calendar_rules.def"
#include "solver/data/credit_rules.def"
#include "solver/data/lesson_rules.def"
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
    };

    return zj_i18n_lang()[0] == 'z' ? chinese[rule] : english[rule];
}

const char *rep_rule_text(const struct zj_policy *pol, enum zj_rule_id rule, int index)
{
    const struct zj_rule *found = zj_rule_at(pol, index);

    if (index < 0 && rule == ZJ_R_window)
        return _("what the activity's definition says: days, sessions, host and chair; those who take part "
                 "can come");
    if (index < 0 && rule == ZJ_R_eligibility)
        return _("the kind's own limits: direction, lengths, start terms, posts, a subject of the teacher");
    if (index < 0 && rule == ZJ_R_distance)
        return _("there is a way from the lead to the member");
    if (index < 0 && rule == ZJ_R_coverage)
        return _("a member that no entry of coverage speaks of has at most one lead");
    if (index < 0 && rule == ZJ_R_depth)
        return _("who leads is a lead, or has one of its own; who is led is a member");
    return found && found->quote ? found->quote : own_text(rule);
}

static void add_number(struct rep_table *t, int64_t n)
{
    if (n == ZJ_NO_VALUE)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%lld", (long long)n);
}

/* need and have of several places do not add up to anything: a surplus here mends no shortage there. */
static void add_rule(struct rep_table *t, const struct rep_summary *r, const struct rep_total *sum)
{
    const struct zj_finding *f = &r->verdict->finding[sum->first];

    rep_cell(t, "%s", zj_rule_name(f->rule));
    rep_cell(t, "%s", f->hard ? _("hard") : _("soft"));
    if (sum->places == 1)
        rep_cell(t, "%s", f->where);
    else
        rep_cell(t, _("%d places"), sum->places);
    add_number(t, sum->places == 1 ? f->need : ZJ_NO_VALUE);
    add_number(t, sum->places == 1 ? f->have : ZJ_NO_VALUE);
    add_number(t, sum->shortfall);
    if (sum->met == sum->places)
        rep_cell(t, "%s", _("yes"));
    else
        rep_cell(t, _("%d of %d"), sum->met, sum->places);
    rep_cell(t, "%s",
             rep_clip(&t->arena, rep_rule_text(r->pol, f->rule, f->index), r->all ? 1000 : QUOTE_WIDTH));
}

static void add_place(struct rep_table *t, const struct zj_finding *f)
{
    if (f->need != ZJ_NO_VALUE && f->have != ZJ_NO_VALUE)
        rep_heading(t, _("    short at %s: need %lld, have %lld"), f->where, (long long)f->need,
                    (long long)f->have);
    else
        rep_heading(t, _("    not kept at %s"), f->where);
}

/*
 * The broken places of a rule: all of them, or the first two. Those of needs are the list of unmet
 * periods.
 */
static void add_broken(struct rep_table *t, const struct rep_summary *r, const struct rep_total *sum)
{
    const struct zj_verdict *v = r->verdict;
    int n = 0, usual = 2;

    if (sum->met == sum->places || (sum->rule == ZJ_R_need && !r->all))
        return;
    for (int i = sum->first; i < v->n; i++) {
        if (v->finding[i].rule != sum->rule || v->finding[i].index != sum->index || v->finding[i].ok)
            continue;
        if (r->all || n < usual)
            add_place(t, &v->finding[i]);
        n++;
    }
    if (!r->all && n > usual)
        rep_heading(t, _("    … and %d more places"), n - usual);
}

/* The rules of the policy that no finding speaks of: they bind nobody in this instance. */
static void print_idle(FILE *out, const struct rep_summary *r, const struct rep_total *totals, int n)
{
    bool of_lessons = r->plan->model == ZJ_TIMETABLE, of_pairs = r->plan->model == ZJ_PAIRING, any = false;
    const struct zj_rule *rule = of_lessons ? r->pol->lesson_rule
                                 : of_pairs ? r->pol->pairing_rule
                                            : r->pol->rule;
    int n_rules = of_lessons ? r->pol->n_lesson_rules : of_pairs ? r->pol->n_pairing_rules : r->pol->n_rules;

    for (int i = 0; i < n_rules; i++) {
        bool binds = of_lessons && rule[i].id == ZJ_R_scope; /* says who may come, asks nothing of anybody */
        for (int k = 0; k < n && !binds; k++)
            binds = totals[k].index == rule[i].index;
        if (binds)
            continue;
        fprintf(out, any ? ", %s" : _("  rules that concern nobody here: %s"), zj_rule_name(rule[i].id));
        any = true;
    }
    if (any)
        fputc('\n', out);
}

void rep_print_rules(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("rule"), "",         _("where"), _("need"),
                                  _("have"), _("short"), _("met"),   _("demanded by")};
    struct rep_table t;
    int n;
    struct rep_total *totals = rep_add_up(r->verdict, &n);

    fputc('\n', out);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < n; i++) {
        add_rule(&t, r, &totals[i]);
        add_broken(&t, r, &totals[i]);
    }
    rep_table_print(&t, out, rep_limit(r, REP_RULE_LINES));
    rep_table_release(&t);
    print_idle(out, r, totals, n);
    free(totals);
}
