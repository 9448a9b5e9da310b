/*
 * conflict.c - why there is no plan, and what would make one possible.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"

static void put_part(struct rep_markup *m, const struct rep_case *r, const struct zj_conflict_part *part,
                     struct zj_arena *a)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, part->index);
    const char *row = part->table ? rep_row_text(r->in, a, part->table, part->where) : "";

    rep_put(m, "<tr><th scope=\"row\"><code>%s</code></th>",
            part->table ? part->table : zj_rule_name(part->rule));
    rep_put(m, "<td class=\"n\">%d</td><td>%s</td>", part->group + 1, part->where ? part->where : "");
    rep_number_cell(m, part->need);
    rep_number_cell(m, part->have);
    rep_put(m, "<td class=\"quote\">");
    if (part->table)
        rep_put(m, "%s", *row ? row : _("a row of the table"));
    else if (rule && rule->quote)
        rep_put(m, "<q>%s</q>", rule->quote);
    else
        rep_put(m, "%s", rep_rule_text(r->pol, part->rule, part->index));
    if (rule && rule->document)
        rep_put(m, " <cite>%s</cite>", rule->document);
    rep_put(m, "</td></tr>\n");
}

static void put_repairs(struct rep_markup *m, const struct rep_case *r, struct zj_arena *a)
{
    const struct zj_plan *p = r->plan;
    const struct rep_column columns[] = {{_("change"), false}, {_("cost"), true}, {_("checked"), false}};

    if (p->n_repairs == 0) {
        rep_put(m, "<p>%s</p>\n",
                _("what to do next: relax one of these rules in the policy, or make it a wish "
                  "(\"hard\": false with a \"weight\"), then run again"));
        return;
    }
    REP_PAGE_TABLE_OPEN(m, _("Changes that make a plan possible, the cheapest first"), columns);
    for (int i = 0; i < p->n_repairs; i++) {
        rep_put(m, "<tr><th scope=\"row\">%s</th>", rep_repair_text(a, r->in, &p->repair[i]));
        rep_number_cell(m, p->repair[i].cost);
        rep_put(m, "<td>");
        rep_mark(m, p->repair[i].verified, p->repair[i].verified ? _("solved and checked") : _("not proved"));
        rep_put(m, "</td></tr>\n");
    }
    rep_page_table_close(m);
}

void rep_html_conflict(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {{_("rule"), false},  {_("conflict"), true},
                                         {_("where"), false}, {_("need"), true},
                                         {_("have"), true},   {_("demanded by"), false}};
    const struct zj_plan *p = r->plan;
    struct zj_arena a = {0};

    rep_section_open(m, "conflict", _("Why there is no plan"));
    for (int k = 0; k < zj_n_conflicts(p); k++)
        rep_put(m, "<p class=\"bad\">✗ %s</p>\n", rep_conflict_text(&a, r->in, r->pol, p, k));
    REP_PAGE_TABLE_OPEN(m,
                        p->conflict_minimal
                            ? _("What collides: any one part of a conflict less, and the rest can hold")
                            : _("What collides: these cannot all hold; perhaps not all of them are at fault"),
                        columns);
    for (int i = 0; i < p->n_conflict; i++)
        put_part(m, r, &p->conflict[i], &a);
    rep_page_table_close(m);
    put_repairs(m, r, &a);
    rep_section_close(m);
    zj_arena_release(&a);
}
