/*
 * rules.c - every rule at every place: what it needs, what the plan gives, and the words that demand it.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"

void rep_sheet_rules(struct rep_maker *m)
{
    const struct zj_verdict *v = m->r->verdict;
    const char *const heads[] = {_("rule"),  _("hard or soft"), _("where"),    _("need"),       _("have"),
                                 _("short"), _("met"),          _("document"), _("demanded by")};

    rep_begin_sheet(m, "rules", _("rules"))->wide = true;
    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        const struct zj_rule *rule = zj_rule_at(m->r->pol, f->index);

        rep_begin_row(m, REP_ROW_BODY);
        rep_text_cell(m, "%s", zj_rule_name(f->rule));
        rep_text_cell(m, "%s", f->hard ? _("hard") : _("soft"));
        rep_text_cell(m, "%s", f->where);
        rep_int_cell(m, f->need);
        rep_int_cell(m, f->have);
        rep_int_cell(m, f->shortfall);
        rep_text_cell(m, "%s", f->ok ? _("yes") : _("no"));
        rep_text_cell(m, "%s", rule && rule->document ? rule->document : "");
        rep_text_cell(m, "%s", rep_rule_text(m->r->pol, f->rule, f->index));
    }
}
