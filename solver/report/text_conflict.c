/*
 * text_conflict.c - why no plan can exist, and what can be done about it: two sentences for each conflict,
 * then its parts, then the changes that help.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <string.h>

/* "quota (rules[0])", or the row of a table. */
static const char *name_of(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                           const struct zj_conflict_part *part)
{
    const char *row = part->table ? rep_row_text(in, a, part->table, part->where) : "";

    if (part->table)
        return *row ? zj_printf(a, _("%s (%s)"), part->where, row) : part->where;
    if (zj_rule_at(pol, part->index))
        return zj_printf(a, "%s (rules[%d])", zj_rule_name(part->rule), part->index);
    return zj_rule_name(part->rule);
}

/* Parts of the same rule in the conflict. */
static int n_of_rule(const struct zj_plan *p, const struct zj_conflict_part *part)
{
    int n = 0;

    for (int i = 0; i < p->n_conflict; i++)
        n += p->conflict[i].group == part->group && p->conflict[i].rule == part->rule &&
             p->conflict[i].index == part->index;
    return n;
}

/* The part with both numbers whose rule has the fewest places: it says most. -1 when none has. */
static int main_part(const struct zj_plan *p, int group)
{
    int best = -1;

    for (int i = 0; i < p->n_conflict; i++) {
        const struct zj_conflict_part *q = &p->conflict[i];
        if (q->group != group || q->table || q->need == ZJ_NO_VALUE || q->have == ZJ_NO_VALUE)
            continue;
        if (best < 0 || n_of_rule(p, q) < n_of_rule(p, &p->conflict[best]))
            best = i;
    }
    return best;
}

/* One other part: "exempt at S001, which leaves out 3", "pins.csv:2 (must be: T0001 Mon)". */
static const char *other(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                         const struct zj_conflict_part *q)
{
    const char *name = name_of(a, in, pol, q);

    if (q->table)
        return name;
    if (q->need == ZJ_NO_VALUE && q->have != ZJ_NO_VALUE)
        return zj_printf(a, _("%s at %s, which leaves out %lld"), name, q->where, (long long)q->have);
    if (q->need != ZJ_NO_VALUE)
        return zj_printf(a, _("%s at %s (%lld)"), name, q->where, (long long)q->need);
    return zj_printf(a, _("%s at %s"), name, q->where);
}

/* "need at 18 places, from S001-1-1/体育 to S004-2-1/体育, 54 together". */
static const char *run_of(struct zj_arena *a, const char *name, const struct zj_conflict_part *q, int n)
{
    long long sum = 0;

    for (int k = 0; k < n && sum >= 0; k++)
        sum = q[k].need == ZJ_NO_VALUE ? -1 : sum + q[k].need;
    if (sum < 0)
        return zj_printf(a, _("%s at %d places, from %s to %s"), name, n, q->where, q[n - 1].where);
    return zj_printf(a, _("%s at %d places, from %s to %s, %lld together"), name, n, q->where, q[n - 1].where,
                     sum);
}

/* How many parts of one rule stand together from i on. */
static int alike(const struct zj_plan *p, int i, int but)
{
    int k = i;

    while (k < p->n_conflict && k != but && p->conflict[k].group == p->conflict[i].group &&
           p->conflict[k].rule == p->conflict[i].rule && p->conflict[k].index == p->conflict[i].index &&
           !p->conflict[k].table)
        k++;
    return k - i;
}

/* The other parts of the conflict; of many places of one rule only the first and the last. */
static const char *others(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_plan *p, int group, int but)
{
    enum { MANY = 4 };
    const char *text = "";

    for (int i = 0; i < p->n_conflict; i++) {
        const struct zj_conflict_part *q = &p->conflict[i];
        const int n = alike(p, i, but);
        if (q->group != group || i == but)
            continue;
        const char *one = n < MANY ? other(a, in, pol, q) : run_of(a, name_of(a, in, pol, q), q, n);
        text = *text ? zj_printf(a, _("%s; %s"), text, one) : one;
        i += n < MANY ? 0 : n - 1;
    }
    return text;
}

static const char *sentence(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                            const struct zj_plan *p, int group)
{
    int i = main_part(p, group);
    const struct zj_conflict_part *q = &p->conflict[i < 0 ? 0 : i];
    const char *rest = others(a, in, pol, p, group, i);

    if (i < 0)
        return zj_printf(a, _("these cannot hold together: %s."), rest);
    return zj_printf(
        a,
        q->have < q->need
            ? (*rest ? _("%s asks for %lld at %s, and at most %lld can be had while these hold: %s.")
                     : _("%s asks for %lld at %s, and at most %lld can be had whatever the others say.%s"))
            : (*rest ? _("%s allows %lld at %s, and %lld at least come about while these hold: %s.")
                     : _("%s allows %lld at %s, and %lld at least come about whatever the others say.%s")),
        name_of(a, in, pol, q), (long long)q->need, q->where, (long long)q->have, rest);
}

const char *rep_conflict_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *p, int group)
{
    return rep_with_names(in, a, sentence(a, in, pol, p, group));
}

static void add_number(struct rep_table *t, int64_t n)
{
    if (n == ZJ_NO_VALUE)
        rep_cell(t, "%s", "");
    else
        rep_cell(t, "%lld", (long long)n);
}

static void add_part(struct rep_table *t, const struct rep_summary *r, const struct zj_conflict_part *part,
                     struct zj_arena *a)
{
    const struct zj_rule *rule = zj_rule_at(r->pol, part->index);
    const char *row = part->table ? rep_row_text(r->in, a, part->table, part->where) : "";

    rep_cell(t, "%s", part->table ? part->table : zj_rule_name(part->rule));
    if (rule)
        rep_cell(t, "rules[%d]", part->index);
    else
        rep_cell(t, "%s", part->table ? "" : _("always holds"));
    rep_cell(t, "%s", part->where ? part->where : "");
    add_number(t, part->need);
    add_number(t, part->have);
    if (part->table)
        rep_cell(t, "%s", *row ? row : _("a row of the table"));
    else if (rule && rule->quote && rule->document)
        rep_cell(t, _("«%s» (%s)"), rule->quote, rule->document);
    else
        rep_cell(t, "%s", rep_rule_text(r->pol, part->rule, part->index));
}

static void print_parts(FILE *out, const struct rep_summary *r, struct zj_arena *a)
{
    const char *const titles[] = {_("rule"), _("in the policy"), _("where"),
                                  _("need"), _("have"),          _("demanded by")};
    const struct zj_plan *p = r->plan;
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < p->n_conflict; i++) {
        if (zj_n_conflicts(p) > 1 && (i == 0 || p->conflict[i].group != p->conflict[i - 1].group))
            rep_heading(&t, _("conflict %d"), p->conflict[i].group + 1);
        add_part(&t, r, &p->conflict[i], a);
    }
    rep_table_print(&t, out, rep_limit(r, REP_CONFLICT_LINES));
    rep_table_release(&t);
}

void rep_print_repairs(FILE *out, const struct rep_summary *r)
{
    const struct zj_plan *p = r->plan;
    struct zj_arena a = {0};

    for (int i = 0; i < p->n_repairs; i++)
        fprintf(out, _("  cost %lld: %s%s\n"), (long long)p->repair[i].cost,
                rep_repair_text(&a, r->in, &p->repair[i]), p->repair[i].verified ? "" : _(" (not proved)"));
    zj_arena_release(&a);
}

/* What can be done: the changes that were tried, or advice. */
static void print_repairs(FILE *out, const struct rep_summary *r)
{
    const struct zj_plan *p = r->plan;

    rep_print_repairs(out, r);
    if (p->n_repairs == 0)
        fprintf(out, "%s\n",
                _("what to do next: relax one of these rules in the policy, or make it a wish "
                  "(\"hard\": false with a \"weight\"), then run again"));
}

void rep_print_conflict(FILE *out, const struct rep_summary *r)
{
    const struct zj_plan *p = r->plan;
    struct zj_arena a = {0};

    fputc('\n', out);
    for (int k = 0; k < zj_n_conflicts(p); k++)
        fprintf(out, "%s\n", rep_conflict_text(&a, r->in, r->pol, p, k));
    if (p->n_repairs > 0)
        fprintf(out, _("The cheapest change that makes a plan possible: %s (cost %lld).\n"),
                rep_repair_text(&a, r->in, &p->repair[0]), (long long)p->repair[0].cost);
    fprintf(
        out, "\n%s\n",
        p->conflict_minimal
            ? _("of each conflict, any one part less and the rest can hold:")
            : _("these cannot all hold beside the other hard rules (perhaps not all of them are at fault):"));
    print_parts(out, r, &a);
    fputc('\n', out);
    if (p->n_repairs > 0)
        fprintf(out, "%s\n", _("changes that make a plan possible; each was solved and checked:"));
    print_repairs(out, r);
    zj_arena_release(&a);
}
