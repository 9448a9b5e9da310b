/*
 * audit_text.c - the compliance table for a person at a terminal.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/report/audit.h"
#include "solver/report/table.h"

#include <inttypes.h>

enum { USUAL_PLACES = 3 };

static void print_plans(FILE *out, const struct rep_audit *a)
{
    const char *const titles[] = {_("plan"), "", _("model"), _("status"), _("check"), _("misstatements")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int p = 0; p < a->n_plans; p++) {
        const struct rep_audited *x = &a->plan[p];
        rep_cell(&t, "%d", p + 1);
        rep_cell(&t, "%s", x->path);
        rep_cell(&t, "%s", zj_model_name(x->plan->model));
        rep_cell(&t, "%s", zj_plan_status_name(x->plan->status));
        if (x->verdict->n_hard_broken == 0)
            rep_cell(&t, "%s", _("lawful"));
        else
            rep_cell(&t, _("%d hard demands broken"), x->verdict->n_hard_broken);
        rep_cell(&t, "%d", x->misstated->n_errors);
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

static void add_number(struct rep_table *t, int64_t n)
{
    if (n == ZJ_NO_VALUE)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%" PRId64, n);
}

/* Where it is not met: all places of a hard clause, the first ones of a soft one. */
static void add_places(struct rep_table *t, const struct rep_audit *a, const struct rep_clause *c)
{
    int n = 0, most = a->all || c->hard ? c->places : USUAL_PLACES;

    for (int i = 0; c->finding && i < c->places; i++) {
        const struct zj_finding *f = &a->plan[c->plan].verdict->finding[c->finding[i]];
        if (f->ok || n++ >= most)
            continue;
        if (f->need != ZJ_NO_VALUE && f->have != ZJ_NO_VALUE)
            rep_heading(t, _("       not met at %s: need %lld, have %lld"), f->where, (long long)f->need,
                        (long long)f->have);
        else
            rep_heading(t, _("       not met at %s"), f->where);
    }
    if (n > most)
        rep_heading(t, _("       … and at %d more places"), n - most);
}

static void add_clause(struct rep_table *t, const struct rep_audit *a, const struct rep_clause *c)
{
    const struct zj_finding *only =
        c->finding && c->places == 1 ? &a->plan[c->plan].verdict->finding[c->finding[0]] : NULL;

    if (c->entry && c->entry->index >= 0)
        rep_cell(t, "%d", c->entry->index);
    else
        rep_cell(t, "%s", c->entry ? "" : _("always"));
    rep_cell(t, "%s", rep_clause_name(c, &t->arena));
    if (c->plan >= 0)
        rep_cell(t, "%d", c->plan + 1);
    else
        rep_cell(t, "%s", "");
    rep_cell(t, "%s", c->state == REP_COUNTED ? "" : c->hard ? _("hard") : _("soft"));
    rep_cell(t, "%s", rep_clause_state_text(c->state));
    if (c->places > 0)
        rep_cell(t, _("%d of %d"), c->met, c->places);
    else
        rep_cell(t, "%s", "");
    add_number(t, only ? only->need : ZJ_NO_VALUE);
    add_number(t, only ? only->have : ZJ_NO_VALUE);
    rep_cell(t, "%s", only ? only->where : "");
    const char *document = rep_clause_document(c), *text = rep_clause_text(a, c);
    if (c->entry && c->entry->quote && document)
        rep_heading(t, "     «%s» (%s)", text, document);
    else if (c->entry && c->entry->quote)
        rep_heading(t, "     «%s»", text);
    else
        rep_heading(t, "     %s", text);
    add_places(t, a, c);
}

static void print_clauses(FILE *out, const struct rep_audit *a)
{
    const char *const titles[] = {_("no."),    _("rule"), _("plan"), "",        _("state"),
                                  _("places"), _("need"), _("have"), _("where")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < a->n; i++)
        add_clause(&t, a, &a->clause[i]);
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

void rep_print_audit(FILE *out, const struct rep_audit *a)
{
    struct zj_arena arena = {0};
    int n[REP_N_CLAUSE_STATES] = {0};

    for (int i = 0; i < a->n; i++)
        n[a->clause[i].state]++;
    fprintf(out, _("compliance of %s with the policy %s\n\n"),
            zj_printable(&arena, a->in->name ? a->in->name : ""),
            zj_printable(&arena, a->pol->name ? a->pol->name : a->pol->file));
    print_plans(out, a);
    fputc('\n', out);
    print_clauses(out, a);
    for (int p = 0; p < a->n_plans; p++)
        if (a->plan[p].misstated->n > 0) {
            fprintf(out, _("\nplan %d, what it says of itself:\n"), p + 1);
            zj_diag_print(a->plan[p].misstated, out, 0);
        }
    fprintf(out,
            _("\n%d clauses met, %d hard ones broken, %d soft ones fall short, %d concern nobody, %d were "
              "not asked\n"),
            n[REP_KEPT], n[REP_BROKEN], n[REP_SHORT], n[REP_IDLE], n[REP_NOT_ASKED]);
    zj_arena_release(&arena);
}
