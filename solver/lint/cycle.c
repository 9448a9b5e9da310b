#include "solver/lint/cycle.h"

#include "solver/base/i18n.h"
#include "solver/data/filter.h"
#include "solver/lint/coverage.h"
#include "solver/lint/report.h"

#include <stdlib.h>

enum { NOT_DUE, DUE, OPEN };

struct list {
    const struct zj_rule *rule;
    unsigned char *state; /* by teacher */
};

struct lint_cycles {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct lint_homes homes;
    struct list *list;
    int n;
};

enum { NEVER_SENT, SENT, SENT_LATELY };

/*
 * When history sent each teacher, by teacher. Lately: so near to the horizon that the next time comes
 * after it, or within it (which is left out here). Heap.
 */
static unsigned char *list_sent(const struct lint_cycles *c, const struct zj_rule *r)
{
    const struct zj_instance *in = c->in;
    unsigned char *sent = zj_calloc((size_t)in->n_teachers, 1);
    int spare = r->years > in->n_years ? r->years - in->n_years : 0;
    int lately = zj_ymd(in->term[0].start) - 10000 * spare;

    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];

        if (lint_kind_is(r, h->kind) && sent[h->teacher] != SENT_LATELY)
            sent[h->teacher] = zj_ymd(h->start) >= lately ? SENT_LATELY : SENT;
    }
    return sent;
}

/* Whoever was never sent is due when the cycle is no longer than the horizon. */
static void list_due(struct lint_cycles *c, struct list *list)
{
    unsigned char *sent = list_sent(c, list->rule);

    for (int t = 0; t < c->in->n_teachers; t++) {
        const struct zj_view x = {t, c->in->teacher[t].school, -1, -1, c->in->term[0].start};
        bool due = sent[t] == SENT || (sent[t] == NEVER_SENT && list->rule->years <= c->in->n_years);

        if (due && zj_passes(c->in, &list->rule->where, &x) && zj_passes(c->in, &list->rule->filter, &x))
            list->state[t] = DUE;
    }
    free(sent);
}

struct lint_cycles *lint_cycles_new(const struct zj_instance *in, const struct zj_policy *pol)
{
    struct lint_cycles *c = zj_calloc(1, sizeof *c);

    c->in = in;
    c->pol = pol;
    c->homes = lint_homes_new(in);
    c->list = zj_calloc((size_t)pol->n_rules, sizeof *c->list);
    for (int k = 0; k < pol->n_rules; k++) {
        if (pol->rule[k].id != ZJ_R_cycle)
            continue;
        struct list *list = &c->list[c->n++];
        list->rule = &pol->rule[k];
        list->state = zj_calloc((size_t)in->n_teachers, 1);
        list_due(c, list);
    }
    return c;
}

void lint_cycles_count(struct lint_cycles *c, const struct lint_posting *p)
{
    for (int i = 0; i < c->n; i++)
        if (c->list[i].state[p->teacher] == DUE && lint_kind_is(c->list[i].rule, c->pol->kind[p->kind].name))
            c->list[i].state[p->teacher] = OPEN;
}

static void report_closed(const struct lint_cycles *c, const struct list *list, struct zj_diag *d)
{
    for (int t = 0; t < c->in->n_teachers; t++)
        if (list->state[t] == DUE)
            zj_diag_add(
                d, lint_severity(list->rule), "no_open_posting", lint_at_rule(c->pol, list->rule),
                _("rule %d (%s): %s is due within the horizon, but no posting is open to this teacher"),
                list->rule->index, zj_rule_name(list->rule->id), c->in->teacher[t].id);
}

/* Due teachers of the school with this main subject. */
static int due_at(const struct lint_cycles *c, const struct list *list, int school, int subject)
{
    int n = 0;

    for (int t = c->homes.first[school]; t >= 0; t = c->homes.next[t])
        n += list->state[t] != NOT_DUE && c->in->teacher[t].subjects.v[0] == subject;
    return n;
}

static void report_crowds(const struct lint_cycles *c, const struct list *list, struct zj_diag *d)
{
    for (int i = 0; i < c->in->n_teachers; i++) {
        int school = c->in->teacher[i].school, subject = c->in->teacher[i].subjects.v[0];

        if (!lint_is_first_of(c->in, &c->homes, i))
            continue;
        int64_t most = lint_may_leave(c->in, c->pol, &c->homes, school, subject);
        int due = due_at(c, list, school, subject);
        if (most != LINT_NO_LIMIT && due > most * c->in->n_terms)
            zj_diag_add(d, ZJ_WARNING, "too_many_due", lint_at_rule(c->pol, list->rule),
                        _("rule %d (%s) at %s/%s: %d are due within the horizon, but at most %lld may leave "
                          "in a term, "
                          "unless others come"),
                        list->rule->index, zj_rule_name(list->rule->id), c->in->school[school].id,
                        zj_word(c->in, subject), due, (long long)most);
    }
}

void lint_cycles_report(const struct lint_cycles *c, struct zj_diag *d)
{
    for (int i = 0; i < c->n; i++) {
        report_closed(c, &c->list[i], d);
        report_crowds(c, &c->list[i], d);
    }
}

void lint_cycles_free(struct lint_cycles *c)
{
    for (int i = 0; i < c->n; i++)
        free(c->list[i].state);
    lint_homes_free(&c->homes);
    free(c->list);
    free(c);
}
