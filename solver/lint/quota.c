#include "solver/lint/quota.h"

#include "solver/base/i18n.h"
#include "solver/data/filter.h"
#include "solver/lint/report.h"

#include <stdlib.h>
#include <string.h>

/* What can be had at one place in one period: first terms of different teachers, or different teachers. */
struct cell {
    int64_t n;
    int teacher, start; /* counted last */
};

struct counter {
    const struct zj_rule *rule;
    int n_places;
    struct cell *cell;       /* [place * n_periods + period] */
    unsigned char *selected; /* places that `where` selects */
};

struct lint_quotas {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct counter *counter;
    int n;
    int *pair; /* [lead * n_schools + member]: pair number, or -1 */
    int n_pairs;
};

/* Terms of one period have one number, 0, 1, … */
static int period_of(const struct zj_instance *in, enum zj_per per, int term)
{
    return per == ZJ_PER_TERM ? term : per == ZJ_PER_YEAR ? in->term[term].year_index : 0;
}

static int n_periods(const struct zj_instance *in, enum zj_per per)
{
    return period_of(in, per, in->n_terms - 1) + 1;
}

static void number_pairs(struct lint_quotas *q)
{
    const struct zj_instance *in = q->in;
    size_t n = (size_t)in->n_schools;

    q->pair = zj_malloc(n * n * sizeof *q->pair);
    for (size_t i = 0; i < n * n; i++) {
        const struct zj_school *a = &in->school[i / n], *b = &in->school[i % n];
        bool is_pair = !in->has_pairings && a->role == ZJ_LEAD && b->role == ZJ_MEMBER && a->community >= 0 &&
                       a->community == b->community;

        q->pair[i] = is_pair ? q->n_pairs++ : -1;
    }
    for (int i = 0; i < in->n_pairings; i++)
        q->pair[(size_t)in->pairing[i].lead * n + (size_t)in->pairing[i].member] = q->n_pairs++;
}

/* How many numbers places may have; communities are words. */
static int count_places(const struct lint_quotas *q, enum zj_over over)
{
    switch (over) {
    case ZJ_OVER_PAIR:
        return q->n_pairs;
    case ZJ_OVER_COMMUNITY:
        return q->in->words.n;
    case ZJ_OVER_COUNTY:
        return 1;
    default:
        return q->in->n_schools;
    }
}

static void select_places(const struct lint_quotas *q, struct counter *c)
{
    const struct zj_instance *in = q->in;
    int n = in->n_schools;

    for (int s = 0; s < n; s++) {
        if (!zj_school_passes(in, &c->rule->where, s))
            continue;
        if (c->rule->over == ZJ_OVER_SENDER || c->rule->over == ZJ_OVER_HOST)
            c->selected[s] = 1;
        else if (c->rule->over == ZJ_OVER_COMMUNITY && in->school[s].community >= 0)
            c->selected[in->school[s].community] = 1;
        for (int lead = 0; c->rule->over == ZJ_OVER_PAIR && lead < n; lead++)
            if (q->pair[lead * n + s] >= 0)
                c->selected[q->pair[lead * n + s]] = 1;
    }
    if (c->rule->over == ZJ_OVER_COUNTY)
        c->selected[0] = 1;
}

struct lint_quotas *lint_quotas_new(const struct zj_instance *in, const struct zj_policy *pol)
{
    struct lint_quotas *q = zj_calloc(1, sizeof *q);

    q->in = in;
    q->pol = pol;
    q->counter = zj_calloc((size_t)pol->n_rules, sizeof *q->counter);
    number_pairs(q);
    for (int k = 0; k < pol->n_rules; k++) {
        const struct zj_rule *r = &pol->rule[k];

        if (r->id != ZJ_R_quota || r->min == ZJ_NONE || r->min == 0)
            continue;
        struct counter *c = &q->counter[q->n++];
        c->rule = r;
        c->n_places = count_places(q, r->over);
        c->selected = zj_calloc((size_t)c->n_places, 1);
        select_places(q, c);
        size_t cells = (size_t)c->n_places * (size_t)n_periods(in, r->per);
        c->cell = zj_calloc(cells, sizeof *c->cell);
        for (size_t i = 0; i < cells; i++)
            c->cell[i].teacher = -1;
    }
    return q;
}

static void count_at(struct counter *c, const struct zj_instance *in, const struct lint_posting *p, int place)
{
    int periods = n_periods(in, c->rule->per), first = period_of(in, c->rule->per, p->start);
    bool by_start = c->rule->count == ZJ_STARTS;

    /* Who is counted while active may have begun in an earlier period. */
    for (int period = first; place >= 0 && period < (by_start ? first + 1 : periods); period++) {
        struct cell *x = &c->cell[(size_t)place * (size_t)periods + (size_t)period];

        if (x->teacher == p->teacher && (!by_start || x->start == p->start))
            continue;
        x->n++;
        x->teacher = p->teacher;
        x->start = p->start;
    }
}

static void count_pair(const struct lint_quotas *q, struct counter *c, const struct lint_posting *p)
{
    int n = q->in->n_schools;

    if (c->rule->direction != ZJ_MEMBER_TO_LEAD)
        count_at(c, q->in, p, q->pair[p->from * n + p->to]);
    if (c->rule->direction != ZJ_LEAD_TO_MEMBER)
        count_at(c, q->in, p, q->pair[p->to * n + p->from]);
}

/* A direction over other places than pairs makes it fewer still; it is not looked at. */
static void count_one(const struct lint_quotas *q, struct counter *c, const struct lint_posting *p)
{
    switch (c->rule->over) {
    case ZJ_OVER_PAIR:
        count_pair(q, c, p);
        break;
    case ZJ_OVER_SENDER:
        count_at(c, q->in, p, p->from);
        break;
    case ZJ_OVER_HOST:
        count_at(c, q->in, p, p->to);
        break;
    case ZJ_OVER_COMMUNITY:
        count_at(c, q->in, p, q->in->school[p->from].community);
        break;
    default:
        count_at(c, q->in, p, 0);
    }
}

void lint_quotas_count(struct lint_quotas *q, const struct lint_posting *p)
{
    const struct zj_view x = {p->teacher, p->from, p->to, p->subject, q->in->term[p->start].start};

    for (int i = 0; i < q->n; i++)
        if (lint_kind_is(q->counter[i].rule, q->pol->kind[p->kind].name) &&
            zj_passes(q->in, &q->counter[i].rule->filter, &x))
            count_one(q, &q->counter[i], p);
}

static const char *place_text(const struct lint_quotas *q, enum zj_over over, int place, char *buf,
                              size_t size)
{
    const struct zj_instance *in = q->in;
    int n = in->n_schools;

    if (over == ZJ_OVER_COMMUNITY)
        return zj_word(in, place);
    if (over == ZJ_OVER_COUNTY)
        return "county";
    if (over != ZJ_OVER_PAIR)
        return in->school[place].id;
    for (int i = 0; i < n * n; i++)
        if (q->pair[i] == place)
            snprintf(buf, size, "%s>%s", in->school[i / n].id, in->school[i % n].id);
    return buf;
}

static const char *period_text(const struct zj_instance *in, enum zj_per per, int period)
{
    if (per == ZJ_PER_HORIZON)
        return "horizon";
    for (int t = 0; t < in->n_terms; t++)
        if (period_of(in, per, t) == period)
            return per == ZJ_PER_TERM ? in->term[t].id : in->term[t].year;
    return "";
}

/* The most that can be counted in the period; history may be among those who are active. */
static int64_t most(const struct zj_instance *in, const struct zj_rule *r, int64_t n)
{
    if (r->count == ZJ_STARTS)
        return n;
    n += in->n_history;
    return r->count == ZJ_ACTIVE ? n * in->n_terms : n;
}

static void report_counter(const struct lint_quotas *q, const struct counter *c, struct zj_diag *d)
{
    const struct zj_rule *r = c->rule;
    int periods = n_periods(q->in, r->per);
    char buf[160] = "";

    for (int place = 0; place < c->n_places; place++) {
        for (int period = 0; c->selected[place] && period < periods; period++) {
            int64_t found = most(q->in, r, c->cell[place * periods + period].n);

            if (found >= r->min)
                continue;
            zj_diag_add(d, lint_severity(r), "too_few_candidates", lint_at_rule(q->pol, r),
                        _("rule %d (%s) at %s %s asks for at least %d, but at most %lld can be found"),
                        r->index, zj_rule_name(r->id), place_text(q, r->over, place, buf, sizeof buf),
                        period_text(q->in, r->per, period), r->min, (long long)found);
        }
    }
}

void lint_quotas_report(const struct lint_quotas *q, struct zj_diag *d)
{
    for (int i = 0; i < q->n; i++)
        report_counter(q, &q->counter[i], d);
}

void lint_quotas_free(struct lint_quotas *q)
{
    for (int i = 0; i < q->n; i++) {
        free(q->counter[i].cell);
        free(q->counter[i].selected);
    }
    free(q->counter);
    free(q->pair);
    free(q);
}

static bool same_words(const struct zj_ids *a, const struct zj_ids *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->v, b->v, (size_t)a->n * sizeof *a->v) == 0);
}

/* Do two quotas count the same things at the same places? Only those without filters are compared. */
static bool count_the_same(const struct zj_rule *a, const struct zj_rule *b)
{
    return a->over == b->over && a->per == b->per && a->count == b->count && a->direction == b->direction &&
           same_words(&a->kinds, &b->kinds) && a->filter.empty && b->filter.empty && a->where.empty &&
           b->where.empty;
}

void lint_contradictions(const struct zj_policy *pol, struct zj_diag *d)
{
    for (int i = 0; i < pol->n_rules; i++) {
        for (int k = 0; k < pol->n_rules; k++) {
            const struct zj_rule *a = &pol->rule[i], *b = &pol->rule[k];

            if (a->id != ZJ_R_quota || b->id != ZJ_R_quota || a->min == ZJ_NONE || b->max == ZJ_NONE ||
                a->min <= b->max || !count_the_same(a, b))
                continue;
            zj_diag_add(d, a->hard && b->hard ? ZJ_ERROR : ZJ_WARNING, "contradiction", lint_at_rule(pol, a),
                        _("rule %d (%s) asks for at least %d where rule %d allows at most %d"), a->index,
                        zj_rule_name(a->id), a->min, b->index, b->max);
        }
    }
}
