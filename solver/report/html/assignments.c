/*
 * assignments.c - the assignments of a plan as tables: who is posted, which school assists which.
 */
#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"

static void put_posting(struct rep_markup *m, const struct rep_case *r, const struct zj_posting *p)
{
    const struct zj_instance *in = r->in;
    const struct zj_teacher *t = &in->teacher[p->teacher];

    rep_put(m, "<tr data-t=\"|%s|\" data-s=\"|%s|%s|\"><th scope=\"row\">%s %s</th><td>", t->id,
            in->school[p->from].id, in->school[p->to].id, t->id, t->name);
    rep_html_school(m, r, p->from);
    rep_put(m, "</td><td>");
    rep_html_school(m, r, p->to);
    rep_put(m, "</td><td>%s</td><td>%s</td><td>%s</td>",
            rep_kind_text(zj_word(in, r->pol->kind[p->kind].name)), zj_word(in, p->subject),
            in->term[p->start].id);
    rep_number_cell(m, p->terms);
    const int minutes = zj_minutes(in, p->from, p->to);
    rep_number_cell(m, minutes == ZJ_NONE ? ZJ_NO_VALUE : minutes);
    rep_put(m, "</tr>\n");
}

void rep_html_postings(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {
        {_("teacher"), false}, {_("from"), false},       {_("to"), false},   {_("kind"), false},
        {_("subject"), false}, {_("first term"), false}, {_("terms"), true}, {_("minutes"), true}};
    const struct zj_postings *p = &r->plan->postings;

    rep_section_open(m, "postings", _("Postings"));
    if (p->n == 0) {
        rep_put(m, "<p>%s</p>\n", _("nobody is posted"));
    } else {
        REP_PAGE_TABLE_OPEN(m, _("Who is posted where, for how long"), columns);
        for (int i = 0; i < p->n; i++)
            put_posting(m, r, &p->v[i]);
        rep_page_table_close(m);
    }
    rep_section_close(m);
}

static void put_pair(struct rep_markup *m, const struct rep_case *r, const struct zj_pair *p)
{
    rep_put(m, "<tr data-s=\"|%s|%s|\"><th scope=\"row\">", r->in->school[p->lead].id,
            r->in->school[p->member].id);
    rep_html_school(m, r, p->lead);
    rep_put(m, "</th><td>");
    rep_html_school(m, r, p->member);
    rep_put(m, "</td>");
    rep_number_cell(m, p->minutes == ZJ_NONE ? ZJ_NO_VALUE : p->minutes);
    rep_number_cell(m, p->metres == ZJ_NONE ? ZJ_NO_VALUE : p->metres);
    rep_number_cell(m, p->round > 0 ? p->round : ZJ_NO_VALUE);
    rep_put(m, "<td>%s</td></tr>\n", p->form >= 0 ? rep_form_text(p->form) : "");
}

static void put_gain(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {
        {_("aim"), false}, {_("as given"), true}, {_("proposed"), true}, {_("better by"), true}};

    REP_PAGE_TABLE_OPEN(m, _("Beside the pairing of pairings.csv"), columns);
    rep_put(m, "<tr><th scope=\"row\">%s</th>", _("hard demands broken"));
    rep_number_cell(m, r->before->n_hard_broken);
    rep_number_cell(m, r->verdict->n_hard_broken);
    rep_number_cell(m, r->before->n_hard_broken - r->verdict->n_hard_broken);
    rep_put(m, "</tr>\n");
    for (int i = 0; i < r->plan->n_tiers; i++) {
        const enum zj_tier tier = r->plan->order[i];
        rep_put(m, "<tr><th scope=\"row\"><code>%s</code> %s</th>", zj_tier_name(tier),
                rep_tier_text(ZJ_PAIRING, tier));
        rep_number_cell(m, r->before->tier[tier]);
        rep_number_cell(m, r->verdict->tier[tier]);
        rep_number_cell(m, r->before->tier[tier] - r->verdict->tier[tier]);
        rep_put(m, "</tr>\n");
    }
    rep_page_table_close(m);
}

void rep_html_pairs(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {{_("lead"), false},  {_("member"), false}, {_("minutes"), true},
                                         {_("metres"), true}, {_("round"), true},   {_("form"), false}};

    rep_section_open(m, "pairs", _("Pairs"));
    REP_PAGE_TABLE_OPEN(m, _("Which school assists which"), columns);
    for (int i = 0; i < r->plan->pairs.n; i++)
        put_pair(m, r, &r->plan->pairs.v[i]);
    rep_page_table_close(m);
    if (r->before)
        put_gain(m, r);
    rep_section_close(m);
}
