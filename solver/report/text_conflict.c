/*
 * text_conflict.c - why no plan can exist, and what can be done about it.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <string.h>

static void add_part(struct rep_table *t, const struct rep_summary *r, const struct zj_conflict_part *part)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, part->index);

    if (part->table) {
        rep_cell(t, "%s", part->table);
        rep_cell(t, "%s", "");
        rep_cell(t, "%s", part->where ? part->where : "");
        rep_cell(t, "%s", _("a row of the table"));
        return;
    }
    rep_cell(t, "%s", zj_rule_name(part->rule));
    if (rule)
        rep_cell(t, "rules[%d]", part->index);
    else
        rep_cell(t, "%s", _("always holds"));
    rep_cell(t, "%s", part->where ? part->where : "");
    if (rule && rule->quote && rule->document)
        rep_cell(t, _("«%s» (%s)"), rule->quote, rule->document);
    else
        rep_cell(t, "%s", rep_rule_text(r->pol, part->rule, part->index));
}

void rep_print_conflict(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("rule"), _("in the policy"), _("where"), _("demanded by")};
    const struct zj_plan *p = r->plan;
    struct rep_table t;
    bool tables = false;

    fputc('\n', out);
    fprintf(out, "%s\n",
            p->conflict_minimal ? _("these cannot all hold; without any one of them the others can:")
                                : _("these cannot all hold (perhaps not all of them are at fault):"));
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < p->n_conflict; i++) {
        add_part(&t, r, &p->conflict[i]);
        tables = tables || p->conflict[i].table;
    }
    rep_table_print(&t, out, rep_limit(r, REP_CONFLICT_LINES));
    rep_table_release(&t);
    fprintf(out, "\n%s\n",
            _("what to do next: relax one of these rules in the policy, or make it a wish "
              "(\"hard\": false with a \"weight\"), then run again"));
    if (tables)
        fprintf(out, "%s\n", _("or change a row of the tables that are named, if it can be changed"));
}
