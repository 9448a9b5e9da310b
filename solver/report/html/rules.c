/*
 * rules.c - every rule that binds somebody: where, how often it is met, and the sentence that demands it.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"

#include <stdlib.h>

enum { MOST_PLACES = 200 }; /* broken places listed for one rule */

static void put_quote(struct rep_markup *m, const struct rep_case *r, const struct rep_total *sum)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, sum->index);
    const char *text = rep_rule_text(r->pol, sum->rule, sum->index);

    if (rule && rule->quote)
        rep_put(m, "<q>%s</q>", text);
    else
        rep_put(m, "%s", text);
    if (rule && rule->document)
        rep_put(m, " <cite>%s</cite>", rule->document);
}

static void put_place(struct rep_markup *m, const struct zj_finding *f)
{
    struct zj_arena a = {0};
    const char *where = rep_place_text(&a, f->where);

    rep_put(m, "<li>");
    if (f->need != ZJ_NO_VALUE && f->have != ZJ_NO_VALUE)
        rep_say(m, _("%s: need %lld, have %lld"), where, (long long)f->need, (long long)f->have);
    else
        rep_put(m, "%s", where);
    rep_put(m, "</li>");
    zj_arena_release(&a);
}

/* The places where the rule is not met, behind a line that opens. */
static void put_broken(struct rep_markup *m, const struct rep_case *r, const struct rep_total *sum)
{
    const struct zj_verdict *v = r->verdict;
    const int broken = sum->places - sum->met;
    int n = 0;

    if (broken == 0)
        return;
    rep_put(m, "<details><summary>");
    rep_say(m, ngettext("not met at %d place", "not met at %d places", (unsigned long)broken), broken);
    rep_put(m, "</summary><ul>");
    for (int i = sum->first; i < v->n && n < MOST_PLACES; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->rule != sum->rule || f->index != sum->index || f->ok)
            continue;
        put_place(m, f);
        n++;
    }
    if (n < broken) {
        rep_put(m, "<li>");
        rep_say(m, _("… and %d more places"), broken - n);
        rep_put(m, "</li>");
    }
    rep_put(m, "</ul></details>");
}

static void put_rule(struct rep_markup *m, const struct rep_case *r, const struct rep_total *sum)
{
    const struct zj_finding *f = &r->verdict->finding[sum->first];

    rep_put(m, "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td>", zj_rule_name(sum->rule),
            f->hard ? _("hard") : _("soft"));
    rep_number_cell(m, sum->places);
    rep_number_cell(m, sum->met);
    rep_number_cell(m, sum->shortfall);
    rep_put(m, "<td>");
    rep_mark(m, sum->met == sum->places, sum->met == sum->places ? _("met") : _("short"));
    rep_put(m, "</td><td class=\"quote\">");
    put_quote(m, r, sum);
    put_broken(m, r, sum);
    rep_put(m, "</td></tr>\n");
}

void rep_html_rules(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {{_("rule"), false},       {_("hard or soft"), false},
                                         {_("places"), true},      {_("of them met"), true},
                                         {_("shortfall"), true},   {_("verdict"), false},
                                         {_("demanded by"), false}};
    int n;
    struct rep_total *totals = rep_add_up(r->verdict, &n);

    rep_section_open(m, "rules", _("Rules"));
    REP_PAGE_TABLE_OPEN(m, _("Every rule, and how the independent check found it kept"), columns);
    for (int i = 0; i < n; i++)
        put_rule(m, r, &totals[i]);
    rep_page_table_close(m);
    rep_section_close(m);
    free(totals);
}
