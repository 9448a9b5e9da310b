/*
 * audit_csv.c - the compliance table as a sheet for spreadsheets: one row for each clause and place.
 */
#include "solver/base/i18n.h"
#include "solver/report/audit.h"
#include "solver/report/sheets/parts.h"

#include <string.h>

/* One place of a clause; f = NULL: the clause has none. */
static void add_row(struct rep_maker *m, const struct rep_audit *a, const struct rep_clause *c,
                    const struct zj_finding *f)
{
    const char *document = rep_clause_document(c);
    bool counted = c->state == REP_COUNTED;

    rep_begin_row(m, REP_ROW_BODY);
    rep_int_cell(m, c->entry && c->entry->index >= 0 ? c->entry->index : ZJ_NO_VALUE);
    rep_text_cell(m, "%s", rep_clause_name(c, &m->all->arena));
    rep_text_cell(m, "%s", rep_clause_text(a, c));
    rep_text_cell(m, "%s", document ? document : "");
    rep_text_cell(m, "%s", counted ? "" : c->hard ? _("hard") : _("soft"));
    rep_text_cell(m, "%s", c->plan >= 0 ? a->plan[c->plan].path : "");
    rep_text_cell(m, "%s", f ? f->where : "");
    rep_int_cell(m, f ? f->need : counted ? c->places : ZJ_NO_VALUE);
    rep_int_cell(m, f ? f->have : counted ? c->met : ZJ_NO_VALUE);
    rep_int_cell(m, f ? f->shortfall : ZJ_NO_VALUE);
    rep_text_cell(m, "%s", f ? (f->ok ? _("yes") : _("no")) : rep_clause_state_text(c->state));
}

void rep_audit_sheet(struct rep_sheets *s, const struct rep_audit *a)
{
    const char *const heads[] = {_("no."),          _("rule"),  _("demanded by"), _("document"),
                                 _("hard or soft"), _("plan"),  _("where"),       _("need"),
                                 _("have"),         _("short"), _("met")};
    struct rep_maker m = {.all = s};

    memset(s, 0, sizeof *s);
    rep_begin_sheet(&m, "audit", _("compliance"));
    REP_HEAD_ROW(&m, heads);
    for (int i = 0; i < a->n; i++) {
        const struct rep_clause *c = &a->clause[i];
        for (int k = 0; c->finding && k < c->places; k++)
            add_row(&m, a, c, &a->plan[c->plan].verdict->finding[c->finding[k]]);
        if (!c->finding || c->places == 0)
            add_row(&m, a, c, NULL);
    }
}
