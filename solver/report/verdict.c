#include "solver/report/verdict.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <stdlib.h>

/*
 * What so much shortfall of the finding's rule adds to the tier soft. A need that is not met counts in
 * another tier: need, or unmet.
 */
static int64_t cost_of(const struct rep_verdict *r, const struct zj_finding *f, int64_t shortfall)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, f->index);

    return rule && !f->hard && f->rule != ZJ_R_need ? rule->weight * shortfall : 0;
}

static void print_mark(FILE *out, const struct rep_verdict *r, const struct zj_finding *f)
{
    if (f->ok)
        fputs("[ok]", out);
    else if (f->hard)
        fputs("[H]", out);
    else if (f->rule == ZJ_R_need)
        fprintf(out, "[N(%lld)]", (long long)f->shortfall);
    else
        fprintf(out, "[S(%lld)]", (long long)cost_of(r, f, f->shortfall));
}

static bool has_numbers(const struct zj_finding *f)
{
    return f->need != ZJ_NO_VALUE && f->have != ZJ_NO_VALUE;
}

static void print_finding(FILE *out, const struct rep_verdict *r, const struct zj_finding *f)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, f->index);
    struct zj_arena arena = {0};

    print_mark(out, r, f);
    fprintf(out, " %s %s: ", zj_rule_name(f->rule), f->where);
    if (has_numbers(f))
        fprintf(out, _("need %lld, have %lld"), (long long)f->need, (long long)f->have);
    else
        fprintf(out, "%s", f->ok ? _("kept") : _("not kept"));
    const char *text = rep_rule_text(r->pol, f->rule, f->index);
    if (rule && rule->quote)
        fprintf(out, "  «%s»", zj_printable(&arena, text));
    else
        fprintf(out, "  %s", text);
    if (rule && rule->document)
        fprintf(out, " (%s)", zj_printable(&arena, rule->document));
    fputc('\n', out);
    zj_arena_release(&arena);
}

/* One line for each rule: how many places it binds, how many it fails, what that costs. */
static void print_totals(FILE *out, const struct rep_verdict *r)
{
    const char *const titles[] = {_("rule"), "", "", _("places"), _("not met"), _("shortfall"), _("cost")};
    const struct zj_verdict *v = r->verdict;
    struct rep_table t;
    int n;
    struct rep_total *totals = rep_add_up(v, &n);

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < n; i++) {
        const struct rep_total *sum = &totals[i];
        const struct zj_finding *f = &v->finding[sum->first];
        rep_cell(&t, "%s", zj_rule_name(sum->rule));
        if (sum->index >= 0)
            rep_cell(&t, "rules[%d]", sum->index);
        else
            rep_cell(&t, "%s", _("always holds"));
        rep_cell(&t, "%s", f->hard ? _("hard") : _("soft"));
        rep_cell(&t, "%d", sum->places);
        rep_cell(&t, "%d", sum->places - sum->met);
        rep_cell(&t, "%lld", (long long)sum->shortfall);
        rep_cell(&t, "%lld", (long long)cost_of(r, f, sum->shortfall));
    }
    free(totals);
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

static void print_objective(FILE *out, const struct rep_verdict *r)
{
    int n;
    const enum zj_tier *tiers = zj_plan_tiers(r->pol, r->plan->model, &n);

    fputs(_("recomputed:"), out);
    for (int i = 0; i < n; i++)
        fprintf(out, "%s %s %lld", i ? "," : "", zj_tier_name(tiers[i]),
                (long long)r->verdict->tier[tiers[i]]);
    fputc('\n', out);
}

/* The plan has nothing that could be judged: it says itself that there is no plan. */
static bool is_empty_answer(const struct rep_verdict *r)
{
    return r->verdict->n == 0 && r->plan->postings.n == 0 && r->plan->lessons.n == 0 &&
           r->plan->pairs.n == 0 && r->plan->value[ZJ_T_TRAVEL] == ZJ_NO_VALUE;
}

void rep_print_verdict(FILE *out, const struct rep_verdict *r)
{
    for (int i = 0; i < r->verdict->n; i++) {
        const struct zj_finding *f = &r->verdict->finding[i];
        if (f->ok ? r->kept_too : f->hard || !r->hard_only)
            print_finding(out, r, f);
    }
    zj_diag_print(r->misstated, out, 0);
    if (is_empty_answer(r) || r->hard_only)
        return;
    print_totals(out, r);
    print_objective(out, r);
    if (r->ok)
        fprintf(out, "%s\n", _("the plan is lawful, and it is what it says it is"));
    else
        fprintf(out, _("the plan does not stand: %d hard demands broken, %d statements not so\n"),
                r->verdict->n_hard_broken, r->misstated->n_errors);
}
