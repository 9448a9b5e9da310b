/*
 * text_postings.c - who goes where, community by community.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <string.h>

/* A kind is a word of the policy. Those that counties commonly use have a Chinese name. */
const char *rep_kind_text(const char *word)
{
    static const char *const known[] = {N_("support_post"), N_("shadowing"), N_("attachment"),
                                        N_("backfill"),     N_("rotation"),  N_("visit_lesson")};

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(word, known[i]) == 0)
            return gettext(known[i]);
    }
    return word;
}

/* Communities stand in the order of their first school. */
static int community_of(const struct zj_instance *in, const struct zj_posting *p)
{
    return in->school[p->from].community;
}

static int count_in(const struct rep_summary *r, int community)
{
    const struct zj_postings *p = &r->plan->postings;
    int n = 0;

    for (int i = 0; i < p->n; i++)
        n += community_of(r->in, &p->v[i]) == community;
    return n;
}

static void add_posting(struct rep_table *t, const struct rep_summary *r, const struct zj_posting *p)
{
    const struct zj_instance *in = r->in;
    const struct zj_school *from = &in->school[p->from], *to = &in->school[p->to];

    rep_cell(t, "%s", in->teacher[p->teacher].id);
    rep_cell(t, "%s %s", from->id, from->name);
    rep_cell(t, "%s %s", to->id, to->name);
    rep_cell(t, "%s", rep_kind_text(zj_word(in, r->pol->kind[p->kind].name)));
    if (p->terms == 1)
        rep_cell(t, "%s", in->term[p->start].id);
    else
        rep_cell(t, "%s..%s", in->term[p->start].id, in->term[p->start + p->terms - 1].id);
    rep_cell(t, "%s", zj_word(in, p->subject));
}

static void add_community(struct rep_table *t, const struct rep_summary *r, int community)
{
    const struct zj_postings *p = &r->plan->postings;
    int n = count_in(r, community);

    if (n == 0)
        return;
    if (community < 0)
        rep_heading(t, ngettext("no community: %d posting", "no community: %d postings", (unsigned long)n),
                    n);
    else
        rep_heading(t, ngettext("%s: %d posting", "%s: %d postings", (unsigned long)n),
                    zj_word(r->in, community), n);
    for (int i = 0; i < p->n; i++) {
        if (community_of(r->in, &p->v[i]) == community)
            add_posting(t, r, &p->v[i]);
    }
}

static bool is_first_of_community(const struct zj_instance *in, int school)
{
    for (int s = 0; s < school; s++) {
        if (in->school[s].community == in->school[school].community)
            return false;
    }
    return true;
}

void rep_print_postings(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("teacher"), _("from"), _("to"), _("kind"), _("terms"), _("subject")};
    const int n = r->plan->postings.n;
    struct rep_table t;

    fputc('\n', out);
    if (n == 0) {
        fprintf(out, "%s\n", _("nobody is posted"));
        return;
    }
    REP_TABLE_INIT(&t, titles);
    for (int s = 0; s < r->in->n_schools; s++) {
        if (is_first_of_community(r->in, s))
            add_community(&t, r, r->in->school[s].community);
    }
    rep_table_print(&t, out, rep_limit(r, REP_POSTING_LINES));
    rep_table_release(&t);
}
