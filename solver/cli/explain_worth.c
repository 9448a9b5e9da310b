/*
 * explain_worth.c - small changes, those that bring most first.
 */
#include "solver/base/i18n.h"
#include "solver/cli/explain.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

enum { LINES = 20, FIXED_COLUMNS = 3 };

/* Only tiers that some change moves have a column. */
static int moving_tiers(const struct cli_explained *e, enum zj_tier *tiers)
{
    const struct zj_plan *p = e->x->plan;
    int n = 0;

    for (int k = 0; k < p->n_tiers; k++) {
        bool moves = false;
        for (int i = 0; i < e->worth->n; i++)
            moves |= e->worth->gain[i].known && e->worth->gain[i].change[p->order[k]] != 0;
        if (moves && cli_tells_tier(e, p->order[k]))
            tiers[n++] = p->order[k];
    }
    return n;
}

static void add_change(struct rep_table *t, const struct cli_explained *e, const struct ex_gain *g)
{
    const struct zj_instance *in = e->x->in;

    if (g->kind == EX_QUOTA)
        rep_cell(t,
                 g->field == offsetof(struct zj_rule, min) ? _("quota of rules[%d] at %s: at least %d")
                                                           : _("quota of rules[%d] at %s: at most %d"),
                 g->rule, g->where, g->value);
    else if (g->kind == EX_ELIGIBLE)
        rep_cell(t, _("one more teacher of %s at %s for the quota of rules[%d]"), zj_word(in, g->subject),
                 in->school[g->school].id, g->rule);
    else
        rep_cell(t, _("one more teacher of %s at %s"), zj_word(in, g->subject), in->school[g->school].id);
    rep_cell(t, "%s", g->like >= 0 ? in->teacher[g->like].id : "");
}

void cli_explain_worth(FILE *out, const struct cli_explained *e)
{
    const char *titles[FIXED_COLUMNS + ZJ_MAX_TIERS] = {_("change"), _("made after")};
    enum zj_tier tiers[ZJ_MAX_TIERS];
    int n_tiers = moving_tiers(e, tiers), n = 2;
    struct rep_table t;

    for (int k = 0; k < n_tiers; k++)
        titles[n++] = zj_tier_name(tiers[k]);
    titles[n++] = _("proved");
    rep_table_init(&t, n, titles);
    for (int i = 0; i < e->worth->n; i++) {
        const struct ex_gain *g = &e->worth->gain[i];
        if (!g->known)
            continue;
        add_change(&t, e, g);
        for (int k = 0; k < n_tiers; k++)
            rep_cell(&t, "%+lld", (long long)g->change[tiers[k]]);
        rep_cell(&t, "%s", g->proved ? _("yes") : _("no"));
    }
    fprintf(out, "%s\n",
            e->worth->n == 0 ? _("no periods are unmet and no quota binds: nothing to ask")
                             : _("each change by itself, solved again; the numbers are the aims' changes, "
                                 "less is better:"));
    if (e->worth->n > 0)
        rep_table_print(&t, out, e->a->verbose ? 0 : LINES);
    if (e->worth->n_left > 0)
        fprintf(out,
                ngettext("%d change was left out: the time was over\n",
                         "%d changes were left out: the time was over\n", (unsigned long)e->worth->n_left),
                e->worth->n_left);
    rep_table_release(&t);
}
