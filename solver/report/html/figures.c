/*
 * figures.c - the sections that show pictures, each with the table that says the same in words.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"
#include "solver/report/pictures.h"

static void put_pictures(struct rep_markup *m, const struct rep_case *r, enum rep_chapter chapter)
{
    struct rep_pictures p = {0};

    rep_pictures_add(&p, r, chapter);
    rep_put(m, p.n > 1 ? "<div class=\"pictures many\">\n" : "<div class=\"pictures\">\n");
    for (int i = 0; i < p.n; i++) {
        rep_put(m, "<figure class=\"scroll\" tabindex=\"0\" aria-label=\"%s\">\n", p.v[i].drawing.title);
        rep_put_bytes(m, p.v[i].svg.bytes, p.v[i].svg.n);
        rep_put(m, "</figure>\n");
    }
    rep_put(m, "</div>\n");
    rep_pictures_release(&p);
}

void rep_html_school(struct rep_markup *m, const struct rep_case *r, int school)
{
    rep_put(m, "%s %s", r->in->school[school].id, r->in->school[school].name);
}

void rep_html_map(struct rep_markup *m, const struct rep_case *r)
{
    const bool pairs = r->plan->model == ZJ_PAIRING;
    const struct rep_column columns[] = {{_("from"), false},
                                         {_("to"), false},
                                         {_("kind"), false},
                                         {pairs ? _("minutes") : _("how many"), true}};
    struct rep_groups g;

    rep_groups_init(&g, r);
    rep_section_open(m, "where", _("Who goes where"));
    put_pictures(m, r, REP_MAP);
    if (g.n_flows > 0) {
        rep_put(m, "<details><summary>%s</summary>\n", _("The arrows as a table"));
        REP_PAGE_TABLE_OPEN(m, _("From school to school"), columns);
        for (int i = 0; i < g.n_flows; i++) {
            const struct rep_flow *f = &g.flow[i];
            rep_put(m, "<tr data-s=\"|%s|%s|\"><th scope=\"row\">", r->in->school[f->from].id,
                    r->in->school[f->to].id);
            rep_html_school(m, r, f->from);
            rep_put(m, "</th><td>");
            rep_html_school(m, r, f->to);
            rep_put(m, "</td><td>%s</td>", rep_flow_kind(r, f));
            rep_number_cell(m, f->count == ZJ_NONE ? ZJ_NO_VALUE : f->count);
            rep_put(m, "</tr>\n");
        }
        rep_page_table_close(m);
        rep_put(m, "</details>\n");
    }
    rep_section_close(m);
    rep_groups_release(&g);
}

void rep_html_ages(struct rep_markup *m, const struct rep_case *r)
{
    rep_section_open(m, "age", _("Ages and limits"));
    put_pictures(m, r, REP_AGES);
    rep_section_close(m);
}

void rep_html_ladder(struct rep_markup *m, const struct rep_case *r)
{
    rep_section_open(m, "need", _("Need and have"));
    if (rep_ladder_parts(r) > 0)
        put_pictures(m, r, REP_LADDER);
    else
        rep_put(m, "<p>%s</p>\n", _("No rule that counts binds anybody here."));
    rep_section_close(m);
}

static void put_unmet(struct rep_markup *m, const struct rep_case *r, const struct zj_unmet *u)
{
    rep_put(m, "<tr data-s=\"|%s|\" data-c=\"|%s|\"><th scope=\"row\">", r->in->school[u->school].id,
            zj_word(r->in, u->class_id));
    rep_html_school(m, r, u->school);
    rep_put(m, "</th><td>%s</td><td>%s</td>",
            u->term >= 0 && r->plan->model == ZJ_SECONDMENT ? r->in->term[u->term].id
                                                            : zj_word(r->in, u->class_id),
            zj_word(r->in, u->subject));
    rep_number_cell(m, u->periods);
    rep_put(m, "<td>%s</td></tr>\n", rep_because_text(u->because));
}

void rep_html_balance(struct rep_markup *m, const struct rep_case *r)
{
    const struct zj_plan *p = r->plan;
    const struct rep_column columns[] = {{_("school"), false},
                                         {p->model == ZJ_SECONDMENT ? _("term") : _("class"), false},
                                         {_("subject"), false},
                                         {_("periods"), true},
                                         {_("why"), false}};

    rep_section_open(m, "balance", _("Load and gaps"));
    put_pictures(m, r, REP_BALANCE);
    if (p->model != ZJ_PAIRING && p->n_unmet == 0)
        rep_put(m, "<p class=\"good\">✓ %s</p>\n", _("Every period has a teacher."));
    if (p->n_unmet > 0) {
        rep_put(m, "<details><summary>%s</summary>\n", _("What nobody covers, and why"));
        REP_PAGE_TABLE_OPEN(m, _("Periods a week that nobody covers"), columns);
        for (int i = 0; i < p->n_unmet; i++)
            put_unmet(m, r, &p->unmet[i]);
        rep_page_table_close(m);
        rep_put(m, "</details>\n");
    }
    rep_section_close(m);
}

static void put_occurrence(struct rep_markup *m, const struct rep_case *r, const struct zj_occurrence *x)
{
    const struct zj_instance *in = r->in;
    const struct zj_date *d = &in->date[x->date];
    const struct zj_event *e = &r->pol->event[x->event];
    const struct zj_group *g = &e->group[x->group];
    struct zj_arena a = {NULL};
    char date[16];

    rep_put(m, "<tr data-s=\"|");
    for (int i = 0; i < g->schools.n; i++)
        rep_put(m, "%s|", in->school[g->schools.v[i]].id);
    rep_put(m, "\" data-t=\"|");
    for (int i = 0; i < g->people.n; i++)
        rep_put(m, "%s|", in->teacher[g->people.v[i]].id);
    rep_put(m,
            "\"><th scope=\"row\">%s %s</th><td>%s</td><td "
            "class=\"n\">%d</td><td>%s</td><td>%s</td><td>%s</td><td>",
            zj_date_text(d->date, date), rep_weekday(in, d->weekday), in->term[d->term].id, d->week,
            rep_occurrence_time(&a, in, x), rep_event_title(in, e), g->text);
    if (x->host >= 0)
        rep_html_school(m, r, x->host);
    rep_put(m, "</td><td>");
    if (x->chair >= 0)
        rep_html_school(m, r, x->chair);
    rep_put(m, "</td></tr>\n");
    zj_arena_release(&a);
}

void rep_html_calendar(struct rep_markup *m, const struct rep_case *r)
{
    const struct rep_column columns[] = {{_("date"), false}, {_("term"), false},     {_("week"), true},
                                         {_("time"), false}, {_("activity"), false}, {_("who"), false},
                                         {_("host"), false}, {_("chair"), false}};

    rep_section_open(m, "calendar", _("Calendar"));
    put_pictures(m, r, REP_YEAR);
    REP_PAGE_TABLE_OPEN(m, _("What takes place when, and where"), columns);
    for (int i = 0; i < r->plan->calendar.n; i++)
        put_occurrence(m, r, &r->plan->calendar.v[i]);
    rep_page_table_close(m);
    rep_section_close(m);
}

void rep_html_terms(struct rep_markup *m, const struct rep_case *r)
{
    rep_section_open(m, "terms", _("Terms"));
    put_pictures(m, r, REP_TERMS);
    rep_section_close(m);
}
