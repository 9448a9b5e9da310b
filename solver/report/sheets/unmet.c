/*
 * unmet.c - the periods that nobody covers, and why.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"

void rep_sheet_unmet(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;
    const char *const heads[] = {_("no."),     _("term"),    _("school id"), _("school"), _("class"),
                                 _("subject"), _("periods"), _("why"),       _("rule"),   _("demanded by")};

    rep_begin_sheet(m, "unmet", _("not covered"));
    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < m->r->plan->n_unmet; i++) {
        const struct zj_unmet *u = &m->r->plan->unmet[i];
        const struct zj_rule *rule = zj_rule_at(m->r->pol, u->rule);
        const int term = u->term >= 0 ? u->term : m->r->plan->term;

        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        rep_text_cell(m, "%s", term >= 0 ? in->term[term].id : "");
        rep_school_cells(m, u->school);
        rep_text_cell(m, "%s", zj_word(in, u->class_id));
        rep_text_cell(m, "%s", zj_word(in, u->subject));
        rep_int_cell(m, u->periods);
        rep_text_cell(m, "%s", rep_because_text(u->because));
        rep_text_cell(m, "%s", rule ? zj_rule_name(rule->id) : "");
        rep_text_cell(m, "%s", rule && rule->quote ? rule->quote : "");
    }
}
