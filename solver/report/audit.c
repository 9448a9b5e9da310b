#include "solver/report/audit.h"

#include "solver/base/i18n.h"
#include "solver/report/parts.h"

#include <stdlib.h>
#include <string.h>

static struct rep_clause *add(struct rep_audit *a, const struct rep_clause *c)
{
    ZJ_GROW(a->clause, a->n, a->cap);
    a->clause[a->n] = *c;
    return &a->clause[a->n++];
}

/* Is it one of those that say, posting by posting, whether the limits of its kind are kept? */
static bool is_of_kinds(const struct zj_finding *f)
{
    return f->rule == ZJ_R_eligibility && f->index < 0;
}

static bool is_of_clause(const struct rep_clause *c, const struct zj_finding *f)
{
    return f->rule == c->rule && f->index == (c->entry ? c->entry->index : -1);
}

/*
 * The findings of the clause in its plan. The limits of kinds are told posting by posting, in the order of
 * the plan: that is how one knows the kind.
 */
static void collect(struct rep_audit *a, struct rep_clause *c)
{
    const struct rep_audited *p = &a->plan[c->plan];
    const struct zj_verdict *v = p->verdict;
    int posting = 0;

    c->finding = zj_alloc_n(&a->arena, (size_t)v->n, sizeof *c->finding);
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        bool of_kind = is_of_kinds(f);
        int kind = of_kind && posting < p->plan->postings.n ? p->plan->postings.v[posting].kind : -1;
        posting += of_kind;
        if (c->kind >= 0 ? !of_kind || kind != c->kind : of_kind || !is_of_clause(c, f))
            continue;
        c->finding[c->places++] = i;
        c->met += f->ok;
        c->shortfall += f->shortfall;
    }
    c->state = c->places == 0 ? REP_IDLE : c->met == c->places ? REP_KEPT : c->hard ? REP_BROKEN : REP_SHORT;
}

/* A rule of credit: the teachers it speaks of, and those who meet it. */
static void count(const struct rep_audit *a, struct rep_clause *c)
{
    c->state = REP_COUNTED;
    for (int i = 0; i < a->credit->n_lines; i++) {
        const struct zj_credit_line *line = &a->credit->line[i];
        const struct zj_credit_line *before = i > 0 ? line - 1 : NULL;
        if (line->rule->index != c->entry->index)
            continue;
        bool same = before && before->rule == line->rule && before->teacher == line->teacher;
        c->places += !same;
        c->met += line->given > 0 || (line->met && line->rule->id != ZJ_R_credit);
    }
}

/* The clause of an entry in each plan of a model that uses it. */
static void add_entry(struct rep_audit *a, const struct zj_policy_entry *e, int kind)
{
    struct rep_clause c = {.entry = e, .kind = kind, .plan = -1, .hard = e->hard, .state = REP_NOT_ASKED};
    int rule = kind < 0 ? zj_find_rule(e->rule) : (int)ZJ_R_eligibility, n = 0;

    c.rule = rule < 0 ? ZJ_R_window : (enum zj_rule_id)rule;
    if (!e->chosen) {
        c.state = REP_OTHER_READING;
        add(a, &c);
        return;
    }
    if (rule < 0) {
        c.state = REP_DEFINITION;
        add(a, &c);
        return;
    }
    if (e->models & ZJ_OF_CREDIT) {
        count(a, add(a, &c));
        return;
    }
    for (int p = 0; p < a->n_plans; p++) {
        if (!(e->models >> a->plan[p].plan->model & 1))
            continue;
        c.plan = p;
        collect(a, add(a, &c));
        n++;
    }
    if (n == 0)
        add(a, &c);
}

/* What holds whether the policy names it or not, and stands under no entry: once for each plan and rule. */
static void add_implied(struct rep_audit *a, int plan)
{
    const struct zj_verdict *v = a->plan[plan].verdict;
    bool seen[ZJ_N_ALL_RULES] = {false};

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->index >= 0 || seen[f->rule] || is_of_kinds(f))
            continue;
        seen[f->rule] = true;
        collect(a, add(a, &(struct rep_clause){.rule = f->rule, .kind = -1, .plan = plan, .hard = f->hard}));
    }
}

void rep_audit_build(struct rep_audit *a)
{
    int kind = 0;

    for (int i = 0; i < a->pol->n_entries; i++) {
        const struct zj_policy_entry *e = &a->pol->entry[i];
        bool is_kind = e->index < 0 && strcmp(e->rule, "kind") == 0;
        add_entry(a, e, is_kind ? kind++ : -1);
    }
    for (int p = 0; p < a->n_plans; p++)
        add_implied(a, p);
}

void rep_audit_release(struct rep_audit *a)
{
    free(a->clause);
    zj_arena_release(&a->arena);
}

bool rep_audit_ok(const struct rep_audit *a)
{
    for (int p = 0; p < a->n_plans; p++)
        if (a->plan[p].verdict->n_hard_broken > 0)
            return false;
    return true;
}

const char *rep_clause_state_name(enum rep_clause_state state)
{
    static const char *const names[REP_N_CLAUSE_STATES] = {
        [REP_KEPT] = "kept",
        [REP_SHORT] = "short",
        [REP_BROKEN] = "broken",
        [REP_IDLE] = "idle",
        [REP_COUNTED] = "counted",
        [REP_NOT_ASKED] = "not_asked",
        [REP_DEFINITION] = "definition",
        [REP_OTHER_READING] = "other_reading",
    };

    return names[state];
}

const char *rep_clause_state_text(enum rep_clause_state state)
{
    static const char *const texts[REP_N_CLAUSE_STATES] = {
        [REP_KEPT] = N_("met"),
        [REP_SHORT] = N_("falls short"),
        [REP_BROKEN] = N_("broken"),
        [REP_IDLE] = N_("concerns nobody"),
        [REP_COUNTED] = N_("counted"),
        [REP_NOT_ASKED] = N_("no such plan given"),
        [REP_DEFINITION] = N_("definition"),
        [REP_OTHER_READING] = N_("other reading"),
    };

    return gettext(texts[state]);
}

const char *rep_clause_name(const struct rep_clause *c, struct zj_arena *arena)
{
    if (c->entry && c->entry->name)
        return zj_printf(arena, "%s %s", c->entry->rule, c->entry->name);
    return c->entry ? c->entry->rule : zj_rule_name(c->rule);
}

const char *rep_clause_text(const struct rep_audit *a, const struct rep_clause *c)
{
    if (c->entry && c->entry->quote)
        return c->entry->quote;
    return rep_rule_text(a->pol, c->rule, c->kind >= 0 || !c->entry ? -1 : c->entry->index);
}

const char *rep_clause_document(const struct rep_clause *c)
{
    return c->entry ? c->entry->document : NULL;
}
