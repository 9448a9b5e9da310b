/*
 * proof.c - how good the plan is and how that is known: the aims with their bounds, and what the check
 * found.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"

enum { MOST_LISTED = 50 }; /* of what a plan says wrongly about itself */

static void put_aim(struct rep_markup *m, const struct zj_plan *p, enum zj_tier tier)
{
    const int64_t value = p->value[tier], bound = p->bound[tier];
    const bool known = value != ZJ_NO_VALUE && bound != ZJ_NO_VALUE;
    const bool proved = known && value == bound;

    rep_put(m, "<tr><th scope=\"row\"><code>%s</code> %s</th>", zj_tier_name(tier),
            rep_tier_text(p->model, tier));
    rep_number_cell(m, value);
    rep_number_cell(m, bound);
    rep_number_cell(m, known ? value - bound : ZJ_NO_VALUE);
    rep_put(m, "<td>");
    if (proved)
        rep_mark(m, true, _("proved"));
    else
        rep_put(m, "○ %s", _("open"));
    rep_put(m, "</td></tr>\n");
}

static void put_check(struct rep_markup *m, const struct rep_case *r)
{
    int hard = 0, soft_short = 0;

    for (int i = 0; i < r->verdict->n; i++) {
        hard += r->verdict->finding[i].hard;
        soft_short += !r->verdict->finding[i].hard && !r->verdict->finding[i].ok;
    }
    rep_put(m, "<p>");
    rep_mark(m, r->ok,
             r->ok ? _("the plan is lawful, and it is what it says it is") : _("the plan does not stand"));
    rep_put(m, "</p>\n<p>");
    rep_say(m,
            _("Checked by code that shares nothing with the search: %d hard demands, %d broken; %d soft "
              "demands fall short."),
            hard, r->verdict->n_hard_broken, soft_short);
    rep_put(m, "</p>\n");
    if (r->misstated->n_errors == 0)
        return;
    int listed = 0;
    rep_put(m, "<ul>\n");
    for (int i = 0; i < r->misstated->n && listed < MOST_LISTED; i++) {
        if (r->misstated->problem[i].severity != ZJ_ERROR)
            continue;
        rep_put(m, "<li>%s</li>\n", r->misstated->problem[i].text);
        listed++;
    }
    rep_put(m, "</ul>\n");
    if (r->misstated->n_errors > listed) {
        rep_put(m, "<p>");
        rep_say(m, _("… and %d more"), r->misstated->n_errors - listed);
        rep_put(m, "</p>\n");
    }
}

static void put_origin(struct rep_markup *m, const struct zj_plan *p)
{
    rep_put(m, "<p class=\"origin\">%s", p->program ? p->program : "");
    if (p->instance_sha256)
        rep_put(m, " <span>%s <code>%s</code></span>", _("data, sha256:"), p->instance_sha256);
    if (p->sha256)
        rep_put(m, " <span>%s <code>%s</code></span>", _("plan, sha256:"), p->sha256);
    rep_put(m, "</p>\n");
}

void rep_html_proof(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {
        {_("aim"), false}, {_("value"), true}, {_("bound"), true}, {_("gap"), true}, {_("proved"), false}};
    const struct zj_plan *p = r->plan;

    rep_section_open(m, "proof", _("Proof"));
    rep_put(m, "<p><strong>%s</strong></p>\n", rep_status_text(p));
    if (p->stopped_by)
        rep_put(m, "<p>%s</p>\n", rep_stop_text(p));
    if (zj_has_plan(p) && p->n_tiers > 0) {
        REP_PAGE_TABLE_OPEN(m, _("Aims in their order: what was reached, and what no plan can beat"),
                            columns);
        for (int i = 0; i < p->n_tiers; i++)
            put_aim(m, p, p->order[i]);
        rep_page_table_close(m);
    }
    if (zj_has_plan(p))
        put_check(m, r);
    put_origin(m, p);
    rep_section_close(m);
}
