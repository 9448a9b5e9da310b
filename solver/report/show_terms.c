/*
 * show_terms.c - the terms of one teacher or school in a plan of secondments.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/show.h"
#include "solver/report/table.h"

/* Where the teacher is in a term: by the plan, by history, or at home. */
static void add_term(struct rep_table *t, const struct zj_instance *in, const struct zj_policy *pol,
                     const struct zj_plan *plan, int teacher, int term)
{
    const struct zj_school *at = &in->school[in->teacher[teacher].school];
    const char *kind = "", *subject = "", *by = _("at home");

    for (int h = 0; h < in->n_history; h++) {
        const struct zj_history *x = &in->history[h];
        if (x->teacher != teacher || x->start > in->term[term].end ||
            (x->end != ZJ_NO_DATE && x->end < in->term[term].start))
            continue;
        at = &in->school[x->to];
        kind = zj_word(in, x->kind);
        by = _("still posted");
    }
    for (int i = 0; i < plan->postings.n; i++) {
        const struct zj_posting *x = &plan->postings.v[i];
        if (x->teacher != teacher || term < x->start || term >= x->start + x->terms)
            continue;
        at = &in->school[x->to];
        kind = zj_word(in, pol->kind[x->kind].name);
        subject = zj_word(in, x->subject);
        by = _("posted by this plan");
    }
    rep_cell(t, "%s", in->term[term].id);
    rep_cell(t, "%s %s", at->id, at->name);
    rep_cell(t, "%s", rep_kind_text(kind));
    rep_cell(t, "%s", subject);
    rep_cell(t, "%s", by);
}

void rep_show_teacher_terms(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                            const struct zj_plan *plan, int teacher)
{
    const char *const titles[] = {_("term"), _("works at"), _("kind"), _("subject"), ""};
    const struct zj_school *home = &in->school[in->teacher[teacher].school];
    struct rep_table t;

    fprintf(out, _("teacher %s, at home at %s %s\n"), in->teacher[teacher].id, home->id, home->name);
    REP_TABLE_INIT(&t, titles);
    for (int term = 0; term < in->n_terms; term++)
        add_term(&t, in, pol, plan, teacher, term);
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

static void add_move(struct rep_table *t, const struct zj_instance *in, const struct zj_policy *pol,
                     const struct zj_posting *x, int school)
{
    const struct zj_school *other = &in->school[x->from == school ? x->to : x->from];

    rep_cell(t, "%s", x->from == school ? _("leaves for") : _("comes from"));
    rep_cell(t, "%s %s", other->id, other->name);
    rep_cell(t, "%s", in->teacher[x->teacher].id);
    rep_cell(t, "%s", rep_kind_text(zj_word(in, pol->kind[x->kind].name)));
    rep_cell(t, "%s", zj_word(in, x->subject));
}

void rep_show_school_terms(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                           const struct zj_plan *plan, int school)
{
    const char *const titles[] = {"", _("school"), _("teacher"), _("kind"), _("subject")};
    struct rep_table t;

    fprintf(out, _("school %s %s\n"), in->school[school].id, in->school[school].name);
    REP_TABLE_INIT(&t, titles);
    for (int term = 0; term < in->n_terms; term++) {
        rep_heading(&t, "%s", in->term[term].id);
        for (int i = 0; i < plan->postings.n; i++) {
            const struct zj_posting *x = &plan->postings.v[i];
            if ((x->from == school || x->to == school) && x->start <= term && term < x->start + x->terms)
                add_move(&t, in, pol, x, school);
        }
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}
