/*
 * explain_text.c - the answer in words: a sentence, the tiers, what changes, which rules are in the way.
 */
#include "solver/base/i18n.h"
#include "solver/cli/explain.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <string.h>

enum { LINES = 16, QUOTE_WIDTH = 60 };

bool cli_tells_tier(const struct cli_explained *e, enum zj_tier tier)
{
    return tier != ZJ_T_STABILITY || e->x->keep;
}

static const char *teacher_id(const struct cli_explained *e)
{
    return e->x->in->teacher[e->q.teacher].id;
}

static const char *place_id(const struct cli_explained *e)
{
    return e->q.school >= 0 ? e->x->in->school[e->q.school].id : zj_word(e->x->in, e->q.class_id);
}

/* ---- tiers ------------------------------------------------------------------------------------------- */

static void print_tiers(FILE *out, const struct cli_explained *e)
{
    const char *const titles[] = {_("aim"), "", _("plan"), _("then"), _("change"), _("proved")};
    const struct zj_plan *p = &e->outcome->plan;
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int k = 0; k < p->n_tiers; k++) {
        enum zj_tier tier = p->order[k];
        if (!cli_tells_tier(e, tier))
            continue;
        rep_cell(&t, "%s", zj_tier_name(tier));
        rep_cell(&t, "%s", rep_tier_text(p->model, tier));
        rep_cell(&t, "%lld", (long long)e->x->now[tier]);
        rep_cell(&t, "%lld", (long long)p->value[tier]);
        rep_cell(&t, "%+lld", (long long)(p->value[tier] - e->x->now[tier]));
        rep_cell(&t, "%s", p->value[tier] == p->bound[tier] ? _("yes") : _("no"));
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

/* The first tier that differs decides: what the plan loses, or what it would gain. */
static void print_price(FILE *out, const struct cli_explained *e)
{
    const struct zj_plan *p = &e->outcome->plan;

    for (int k = 0; k < p->n_tiers; k++) {
        enum zj_tier tier = p->order[k];
        int64_t change = p->value[tier] - e->x->now[tier];
        if (!cli_tells_tier(e, tier) || change == 0)
            continue;
        bool exact = p->bound[tier] == p->value[tier];
        const char *what = rep_tier_text(p->model, tier);
        if (change < 0)
            fprintf(out, _("that is better than the plan, which was not the best: %lld less of '%s'\n"),
                    (long long)-change, what);
        else if (exact)
            fprintf(out, _("it costs %lld more of '%s'\n"), (long long)change, what);
        else if (p->bound[tier] != ZJ_NO_VALUE && p->bound[tier] > e->x->now[tier])
            fprintf(out, _("it costs at most %lld and at least %lld more of '%s'\n"), (long long)change,
                    (long long)(p->bound[tier] - e->x->now[tier]), what);
        else
            fprintf(out, _("it costs at most %lld more of '%s'; less is not ruled out\n"), (long long)change,
                    what);
        return;
    }
    fprintf(out, "%s\n", _("it costs nothing: there is a plan as good as this one"));
}

/* ---- rules in the way ---------------------------------------------------------------------------------- */

static void add_number(struct rep_table *t, int64_t n)
{
    if (n == ZJ_NO_VALUE)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%lld", (long long)n);
}

static void print_bars(FILE *out, const struct cli_explained *e, const struct ex_bar *bar, int n)
{
    const char *const titles[] = {_("rule"), _("for example"), _("need"),
                                  _("have"), _("ways"),        _("demanded by")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < n; i++) {
        const struct zj_finding *f = &bar[i].finding;
        const struct zj_rule *rule = zj_rule_at(e->x->pol, f->index);
        const char *text = rep_rule_text(e->x->pol, f->rule, f->index);
        rep_cell(&t, "%s", zj_rule_name(f->rule));
        rep_cell(&t, "%s", f->where);
        add_number(&t, f->need);
        add_number(&t, f->have);
        rep_cell(&t, "%d", bar[i].n_ways);
        text = rep_clip(&t.arena, text, e->a->verbose ? 1000 : QUOTE_WIDTH);
        if (rule && rule->quote && rule->document)
            rep_cell(&t, _("«%s» (%s)"), text, rule->document);
        else
            rep_cell(&t, "%s", text);
    }
    rep_table_print(&t, out, e->a->verbose ? 0 : LINES);
    rep_table_release(&t);
}

static void print_some_barred(FILE *out, const struct cli_explained *e)
{
    const struct ex_outcome *o = e->outcome;

    if (o->n_bars == 0)
        return;
    if (o->n_barred == o->n_ways)
        fprintf(out, _("\nrules forbid all ways to do it (%d), whatever else the plan holds:\n"), o->n_ways);
    else
        fprintf(out, _("\nof %d ways to do it, rules forbid %d, whatever else the plan holds:\n"), o->n_ways,
                o->n_barred);
    print_bars(out, e, o->bar, o->n_bars);
}

/* Why each kind of posting is none for this teacher and school. */
static void print_kinds(FILE *out, const struct cli_explained *e)
{
    static const char *const texts[] = {
        [EX_FITS] = N_("its own limits do not fit"),
        [EX_DIRECTION] = N_("it does not go from the one school to the other (lead, member)"),
        [EX_POST] = N_("it is not for this teacher's post"),
        [EX_START] = N_("it does not start in this term"),
        [EX_LENGTH] = N_("it would last beyond the last term"),
    };
    const char *const titles[] = {_("kind"), _("why not")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int k = 0; k < e->x->pol->n_kinds; k++) {
        if (e->q.kind >= 0 && e->q.kind != k)
            continue;
        rep_cell(&t, "%s", rep_kind_text(zj_word(e->x->in, e->x->pol->kind[k].name)));
        rep_cell(&t, "%s", gettext(texts[ex_kind_limit(e->x, &e->q, k)]));
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

static void print_barred(FILE *out, const struct cli_explained *e)
{
    const struct ex_outcome *o = e->outcome;

    fprintf(out, _("no plan can send %s to %s\n"), teacher_id(e), place_id(e));
    if (o->n_ways > 0)
        print_some_barred(out, e);
    else if (e->x->plan->model == ZJ_TIMETABLE)
        fprintf(out, "%s\n", _("no class there has a subject of this teacher"));
    else
        print_kinds(out, e);
}

static void print_impossible(FILE *out, const struct cli_explained *e)
{
    const struct ex_outcome *o = e->outcome;

    if (e->question == CLI_WHY)
        fprintf(out, _("without %s no lawful plan exists (proved)\n"), teacher_id(e));
    else
        fprintf(out, _("no lawful plan sends %s to %s (proved)\n"), teacher_id(e), place_id(e));
    if (o->n_strains > 0) {
        fprintf(out, "\n%s\n", _("alone it would break these, and nothing else in a plan can mend that:"));
        print_bars(out, e, o->strain, o->n_strains);
    }
    print_some_barred(out, e);
    if (o->plan.n_conflict > 0) {
        const struct rep_summary r = {
            .in = e->x->in, .pol = e->x->pol, .plan = &o->plan, .all = e->a->verbose};
        rep_print_conflict(out, &r);
        fprintf(out, "%s\n", _("the last rows of pins.csv that are named stand for what is asked"));
    }
}

static void print_possible(FILE *out, const struct cli_explained *e)
{
    bool proved = e->outcome->proved;

    if (e->question == CLI_WHY)
        fprintf(out,
                proved ? _("without %s the best plan is this one\n")
                       : _("without %s this plan was found; it is not proved to be the best\n"),
                teacher_id(e));
    else
        fprintf(out,
                proved
                    ? _("%s can go to %s; the best plan with that is this one\n")
                    : _("%s can go to %s; this plan with that was found; it is not proved to be the best\n"),
                teacher_id(e), place_id(e));
    print_price(out, e);
    fputc('\n', out);
    print_tiers(out, e);
    cli_explain_changes(out, e);
    print_some_barred(out, e);
    if (e->a->output)
        fprintf(out, _("the plan is in %s\n"), e->a->output);
}

static void print_is_so(FILE *out, const struct cli_explained *e)
{
    if (e->question == CLI_WHY)
        fprintf(out, _("the plan sends %s nowhere\n"), teacher_id(e));
    else
        fprintf(out, _("the plan does send %s to %s\n"), teacher_id(e), place_id(e));
}

void cli_explain_text(FILE *out, const struct cli_explained *e)
{
    if (e->question == CLI_WORTH) {
        cli_explain_worth(out, e);
        return;
    }
    switch (e->outcome->answer) {
    case EX_IS_SO:
        print_is_so(out, e);
        break;
    case EX_BARRED:
        print_barred(out, e);
        break;
    case EX_IMPOSSIBLE:
        print_impossible(out, e);
        break;
    case EX_POSSIBLE:
        print_possible(out, e);
        break;
    default:
        fprintf(out, "%s\n", _("no such plan was found within the limits, and none was proved impossible"));
    }
}
